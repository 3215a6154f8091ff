import type { InkRuns } from '../ink/components.ts'
import { classifyMark } from '../marks/classify-mark.ts'
import { cutOut, outlineOf } from '../marks/outline.ts'
import { bandsOf, rightwards } from './bands.ts'
import { type InkLine, lineOf } from './ink-line.ts'

/** A mark before a line, with its box in pixels. */
export interface Bullet {
  value: string
  confidence: number
  x0: number
  y0: number
  x1: number
  y1: number
}

/** Shares of the em: a dot is no larger than this, a bullet no larger than that. */
const dotSize = 0.42
const smallestDot = 0.1
const largestBullet = 1.15
/** Behind a bullet there is this much room, behind shapes that are characters as well (口) that much. */
const room = 0.07
const muchRoom = 0.4
/** A dot stands this close to the middle of its line. */
const middleReach = 0.22
const certain = 0.55
/** Bullets are printed: what is oval is a 0. */
const roundest = 1.3

const round = new Set(['●', '○', '◎'])
/** Rings within a ring touch nowhere; の, which begins many lines, winds in one stroke. */
const fewestRings = 2
const filled = new Set(['●', '■', '◆'])
/** Shapes that characters have sooner than bullets: ス and 水 at the head of a line look like ▲. */
const noBullets = new Set(['－', '×', '△', '▲', '▽', '▼'])

/** Takes the bullet off the head of a line, by its shape: engines read ● as a character. */
export function withoutBullet(line: InkLine, runs: InkRuns, em: number): { bullet?: Bullet; line: InkLine } {
  if (line.vertical) return { line }
  const [first, ...others] = bandsOf(line.ink, rightwards, 1)
  if (!first || others.length === 0) return { line }
  const height = Math.max(em * 0.8, Math.min(line.y1 - line.y0, em * 1.3))
  const head = lineOf(first.ink)
  const [w, h] = [head.x1 - head.x0, head.y1 - head.y0]
  if (Math.max(w, h) > largestBullet * height || Math.min(w, h) < smallestDot * height) return { line }
  const mark = classifyMark(outlineOf(cutOut(first.ink, runs)))
  if (!mark || noBullets.has(mark.value)) return { line }
  const gap = (others[0]?.from ?? first.to) - first.to
  if (gap < (round.has(mark.value) || filled.has(mark.value) ? room : muchRoom) * height) return { line }
  const isDot = Math.max(w, h) <= dotSize * height
  const middle = (head.y0 + head.y1) / 2 - (line.y0 + line.y1) / 2
  if (isDot && (!filled.has(mark.value) || Math.abs(middle) > middleReach * height)) return { line }
  if (!isDot && (mark.confidence < certain || Math.max(w / h, h / w) > roundest)) return { line }
  if (mark.value === '◎' && first.ink.length < fewestRings) return { line }
  const { x0, y0, x1, y1 } = head
  return {
    bullet: { value: isDot ? '・' : mark.value, confidence: isDot ? 0.95 : mark.confidence, x0, y0, x1, y1 },
    line: lineOf(others.flatMap((b) => b.ink)),
  }
}
