import type { RegionIndicator } from '@kyoyaku/core'
import type { Random } from '../random.ts'

/** How a list of indicators that stands outside all projects looks. */
export interface RegionListStyle {
  title: string
  heads: { pillar: string; name: string; unit: string; baseline: string; target: string; source: string }
  /** What each belongs to stands in a column, merged over its rows, or each pillar has a list below its heading; none are of the whole region. */
  pillars: 'column' | 'none'
  units: 'column' | 'value'
  /** Years stand in the headings, or behind each value. */
  years: 'head' | 'value'
  milestones: readonly number[]
  sources: boolean
}

const kinds = [
  ['圏域内の人口', '人', 180_000, 420_000, '住民基本台帳'],
  ['観光入込客数', '万人', 120, 900, '観光統計'],
  ['製造品出荷額等', '億円', 900, 6_000, '経済構造実態調査'],
  ['新規創業件数', '件', 20, 180, '各市町村調べ'],
  ['救急搬送に要する時間', '分', 35, 60, '消防年報'],
  ['路線バスの利用者数', '千人', 400, 4_000, '事業者調べ'],
  ['健康診査の受診率', '％', 30, 60, '国への報告'],
  ['移住者数', '人', 60, 900, '県調べ'],
  ['空き家の活用件数', '件', 5, 120, '各市町村調べ'],
] as const

const comma = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/gu, ',')
const short = (year: number): string => (year >= 2019 ? `R${year - 2018}` : `H${year - 1988}`)

export function drawRegionIndicators(
  random: Random,
  pillars: readonly string[],
  years: readonly number[],
): { indicators: RegionIndicator[]; style: RegionListStyle } {
  const first = (years[0] as number) - 1
  const last = years.at(-1) as number
  const style: RegionListStyle = {
    title: random.pick(['圏域全体の成果指標', '圏域の数値目標', '重要業績評価指標の一覧']),
    heads: {
      pillar: random.pick(['役割', '政策分野', '基本目標']),
      name: random.pick(['指標', '指標名', '数値目標', 'KPI', '項目']),
      unit: '単位',
      baseline: random.pick(['現状値', '基準値', '現況値', '現状']),
      target: random.pick(['目標値', '最終目標', '達成目標', '目標']),
      source: random.pick(['出典', 'データの出所']),
    },
    pillars: random.pick(['column', 'none']),
    units: random.pick(['column', 'value']),
    years: random.pick(['head', 'value']),
    milestones: random.chance(0.3) ? years.slice(0, 2).filter((y) => y < last) : [],
    sources: random.chance(0.4),
  }
  if (style.milestones.length > 0) style.years = 'head'
  const drawn = random.sample(kinds, random.int(2, 6))
  const indicators = drawn.map(([name, unit, least, most, source], i): RegionIndicator => {
    const n = random.int(least, most)
    const print = (value: number, year: number): string =>
      `${comma(value)}${style.units === 'value' ? unit : ''}${style.years === 'value' ? `（${short(year)}）` : ''}`
    const step = Math.max(1, Math.floor(n / 50))
    const pillar = pillars[Math.floor((i * pillars.length) / drawn.length)]
    return {
      name,
      ...(style.pillars === 'column' && pillar !== undefined ? { pillar } : {}),
      baseline: { text: print(n, first), unit },
      ...(style.milestones.length > 0
        ? { milestones: style.milestones.map((y, k) => ({ text: print(n + (k + 1) * step, y), unit })) }
        : {}),
      target: { text: random.chance(0.15) ? random.pick(['増加', '現状維持']) : print(n + 4 * step, last), unit },
      ...(style.sources ? { source } : {}),
    }
  })
  return { indicators, style }
}

/** The headings of the list, with the years that they say. */
export function regionHeads({ heads, milestones, years: said }: RegionListStyle, years: readonly number[]): string[] {
  const first = (years[0] as number) - 1
  const last = years.at(-1) as number
  const year = (y: number): string => (said === 'head' ? `（${short(y)}）` : '')
  return [`${heads.baseline}${year(first)}`, ...milestones.map(short), `${heads.target}${year(last)}`]
}
