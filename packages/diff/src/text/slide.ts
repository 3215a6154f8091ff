import type { Hunk } from './hunks.ts'

/** What is inserted may begin at any of several words where its beginning stands behind it again; so many are tried. */
const farthest = 40
const open = '（(「『［〔'
const close = '）)」』］〕'
/** Words that a further member of a list comes with, and what stands before one. */
const joins = new Set(['及び', '又は', '並びに', '若しくは', 'と', '、', '及', '又', '並び', '若しく'])

/** How well a piece reads as something of its own: its brackets are pairs, it begins with the word that joins it. */
function worth(piece: readonly string[], before: string | undefined): number {
  let depth = 0
  let torn = false
  for (const token of piece)
    for (const c of token) {
      if (open.includes(c)) depth++
      if (close.includes(c) && --depth < 0) torn = true
    }
  const whole = depth === 0 && !torn ? 4 : 0
  const first = piece[0] ?? ''
  const last = piece.at(-1) ?? ''
  return (
    whole +
    (joins.has(first) ? 2 : 0) +
    (joins.has(last) && last !== '、' ? -1 : 0) +
    // Whole sentences before all: the と of とする joins nothing.
    (last === '。' && (before === undefined || before === '。') ? 3 : 0) +
    (before !== undefined && /[。、）」]$/u.test(before) ? 1 : 0)
  )
}

/** The words of a version as they are compared and as they are printed, line breaks included. */
export interface Side {
  keys: readonly string[]
  texts: readonly string[]
}

/** How far a run of words may be moved to either side, and by how much it reads best. */
function best({ keys: words, texts }: Side, from: number, to: number, low: number, high: number): number {
  const worthAt = (by: number): number => {
    // Lines of a list come and go whole.
    const startsLine = texts[from + by - 1]?.endsWith('\n') === true
    return worth(words.slice(from + by, to + by), words[from + by - 1]) + (startsLine ? 2 : 0)
  }
  let [shift, top] = [0, worthAt(0)]
  const consider = (by: number): void => {
    const value = worthAt(by)
    if (value > top) [shift, top] = [by, value]
  }
  for (let s = 1; s <= farthest && to + s <= high && words[from + s - 1] === words[to + s - 1]; s++) consider(s)
  for (let s = 1; s <= farthest && from - s >= low && words[from - s] === words[to - s]; s++) consider(-s)
  return shift
}

/** Longer pieces are left where they are: they read as well in one place as in another. */
const longest = 200

/** The same differences, those that are only inserted or only deleted at the words where they read best: （以下「乙」という。）{+及び…+}. */
export function readable(hunks: readonly Hunk[], a: Side, b: Side): Hunk[] {
  return hunks.map((hunk, n): Hunk => {
    const [a0, a1, b0, b1] = hunk
    if ((a0 !== a1 && b0 !== b1) || Math.max(a1 - a0, b1 - b0) > longest) return hunk
    const [before, after] = [hunks[n - 1], hunks[n + 1]]
    const shift =
      a0 === a1
        ? best(b, b0, b1, before?.[3] ?? 0, after?.[2] ?? b.keys.length)
        : best(a, a0, a1, before?.[1] ?? 0, after?.[0] ?? a.keys.length)
    return [a0 + shift, a1 + shift, b0 + shift, b1 + shift]
  })
}
