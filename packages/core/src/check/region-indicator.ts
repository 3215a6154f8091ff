import { type Context, report } from '../parse/context.ts'
import type { Indicator, Measure, Project, RegionIndicator } from '../schema/vision.ts'
import { fold } from '../text/fold.ts'

/** Names of indicators without their units, bullets and signs of footnotes: 宿泊者数（千人）※1. */
const nameOf = (name: string): string =>
  fold(name)
    .normalize('NFKC')
    .replace(/[※*]注?[0-9]{0,2}/gu, '')
    .replace(/\([^()]{1,12}\)$/u, '')
    .replace(/[\s・,、.]/gu, '')

/** An indicator is held against no more of the same name: a document that repeats one without end takes no time with the square of it. */
const mostStated = 20

interface Stated {
  indicator: Indicator
  /** The project, pillar or initiative that it is of. */
  owner: string
}

const sameYear = (a: Measure, b: Measure): boolean => a.period?.from === b.period?.from && a.period?.to === b.period?.to

/** Whether two values are given of one year in one unit and are not the same. */
const differ = (a: Measure | undefined, b: Measure | undefined): boolean =>
  a?.value !== undefined && b?.value !== undefined && sameYear(a, b) && a.unit === b.unit && a.value !== b.value

const valuesOf = ({ baseline, milestones = [], target }: Indicator): Measure[] =>
  [baseline, ...milestones, target].filter((m) => m !== undefined)

/** The first two values of one indicator, as two places state it, that disagree. */
function disagreement(a: Indicator, b: Indicator): [Measure, Measure] | undefined {
  for (const one of valuesOf(a)) {
    if (one.period === undefined) continue
    for (const other of valuesOf(b)) if (differ(one, other)) return [one, other]
  }
  const pairs = [
    [a.baseline, b.baseline],
    [a.target, b.target],
  ] as const
  for (const [one, other] of pairs) if (one && other && differ(one, other)) return [one, other]
  return undefined
}

/** Reports indicators of the region that a project, or another list, states otherwise. */
export function checkRegionIndicators(
  context: Context,
  indicators: readonly RegionIndicator[],
  projects: readonly Project[],
): void {
  const stated = new Map<string, Stated[]>()
  const add = (indicator: Indicator, owner: string): void => {
    const name = nameOf(indicator.name)
    const known = stated.get(name)
    if (!known) stated.set(name, [{ indicator, owner }])
    else if (known.length < mostStated) known.push({ indicator, owner })
  }
  for (const { title, indicators: own = [] } of projects) for (const indicator of own) add(indicator, title)
  for (const indicator of indicators) {
    const said = stated.get(nameOf(indicator.name))?.map((s) => ({ ...s, found: disagreement(indicator, s.indicator) }))
    const other = said?.find((s) => s.found)
    if (other?.found) {
      const [own, theirs] = other.found
      const data = { indicator: indicator.name, region: own.text, other: other.owner, stated: theirs.text }
      report(context, 'indicator-mismatch', data, own.at)
    }
    add(indicator, indicator.initiative ?? indicator.pillar ?? indicator.group ?? indicator.name)
  }
}
