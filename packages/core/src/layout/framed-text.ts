import type { Box, FilledArea } from '../read/page-glyphs.ts'
import type { TextSegment } from './text-segments.ts'

/** Smaller boxes, in points, frame a word. */
const leastWidth = 60
const leastHeight = 30
/** Boxes stand beside one another over this share of the lower one. */
const besideShare = 0.5
/** Text of fewer lines is read with what stands beside it. */
const fewestLines = 2
/** More boxes than this are a drawing. */
const most = 200

/** A box with the text in it, which is read as a whole. */
export interface Framed {
  box: Box
  segments: TextSegment[]
}

const isIn = ([x0, y0, x1, y1]: Box, s: TextSegment): boolean => {
  const [x, y] = [(s.x0 + s.x1) / 2, (s.y0 + s.y1) / 2]
  return x > x0 && x < x1 && y > y0 && y < y1
}

const holds = (a: Box, b: Box): boolean =>
  a !== b && a[0] <= b[0] + 1 && a[1] <= b[1] + 1 && a[2] >= b[2] - 1 && a[3] >= b[3] - 1

const areBeside = (a: Box, b: Box): boolean =>
  (a[2] <= b[0] + 1 || b[2] <= a[0] + 1) &&
  Math.min(a[3], b[3]) - Math.max(a[1], b[1]) >= Math.min(a[3] - a[1], b[3] - b[1]) * besideShare

/**
 * The boxes of a page, drawn or coloured, that stand beside others, with the lines of text in them: each is read by itself,
 * and not across. `lines` are the boxes that are drawn.
 */
export function framedTexts(
  lines: readonly Box[],
  areas: readonly FilledArea[],
  segments: readonly TextSegment[],
): { framed: Framed[]; free: readonly TextSegment[] } {
  const none = { framed: [], free: segments }
  const all = [...lines, ...areas.filter((a) => a.color !== '#ffffff').map((a) => a.box)].filter(
    (b) => b[2] - b[0] >= leastWidth && b[3] - b[1] >= leastHeight,
  )
  if (all.length < 2 || all.length > most) return none
  const inner = all.filter((b) => all.some((other) => areBeside(b, other)))
  // Of boxes in boxes the outer one; of two that are the same the first.
  const outer = inner.filter((b, i) => !inner.some((o, k) => holds(o, b) && !(holds(b, o) && i < k)))
  const framed = outer
    .map((box): Framed => ({ box, segments: segments.filter((s) => isIn(box, s)) }))
    .filter((f) => new Set(f.segments.map((s) => Math.round(s.base))).size >= fewestLines)
  if (framed.length < 2) return none
  const taken = new Set(framed.flatMap((f) => f.segments))
  return { framed, free: segments.filter((s) => !taken.has(s)) }
}
