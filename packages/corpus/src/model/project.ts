import type { GridRow, Indicator, Project } from '@kyoyaku/core'
import type { Random } from '../random.ts'
import { purposeOf } from '../vocabulary/sentences.ts'
import { type Theme, themes } from '../vocabulary/themes.ts'
import { drawBudget, drawSources } from './budget.ts'
import type { VisionStyle } from './vision-model.ts'

export interface ProjectWanted {
  /** Of the grid; none for a project that two regions run together. */
  row: GridRow | undefined
  members: readonly string[]
  core: string
  years: readonly number[]
  style: VisionStyle
}

const yearText = (year: number): string =>
  year >= 2019 ? `令和${year === 2019 ? '元' : year - 2018}年度` : `平成${year - 1988}年度`
const comma = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',')

function drawIndicators(random: Random, theme: Theme, years: readonly number[]): Indicator[] {
  const first = years[0] as number
  const last = years.at(-1) as number
  return random.sample(theme.counts, random.int(1, 2)).map(([name, unit]) => {
    const n = random.pick([random.int(1, 99), random.int(100, 9_000)])
    const open = random.chance(0.15)
    const target = random.pick([
      `${comma(n + random.int(1, n))}${unit}（${yearText(last)}）`,
      `${comma(n + random.int(1, n))}${unit}以上（${yearText(last)}）`,
      '現状維持以上',
    ])
    return {
      name,
      baseline: { text: open ? random.pick(['—', '検討中', '－']) : `${comma(n)}${unit}（${yearText(first - 1)}）` },
      target: { text: target },
    }
  })
}

const steps = ['調査', '検討', '準備', '実施', '検証']

function drawSchedule(random: Random, years: readonly number[]): NonNullable<Project['schedule']> {
  const from = random.int(0, 2)
  return years.map((fiscalYear, i) => ({ fiscalYear, label: steps[Math.min(from + i, steps.length - 2)] as string }))
}

/** A 個票: what one project is for, who takes part, what it costs and how it is measured. */
export function drawProject(random: Random, { row, members, core, years, style }: ProjectWanted): Project {
  const theme = row ? (themes.find((t) => t.title === row.initiative) as Theme) : random.pick(themes)
  const title = row?.project ?? `${random.pick(theme.projects)}に係る圏域間の応援`
  const participants = row?.participants ?? []
  const all = participants.length === members.length && random.chance(0.7)
  const activities = random.sample(theme.means, random.int(1, 3))
  const budget = drawBudget(random, years, style.sheet.budget)
  const { total } = budget
  if (total?.yen && total.yen > 0 && random.chance(0.15))
    budget.sources = drawSources(random, total.yen, style.sheet.budget)
  const cost = '協議の上、必要な費用を負担する。'
  return {
    ...(row?.pillar ? { pillar: row.pillar } : {}),
    ...(row?.initiative ? { initiative: row.initiative } : {}),
    title,
    participants,
    ...(all ? { allMunicipalities: true as const } : {}),
    purpose: purposeOf(random, theme),
    activities,
    ...(random.chance(0.6) ? { schedule: drawSchedule(random, years) } : {}),
    budget,
    roles: [
      { party: core, items: [`${activities[0]}に関する計画の作成`, `${style.others}と${cost}`] },
      { party: style.others, items: [`${activities.at(-1)}への参加`, `${core}と${cost}`] },
    ],
    indicators: drawIndicators(random, theme, years),
    ...(random.chance(0.4)
      ? { sdgs: random.sample([1, 3, 4, 8, 9, 11, 12, 13, 15, 17], random.int(1, 3)).sort((a, b) => a - b) }
      : {}),
  }
}
