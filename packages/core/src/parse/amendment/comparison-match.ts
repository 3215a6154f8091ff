import { bigramsOf, dice } from '../../text/similarity.ts'

/** What is compared of a provision: its number, its words, the row of the 新旧対照表 that it begins in. */
export interface Comparable {
  number: string
  words: string
  row: number
}

/** Two provisions are one with this much in common, or with less under the same number. */
const sameWords = 0.6
const sameNumber = 0.2
/** Longer lists are paired by their numbers alone. */
const mostPairs = 40_000

const omitted = /^[(（]?(?:略|省略|同左|同右)[)）]?$/u
export const isOmitted = (words: string): boolean => omitted.test(words)

interface Weighed {
  of: Comparable
  bigrams: ReadonlySet<string>
}

const weighed = (of: Comparable): Weighed => ({ of, bigrams: bigramsOf(of.words) })

function likeness(old: Weighed, now: Weighed): number {
  if (isOmitted(old.of.words) || isOmitted(now.of.words)) return 0.5
  return old.of.words === now.of.words ? 1 : dice(old.bigrams, now.bigrams)
}

function score(before: Weighed, after: Weighed): number {
  const alike = likeness(before, after)
  const [old, now] = [before.of, after.of]
  const [number, row] = [old.number === now.number, old.row === now.row]
  if (alike < (number || row ? sameNumber : sameWords)) return 0
  return 2 * alike + (number ? 0.5 : 0) + (row ? 1 : 0)
}

/** Pairs of one list each, in order; what has no partner stands alone. */
export function matched<T extends Comparable>(old: readonly T[], now: readonly T[]): [T | undefined, T | undefined][] {
  const [rows, columns] = [old.length, now.length]
  const few = rows * columns <= mostPairs
  const others = now.map(weighed)
  const best = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  const own = old.map((a) => {
    const one = weighed(a)
    return Float64Array.from(others, (b) => (few ? score(one, b) : a.number === b.of.number ? 1 : 0))
  })
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const weight = own[i]?.[j] ?? 0
      const paired = weight > 0 ? weight + at(i + 1, j + 1) : 0
      ;(best[i] as Float64Array)[j] = Math.max(paired, at(i + 1, j), at(i, j + 1))
    }
  const pairs: [T | undefined, T | undefined][] = []
  let [i, j] = [0, 0]
  while (i < rows || j < columns) {
    const weight = i < rows && j < columns ? (own[i]?.[j] ?? 0) : 0
    if (weight > 0 && at(i, j) === weight + at(i + 1, j + 1)) pairs.push([old[i++], now[j++]])
    else if (i < rows && (j >= columns || at(i + 1, j) >= at(i, j + 1))) pairs.push([old[i++], undefined])
    else pairs.push([undefined, now[j++]])
  }
  return pairs
}
