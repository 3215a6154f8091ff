import type { Profile } from './similarity.ts'

/** Profiles with what each of their members is worth: the rarer among all, the more. */
export interface Weighted {
  profile: Profile
  weights: Float32Array
  sum: number
}

/** Keeps the phrases of a genre from being worth nothing in a document of two clauses. */
const smoothing = 4

/** Weighs profiles against one another; boilerplate (ものとする, 及び) says little about what a clause is. */
export function weigh(profiles: readonly Profile[]): Weighted[] {
  const counts = new Map<number, number>()
  for (const profile of profiles) for (const pair of profile) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const worth = (pair: number): number => Math.log1p((profiles.length + smoothing) / (counts.get(pair) as number))
  return profiles.map((profile) => {
    const weights = Float32Array.from(profile, worth)
    return { profile, weights, sum: weights.reduce((a, b) => a + b, 0) }
  })
}

/** Dice coefficient over the weights, 0..1; two empty texts are alike. */
export function weightedLikeness(a: Weighted, b: Weighted): number {
  if (a.sum + b.sum === 0) return 1
  let shared = 0
  const [p, q] = [a.profile, b.profile]
  for (let i = 0, k = 0; i < p.length && k < q.length; ) {
    const x = p[i] as number
    const y = q[k] as number
    if (x === y) shared += a.weights[i] as number
    if (x <= y) i++
    if (y <= x) k++
  }
  return (2 * shared) / (a.sum + b.sum)
}
