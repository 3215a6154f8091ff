import type { Hunk } from './hunks.ts'

const end = '。'

/**
 * Where a stretch stands from `from` that ends a sentence, and is the first to do so there; -1 without one. So many words of it are
 * also behind the range.
 */
function firstEnd(words: readonly string[], from: number, to: number, length: number): number {
  const at = words.indexOf(end, from) - length + 1
  if (at <= from || at + length > to) return -1
  for (let i = 0; i < length; i++) if (words[at + i] !== words[to + i]) return -1
  return at
}

/**
 * The same differences, those of several sentences cut at the end of the first, where the other side has one: of 「２年とする。ただし…期間とする。」
 * and 「３年とする。」 it is 年 that changed, and the rest is what came or went.
 */
export function atSentenceEnds(hunks: readonly Hunk[], a: readonly string[], b: readonly string[]): Hunk[] {
  return hunks.flatMap((hunk, n): Hunk[] => {
    const [a0, a1, b0, b1] = hunk
    if (a0 === a1 || b0 === b1) return [hunk]
    const common = (hunks[n + 1]?.[0] ?? a.length) - a1
    const length = a.slice(a1, a1 + common).indexOf(end) + 1
    if (length === 0) return [hunk]
    const [inOld, inNew] = [a.slice(a0, a1).includes(end), b.slice(b0, b1).includes(end)]
    if (inOld === inNew) return [hunk]
    const at = inOld ? firstEnd(a, a0, a1, length) : firstEnd(b, b0, b1, length)
    if (at < 0) return [hunk]
    return inOld
      ? [
          [a0, at, b0, b1],
          [at + length, a1 + length, b1 + length, b1 + length],
        ]
      : [
          [a0, a1, b0, at],
          [a1 + length, a1 + length, at + length, b1 + length],
        ]
  })
}
