import { sumCells } from '../budget/budget-cell.ts'
import { datedSteps } from '../budget/dated-step.ts'
import { headOf } from '../budget/sum-head.ts'
import { periodOf } from '../indicator/measure.ts'
import type { Field } from './sheet-field.ts'

/** 事業期間 | 令和6年度～令和10年度: how long a project lasts, and no step of any year. */
export function isPeriod({ label, rows }: Field): boolean {
  const [cell, ...others] = rows.flatMap(sumCells)
  return (
    label.kind === 'schedule' &&
    cell !== undefined &&
    others.length === 0 &&
    cell.bare.length <= longestPeriod &&
    headOf(cell.bare) === undefined &&
    periodOf(cell.bare) !== undefined &&
    datedSteps([cell]) === undefined
  )
}
const longestPeriod = 40
