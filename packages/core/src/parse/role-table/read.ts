import type { Block, Line } from '../../layout/block.ts'
import { lineOf } from '../../layout/lines.ts'
import type { Party } from '../../schema/agreement.ts'
import type { Tokenizer } from '../../text/tokenizer.ts'
import { isAligned, readAligned } from './aligned.ts'
import { type Column, columnOf } from './column.ts'
import { readDelimited } from './delimited.ts'
import { type Element, elementsOf } from './elements.ts'
import { readColumns, readLabelled } from './labelled.ts'
import type { RoleTableReading } from './row.ts'
import { readScattered } from './scattered.ts'
import { readStreamed } from './streamed.ts'

const keyOf = (c: Column): string => (c.kind === 'role' ? `role ${c.party}` : c.kind)

/** Rows that hold a heading and its cell, or one cell, as lines: the label in a cell of its own row. */
function unrowed(elements: readonly Element[], parties: readonly Party[]): Element[] {
  return elements.flatMap((element): Element[] => {
    if (element.kind !== 'row') return [element]
    const filled = element.cells.filter((c) => c.folded !== '')
    const lines = filled.map((c): Line => ({ ...lineOf(c.text, 0, undefined), text: c.text, folded: c.folded }))
    const column = filled[0] && filled.length === 2 ? columnOf(filled[0].folded, parties) : undefined
    const [label, rest] = lines
    if (column && label && rest) return [{ kind: 'labelled', column, line: label, label: label.text, rest }]
    return lines.map((line): Element => {
      const alone = columnOf(line.folded, parties)
      return alone ? { kind: 'label', column: alone, line, text: line.text } : { kind: 'line', line }
    })
  })
}

/** Runs of labels with nothing between them. */
function labelRuns(elements: readonly Element[]): Column[][] {
  const runs: Column[][] = []
  elements.forEach((e, i) => {
    if (e.kind !== 'label') return
    if (elements[i - 1]?.kind !== 'label') runs.push([])
    runs.at(-1)?.push(e.column)
  })
  return runs
}

function distinct(columns: readonly Column[]): Column[] {
  const seen = new Set<string>()
  return columns.filter((c) => !seen.has(keyOf(c)) && seen.add(keyOf(c)))
}

/**
 * Reads a role table in whatever form the text has it: cells delimited, side by side, one after another, each after its
 * label, column after column, or with the labels torn from the cells. Undefined where no headings of such a table stand.
 */
export async function readRoleTable(
  blocks: readonly Block[],
  parties: readonly Party[],
  tokenizer: () => Promise<Tokenizer>,
): Promise<RoleTableReading | undefined> {
  const found = elementsOf(blocks, parties)
  const delimited = found.some((e) => e.kind === 'row') ? readDelimited(found, parties) : undefined
  if (delimited) return delimited
  const elements = unrowed(found, parties)
  const symbols = [...new Set(parties.flatMap((p) => [p.symbol, p.name]))].filter((s) => s !== '')
  const header = elements.find((e) => e.kind === 'header')
  if (header) {
    const lines = elements.flatMap((e) => (e.kind === 'line' ? [e.line] : []))
    const aligned = isAligned(header.line, header.labels, lines) ? readAligned(elements, header) : undefined
    return aligned ?? readStreamed(elements, header.columns, symbols)
  }
  const runs = labelRuns(elements)
  const columns = distinct(runs.flat())
  if (runs.some((r) => r.length > 1) && columns.length > 1) {
    const torn = runs.some((r) => r.length > columns.length)
    return torn
      ? readScattered(elements, columns, symbols, await tokenizer())
      : readStreamed(elements, columns, symbols)
  }
  const labelled = elements.filter((e) => e.kind === 'labelled' || e.kind === 'label').length
  if (labelled < 2) return undefined
  const once = runs.length === columns.length && runs.length === labelled
  return (once ? readColumns(elements) : undefined) ?? readLabelled(elements)
}
