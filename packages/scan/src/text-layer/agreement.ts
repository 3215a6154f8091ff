import { fold } from '@kyoyaku/core'

/** Below this share of shared characters, in order, two readings of a line are not of the same line. */
const otherLine = 0.5
/** A layer is right where its lines are on average this much like what is seen … */
const meanAgreement = 0.75
/** … and no more than this share of them are other lines. */
const otherLines = 0.25

/** What two engines may print in different ways without one of them being wrong. */
const comparable = (text: string): string => fold(text.normalize('NFKC')).replace(/[\s、。，,.・|_~-]/gu, '')

/** Length of the longest common subsequence; lines are short. */
function shared(a: string, b: string): number {
  let above = new Uint16Array(b.length + 1)
  for (const c of a) {
    const row = new Uint16Array(b.length + 1)
    for (let j = 1; j <= b.length; j++)
      row[j] = c === b[j - 1] ? (above[j - 1] as number) + 1 : Math.max(above[j] as number, row[j - 1] as number)
    above = row
  }
  return above[b.length] as number
}

/** How alike two readings of a line are, 0 to 1, width, spaces and punctuation aside. */
export function likeness(a: string, b: string): number {
  const [x, y] = [comparable(a), comparable(b)]
  return x.length + y.length === 0 ? 1 : (2 * shared(x, y)) / (x.length + y.length)
}

/** Whether lines as a layer has them and as they are seen are the same text, a few misreadings on either side aside. */
export function agree(lines: readonly { layer: string; seen: string }[]): boolean {
  const scores = lines.map(({ layer, seen }) => likeness(layer, seen))
  if (scores.length === 0) return true
  const mean = scores.reduce((n, s) => n + s, 0) / scores.length
  return mean >= meanAgreement && scores.filter((s) => s < otherLine).length <= scores.length * otherLines
}
