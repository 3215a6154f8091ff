import type { Box, FilledArea } from '@kyoyaku/core'
import { addRule, type RuleList } from './dot-row.ts'
import { circleThrough, type DrawnShape, mostShapes, slantOf, triangleThrough } from './drawn-mark.ts'
import type { GraphicsState } from './graphics-state.ts'
import type { Matrix } from './matrix.ts'
import { hasOutlines, isSmall, largestOutline } from './stroked-outline.ts'
import { eachSubpath, emptyHull, straight, subpath, widen } from './subpath.ts'

/** Lines and areas of a page as they are found. */
export interface PageDrawing extends RuleList {
  areas: FilledArea[]
  images: Box[]
  /** Painted shapes that are no rectangles, and may have text on them. */
  shapes: Box[]
  /** Painted shapes that may be marks. */
  marks: DrawnShape[]
  /** Filled shapes with curves that are no larger than characters: writing that was made outlines has hundreds. */
  outlines: number
  /** Filled areas up to this many points thin are rules. */
  thickest: number
}

/** The widest border that word processors offer for tables is 2.25 pt. */
const thickestRule = 2.6
/** Sheets longer than A3 are drawn, or enlarged, to be seen from further away: all on them is thicker in proportion. */
const longestSheet = 1191

export const emptyDrawing = (width: number, height: number): PageDrawing => ({
  rules: [],
  areas: [],
  images: [],
  shapes: [],
  marks: [],
  outlines: 0,
  thickest: thickestRule * Math.max(1, Math.max(width, height) / longestSheet),
})

/** Shapes lower or narrower than this, in points, have no text on them. */
const leastShape = 6
/** Paint operations of pdfjs's `constructPath`. */
const strokes = new Set([20, 21, 24, 25, 26, 27])
const fills = new Set([22, 23, 24, 25, 26, 27])
/** Colours lighter than this are not seen on paper. */
const white = 0.96

/** Asked of every path; a document has a handful of colours. */
const whites = new Map<string, boolean>()
const mostColors = 1000

function isWhite(color: string): boolean {
  const known = whites.get(color)
  if (known !== undefined) return known
  const channels = [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16) / 255)
  const found = color.startsWith('#') && channels.every((c) => c >= white)
  if (whites.size < mostColors) whites.set(color, found)
  return found
}

const intersect = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
]

/** What the clip leaves of a rule. A rule along the edge of the clip shows half of itself. */
function pushRule(
  drawing: PageDrawing,
  clip: Box,
  left: number,
  top: number,
  right: number,
  bottom: number,
  width: number,
  color: string,
): void {
  const x0 = Math.max(left, clip[0] - width)
  const y0 = Math.max(top, clip[1] - width)
  const x1 = Math.min(right, clip[2] + width)
  const y1 = Math.min(bottom, clip[3] + width)
  if (x1 >= x0 && y1 >= y0 && x1 - x0 + y1 - y0 > 0) addRule(drawing, x0, y0, x1, y1, width, color)
}

/** The stretch between two points of the subpath as a rule, where it lies along an axis. */
function pushSegment(drawing: PageDrawing, clip: Box, i: number, k: number, width: number, color: string): void {
  const { points } = subpath
  const ax = points[i] as number
  const ay = points[i + 1] as number
  const bx = points[k] as number
  const by = points[k + 1] as number
  if (!Number.isFinite(ax + ay + bx + by)) return
  const dx = Math.abs(ax - bx)
  const dy = Math.abs(ay - by)
  if (dx <= straight && dy <= straight) return
  if (dy <= straight && dx > dy) {
    const y = (ay + by) / 2
    pushRule(drawing, clip, Math.min(ax, bx), y, Math.max(ax, bx), y, width, color)
  } else if (dx <= straight) {
    const x = (ax + bx) / 2
    pushRule(drawing, clip, x, Math.min(ay, by), x, Math.max(ay, by), width, color)
  }
}

const isNumbers = (data: unknown): data is ArrayLike<number> => ArrayBuffer.isView(data) || Array.isArray(data)

/** Narrows the clip to the hull of a path; a path without points clips everything away and is taken for damage. */
export function clipTo(state: GraphicsState, args: readonly unknown[]): void {
  const data = (args[1] as readonly unknown[] | undefined)?.[0]
  if (!isNumbers(data)) return
  const hull = emptyHull()
  eachSubpath(data, state.ctm, () => void widen(hull, subpath.points, subpath.count))
  if (hull.every(Number.isFinite)) state.clip = intersect(state.clip, hull)
}

/** Narrows the clip to a box in the space of the state, as that of a form. */
export function clipToBox(state: GraphicsState, box: unknown): void {
  if (!isNumbers(box) || box.length < 4) return
  const [x0, y0, x1, y1] = Array.from(box)
  clipTo(state, [0, [[0, x0, y0, 1, x1, y0, 1, x1, y1, 1, x0, y1]]])
}

/** The subpath filled: a thin area as the rule along its middle, a thick one as an area. */
function fill(drawing: PageDrawing, clip: Box, color: string, seen: boolean): void {
  const { points, count } = subpath
  let x0 = Infinity
  let y0 = Infinity
  let x1 = -Infinity
  let y1 = -Infinity
  for (let i = 0; i < count; i += 2) {
    const x = points[i] as number
    const y = points[i + 1] as number
    x0 = Math.min(x0, x)
    x1 = Math.max(x1, x)
    y0 = Math.min(y0, y)
    y1 = Math.max(y1, y)
  }
  x0 = Math.max(x0, clip[0])
  y0 = Math.max(y0, clip[1])
  x1 = Math.min(x1, clip[2])
  y1 = Math.min(y1, clip[3])
  if (!Number.isFinite(x0 + y0 + x1 + y1) || x1 < x0 || y1 < y0) return
  const width = x1 - x0
  const height = y1 - y0
  const { thickest } = drawing
  if (height <= thickest && width >= height && seen) {
    const y = (y0 + y1) / 2
    pushRule(drawing, clip, x0, y, x1, y, height, color)
  } else if (width <= thickest && seen) {
    const x = (x0 + x1) / 2
    pushRule(drawing, clip, x, y0, x, y1, width, color)
  } else if (width > thickest && height > thickest) {
    if (isRectangle()) drawing.areas.push({ box: [x0, y0, x1, y1], color })
    else if (seen) addShape(drawing, [x0, y0, x1, y1])
  }
}

function addShape(drawing: PageDrawing, box: Box): void {
  const isLarge = box[2] - box[0] >= leastShape && box[3] - box[1] >= leastShape
  if (isLarge && drawing.shapes.length < mostShapes) drawing.shapes.push(box)
}

/** What the clip leaves of a box; nothing where that is nothing. */
function clipped(box: Box, clip: Box): Box | undefined {
  const left = intersect(box, clip)
  return left[2] > left[0] && left[3] > left[1] ? left : undefined
}

/** A filled shape with curves: text may stand on it, it may be a character. */
function fillCurved(drawing: PageDrawing, clip: Box): void {
  const box = clipped(widen(emptyHull(), subpath.points, subpath.count), clip)
  if (!box) return
  addShape(drawing, box)
  if (box[2] - box[0] <= largestOutline && box[3] - box[1] <= largestOutline) drawing.outlines++
}

/** Whether the last point is the first one once more. */
const endsAtStart = (): boolean => subpath.points[0] === subpath.points[6] && subpath.points[1] === subpath.points[7]

/** Takes the subpath down where it may be a mark or a part of one. */
function addMark(drawing: PageDrawing, clip: Box, stroked: boolean, filled: boolean, seen: boolean): void {
  const { points: p, count, curved, straight: isStraight } = subpath
  if (drawing.marks.length > mostShapes) return
  const add = (kind: DrawnShape['kind'], box: Box | undefined): void => {
    const [x, y] = box ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : [Number.NaN, Number.NaN]
    if (box && x > clip[0] && x < clip[2] && y > clip[1] && y < clip[3]) drawing.marks.push({ kind, box })
  }
  if (curved && !isStraight) add(seen ? 'disc' : stroked ? 'ring' : 'hole', circleThrough(p, count))
  else if (!curved && (count === 6 || count === 8) && (stroked || seen))
    add(seen ? 'up-filled' : 'up', triangleThrough(p, count))
  else if (!curved && count === 4 && stroked && !filled) {
    const slant = slantOf(p[0] as number, p[1] as number, p[2] as number, p[3] as number)
    if (slant) add(slant.kind, slant.box)
  }
}

/** Of two discs about one middle that are painted at once the smaller one is left open. */
function openMiddle(marks: DrawnShape[], from: number): void {
  const [a, b] = [marks[from], marks[from + 1]]
  if (marks.length !== from + 2 || a?.kind !== 'disc' || b?.kind !== 'disc') return
  const inner = a.box[0] > b.box[0] ? a : b
  inner.kind = 'hole'
}

/** Whether consecutive points of the subpath differ in one coordinate alone. */
function isRectangle(): boolean {
  const { points: p, count } = subpath
  if (count < 8 || count > 10) return false
  for (let i = 0; i + 3 < count; i += 2) {
    const dx = Math.abs((p[i] as number) - (p[i + 2] as number))
    const dy = Math.abs((p[i + 1] as number) - (p[i + 3] as number))
    if (dx > straight && dy > straight) return false
  }
  return true
}

/** Takes a painted path apart into rules and filled areas; what is neither (slanted or curved) is left out. */
export function paintPath(drawing: PageDrawing, state: GraphicsState, args: readonly unknown[]): void {
  const operation = args[0] as number
  const data = (args[1] as readonly unknown[] | undefined)?.[0]
  if (!isNumbers(data)) return
  const stroked = strokes.has(operation) && !isWhite(state.strokeColor)
  const filled = fills.has(operation)
  if (!stroked && !filled) return
  const { ctm, clip, fillColor, strokeColor } = state
  const marksBefore = drawing.marks.length
  let outer: Box | undefined
  const width = state.lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]))
  const seen = filled && !isWhite(fillColor)
  const closing = operation === 21 || operation === 26 || operation === 27
  const isWriting = stroked && hasOutlines(data)
  eachSubpath(data, ctm, () => {
    if (filled && !subpath.curved) fill(drawing, clip, fillColor, seen)
    else if (seen) {
      fillCurved(drawing, clip)
      const hull = roundedHull()
      if (hull && outer) pushFrame(drawing, clip, outer, hull, fillColor)
      outer = hull
    }
    const { count } = subpath
    // Most paths are rectangles and lines along an axis, which are no marks.
    if (subpath.curved || count === 4 || count === 6 || (count === 8 && endsAtStart()))
      addMark(drawing, clip, stroked, filled, seen)
    if (!stroked) return
    if (width >= leastShape) addBand(drawing, clip, width)
    if (isWriting && isSmall()) return
    for (let i = 0; i + 3 < count; i += 2) pushSegment(drawing, clip, i, i + 2, width, strokeColor)
    const rounded = roundedHull()
    if (rounded) pushFrame(drawing, clip, rounded, rounded, strokeColor)
    if ((subpath.closed || closing) && count >= 6) pushSegment(drawing, clip, count - 2, 0, width, strokeColor)
  })
  openMiddle(drawing.marks, marksBefore)
}

/** The hull of the subpath where it is a rectangle with round corners. */
function roundedHull(): Box | undefined {
  const { points: p, count, curved, straight: isStraight } = subpath
  if (!curved || !isStraight || count < 16 || count > mostPoints) return undefined
  const hull = widen(emptyHull(), p, count)
  let sides = 0
  for (let i = 0; i + 3 < count; i += 2) {
    const [ax, ay, bx, by] = [p[i], p[i + 1], p[i + 2], p[i + 3]] as [number, number, number, number]
    const isOn = (a: number, b: number, k: 0 | 1): boolean =>
      Math.abs(a - b) <= straight &&
      Math.min(Math.abs(a - (hull[k] as number)), Math.abs(a - (hull[k + 2] as number))) <= straight
    if (isOn(ax, bx, 0)) sides += Math.abs(ay - by)
    else if (isOn(ay, by, 1)) sides += Math.abs(ax - bx)
  }
  return sides >= (hull[2] - hull[0] + hull[3] - hull[1]) * 2 * straightShare ? hull : undefined
}

/** Numbers of the points of a box with round corners: some programs turn a corner in eight steps. */
const mostPoints = 100
/** Sides of boxes with round corners are straight for at least this share. */
const straightShare = 0.6

/** The sides of a box with round corners, between its outer and its inner edge, as rules. */
function pushFrame(drawing: PageDrawing, clip: Box, a: Box, b: Box, color: string): void {
  const [outer, inner] = a[0] <= b[0] ? [a, b] : [b, a]
  const width = inner[0] - outer[0]
  if (outer.some((at, k) => Math.abs(at - (inner[k] as number)) > drawing.thickest)) return
  const [x0, y0, x1, y1] = outer.map((at, k) => (at + (inner[k] as number)) / 2) as [number, number, number, number]
  pushRule(drawing, clip, x0, y0, x1, y0, width, color)
  pushRule(drawing, clip, x0, y1, x1, y1, width, color)
  pushRule(drawing, clip, x0, y0, x0, y1, width, color)
  pushRule(drawing, clip, x1, y0, x1, y1, width, color)
}

/** A line so thick that text may stand on it. */
function addBand(drawing: PageDrawing, clip: Box, width: number): void {
  const [x0, y0, x1, y1] = widen(emptyHull(), subpath.points, subpath.count)
  const half = width / 2
  const box = clipped([x0 - half, y0 - half, x1 + half, y1 + half], clip)
  if (box) addShape(drawing, box)
}

/** Everything within the clip is painted over with shades. */
export function paintShades(drawing: PageDrawing, { clip }: GraphicsState): void {
  addShape(drawing, clip)
}

/** Records the unit square of the current space: where an image is painted. */
export function paintImage(drawing: PageDrawing, m: Matrix): void {
  const corners = [
    m[4],
    m[5],
    m[0] + m[4],
    m[1] + m[5],
    m[2] + m[4],
    m[3] + m[5],
    m[0] + m[2] + m[4],
    m[1] + m[3] + m[5],
  ]
  const hull = widen(emptyHull(), corners, corners.length)
  if (!hull.every(Number.isFinite)) return
  const [x0, y0, x1, y1] = hull
  const [wide, high] = [x1 - x0, y1 - y0]
  // Some programs stretch a single dot to a line.
  if (Math.min(wide, high) > drawing.thickest || Math.max(wide, high) < leastLine) drawing.images.push(hull)
  else if (wide >= high) addRule(drawing, x0, (y0 + y1) / 2, x1, (y0 + y1) / 2, high, black)
  else addRule(drawing, (x0 + x1) / 2, y0, (x0 + x1) / 2, y1, wide, black)
}

/** Images so thin and at least this long, in points, are lines. */
const leastLine = 6
const black = '#000000'
