import { assign } from './assign.ts'
import { inOrder } from './in-order.ts'
import { weightedLikeness } from './rarity.ts'
import type { LeftoverLikeness } from './score.ts'
import type { Pair, Profiled } from './unit.ts'

/** A gap of more candidates is no gap between neighbours but another document. */
const mostInGap = 400
/** So many pairs are tried of what is left over in all. */
const mostApart = 10_000

/** Texts so long that no two units have one by chance. */
const telling = 16

/** How much alike the texts of two units are that say something of their own. */
const likenessOf = (a: Profiled | undefined, b: Profiled | undefined): number =>
  !a || !b || a.body === '' || b.body === '' || a.headingAlone || b.headingAlone
    ? 0
    : a.body === b.body || (a.own === b.own && (a.own ?? '').length >= telling)
      ? 1
      : weightedLikeness(a.bodyProfile, b.bodyProfile)

/** Pairs of what was renamed and moved at once: texts so much alike as no other of those that are left over is to either. */
function pairApart(
  gone: readonly number[],
  come: readonly number[],
  likeness: (old: number, other: number) => number,
  least: LeftoverLikeness,
): Pair[] {
  const alike = gone.flatMap((i) => come.flatMap((k) => (likeness(i, k) < least.apart ? [] : [{ old: i, new: k }])))
  const only = (pair: Pair, side: 'old' | 'new'): boolean =>
    alike.filter((other) => other[side] === pair[side]).length === 1
  return alike.filter((pair) => only(pair, 'old') && only(pair, 'new'))
}

/**
 * Pairs among what has no partner: renamed and rewritten between the same neighbours, but of much the same text; or moved
 * from there as well, of a text that is hardly changed.
 */
export function pairLeftovers(
  pairs: readonly Pair[],
  olds: readonly (Profiled | undefined)[],
  news: readonly (Profiled | undefined)[],
  counts: readonly [number, number],
  least: LeftoverLikeness,
): Pair[] {
  const found: Pair[] = []
  const rest: { gone: number[]; come: number[] } = { gone: [], come: [] }
  let gone: number[] = []
  let come: number[] = []
  const settle = (): void => {
    if (gone.length * come.length <= mostInGap) {
      const edges = gone.flatMap((i) =>
        come.flatMap((k) => {
          const score = likenessOf(olds[i], news[k])
          return score < least.between ? [] : [{ old: i, new: k, score }]
        }),
      )
      if (edges.length > 0) found.push(...assign(edges))
    }
    const taken = { old: new Set(found.map((p) => p.old)), new: new Set(found.map((p) => p.new)) }
    rest.gone.push(...gone.filter((i) => !taken.old.has(i)))
    rest.come.push(...come.filter((k) => !taken.new.has(k)))
    ;[gone, come] = [[], []]
  }
  for (const row of inOrder(pairs, ...counts)) {
    if (row.old === undefined) come.push(row.new)
    else if (row.new === undefined) gone.push(row.old)
    else settle()
  }
  settle()
  if (rest.gone.length * rest.come.length > mostApart) return found
  return [...found, ...pairApart(rest.gone, rest.come, (i, k) => likenessOf(olds[i], news[k]), least)]
}
