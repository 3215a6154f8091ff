import { emptyText } from '../../text/text.ts'
import { yenOf } from './budget/amount.ts'
import { isMark } from './grid/mark.ts'
import { listAt, type ProjectList } from './project-list.ts'
import { columnsUnder, filled, inColumn, type Row, type RowCell } from './row.ts'
import { labelOf } from './sheet/sheet-label.ts'

/** Blank lines that may stand between two rows. */
const widestGap = 1
/** Lines without sums are rows where several in turn have a cell under every heading. */
const fewestUnproved = 2
/** No line that begins a list is wider. */
const mostColumns = 20

const blank: RowCell = { text: emptyText, bare: '', from: 0, to: 1, wideFrom: 0, wideTo: 1 }

const asTable = ({ gap }: Row, cells: readonly RowCell[], table: number): Row => ({
  cells: cells.map(inColumn),
  table,
  gap,
})

/** The cells of a line under the headings of a list; undefined where it is no row of it. */
function cellsUnder(row: Row | undefined, heads: readonly RowCell[], list: ProjectList): RowCell[] | undefined {
  const cells = row?.line && row.gap <= widestGap ? filled(row) : []
  if (cells.length < 2 || cells.length > heads.length || cells.some((c) => labelOf(c.bare) !== undefined))
    return undefined
  const isWhole = cells.length === heads.length
  const columns = isWhole ? cells.map((_, i) => i) : columnsUnder(cells, heads, false)
  if (columns.some((c, i) => i > 0 && c <= (columns[i - 1] as number))) return undefined
  const under = heads.map((_, i) => cells[columns.indexOf(i)] ?? blank)
  if (under[list.title]?.bare === '') return undefined
  const sums = list.columns.flatMap(({ sum }, i) => (sum ? [under[i] as RowCell] : []))
  // Without sums nothing else shows where the cells of a shorter line belong.
  if (sums.length === 0) return isWhole && !cells.some((c) => isMark(c.bare)) ? under : undefined
  return sums.every((c) => yenOf(c.bare) !== undefined) ? under : undefined
}

/** The rows of the list whose heading is the line at `i`. */
function listFrom(rows: readonly Row[], i: number, table: number): Row[] {
  const row = rows[i] as Row
  const heads = row.line ? filled(row) : []
  if (heads.length < 3 || heads.length > mostColumns) return []
  const head = asTable(row, heads, table)
  const list = listAt([head], 0)
  if (!list) return []
  const found: Row[] = [head]
  for (let k = i + 1; k < rows.length; k++) {
    const under = cellsUnder(rows[k], heads, list)
    if (!under) break
    found.push(asTable(rows[k] as Row, under, table))
  }
  const isProved = list.columns.some((c) => c.sum !== undefined)
  return found.length > (isProved ? 1 : fewestUnproved) ? found : []
}

/** Lists of projects printed as lines, their columns lined up by spaces, as the tables that they are. */
export function withAlignedLists(rows: readonly Row[]): Row[] {
  let table = Math.max(0, ...new Set(rows.map((r) => r.table ?? 0)))
  const out: Row[] = []
  for (let i = 0; i < rows.length; ) {
    const list = listFrom(rows, i, table + 1)
    if (list.length > 0) table++
    out.push(...(list.length > 0 ? list : [rows[i] as Row]))
    i += Math.max(1, list.length)
  }
  return out
}
