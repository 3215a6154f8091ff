import type { Line } from '../../layout/block.ts'
import { splitAtSpaces } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { concat, emptyText, slice, type Text } from '../../text/text.ts'
import { endsCell } from './cell-end.ts'
import type { Column } from './column.ts'
import type { Element } from './elements.ts'
import type { Part, RoleTableReading } from './row.ts'
import { rowLabelOf, rowStartsOf } from './row-label.ts'
import { couldHead } from './sections.ts'

/** The cells of a line parted by single spaces; a number belongs to the text after it. */
function cellsOf(line: Line, count: number): Text[] {
  const cells = splitAtSpaces(line.text, 1)
  const from = cells.length === count + 1 ? rowLabelOf(line.folded)?.textStart : undefined
  if (from === undefined) return cells
  const [first = emptyText, ...rest] = splitAtSpaces(slice(line.text, from), 1)
  return [concat([slice(line.text, 0, from), first]), ...rest]
}

/** Cells of a row so far, by column. */
type Pieces = Text[][]

const ended = (pieces: readonly Text[]): boolean => {
  const last = pieces.at(-1)
  return last !== undefined && endsCell(last)
}

/** Where the pieces of a line go that are fewer than the columns: to the cells that have not ended, if there are as many. */
function unended(row: Pieces, columns: readonly Column[], count: number): number[] | undefined {
  const open = columns.flatMap((_, i) => (ended(row[i] ?? []) ? [] : [i]))
  const text = open.filter((i) => columns[i]?.kind !== 'title')
  return [open, text].find((list) => list.length === count)
}

/**
 * A table printed line by line, its cells parted by single spaces: every line has a piece for each heading, or for each cell that has
 * not ended, or is a numbered heading. Undefined where any line has another number of them.
 */
export function readSpaced(
  elements: readonly Element[],
  header: Extract<Element, { kind: 'header' }>,
): RoleTableReading | undefined {
  const { columns } = header
  const parts: Part[] = [{ headings: [], rows: [] }]
  const reading: RoleTableReading = { parts, left: [], labels: [] }
  const lines = elements.flatMap((e) => (e.kind === 'line' ? [e.line] : []))
  const cut = new Map(lines.map((line) => [line, cellsOf(line, columns.length)]))
  const full = lines.filter((line) => cut.get(line)?.length === columns.length)
  const wrapped = full.length < lines.length
  const numbered = rowStartsOf([full.map((line) => ({ line, folded: fold(cut.get(line)?.[0]?.value ?? '') }))])
  const starts = new Set([...numbered].map((n) => n.line))
  let row: Pieces | undefined
  for (const element of elements) {
    if (element.kind === 'header') reading.labels.push(...element.labels)
    else if (element.kind !== 'line') return undefined
    else {
      const cells = cut.get(element.line) ?? []
      const isFull = cells.length === columns.length
      const goesOn = row && (starts.size > 0 ? !starts.has(element.line) : wrapped && !row.slice(1).every(ended))
      const into = !row || !goesOn ? undefined : isFull ? columns.map((_, i) => i) : unended(row, columns, cells.length)
      if (row && into) for (const [k, i] of into.entries()) row[i]?.push(cells[k] as Text)
      else if (isFull && !goesOn) {
        row = cells.map((text) => [text])
        parts.at(-1)?.rows.push({ columns, cells: row.map((pieces) => ({ pieces })) })
      } else {
        const form = couldHead(element.line) ? rowLabelOf(element.line.folded)?.form : undefined
        if (form === undefined || cells.length > 2) return undefined
        parts.push({ headings: [{ text: element.line.text, form }], rows: [] })
        row = undefined
      }
    }
  }
  return parts.some((p) => p.rows.length > 0) ? reading : undefined
}
