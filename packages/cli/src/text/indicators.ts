import type { Indicator, Project, RegionIndicator } from '@kyoyaku/core'
import { say } from '../locale.ts'
import { fit, left, width } from './columns.ts'
import { part, type View } from './view.ts'
import { words } from './words.ts'

const nameMaximum = 60

/** Prints indicators in columns that all of them share: name, baseline, target. */
function printing(view: View, indicators: readonly Indicator[]): (indicator: Indicator) => string {
  const names = Math.min(nameMaximum, Math.max(...indicators.map((i) => width(i.name))), Math.floor(view.columns * 0.5))
  const values = Math.floor((view.columns - names - 10) / 2)
  return ({ name, baseline, target }) =>
    `    ${left(fit(name, names), names)}  ${left(fit(baseline?.text ?? '', values), values)}${target ? ` → ${fit(target.text, values)}` : ''}`.trimEnd()
}

/** What projects are measured by. */
export function indicatorLines(view: View, projects: readonly Project[]): string[] {
  const indicators = projects.flatMap((project) => project.indicators ?? [])
  if (indicators.length === 0) return []
  return [...part(say(words.indicators, view.locale), indicators.length), ...indicators.map(printing(view, indicators))]
}

/** What the region is measured by, under the pillars, initiatives and groups that share it. */
export function regionIndicatorLines(view: View, indicators: readonly RegionIndicator[]): string[] {
  if (indicators.length === 0) return []
  const print = printing(view, indicators)
  let above = ''
  const lines = indicators.flatMap((indicator) => {
    const { pillar, initiative, group } = indicator
    const owner = [pillar, initiative, group].filter((name) => name !== undefined).join('　')
    const heading = owner === above ? [] : [`  ${fit(owner || say(words.wholeRegion, view.locale), view.columns - 2)}`]
    above = owner
    return [...heading, print(indicator)]
  })
  return [...part(say(words.regionIndicators, view.locale), indicators.length), ...lines]
}
