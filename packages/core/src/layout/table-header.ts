import type { Cell, Table } from './block.ts'

/** A header's words are short … */
const longestLabel = 24
/** … and stand in most of its columns. */
const labelledShare = 0.6
/** A header of more rows than this would be the table. */
const mostRows = 4

const value = /[。○◯〇●◎✓✔]|^[-+△▲]? ?[0-9][0-9,.]*(千円|百万円|円|人|件|%|回)?$/u

const isLabel = (cell: Cell): boolean => cell.folded.length <= longestLabel && !value.test(cell.folded)

/**
 * Marks the cells of the rows that name the columns: the first row, and as many below it as its cells span. Forms, whose rows
 * each begin with a label, and tables without labels on top have none.
 */
export function markHeader(table: Table): void {
  const first = table.rows[0] ?? []
  if (first.some((c) => c.header)) return
  const own = first.filter((c) => !c.covered)
  const rows = Math.min(Math.max(1, ...own.map((c) => c.rowSpan ?? 1)), table.rows.length - 1, mostRows)
  if (own.length < 3 && !own.some((c) => (c.colSpan ?? 1) > 1 && rows > 1)) return
  const cells = table.rows
    .slice(0, rows)
    .flat()
    .filter((c) => !c.covered && c.folded !== '')
  if (cells.length === 0 || !cells.every(isLabel)) return
  if (own.filter((c) => c.folded !== '').length < own.length * labelledShare) return
  for (const cell of table.rows.slice(0, rows).flat()) if (!cell.covered) cell.header = true
}
