import { compareNumbers, isPlain } from './number.ts'

/** A provision that both versions hold, in the order that they share. */
export interface Kept<T> {
  old: T
  new: T
}

/** What to do to the provisions of one level, as calls in the order in which an amendment must say them. */
export interface Revision<T> {
  numberOf: (unit: T) => string
  /** Changes what stands below or in a provision, under its present number. */
  edit: (kept: Kept<T>) => void
  /** Gives a provision its new number. */
  move: (kept: Kept<T>) => void
  /** Numbers of a row that all shift by as much, first to last; nothing else is done to them. */
  shift: (row: readonly Kept<T>[], by: number) => void
  remove: (units: readonly T[]) => void
  /** Adds provisions after a kept one (at its present number), or before one, or where there is none at all. */
  insert: (units: readonly T[], place: { after?: Kept<T>; before?: Kept<T> }, following: boolean) => void
  isEdited: (kept: Kept<T>) => boolean
}

/** So many in a row shift in one clause. */
const fewestShifted = 4

export interface Listing<T> {
  kept: Kept<T>[]
  /** What the old version alone has, before each kept one and after the last. */
  gone: T[][]
  /** What the new version alone has, before each kept one and after the last. */
  come: T[][]
}

type Way = 'down' | 'up' | 'stays'

/**
 * Says what turns one list into the other. A provision can only take a number that is free: 繰下げ runs from the last one upward, 繰上げ
 * from the first one downward, what is deleted goes first, and what is new comes when its number is free.
 */
export function reviseList<T>(listing: Listing<T>, revision: Revision<T>): void {
  const { kept, gone, come } = listing
  const wayOf = ({ old, new: other }: Kept<T>): Way => {
    const order = compareNumbers(revision.numberOf(other), revision.numberOf(old))
    return order > 0 ? 'down' : order < 0 ? 'up' : 'stays'
  }
  // Numbers change while the list is worked through: what they were is noted down first.
  const ways = kept.map(wayOf)
  const before = kept.map((pair) => revision.numberOf(pair.old))
  const deltas = kept.map((pair, n): number | undefined => {
    const [a, b] = [before[n] as string, revision.numberOf(pair.new)]
    if (ways[n] === 'stays' || !isPlain(a) || !isPlain(b) || revision.isEdited(pair)) return undefined
    return Number(b) - Number(a)
  })
  const removed = new Set<number>()
  const remove = (n: number): void => {
    const units = gone[n] ?? []
    if (units.length > 0 && !removed.has(n)) revision.remove(units)
    removed.add(n)
  }
  /** What is new between the n-th kept one and the one before it. */
  const insert = (n: number, following: boolean): void => {
    const units = come[n] ?? []
    if (units.length === 0) return
    const [after, next] = [kept[n - 1], kept[n]]
    revision.insert(units, after ? { after } : next ? { before: next } : {}, following)
  }
  const change = (n: number): void => {
    const pair = kept[n] as Kept<T>
    revision.edit(pair)
    if (ways[n] !== 'stays') revision.move(pair)
  }
  /** How many from the n-th on, in a direction, shift alike, with nothing new or gone between them and no number left out. */
  const alike = (n: number, way: 1 | -1, last: number): number => {
    const by = deltas[n]
    if (by === undefined) return 1
    let count = 1
    for (let k = n + way; way > 0 ? k <= last : k >= last; k += way) {
      const upper = way > 0 ? k : k + 1
      if (deltas[k] !== by || (come[upper] ?? []).length > 0 || (gone[upper] ?? []).length > 0) break
      if (Number(before[k]) - Number(before[k - way]) !== way) break
      count++
    }
    return count
  }
  remove(0)
  if (ways[0] !== 'down') insert(0, false)
  for (let n = 0; n < kept.length; ) {
    if (ways[n] !== 'down') {
      const count = ways[n] === 'up' ? alike(n, 1, kept.length - 1) : 1
      change(n)
      if (count >= fewestShifted) {
        revision.shift(kept.slice(n + 1, n + count), deltas[n] as number)
        n += count - 1
      }
      remove(n + 1)
      if (ways[n + 1] !== 'down') insert(n + 1, false)
      n++
      continue
    }
    let end = n
    while (ways[end + 1] === 'down') end++
    for (let k = n; k <= end + 1; k++) remove(k)
    for (let k = end; k >= n; ) {
      const count = alike(k, -1, n)
      change(k)
      insert(k + 1, true)
      if (count >= fewestShifted) {
        revision.shift(kept.slice(k - count + 1, k), deltas[k] as number)
        k -= count - 1
      }
      k--
    }
    insert(n, true)
    n = end + 1
  }
}
