import { headOf } from '../budget/sum-head.ts'
import type { Row, RowCell } from '../row.ts'
import type { GridHeader } from './grid-header.ts'

/** A printed count of marks, 3 or 3市町. */
const counted = /^(?<count>[0-9]{1,3})(?:市町村?|市|町|村)?$/u

/** The cell of a table's row, under 計 to the right of all names, that says how many marks the row has, and that number. */
export function countIn(row: Row, header: GridHeader): { cell: RowCell; count: number } | undefined {
  if (row.table === undefined) return undefined
  const last = Math.max(...header.names.map((n) => n.cell.from))
  const head = header.columns.find(({ cell }) => cell.from > last && headOf(cell.bare)?.kind === 'total')
  const cell = head && row.cells.find((c) => c.from === head.cell.from)
  const { count } = counted.exec(cell?.bare ?? '')?.groups ?? {}
  return cell && count !== undefined ? { cell, count: Number(count) } : undefined
}
