import { emptyHull, partLength, subpath, widen } from './subpath.ts'

/** Characters in running text and in heads are no larger than this, in points. */
export const largestOutline = 40
/** The outline of a character has more points than this; frames with round corners and arrows mostly have fewer … */
const mostCorners = 12
/** … and one such part alone may be any drawing. */
const fewestContours = 2

/** Whether a path holds the outlines of characters, which some programs draw about them for bold. */
export function hasOutlines(data: ArrayLike<number>): boolean {
  let points = 0
  let lines = 0
  let contours = 0
  let hasLines = false
  for (let i = 0; i < data.length; ) {
    const code = data[i] as number
    if (code === 0) points = lines = 0
    else if (code === 1) lines++
    if (code < 4) points++
    // Closed it is an area, and not a row of lines that turn.
    else if (points > mostCorners) {
      contours++
      hasLines ||= lines > 0
    }
    // Without lines all of it is round: a ring.
    if (hasLines && contours >= fewestContours) return true
    i += partLength[code] ?? data.length
  }
  return false
}

/** Whether the subpath is no line, and no larger than a character. */
export function isSmall(): boolean {
  const { points, count } = subpath
  if (count < 6) return false
  const [x0, y0, x1, y1] = widen(emptyHull(), points, count)
  return x1 - x0 <= largestOutline && y1 - y0 <= largestOutline
}
