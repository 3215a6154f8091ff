import { type Context, furnish, leaf } from '../../context.ts'
import { filled, type Row, type RowCell } from '../row.ts'
import { yenOf } from './amount.ts'
import type { BudgetColumns, HeadCell } from './budget-column.ts'
import { type BudgetReading, put } from './budget-reading.ts'
import { stepAndSum } from './step-and-sum.ts'
import { headOf } from './sum-head.ts'
import { keysOf } from './sum-keys.ts'

/** Whether a row is a sum and nothing else. */
export const isLoneSum = (row: Row | undefined): boolean => {
  const [cell, ...others] = row ? filled(row) : []
  return cell !== undefined && others.length === 0 && headOf(cell.bare) === undefined && yenOf(cell.bare) !== undefined
}

/** Whether the headings of sums are printed one a line. */
export const isFlow = (columns: BudgetColumns | undefined): boolean =>
  columns !== undefined &&
  !columns.inTable &&
  columns.heads.length > 1 &&
  columns.heads.every((h) => h.cell.wideFrom === columns.heads[0]?.cell.wideFrom)

/** Sums printed one a line after their headings one a line: placed where their number leaves no doubt. */
export function readFlow(context: Context, reading: BudgetReading, cells: readonly RowCell[], source?: HeadCell): void {
  const heads = reading.columns?.heads ?? []
  const parts = cells.map((c) => stepAndSum(c.text))
  const sums = parts.flatMap((p) => (p.sum ? [p.sum] : []))
  const steps = parts.flatMap((p) => (p.step && p.step.value !== '' ? [p.step] : []))
  const years = heads.flatMap(({ head }) => (head.kind === 'year' ? [head.year] : []))
  const targets =
    sums.length === heads.length
      ? heads
      : sums.length === years.length
        ? heads.filter((h) => h.head.kind === 'year')
        : []
  sums.forEach((sum, i) => {
    const head = targets[i]?.head
    if (head) {
      put(context, reading, sum, keysOf([source?.head, head]))
    } else reading.rest.push(sum)
  })
  if (source) furnish(context, 'label', source.cell.text)
  steps.forEach((step, i) => {
    const year = steps.length === years.length || (steps.length === 1 && i === 0) ? years[i] : undefined
    if (year === undefined) reading.rest.push(step)
    else {
      const read = leaf(context, step)
      reading.schedule.push({ fiscalYear: year, label: read.text, at: read.at })
    }
  })
}
