import type { Matrix } from './matrix.ts'

/** A segment counts as lying along an axis when it strays from it by no more than this many points. */
export const straight = 0.6

/** Points of one subpath, x and y in turn; reused for every path of every page. */
interface Subpath {
  points: Float64Array
  /** Numbers in use. */
  count: number
  curved: boolean
  /** Whether a part of it that has a length is straight. */
  straight: boolean
  closed: boolean
}

export const subpath: Subpath = {
  points: new Float64Array(512),
  count: 0,
  curved: false,
  straight: false,
  closed: false,
}

function longer(points: Float64Array): Float64Array {
  subpath.points = new Float64Array(points.length * 2)
  subpath.points.set(points)
  return subpath.points
}

/** Where the points stand in a part of a path, by pdfjs's code of it: move, line, curve, curve, close. */
const pointAt: readonly number[] = [1, 1, 5, 3, 0]
/** How many numbers a part has. */
export const partLength: readonly number[] = [3, 3, 7, 5, 1]

/**
 * Reads the subpath that begins at `i`, transformed, and returns where it ends; curves are kept as their end points and flagged. What
 * changes with every point stands in variables of its own: dotted borders are hundreds of subpaths in a path, and millions in a document.
 */
function readSubpath(data: ArrayLike<number>, i: number, m: Matrix): number {
  const a = m[0]
  const b = m[1]
  const c = m[2]
  const d = m[3]
  const e = m[4]
  const f = m[5]
  let { points } = subpath
  let count = 0
  let lastX = 0
  let lastY = 0
  let curved = false
  let isStraight = false
  let closed = false
  let at = i
  while (at < data.length) {
    const code = data[at] as number
    if (code === 0 && count > 0) break
    const length = partLength[code]
    if (length === undefined) {
      at = data.length
      break
    }
    if (code === 4) closed = true
    else {
      const k = at + (pointAt[code] as number)
      const u = data[k] as number
      const v = data[k + 1] as number
      const x = a * u + c * v + e
      const y = b * u + d * v + f
      if (count + 2 > points.length) points = longer(points)
      points[count] = x
      points[count + 1] = y
      count += 2
      if (code > 1) curved = true
      else if (code === 1 && !(Math.abs(x - lastX) <= straight && Math.abs(y - lastY) <= straight)) isStraight = true
      lastX = x
      lastY = y
    }
    at += length
  }
  subpath.count = count
  subpath.curved = curved
  subpath.straight = isStraight
  subpath.closed = closed
  return at
}

/** Shows the subpaths of a path one after the other; what stands before the first of them is damage. */
export function eachSubpath(data: ArrayLike<number>, m: Matrix, see: () => void): void {
  let i = 0
  while (i < data.length && data[i] !== 0) i += partLength[data[i] as number] ?? data.length
  while (i < data.length) {
    i = readSubpath(data, i, m)
    see()
  }
}

/** The smallest box about points, while they are added. */
export type Hull = [number, number, number, number]

export const emptyHull = (): Hull => [Infinity, Infinity, -Infinity, -Infinity]

/** Makes a hull wide enough for points, x and y in turn. */
export function widen(hull: Hull, points: ArrayLike<number>, count: number): Hull {
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
