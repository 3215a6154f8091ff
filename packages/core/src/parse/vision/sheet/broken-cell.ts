import { join } from '../../../text/clean.ts'
import type { Text } from '../../../text/text.ts'
import { bareOf, filled, linesOf, type Row, type RowCell } from '../row.ts'
import { labelAt } from './sheet-field.ts'

/** Fewer cells above are no columns that a row could be measured by. */
const fewestColumns = 3
/** Lines that the cells of one row are broken into. */
const mostLines = 12
/** A line in brackets goes on with the value above it: （R8）. */
const bracketed = /^\([^()]{1,20}\)$/u
/** A row of a list begins so, and no cell goes on with it. */
const numbered = /^(?:No\.?)?[0-9]{1,3}$/u

const joined = (cell: RowCell, next: RowCell): RowCell => {
  const lines: Text[] = [...linesOf(cell), ...linesOf(next)]
  const text = join(lines)
  return { ...cell, text, bare: bareOf(text), lines }
}

/** The cells of a row and of the line below it that its last cell goes on in. */
function withLine(cells: readonly RowCell[], next: Row): RowCell[] {
  const last = cells.at(-1) as RowCell
  const [first, ...more] = next.cells
  const from = cells.length
  const at = (cell: RowCell, i: number): RowCell => ({
    ...cell,
    from: from + i,
    to: from + i + 1,
    wideFrom: from + i,
    wideTo: from + i + 1,
  })
  return [...cells.slice(0, -1), first ? joined(last, first) : last, ...more.map(at)]
}

/** The row at `i` put together from the lines that cells with line breaks were torn into: it has the cells of the row above then, no more and no fewer. */
function wholeRow(rows: readonly Row[], i: number, width: number): { row: Row; height: number } | undefined {
  const row = rows[i] as Row
  let { cells } = row
  let k = i + 1
  for (; cells.length < width && k < i + mostLines; k++) {
    const next = rows[k]
    const [first] = next?.cells ?? []
    if (!next || !first || first.bare === '' || next.gap > 0 || numbered.test(first.bare) || labelAt(rows, k))
      return undefined
    cells = withLine(cells, next)
  }
  if (cells.length !== width) return undefined
  for (let next = rows[k]; next && next.table === undefined && next.gap === 0; next = rows[k]) {
    if (!bracketed.test(filled(next)[0]?.bare ?? '')) break
    cells = withLine(cells, next)
    k++
  }
  return { row: { ...row, cells }, height: k - i }
}

/** Rows of tables between tabs, whose cells were broken over several lines with nothing to say so, as one row each. */
export function joinBrokenCells(rows: readonly Row[]): readonly Row[] {
  if (!rows.some((r) => r.table !== undefined)) return rows
  const whole: Row[] = []
  for (let i = 0; i < rows.length; ) {
    const row = rows[i] as Row
    const above = whole.at(-1)
    const width = above?.table === row.table && row.table !== undefined ? (above?.cells.length ?? 0) : 0
    const read =
      width >= fewestColumns && row.cells.length < width && !labelAt(rows, i) ? wholeRow(rows, i, width) : undefined
    whole.push(read?.row ?? row)
    i += read?.height ?? 1
  }
  return whole
}
