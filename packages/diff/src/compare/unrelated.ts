import type { Comparison } from '../schema/comparison.ts'

/**
 * Whether two files have nothing that could be a version of the other's: all units of the one are gone, all of the other new. What is
 * compared is most likely a wrong file.
 */
export function isUnrelated({
  mode,
  articles,
  initiatives,
  indicators,
  projects,
  appendedTables,
}: Comparison): boolean {
  if (mode !== 'full') return false
  const units: readonly { old?: string | undefined; new?: string | undefined }[] = [
    ...articles,
    ...initiatives,
    ...indicators,
    ...projects,
    ...appendedTables,
  ]
  const [olds, news] = [units.filter((u) => u.old !== undefined), units.filter((u) => u.new !== undefined)]
  return olds.length > 0 && news.length > 0 && olds.every((u) => u.new === undefined)
}
