import type { Amount, Project } from '../../../schema/vision.ts'

const sumOf = (amounts: readonly Amount[]): number | undefined =>
  amounts.every((a) => a.yen !== null) ? amounts.reduce((n, a) => n + (a.yen as number), 0) : undefined

/**
 * The split by source of a whole budget is printed below each other and stands under the first year: it splits the total where it adds
 * up to that.
 */
export function settleSources(budget: Project['budget']): Project['budget'] {
  const { sources = [], years = [], total } = budget ?? {}
  const [first] = sources
  if (!budget || !first || first.fiscalYear === undefined || sources.some((s) => s.fiscalYear !== first.fiscalYear))
    return budget
  const sum = sumOf(sources)
  if (sum === undefined || sum !== total?.yen || years.length < 2) return budget
  return { ...budget, sources: sources.map(({ fiscalYear: _, ...source }) => source) }
}
