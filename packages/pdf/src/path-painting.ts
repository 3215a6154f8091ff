import type { Box, FilledArea, Rule } from '@kyoyaku/core'
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

/** The subpaths of a path as points, transformed; curves are kept as their end points and flagged. */
function subpathsOf(data: ArrayLike<number>, m: Matrix): { points: number[]; curved: boolean; closed: boolean }[] {
  const subpaths: { points: number[]; curved: boolean; closed: boolean }[] = []
  let current = { points: [] as number[], curved: false, closed: false }
  const add = (i: number): void => {
    const x = data[i] as number
    const y = data[i + 1] as number
    current.points.push(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
  }
  for (let i = 0; i < data.length; ) {
    switch (data[i]) {
      case 0:
        current = { points: [], curved: false, closed: false }
        subpaths.push(current)
        add(i + 1)
        i += 3
        break
      case 1:
        add(i + 1)
        i += 3
        break
      case 2:
        current.curved = true
        add(i + 5)
        i += 7
        break
      case 3:
        current.curved = true
        add(i + 3)
        i += 5
        break
      case 4:
        current.closed = true
        i += 1
        break
      default:
        return subpaths
    }
  }
  return subpaths
}

function pushSegment(
  drawing: PageDrawing,
  clip: Box,
  p: readonly number[],
  i: number,
  k: number,
  width: number,
  color: string,
): void {
  const [ax, ay, bx, by] = [p[i], p[i + 1], p[k], p[k + 1]] as [number, number, number, number]
  if (!Number.isFinite(ax + ay + bx + by)) return
  const dx = Math.abs(ax - bx)
  const dy = Math.abs(ay - by)
  if (dx <= straight && dy <= straight) return
  if (dy <= straight && dx > dy)
    pushRule(drawing, clip, {
      x0: Math.min(ax, bx),
      x1: Math.max(ax, bx),
      y0: (ay + by) / 2,
      y1: (ay + by) / 2,
      width,
      color,
    })
  else if (dx <= straight)
    pushRule(drawing, clip, {
      y0: Math.min(ay, by),
      y1: Math.max(ay, by),
      x0: (ax + bx) / 2,
      x1: (ax + bx) / 2,
      width,
      color,
    })
}

const intersect = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
]

/** What the clip leaves of a rule. A rule along the edge of the clip shows half of itself. */
function pushRule(drawing: PageDrawing, clip: Box, rule: Rule): void {
  const { width } = rule
  rule.x0 = Math.max(rule.x0, clip[0] - width)
  rule.y0 = Math.max(rule.y0, clip[1] - width)
  rule.x1 = Math.min(rule.x1, clip[2] + width)
  rule.y1 = Math.min(rule.y1, clip[3] + width)
  const length = rule.x1 - rule.x0 + rule.y1 - rule.y0
  if (rule.x1 >= rule.x0 && rule.y1 >= rule.y0 && length > 0) addRule(drawing, rule)
}

/** Narrows the clip to the hull of a path; a path without points clips everything away and is taken for damage. */
export function clipTo(state: GraphicsState, args: readonly unknown[]): void {
  const data = (args[1] as readonly unknown[] | undefined)?.[0]
  if (!ArrayBuffer.isView(data) && !Array.isArray(data)) return
  const hull = hullOf(subpathsOf(data as ArrayLike<number>, state.ctm).flatMap((s) => s.points))
  if (hull.every(Number.isFinite)) state.clip = intersect(state.clip, hull)
}

function hullOf(points: readonly number[]): [number, number, number, number] {
  let x0 = Infinity
  let y0 = Infinity
  let x1 = -Infinity
  let y1 = -Infinity
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i] as number
    const y = points[i + 1] as number
    x0 = Math.min(x0, x)
    x1 = Math.max(x1, x)
    y0 = Math.min(y0, y)
    y1 = Math.max(y1, y)
  }
  return [x0, y0, x1, y1]
}

/** A thin area as the rule along its middle, a thick one as an area. */
function fill(drawing: PageDrawing, clip: Box, points: readonly number[], color: string): void {
  const hull = hullOf(points)
  const x0 = Math.max(hull[0], clip[0])
  const y0 = Math.max(hull[1], clip[1])
  const x1 = Math.min(hull[2], clip[2])
  const y1 = Math.min(hull[3], clip[3])
  if (!Number.isFinite(x0 + y0 + x1 + y1) || x1 < x0 || y1 < y0) return
  const width = x1 - x0
  const height = y1 - y0
  if (height <= thickestRule && width >= height && !isWhite(color))
    pushRule(drawing, clip, { x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2, width: height, color })
  else if (width <= thickestRule && !isWhite(color))
    pushRule(drawing, clip, { x0: (x0 + x1) / 2, x1: (x0 + x1) / 2, y0, y1, width, color })
  else if (width > thickestRule && height > thickestRule && isRectangle(points))
    drawing.areas.push({ box: [x0, y0, x1, y1], color })
}

/** Whether consecutive points differ in one coordinate alone. */
function isRectangle(p: readonly number[]): boolean {
  if (p.length < 8 || p.length > 10) return false
  for (let i = 0; i + 3 < p.length; i += 2) {
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
  if (!ArrayBuffer.isView(data) && !Array.isArray(data)) return
  const stroked = strokes.has(operation) && !isWhite(state.strokeColor)
  const filled = fills.has(operation)
  if (!stroked && !filled) return
  const width = state.lineWidth * Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]))
  for (const { points, curved, closed } of subpathsOf(data as ArrayLike<number>, state.ctm)) {
    if (filled && !curved) fill(drawing, state.clip, points, state.fillColor)
    if (!stroked) continue
    for (let i = 0; i + 3 < points.length; i += 2)
      pushSegment(drawing, state.clip, points, i, i + 2, width, state.strokeColor)
    const closes = closed || operation === 21 || operation === 26 || operation === 27
    if (closes && points.length >= 6)
      pushSegment(drawing, state.clip, points, points.length - 2, 0, width, state.strokeColor)
  }
}

/** Records the unit square of the current space: where an image is painted. */
export function paintImage(drawing: PageDrawing, m: Matrix): void {
  const hull = hullOf([
    m[4],
    m[5],
    m[0] + m[4],
    m[1] + m[5],
    m[2] + m[4],
    m[3] + m[5],
    m[0] + m[2] + m[4],
    m[1] + m[3] + m[5],
  ])
  if (hull.every(Number.isFinite)) drawing.images.push(hull)
}
