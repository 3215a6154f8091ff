import type { Box, FilledArea } from '@kyoyaku/core'
import { addRule, type RuleList } from './dot-row.ts'
import type { GraphicsState } from './graphics-state.ts'
import type { Matrix } from './matrix.ts'

/** Lines and areas of a page as they are found. */
export interface PageDrawing extends RuleList {
  areas: FilledArea[]
  images: Box[]
}

/** Filled areas up to this many points thin are rules: the widest border that word processors offer for tables is 2.25 pt. */
const thickestRule = 2.6
/** A segment counts as lying along an axis when it strays from it by no more than this many points. */
const straight = 0.6
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

/** Points of one subpath, x and y in turn; reused for every path of every page. */
interface Subpath {
  points: Float64Array
  /** Numbers in use. */
  count: number
  curved: boolean
  closed: boolean
}

const subpath: Subpath = { points: new Float64Array(512), count: 0, curved: false, closed: false }

function addPoint(x: number, y: number, m: Matrix): void {
  if (subpath.count + 2 > subpath.points.length) {
    const longer = new Float64Array(subpath.points.length * 2)
    longer.set(subpath.points)
    subpath.points = longer
  }
  subpath.points[subpath.count] = m[0] * x + m[2] * y + m[4]
  subpath.points[subpath.count + 1] = m[1] * x + m[3] * y + m[5]
  subpath.count += 2
}

/** Where the points stand in a part of a path, and how many numbers that part has, by pdfjs's code of it: move, line, curve, curve, close. */
const pointAt: readonly number[] = [1, 1, 5, 3, 0]
const partLength: readonly number[] = [3, 3, 7, 5, 1]

/** Shows the subpaths of a path one after the other, transformed; curves are kept as their end points and flagged. */
function eachSubpath(data: ArrayLike<number>, m: Matrix, see: () => void): void {
  let begun = false
  for (let i = 0; i < data.length; ) {
    const code = data[i] as number
    const length = partLength[code]
    if (length === undefined) break
    if (code === 0) {
      if (begun) see()
      begun = true
      subpath.count = 0
      subpath.curved = false
      subpath.closed = false
    }
    if (begun) {
      if (code === 4) subpath.closed = true
      else {
        const at = i + (pointAt[code] as number)
        addPoint(data[at] as number, data[at + 1] as number, m)
        if (code > 1) subpath.curved = true
      }
    }
    i += length
  }
  if (begun) see()
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

type Hull = [number, number, number, number]

const emptyHull = (): Hull => [Infinity, Infinity, -Infinity, -Infinity]

function widen(hull: Hull, points: ArrayLike<number>, count: number): Hull {
  for (let i = 0; i < count; i += 2) {
    const x = points[i] as number
    const y = points[i + 1] as number
    hull[0] = Math.min(hull[0], x)
    hull[1] = Math.min(hull[1], y)
    hull[2] = Math.max(hull[2], x)
    hull[3] = Math.max(hull[3], y)
  }
  return hull
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
  if (height <= thickestRule && width >= height && seen) {
    const y = (y0 + y1) / 2
    pushRule(drawing, clip, x0, y, x1, y, height, color)
  } else if (width <= thickestRule && seen) {
    const x = (x0 + x1) / 2
    pushRule(drawing, clip, x, y0, x, y1, width, color)
  } else if (width > thickestRule && height > thickestRule && isRectangle())
    drawing.areas.push({ box: [x0, y0, x1, y1], color })
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
  const width = state.lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]))
  const seen = filled && !isWhite(fillColor)
  const closing = operation === 21 || operation === 26 || operation === 27
  eachSubpath(data, ctm, () => {
    if (filled && !subpath.curved) fill(drawing, clip, fillColor, seen)
    if (!stroked) return
    const { count } = subpath
    for (let i = 0; i + 3 < count; i += 2) pushSegment(drawing, clip, i, i + 2, width, strokeColor)
    if ((subpath.closed || closing) && count >= 6) pushSegment(drawing, clip, count - 2, 0, width, strokeColor)
  })
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
  if (hull.every(Number.isFinite)) drawing.images.push(hull)
}
