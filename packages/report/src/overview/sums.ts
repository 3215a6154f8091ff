import type { BudgetChange, ProjectChange } from '@kyoyaku/diff'
import { isChange } from '../revision.ts'

/** What a revision does to one sum: a project that is new or has ended counts with all of it. Undefined where that is not known. */
export function deltaOf(change: ProjectChange, budget: BudgetChange): number | undefined {
  if (change.status === 'added') return budget.new ?? undefined
  if (change.status === 'deleted') return budget.old === null ? undefined : -budget.old
  return budget.delta ?? undefined
}

/** The fiscal years that budgets tell of, in order. */
export function fiscalYears(changes: readonly ProjectChange[]): number[] {
  const years = changes.flatMap((c) => (c.budget ?? []).flatMap((b) => b.fiscalYear ?? []))
  return [...new Set(years)].sort((a, b) => a - b)
}

/** Whether only one version's plan covers the year of a sum: 2023–2027, now 2024–2028. */
export const isOutside = ({ status }: ProjectChange, { oldText, newText }: BudgetChange): boolean =>
  status === 'changed' && (oldText === undefined) !== (newText === undefined)

export interface YearSum {
  up: number
  down: number
  /** Sums of this year that nothing can be said of. */
  unknown: number
}

/** What all projects together rise and fall in a year; in total without one. */
export function sumOf(changes: readonly ProjectChange[], year: number | undefined): YearSum {
  const sum: YearSum = { up: 0, down: 0, unknown: 0 }
  for (const change of changes.filter(isChange))
    for (const budget of change.budget ?? []) {
      if (budget.fiscalYear !== year) continue
      const delta = deltaOf(change, budget)
      if (isOutside(change, budget)) continue
      if (delta === undefined) sum.unknown++
      else if (delta > 0) sum.up += delta
      else sum.down += delta
    }
  return sum
}

const thousand = 1000

export const thousands = (yen: number): number => yen / thousand

const figures = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 3 })

/** 12,500 */
export const figure = (yen: number): string => figures.format(thousands(yen))

/** +12,500, −800, ±0: the sign is a word of its own. */
export const signed = (yen: number): string =>
  yen === 0 ? '±0' : yen > 0 ? `+${figure(yen)}` : `−${figure(Math.abs(yen))}`
