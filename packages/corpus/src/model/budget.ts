import type { Amount, Project } from '@kyoyaku/core'
import type { Random } from '../random.ts'

/** The unit in every cell, after a space, or in the label alone; thousands or millions or single yen. */
export interface BudgetForm {
  unit: '千円' | '百万円' | '円'
  inCell: 'yes' | 'spaced' | 'no'
  minus: '△' | '▲'
  dash: '－' | '—' | '―' | '-'
}
export const budgetForms: readonly BudgetForm[] = [
  { unit: '千円', inCell: 'yes', minus: '△', dash: '—' },
  { unit: '千円', inCell: 'yes', minus: '△', dash: '－' },
  { unit: '千円', inCell: 'spaced', minus: '▲', dash: '—' },
  { unit: '千円', inCell: 'no', minus: '△', dash: '－' },
  { unit: '千円', inCell: 'no', minus: '▲', dash: '―' },
  { unit: '百万円', inCell: 'no', minus: '△', dash: '-' },
  { unit: '円', inCell: 'yes', minus: '△', dash: '－' },
]

const worth = { 千円: 1_000, 百万円: 1_000_000, 円: 1 } as const
const comma = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',')

export function printAmount(n: number, { unit, inCell, minus }: BudgetForm): string {
  const digits = `${n < 0 ? minus : ''}${comma(Math.abs(n))}`
  return inCell === 'no' ? digits : `${digits}${inCell === 'spaced' ? ' ' : ''}${unit}`
}

const sums: Record<BudgetForm['unit'], (random: Random) => number> = {
  千円: (random) => random.pick([0, random.int(1, 99) * 10, random.int(1, 40) * 500, random.int(1, 9_999_999)]),
  百万円: (random) => random.pick([0, random.int(1, 99), random.int(1, 4_000)]),
  円: (random) => random.int(1, 90_000) * 1_000,
}

/** Sums by year and in total; some of them not known, few of them negative, the total right. */
export function drawBudget(random: Random, years: readonly number[], form: BudgetForm): NonNullable<Project['budget']> {
  const value = worth[form.unit]
  const constant = random.chance(0.4) ? sums[form.unit](random) : undefined
  let total = 0
  let known = 0
  const amounts = years.map((fiscalYear): Amount => {
    const open = random.chance(0.1)
    if (open) return { fiscalYear, text: random.pick([form.dash, '未定', '調整中']), yen: null }
    const n = constant ?? (random.chance(0.04) ? -1 : 1) * sums[form.unit](random)
    total += n
    known++
    return { fiscalYear, text: printAmount(n, form), yen: n * value }
  })
  return {
    unit: form.unit,
    years: amounts,
    total: known === 0 ? { text: form.dash, yen: null } : { text: printAmount(total, form), yen: total * value },
  }
}

/** The split by 財源 of a total, in the order that such tables have. */
export function drawSources(random: Random, total: number, form: BudgetForm): Amount[] {
  const names = ['国', '県', '地方債', 'その他', '一般財源']
  const value = worth[form.unit]
  let left = Math.round(total / value)
  return names.map((source, i) => {
    const n = i === names.length - 1 ? left : random.chance(0.5) ? Math.floor(left * random.next() * 0.6) : 0
    left -= n
    return { source, text: printAmount(n, form), yen: n * value }
  })
}
