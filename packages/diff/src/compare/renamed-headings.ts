import type { Vision } from '@kyoyaku/core'
import { likeness, profileOf } from '../align/similarity.ts'
import type { Comparison, TextChange } from '../schema/comparison.ts'
import { comparable } from '../text/edits.ts'
import type { Environment } from './environment.ts'
import { fieldEdits } from './fields.ts'
import { projectsOf, type VisionProject } from './vision-projects.ts'

/** Names of one heading under which a single project stands are at least so much alike: else that project has moved. */
const leastLikeness = 0.4

type Level = 'pillar' | 'initiative'
/** Headings that were reworded, old names to new ones, by what they are compared by. */
type Reworded = ReadonlyMap<string, { old: string; new: string }>
export type RenamedHeadings = Readonly<Record<Level, Reworded>>

const add = (map: Map<string, Set<string>>, key: string, value: string): void => {
  map.set(key, (map.get(key) ?? new Set()).add(value))
}

/**
 * Headings of one level that one version alone has, and under which the same projects stand: 経済成長のけん引 is now
 * 経済成長の推進, and none of its projects has moved.
 */
function rewordedOf(
  env: Environment,
  olds: readonly VisionProject[],
  news: readonly VisionProject[],
  level: Level,
): Reworded {
  const key = (text: string): string => comparable(env.text, text)
  const printed = (projects: readonly VisionProject[]): Map<string, string> =>
    new Map(projects.flatMap((p) => (p[level] === undefined ? [] : [[key(p[level]), p[level]] as const])))
  const [before, after] = [printed(olds), printed(news)]
  const byTitle = Map.groupBy(news, (p) => key(p.title))
  const [to, from] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const witnesses = new Map<string, number>()
  for (const old of olds) {
    const same = byTitle.get(key(old.title)) ?? []
    const other = same.length === 1 ? same[0]?.[level] : undefined
    if (old[level] === undefined || other === undefined) continue
    const [a, b] = [key(old[level]), key(other)]
    add(to, a, b)
    add(from, b, a)
    witnesses.set(a, (witnesses.get(a) ?? 0) + 1)
  }
  const found = new Map<string, { old: string; new: string }>()
  for (const [a, targets] of to) {
    const [b] = targets
    if (b === undefined || targets.size > 1 || from.get(b)?.size !== 1 || after.has(a) || before.has(b)) continue
    if ((witnesses.get(a) ?? 0) < 2 && likeness(profileOf(a), profileOf(b)) < leastLikeness) continue
    found.set(a, { old: before.get(a) ?? '', new: after.get(b) ?? '' })
  }
  return found
}

/** Pillars and initiatives of a vision that were reworded and hold what they held. An excerpt tells of none: it leaves headings out. */
export function renamedHeadings(env: Environment, old: Vision, other: Vision): RenamedHeadings | undefined {
  if (env.excerpts.old || env.excerpts.new) return undefined
  const [olds, news] = [projectsOf(old), projectsOf(other)]
  const found = {
    pillar: rewordedOf(env, olds, news, 'pillar'),
    initiative: rewordedOf(env, olds, news, 'initiative'),
  }
  return found.pillar.size + found.initiative.size === 0 ? undefined : found
}

/** The old version under the headings of the new one. What initiatives are called stays: they are compared themselves. */
export function underNewHeadings(env: Environment, vision: Vision, headings: RenamedHeadings): Vision {
  const named = (level: Level, text: string | undefined): Partial<Record<Level, string>> =>
    text === undefined ? {} : { [level]: headings[level].get(comparable(env.text, text))?.new ?? text }
  const moved = <T extends { pillar?: string | undefined; initiative?: string | undefined }>(unit: T): T => ({
    ...unit,
    ...named('pillar', unit.pillar),
    ...named('initiative', unit.initiative),
  })
  return {
    ...vision,
    projects: vision.projects.map(moved),
    participationGrids: vision.participationGrids.map((grid) => ({ ...grid, rows: grid.rows.map(moved) })),
    ...(vision.interRegionProjects ? { interRegionProjects: vision.interRegionProjects.map(moved) } : {}),
    ...(vision.initiatives
      ? { initiatives: vision.initiatives.map((i) => ({ ...i, ...named('pillar', i.pillar) })) }
      : {}),
    ...(vision.indicators ? { indicators: vision.indicators.map(moved) } : {}),
  }
}

type Placed = Pick<Comparison, 'initiatives' | 'indicators' | 'projects'>

/** Gives changes the names of headings back that the old version has. */
export function withOldHeadings(
  env: Environment,
  { projects, initiatives, indicators }: Placed,
  headings: RenamedHeadings,
): Placed {
  const back = (level: Level): Map<string, string> =>
    new Map([...headings[level].values()].map((h) => [comparable(env.text, h.new), h.old]))
  const names = { pillar: back('pillar'), initiative: back('initiative') }
  const was = (level: Level, text: string): string => names[level].get(comparable(env.text, text)) ?? text
  const restored = <T extends Placed['projects'][number] | Placed['indicators'][number]>(change: T): T => ({
    ...change,
    ...(change.pillar?.old === undefined
      ? {}
      : { pillar: { ...change.pillar, old: was('pillar', change.pillar.old) } }),
    ...(change.initiative?.old === undefined
      ? {}
      : { initiative: { ...change.initiative, old: was('initiative', change.initiative.old) } }),
  })
  return {
    projects: projects.map(restored),
    indicators: indicators.map(restored),
    initiatives: initiatives.map((i) =>
      i.oldPath ? { ...i, oldPath: i.oldPath.map((text) => was('pillar', text)) } : i,
    ),
  }
}

/** The headings that were reworded, each told once. Initiatives with a text of their own are told as such. */
export function headingTexts(env: Environment, old: Vision, headings: RenamedHeadings, document: number): TextChange[] {
  const own = new Set((old.initiatives ?? []).map((i) => comparable(env.text, i.title)))
  const told = (['pillar', 'initiative'] as const).flatMap((level) =>
    [...headings[level]]
      .filter(([name]) => level === 'pillar' || !own.has(name))
      .map(([, texts]) => ({ field: `${level}s`, ...texts })),
  )
  return told.flatMap(({ field, ...texts }) => {
    const edits = fieldEdits(env, { text: texts.old }, { text: texts.new }, field)
    return edits ? [{ document, field, status: 'changed' as const, edits }] : []
  })
}
