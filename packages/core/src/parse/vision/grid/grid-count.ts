import { headOf } from '../budget/sum-head.ts'
import type { Row, RowCell } from '../row.ts'
import type { GridHeader } from './grid-header.ts'

const countHead = /^(?:参加|参画|連携|実施|取組|構成|関係)?(?:市町村?|市村|町村|自治体|団体)(?:の?数|計)$/u
/** A printed count of marks, 3 or 3市町. */
const counted = /^(?<count>[0-9]{1,3})(?:市町村?|市|町|村)?$/u

/** The cell of a table's row, under 計 to the right of all names or under 参加市町数, that says how many marks the row has, and that number. */
export function countIn(row: Row, header: GridHeader): { head: RowCell; cell: RowCell; count: number } | undefined {
  if (row.table === undefined) return undefined
  const last = Math.max(...header.names.map((n) => n.cell.from))
  const head = header.columns.find(
    ({ cell }) => countHead.test(cell.bare) || (cell.from > last && headOf(cell.bare)?.kind === 'total'),
  )
  const cell = head && row.cells.find((c) => c.from === head.cell.from)
  const { count } = counted.exec(cell?.bare ?? '')?.groups ?? {}
  return head && cell && count !== undefined ? { head: head.cell, cell, count: Number(count) } : undefined
}
