import type { Profiled } from './unit.ts'

/** Characters of a shingle: long enough to be rare, short enough to survive between two edits. */
const shingleLength = 5
/** Rare shingles of a unit that are looked up. */
const lookups = 24
/** Units that a shingle is looked up in: of more, those that stand nearest. */
const longestPosting = 16
/** Candidates that are kept for a unit, those with most shared shingles. */
const mostCandidates = 6
/** Below this many pairs all of them are scored. */
const fewPairs = 1024
/** Units of one number or caption that become candidates. */
const mostEqual = 4

function shinglesOf(text: string): number[] {
  const found = new Set<number>()
  for (let i = 0; i + shingleLength <= text.length; i++) {
    let hash = 0
    for (let k = 0; k < shingleLength; k++) hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(i + k)
    found.add(hash)
  }
  return [...found]
}

function postingsOf<K>(indices: readonly number[], keysOf: (index: number) => Iterable<K>): Map<K, number[]> {
  const postings = new Map<K, number[]>()
  for (const i of indices) {
    for (const key of keysOf(i)) {
      const list = postings.get(key)
      if (list) list.push(i)
      else postings.set(key, [i])
    }
  }
  return postings
}

/** The members of a sorted list nearest to a place, at most `most`. */
function nearest(list: readonly number[], place: number, most: number): readonly number[] {
  if (list.length <= most) return list
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as number) < place) low = middle + 1
    else high = middle
  }
  const start = Math.min(Math.max(0, low - (most >> 1)), list.length - most)
  return list.slice(start, start + most)
}

/**
 * Pairs worth scoring among the units that are left over, as indices: those that share rare shingles, a number or a caption.
 * `expected` is where the unit would stand had nothing changed around it. Linear in the text.
 */
export function candidatesOf(
  olds: readonly Profiled[],
  news: readonly Profiled[],
  oldLeft: readonly number[],
  newLeft: readonly number[],
  expected: (old: number) => number,
): (readonly [number, number])[] {
  if (oldLeft.length * newLeft.length <= fewPairs) return oldLeft.flatMap((i) => newLeft.map((k) => [i, k] as const))
  const shingles = postingsOf(newLeft, (k) => shinglesOf((news[k] as Profiled).body))
  const numbers = postingsOf(newLeft, (k) => [(news[k] as Profiled).number])
  const captions = postingsOf(newLeft, (k) => [(news[k] as Profiled).caption])
  const pairs: (readonly [number, number])[] = []
  for (const i of oldLeft) {
    const old = olds[i] as Profiled
    const place = expected(i)
    const votes = new Map<number, number>()
    const lists = shinglesOf(old.body).flatMap((s) => {
      const list = shingles.get(s)
      return list ? [list] : []
    })
    lists.sort((a, b) => a.length - b.length)
    for (const list of lists.slice(0, lookups)) {
      for (const k of nearest(list, place, longestPosting)) votes.set(k, (votes.get(k) ?? 0) + 1 / list.length)
    }
    const best = [...votes].sort((a, b) => b[1] - a[1]).slice(0, mostCandidates)
    const chosen = new Set(best.map(([k]) => k))
    for (const k of nearest(newLeft, place, 2)) chosen.add(k)
    if (old.number !== '') for (const k of nearest(numbers.get(old.number) ?? [], place, mostEqual)) chosen.add(k)
    if (old.caption !== '') for (const k of nearest(captions.get(old.caption) ?? [], place, mostEqual)) chosen.add(k)
    for (const k of chosen) pairs.push([i, k])
  }
  return pairs
}
