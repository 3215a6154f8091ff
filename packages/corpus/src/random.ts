/** A seeded source of choices. The same seed gives the same choices on every machine. */
export interface Random {
  /** 0 <= n < 1 */
  next(): number
  /** An integer of [from, to], both included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(of: readonly T[]): T
  /** `n` different ones in random order; all where there are fewer. */
  sample<T>(of: readonly T[], n: number): T[]
  /** A source of its own, so that what is drawn from it does not shift what is drawn from this one. */
  fork(label: string): Random
}

/** Steps of xmur3, which spreads a string over 32 bits. */
function hashOf(text: string): number {
  let h = 1779033703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  h = Math.imul(h ^ (h >>> 16), 2246822507)
  h = Math.imul(h ^ (h >>> 13), 3266489909)
  return (h ^ (h >>> 16)) >>> 0
}

/** mulberry32: one word of state is enough for choices of words. */
export function createRandom(seed: string | number): Random {
  const label = String(seed)
  let state = hashOf(label)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const sample = <T>(of: readonly T[], n: number): T[] => {
    const left = [...of]
    const drawn: T[] = []
    while (drawn.length < n && left.length > 0) drawn.push(...left.splice(int(0, left.length - 1), 1))
    return drawn
  }
  return {
    next,
    int,
    sample,
    chance: (probability) => next() < probability,
    pick: (of) => {
      if (of.length === 0) throw new RangeError('nothing to pick from')
      return of[int(0, of.length - 1)] as (typeof of)[number]
    },
    fork: (name) => createRandom(`${label}/${name}`),
  }
}
