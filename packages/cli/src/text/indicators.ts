import type { Project } from '@kyoyaku/core'
import { say } from '../locale.ts'
import { fit, left, width } from './columns.ts'
import { part, type View } from './view.ts'
import { words } from './words.ts'

const nameMaximum = 60

/** What projects are measured by: name, baseline, target. */
export function indicatorLines(view: View, projects: readonly Project[]): string[] {
  const indicators = projects.flatMap((project) => project.indicators ?? [])
  if (indicators.length === 0) return []
  const names = Math.min(nameMaximum, Math.max(...indicators.map((i) => width(i.name))), Math.floor(view.columns * 0.5))
  const values = Math.floor((view.columns - names - 10) / 2)
  const lines = indicators.map(({ name, baseline, target }) =>
    `    ${left(fit(name, names), names)}  ${left(fit(baseline?.text ?? '', values), values)}${target ? ` → ${fit(target.text, values)}` : ''}`.trimEnd(),
  )
  return [...part(say(words.indicators, view.locale), indicators.length), ...lines]
}
