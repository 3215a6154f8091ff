import { filled, type Row } from '../row.ts'
import { labelOf } from './sheet-label.ts'

/** Fewer columns are fields of a sheet, and no list that headings part. */
const fewestColumns = 4
/** Longest heading between the rows of a list. */
const longestHeading = 40

/** Whether a line heads the rows below it in a table: short, alone, and no label of a sheet. */
const isHeading = (row: Row | undefined): row is Row => {
  const [cell, ...others] = row && row.table === undefined && row.gap === 0 ? filled(row) : []
  return (
    cell !== undefined &&
    others.length === 0 &&
    cell.bare.length <= longestHeading &&
    !/[。：:]$/u.test(cell.bare) &&
    !/^[※☆★]/u.test(cell.bare) &&
    labelOf(cell.bare) === undefined
  )
}

/** Lists between tabs that headings on lines of their own part into several tables, as one table with the headings in its first column. */
export function joinPartedTables(rows: readonly Row[]): readonly Row[] {
  const whole: Row[] = []
  /** The table that those of later numbers go on with. */
  const joined = new Map<number, number>()
  const widths = new Map<number, Set<number>>()
  const tableOf = (row: Row): number | undefined =>
    row.table === undefined ? undefined : (joined.get(row.table) ?? row.table)
  rows.forEach((row, i) => {
    const [above, next] = [whole.at(-1), rows[i + 1]]
    const table = above?.table
    const width = next?.table === undefined ? 0 : next.cells.length
    const goesOn =
      table !== undefined &&
      isHeading(row) &&
      width >= fewestColumns &&
      widths.get(table)?.has(width) === true &&
      !next?.cells.some((c) => labelOf(c.bare) !== undefined)
    if (goesOn && next?.table !== undefined) {
      joined.set(next.table, table)
      whole.push({ table, gap: 0, cells: filled(row).map((c) => ({ ...c, from: 0, to: 1, wideFrom: 0, wideTo: 1 })) })
      return
    }
    const own = tableOf(row)
    if (own === undefined) {
      whole.push(row)
      return
    }
    widths.set(own, (widths.get(own) ?? new Set()).add(row.cells.length))
    whole.push(own === row.table ? row : { ...row, table: own })
  })
  return joined.size === 0 ? rows : whole
}
