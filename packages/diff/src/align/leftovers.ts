import { assign } from './assign.ts'
import { inOrder } from './in-order.ts'
import { weightedLikeness } from './rarity.ts'
import type { Pair, Profiled } from './unit.ts'

/** A gap of more candidates is no gap between neighbours but another document. */
const mostInGap = 400

/** Pairs among what stands between the same neighbours and has no partner: renamed and rewritten, but of much the same text. */
export function pairLeftovers(
  pairs: readonly Pair[],
  olds: readonly (Profiled | undefined)[],
  news: readonly (Profiled | undefined)[],
  counts: readonly [number, number],
  leastBody: number,
): Pair[] {
  const found: Pair[] = []
  let gone: number[] = []
  let come: number[] = []
  const settle = (): void => {
    if (gone.length * come.length <= mostInGap) {
      const edges = gone.flatMap((i) =>
        come.flatMap((k) => {
          const [a, b] = [olds[i], news[k]]
          const score = a && b && a.body !== '' && b.body !== '' ? weightedLikeness(a.bodyProfile, b.bodyProfile) : 0
          return score < leastBody ? [] : [{ old: i, new: k, score }]
        }),
      )
      if (edges.length > 0) found.push(...assign(edges))
    }
    ;[gone, come] = [[], []]
  }
  for (const row of inOrder(pairs, ...counts)) {
    if (row.old === undefined) come.push(row.new)
    else if (row.new === undefined) gone.push(row.old)
    else settle()
  }
  settle()
  return found
}
