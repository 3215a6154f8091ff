import type { RowCell } from '../row.ts'
import { yenOf } from './amount.ts'
import type { BudgetColumns } from './budget-column.ts'
import { headOf } from './sum-head.ts'

/** The label at the beginning of a row of sums, left of all columns. */
export function labelOfRow(cells: readonly RowCell[], columns: BudgetColumns | undefined): RowCell | undefined {
  const [first, ...others] = cells
  const [head] = columns?.heads ?? []
  if (!first || !head || yenOf(first.bare) !== undefined || headOf(first.bare) !== undefined) return undefined
  if (!others.some((c) => yenOf(c.bare) !== undefined)) return undefined
  const isLeft = columns?.inTable ? first.from < head.cell.from : first.wideTo <= head.cell.wideFrom
  const isWhole = others.length === columns?.heads.length && others.every((c) => yenOf(c.bare) !== undefined)
  return isLeft || isWhole ? first : undefined
}

/** What stands left of all years in a row of steps: what the steps are of. */
export function stepLabel(cells: readonly RowCell[], columns: BudgetColumns | undefined): RowCell | undefined {
  const [first, second] = cells
  const [head] = columns?.heads ?? []
  if (!first || !second || !head || cells.some((c) => yenOf(c.bare) !== undefined && /[0-9]/u.test(c.bare)))
    return undefined
  const isLeft = columns?.inTable ? first.from < head.cell.from : first.wideTo <= head.cell.wideFrom
  return isLeft && headOf(first.bare) === undefined ? first : undefined
}

/** A step stands below its year, if a little further left. */
const mostLeft = 4
/** Whether a line has nothing but words left of all columns: they are of none of them. */
export function isLeftOf([cell, ...others]: readonly RowCell[], columns: BudgetColumns | undefined): boolean {
  const [head] = columns?.heads ?? []
  return (
    cell !== undefined &&
    others.length === 0 &&
    columns?.inTable === false &&
    head !== undefined &&
    cell.wideFrom + mostLeft < head.cell.wideFrom
  )
}
