import { withoutWhite } from './characters.ts'

/** Pairs of neighbouring characters of a text, spaces aside. */
export function bigramsOf(text: string): Set<string> {
  const bare = withoutWhite(text)
  const bigrams = new Set<string>()
  for (let i = 0; i + 1 < bare.length; i++) bigrams.add(bare.slice(i, i + 2))
  return bigrams
}

/** Dice coefficient of two sets, 0..1. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const x of a) if (b.has(x)) shared++
  return (2 * shared) / (a.size + b.size)
}
