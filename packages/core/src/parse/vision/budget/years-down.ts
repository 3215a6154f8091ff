import type { Text } from '../../../text/text.ts'
import { filled, type Row, type RowCell } from '../row.ts'
import { type FieldKind, type Label, labelOf } from '../sheet/sheet-label.ts'
import type { BudgetColumns, HeadCell } from './budget-column.ts'
import { headOf } from './sum-head.ts'

/** A table of sums with a row a year: its heading, of one row or two. */
export interface YearsDown {
  label: Label
  labels: Text[]
  height: number
  sums: BudgetColumns
}

const yearsColumn = /^(?:年度|年次|会計年度|実施年度|区分)$/u

/** What a column of such a table is of: all sums of the year where it is called 事業費. */
function headIn(cell: RowCell): HeadCell | undefined {
  const head = headOf(cell.bare) ?? headOf(cell.bare.replace(/\([^()]*\)$/u, ''))
  if (head) return head.kind === 'year' ? undefined : { head, cell }
  return isSums(cell) ? { head: { kind: 'total' }, cell } : undefined
}
const isSums = ({ bare }: RowCell): boolean => labelOf(bare)?.kind === 'budget' && !bare.startsWith('財源')

const stepKinds = new Set<FieldKind>(['activities', 'schedule'])

const inSameTable = (rows: readonly Row[], i: number, k: number): Row | undefined =>
  rows[k]?.table === rows[i]?.table ? rows[k] : undefined

/** Whether a row gives the sums of one year: 令和6年度 | 1,000 | …. */
const isOfYear = (row: Row | undefined, column: number): boolean => {
  const [first] = row ? filled(row) : []
  return first?.from === column && headOf(first.bare)?.kind === 'year'
}

/** 年度 | 事業費 | 財源内訳 above 国費 | 県費 | … and a row of sums for each year. */
export function yearsDownAt(rows: readonly Row[], i: number): YearsDown | undefined {
  const row = rows[i]
  if (row?.table === undefined) return undefined
  const [first, ...others] = filled(row)
  if (!first || row.cells[0] !== first || !yearsColumn.test(first.bare) || !others.some(isSums)) return undefined
  const second = inSameTable(rows, i, i + 1)
  const below = second && !isOfYear(second, first.from) ? filled(second) : []
  const height = below.length > 0 ? 2 : 1
  if (!isOfYear(inSameTable(rows, i, i + height), first.from)) return undefined
  if (below.some((c) => c.from === first.from && c.bare !== first.bare)) return undefined
  // A heading over several columns is that of none of them.
  const own = [...others.filter((c) => !below.some((b) => b.from >= c.from && b.from < c.to)), ...below]
  const heads = own.sort((a, b) => a.from - b.from).flatMap((cell) => headIn(cell) ?? [])
  const sums = heads.filter((h) => h.head.kind === 'total')
  if (heads.length === 0 || sums.length > 1) return undefined
  const { unit } = others.map((c) => labelOf(c.bare)).find((l) => l?.unit !== undefined) ?? {}
  return {
    label: { kind: 'budget', ...(unit ? { unit } : {}) },
    labels: [first, ...others, ...below].map((c) => c.text),
    height,
    sums: { heads, inTable: true, steps: own.filter((c) => stepKinds.has(labelOf(c.bare)?.kind ?? 'note')) },
  }
}
