import type { Amount, Project } from '@kyoyaku/core'
import type { BudgetChange } from '../schema/project-change.ts'
import { editsOf } from '../text/edits.ts'
import type { Environment } from './environment.ts'

type Budget = NonNullable<Project['budget']>

function changeOf(old: Amount | undefined, other: Amount | undefined): BudgetChange {
  const [a, b] = [old?.yen ?? null, other?.yen ?? null]
  const year = other?.fiscalYear ?? old?.fiscalYear
  return {
    ...(year === undefined ? {} : { fiscalYear: year }),
    old: a,
    new: b,
    delta: a === null || b === null ? null : b - a,
    ...(old ? { oldText: old.text } : {}),
    ...(other ? { newText: other.text } : {}),
  }
}

const sumOf = (budget: Budget | undefined, year: number | undefined): Amount | undefined =>
  year === undefined ? budget?.total : budget?.years.find((y) => y.fiscalYear === year)

/** Lists sums that are equal and printed otherwise among the ways of writing: 80,000千円, now 80百万円. */
export function noteNotation(
  env: Environment,
  old: Budget | undefined,
  other: Budget | undefined,
  where: string,
): void {
  for (const year of [...(old?.years ?? []).map((y) => y.fiscalYear), undefined]) {
    const [a, b] = [sumOf(old, year), sumOf(other, year)]
    if (a?.yen === undefined || a.yen === null || a.yen !== b?.yen) continue
    if (editsOf(env.text, { text: a.text }, { text: b.text }, where))
      env.text.noise.push({ where, old: a.text, new: b.text, reason: 'notation' })
  }
}

/** Sums of two budgets, year by year and the total last; undefined where they are the same. A year that one lacks is null there. */
export function compareBudgets(old: Budget | undefined, other: Budget | undefined): BudgetChange[] | undefined {
  if (!old && !other) return undefined
  const years = [...new Set([...(old?.years ?? []), ...(other?.years ?? [])].map((y) => y.fiscalYear))]
  years.sort((a, b) => (a ?? 0) - (b ?? 0))
  const of = (budget: Budget | undefined, year: number | undefined): Amount | undefined =>
    budget?.years.find((y) => y.fiscalYear === year)
  const changes = years.map((year) => changeOf(of(old, year), of(other, year)))
  if (old?.total || other?.total) changes.push(changeOf(old?.total, other?.total))
  return changes.some(isChanged) ? changes : undefined
}

/** Sums that are equal in yen are equal however they are printed; where a side has no number the print decides. */
const isChanged = (c: BudgetChange): boolean =>
  c.old === null && c.new === null ? (c.oldText ?? '') !== (c.newText ?? '') : c.old !== c.new
