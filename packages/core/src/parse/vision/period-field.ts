import { sumCells } from './budget-cell.ts'
import { datedSteps } from './dated-step.ts'
import { periodOf } from './measure.ts'
import type { Field } from './sheet-field.ts'
import { headOf } from './sum-head.ts'

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
