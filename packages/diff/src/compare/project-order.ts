import { movedPairs } from '../align/moved.ts'
import type { Pair } from '../align/unit.ts'
import { comparable } from '../text/edits.ts'
import type { Environment } from './environment.ts'
import type { VisionProject } from './vision-projects.ts'

/**
 * Pairs of projects that stand elsewhere in the order under one heading. Under another heading they have moved anyway, a heading that
 * moves takes its projects along and is told itself, and what only a grid names stands behind the sheets whatever its row is.
 */
export function reorderedProjects(
  env: Environment,
  olds: readonly VisionProject[],
  news: readonly VisionProject[],
  pairs: readonly Pair[],
): Set<Pair> {
  const headings = (p: VisionProject): string =>
    [p.pillar ?? '', p.initiative ?? '', p.gridOnly ? 'grid' : ''].map((text) => comparable(env.text, text)).join('\n')
  const stays = pairs.filter((p) => headings(olds[p.old] as VisionProject) === headings(news[p.new] as VisionProject))
  const groups = Map.groupBy(stays, (p) => headings(news[p.new] as VisionProject))
  return new Set([...groups.values()].flatMap((group) => [...movedPairs(group, () => 1)]))
}
