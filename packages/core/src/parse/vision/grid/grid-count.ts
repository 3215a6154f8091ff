import type { Row, RowCell } from '../row.ts'
import { isCountHead, saysCount } from './count-head.ts'
import { type GridHeader, tokensOf } from './grid-header.ts'

/** A printed count of marks, 3 or 3市町. */
const counted = /^(?<count>[0-9]{1,3})(?:市町村?|市|町|村|団体)?$/u
const middle = (cell: RowCell): number => (cell.wideFrom + cell.wideTo) / 2

/** The head of the column that says how many marks a row has: 参加市町数, or 計 to the right of all names. */
function countColumn({ names, columns }: GridHeader): RowCell | undefined {
  const last = Math.max(...names.map((n) => n.cell.from))
  return columns.find(({ cell }) => saysCount(cell.bare) || (cell.from > last && isCountHead(cell.bare)))?.cell
}

/** The cell of a row that says how many marks it has, and that number. In lines it is the one nearest below its head, nearer than to that of the pages. */
export function countIn(row: Row, header: GridHeader): { head: RowCell; cell: RowCell; count: number } | undefined {
  const head = countColumn(header)
  if (!head) return undefined
  const apart = (c: RowCell, other: RowCell): number => Math.abs(middle(c) - middle(other))
  const page = header.columns.find((c) => c.kind === 'page')?.cell
  const cell =
    row.table !== undefined
      ? row.cells.find((c) => c.from === head.from)
      : tokensOf(row)
          .filter((c) => counted.test(c.bare) && !(page && apart(c, page) < apart(c, head)))
          .reduce<RowCell | undefined>((a, b) => (a && apart(a, head) <= apart(b, head) ? a : b), undefined)
  const { count } = counted.exec(cell?.bare ?? '')?.groups ?? {}
  return cell && count !== undefined ? { head, cell, count: Number(count) } : undefined
}
