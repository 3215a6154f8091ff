import type { Block, Cell, Line } from '../../layout/block.ts'
import { lineOf } from '../../layout/lines.ts'
import type { Party } from '../../schema/agreement.ts'
import { splitAtSpaces } from '../../text/clean.ts'
import type { Tokenizer } from '../../text/tokenizer.ts'
import { linesIn } from '../vision/markup.ts'
import { isAligned, readAligned } from './aligned.ts'
import { type Column, columnOf } from './column.ts'
import { withoutCosts } from './costs.ts'
import { readDelimited } from './delimited.ts'
import { type Element, elementsOf } from './elements.ts'
import { readLabelColumn } from './label-column.ts'
import { readColumns, readLabelled } from './labelled.ts'
import { withLabelledCells } from './labelled-cells.ts'
import { withOwnTitle } from './own-title.ts'
import { readPartyColumn } from './party-column.ts'
import type { Part, RoleTableReading } from './row.ts'
import { readScattered } from './scattered.ts'
import { sectionsOf } from './sections.ts'
import { readSpaced } from './spaced.ts'
import { readStreamed } from './streamed.ts'
import { readTransposed } from './transposed.ts'

const keyOf = (c: Column): string => (c.kind === 'role' ? `role ${c.party}` : c.kind)

/** The lines of a cell: as drawn, or as its breaks part them. */
function linesOfCell(cell: Cell): Line[] {
  return (cell.lines ?? linesIn(cell.text)).flatMap((text) => {
    const line = lineOf(text, 0, undefined)
    return line.text.value === '' ? [] : [line]
  })
}

/** Rows that hold a heading and its cell, or one cell, as lines: the label in a cell of its own row. */
function unrowed(elements: readonly Element[], parties: readonly Party[]): Element[] {
  return elements.flatMap((element): Element[] => {
    if (element.kind !== 'row') return [element]
    const filled = element.cells.filter((c) => c.folded !== '')
    const column = filled[0] && filled.length === 2 ? columnOf(filled[0].folded, parties) : undefined
    const lines = filled.flatMap(linesOfCell)
    const [rest, ...more] = filled[1] ? linesOfCell(filled[1]) : []
    // A narrow column breaks its labels, which are one all the same.
    const label = filled[0] && lineOf(filled[0].text, 0, undefined)
    if (column && label && rest) {
      return [
        { kind: 'labelled', column, line: label, label: label.text, rest },
        ...more.map((line): Element => ({ kind: 'line', line })),
      ]
    }
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

/** Different columns in order; two of titles are different where they stand side by side (政策分野, 取組名). */
function distinct(columns: readonly Column[]): Column[] {
  const seen = new Set<string>()
  const pillar = columns[0]?.kind === 'title' && columns[1]?.kind === 'title' ? columns.slice(0, 1) : []
  return [...pillar, ...columns.filter((c) => !seen.has(keyOf(c)) && seen.add(keyOf(c)))]
}

type Header = Extract<Element, { kind: 'header' }>

/** 取組の内容　甲の役割　乙の役割 over lines of four cells each: titles stand in a column without a heading. */
const lacksTitles = ({ columns }: Header, lines: readonly Line[]): boolean =>
  !columns.some((c) => c.kind === 'title') &&
  lines.every((line) => {
    const cells = splitAtSpaces(line.text, 1)
    return cells.length === columns.length + 1 && !cells[0]?.value.endsWith('。')
  })

/** A table under one row of headings: its columns side by side, or its cells one after another. */
function readHeaded(elements: readonly Element[], header: Header, symbols: readonly string[]): RoleTableReading {
  const lines = elements.flatMap((e) => (e.kind === 'line' ? [e.line] : []))
  const titled = lines.length > 1 && lacksTitles(header, lines)
  const spaced = titled
    ? readSpaced(elements, { ...header, columns: [{ kind: 'title' }, ...header.columns] })
    : undefined
  if (spaced) return spaced
  const aligned = isAligned(header.line, header.labels, lines) ? readAligned(elements, header) : undefined
  return aligned ?? readSpaced(elements, header) ?? readStreamed(elements, header.columns, symbols)
}

/** A table for each row: a labelled title (取組　ア　…), headings, and one row of cells under them. */
function readTitled(elements: readonly Element[], symbols: readonly string[]): RoleTableReading {
  const reading: RoleTableReading = { parts: [], left: [], labels: [] }
  for (const section of sectionsOf(elements, true)) {
    const part: Part = { headings: section.headings, rows: [] }
    reading.parts.push(part)
    const tables: Element[][] = []
    for (const e of section.elements) {
      if (tables.length === 0 || (e.kind === 'labelled' && e.column.kind === 'title')) tables.push([])
      tables.at(-1)?.push(e)
    }
    for (const [first, ...rest] of tables) {
      const header = rest.find((e) => e.kind === 'header')
      if (first?.kind !== 'labelled' || !header) {
        for (const e of [first, ...rest]) if (e?.kind === 'line') reading.left.push(e.line.text)
        continue
      }
      const own = readHeaded(rest, header, symbols)
      const rows = own.parts.flatMap((p) => p.rows)
      reading.labels.push(first.label, ...own.labels)
      reading.left.push(...own.left)
      part.rows.push({
        columns: [{ kind: 'title' }, ...rows.flatMap((r) => r.columns)],
        cells: [{ pieces: [first.rest.text] }, ...rows.flatMap((r) => r.cells)],
      })
    }
  }
  return reading
}

/** Headings that each stand over one row without a title are the rows' titles. */
function headingsAsTitles(reading: RoleTableReading): RoleTableReading {
  const filled = reading.parts.filter((p) => p.rows.length > 0)
  const single = filled.every(
    (p) => p.headings.length > 0 && p.rows.length === 1 && !p.rows[0]?.columns.some((c) => c.kind === 'title'),
  )
  if (filled.length < 2 || !single) return reading
  const own = filled.map((p) => (p.rows[0] ? withOwnTitle(p.rows[0]) : undefined))
  if (own.filter((row) => row !== undefined).length * 2 > filled.length) {
    for (const [i, part] of filled.entries()) part.rows = part.rows.map((row) => own[i] ?? row)
    return reading
  }
  for (const part of filled) {
    const title = part.headings.pop()
    const row = part.rows[0]
    if (title && row)
      part.rows = [{ columns: [{ kind: 'title' }, ...row.columns], cells: [{ pieces: [title.text] }, ...row.cells] }]
  }
  return reading
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
  const { blocks: spread, labels } = withLabelledCells(blocks, parties)
  const elements = withoutFieldHeads(elementsOf(spread, parties), parties)
  const marks = [...labels, ...elements.flatMap((e) => (e.kind === 'mark' ? [e.text] : []))]
  const reading = await readAnyForm(
    elements.filter((e) => e.kind !== 'mark'),
    parties,
    tokenizer,
  )
  const roles = reading && withoutCosts(reading)
  return roles ? headingsAsTitles({ ...roles, labels: [...roles.labels, ...marks] }) : undefined
}

/** Rows whose first cells say whose role stands beside them, at the least. */
const fewestLabels = 2

/** A table whose first column names what stands beside it (取組名, 甲の役割) is headed by no columns: 項目 over them, 内容 over their texts. */
function withoutFieldHeads(elements: readonly Element[], parties: readonly Party[]): Element[] {
  const kindsOf = (cells: readonly Cell[]): (Column['kind'] | undefined)[] =>
    cells.filter((c) => c.folded !== '').map((c) => columnOf(c.folded, parties)?.kind)
  const rows = elements.flatMap((e) => (e.kind === 'row' ? [kindsOf(e.cells)] : []))
  const labelled = rows.filter(([first, ...others]) => first === 'role' && !others.includes('role'))
  if (labelled.length < fewestLabels) return [...elements]
  return elements.flatMap((element): Element[] => {
    if (element.kind !== 'row') return [element]
    const [first, second, ...more] = kindsOf(element.cells)
    if (first !== 'title' || second !== 'description' || more.length > 0) return [element]
    return element.cells.filter((c) => c.folded !== '').map((c) => ({ kind: 'mark', text: c.text }))
  })
}

/** Rows of a label and its text have two cells, or three with a number; the cells of wider ones are not read one after another. */
const mostCells = 2
function hasManyColumns(elements: readonly Element[]): boolean {
  const filled = elements.flatMap((e) => (e.kind === 'row' ? [e.cells.filter((c) => c.folded !== '').length] : []))
  return filled.filter((n) => n > mostCells).length * 2 > filled.length
}

async function readAnyForm(
  found: readonly Element[],
  parties: readonly Party[],
  tokenizer: () => Promise<Tokenizer>,
): Promise<RoleTableReading | undefined> {
  const delimited = found.some((e) => e.kind === 'row')
    ? (readTransposed(found, parties) ??
      readPartyColumn(found, parties) ??
      readLabelColumn(found, parties) ??
      readDelimited(found, parties))
    : undefined
  if (delimited) return delimited
  if (hasManyColumns(found)) return undefined
  const elements = unrowed(found, parties)
  const symbols = [...new Set(parties.flatMap((p) => [p.symbol, p.name]))].filter((s) => s !== '')
  const header = elements.find((e) => e.kind === 'header')
  if (header && elements.some((e) => e.kind === 'labelled' && e.column.kind === 'title'))
    return readTitled(elements, symbols)
  if (header) return readHeaded(elements, header, symbols)
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
  const columnar = once ? readColumns(elements) : undefined
  return columnar ?? readLabelled(elements)
}
