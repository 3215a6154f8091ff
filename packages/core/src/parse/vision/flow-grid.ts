import type { NameBook } from '../../check/municipality-name.ts'
import type { GridHeader } from './grid-header.ts'
import { headingOf } from './heading.ts'
import { isMark } from './mark.ts'
import { filled, type Row, type RowCell } from './row.ts'

/** A grid printed a cell a line: names, then for each project its name and its marks; blank cells leave no line. */
export interface FlowGrid {
  header: GridHeader
  /** A row a project, its marks in order and not in their columns. */
  rows: Row[]
  end: number
}

/** Fewest names and fewest projects that make a grid of lines. */
const fewestNames = 3
const fewestRows = 2
/** No region has more members. */
const mostNames = 60
/** Longest name of a project or heading between marks. */
const longestName = 45

const single = (row: Row | undefined): RowCell | undefined => {
  const cells = row && row.table === undefined ? filled(row) : []
  return cells.length === 1 ? cells[0] : undefined
}

/** Looks for a grid printed a cell a line whose first name is row `i`. */
export function flowGridAt(rows: readonly Row[], i: number, book: NameBook): FlowGrid | undefined {
  const names: GridHeader['names'] = []
  let end = i
  for (
    let cell = single(rows[end]);
    cell && cell.bare.length <= 12 && names.length < mostNames;
    cell = single(rows[++end])
  ) {
    const name = /[市町村区巿盯]$/u.test(cell.bare) ? book.resolve(cell.text) : undefined
    if (name === undefined) break
    names.push({ name, cell: { ...cell, from: names.length + 1 }, texts: [cell.text] })
  }
  if (names.length < fewestNames) return undefined
  const header: GridHeader = { start: i, end, names, columns: [], labels: [], lossy: true }
  const found: Row[] = []
  let pending = 0
  const ends = new Map<Row, number>()
  for (let k = end; k < rows.length; k++) {
    const cell = single(rows[k])
    if (!cell) break
    const open = found.at(-1)
    if (isMark(cell.bare)) {
      if (!open) break
      if (open.cells.length > names.length) {
        // More marks than names: from here on it is something else.
        found.pop()
        break
      }
      open.cells.push({ ...cell, from: open.cells.length })
      pending = 0
      ends.set(open, k + 1)
    } else {
      // Pillar, initiative and name stand one above another; more words without a mark are another text.
      if (cell.bare.length > longestName || /[。:]$/u.test(cell.bare) || ++pending > 3) break
      if (headingOf(rows[k] as Row)?.role === 'initiative') break
      found.push({ cells: [{ ...cell, from: 0 }], table: flowTable, gap: 0 })
    }
  }
  const rowsRead = found.slice(0, found.findLastIndex((r) => r.cells.length > 1) + 1)
  const marked = rowsRead.filter((r) => r.cells.length > 1)
  if (marked.length < fewestRows) return undefined
  return { header, rows: rowsRead, end: ends.get(rowsRead.at(-1) as Row) ?? end }
}

/** No table of the document has this number. */
const flowTable = -1
