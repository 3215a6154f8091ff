import { assign } from './assign.ts'
import { candidatesOf } from './candidates.ts'
import { pairLeftovers } from './leftovers.ts'
import { scoreOf, type Weights } from './score.ts'
import { type Pair, type Profiled, profiled, type Unit } from './unit.ts'

const contentOf = (unit: Unit): string => `${unit.caption}\u0000${unit.body}`

function byContent(units: readonly Unit[]): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  units.forEach((unit, i) => {
    const group = groups.get(contentOf(unit))
    if (group) group.push(i)
    else groups.set(contentOf(unit), [i])
  })
  return groups
}

/** Units of equal content: those of one number first, then in order. */
function pairEqual(olds: readonly Unit[], news: readonly Unit[], old: number[], other: number[]): Pair[] {
  if (old.length === 1 && other.length === 1) return [{ old: old[0] as number, new: other[0] as number }]
  const pairs: Pair[] = []
  const byNumber = new Map<string, number[]>()
  if (old.length !== other.length) {
    for (const k of other) {
      const number = (news[k] as Unit).number
      byNumber.set(number, [...(byNumber.get(number) ?? []), k])
    }
  }
  const rest: number[] = []
  const used = new Set<number>()
  for (const i of old) {
    const k = byNumber.get((olds[i] as Unit).number)?.shift()
    if (k === undefined) rest.push(i)
    else {
      used.add(k)
      pairs.push({ old: i, new: k })
    }
  }
  const free = other.filter((k) => !used.has(k))
  rest.slice(0, free.length).forEach((i, n) => {
    pairs.push({ old: i, new: free[n] as number })
  })
  return pairs
}

/** Where each old unit would stand, by the anchored unit before it. */
function expectation(pairs: readonly Pair[], count: number): (old: number) => number {
  const at = new Int32Array(count).fill(-1)
  for (const { old, new: other } of pairs) at[old] = other
  let last = 0
  for (let i = 0; i < count; i++) {
    if ((at[i] as number) < 0) at[i] = last + 1
    last = at[i] as number
  }
  return (old) => at[old] as number
}

/**
 * One optimal pairing of the units of two versions over caption, number and body. Units of equal content are anchors; the
 * others are weighed only against those that share something rare with them, so that the work grows with the text.
 */
export function align(oldUnits: readonly Unit[], newUnits: readonly Unit[], weights: Weights): Pair[] {
  const pairs: Pair[] = []
  const groups = byContent(newUnits)
  for (const [content, old] of byContent(oldUnits)) {
    const other = groups.get(content)
    if (other) pairs.push(...pairEqual(oldUnits, newUnits, old, other))
  }
  const anchoredOld = new Set(pairs.map((p) => p.old))
  const anchoredNew = new Set(pairs.map((p) => p.new))
  const left = (units: readonly Unit[], anchored: ReadonlySet<number>): number[] =>
    units.flatMap((_, i) => (anchored.has(i) ? [] : [i]))
  const oldLeft = left(oldUnits, anchoredOld)
  const newLeft = left(newUnits, anchoredNew)
  if (oldLeft.length === 0 || newLeft.length === 0) return sorted(pairs)
  const olds: Profiled[] = []
  const news: Profiled[] = []
  const all = profiled([...oldLeft.map((i) => oldUnits[i] as Unit), ...newLeft.map((i) => newUnits[i] as Unit)])
  for (const [n, i] of oldLeft.entries()) olds[i] = all[n] as Profiled
  for (const [n, i] of newLeft.entries()) news[i] = all[oldLeft.length + n] as Profiled
  const expected = expectation(pairs, oldUnits.length)
  const expectedBack = expectation(
    pairs.map((p) => ({ old: p.new, new: p.old })),
    newUnits.length,
  )
  // From both sides, so that swapping the versions changes nothing but the names.
  const there = candidatesOf(olds, news, oldLeft, newLeft, expected)
  const known = new Set(there.map(([i, k]) => i * newUnits.length + k))
  const back = candidatesOf(news, olds, newLeft, oldLeft, expectedBack)
    .map(([k, i]) => [i, k] as const)
    .filter(([i, k]) => !known.has(i * newUnits.length + k))
  const edges = [...there, ...back].flatMap(([i, k]) => {
    const steps = Math.min(Math.abs(expected(i) - k), Math.abs(expectedBack(k) - i))
    const score = scoreOf(olds[i] as Profiled, news[k] as Profiled, weights, steps)
    return score === undefined ? [] : [{ old: i, new: k, score }]
  })
  pairs.push(...assign(edges))
  if (weights.leftovers) {
    const counts = [oldUnits.length, newUnits.length] as const
    pairs.push(...pairLeftovers(sorted(pairs), olds, news, counts, weights.leftovers))
  }
  return sorted(pairs)
}

const sorted = (pairs: Pair[]): Pair[] => pairs.sort((a, b) => a.new - b.new)
