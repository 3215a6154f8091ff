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

/** Whether the last point of the subpath is where the one before it is. */
function isRepeated(): boolean {
  const { points: p, count } = subpath
  const dx = (p[count - 2] as number) - (p[count - 4] as number)
  const dy = (p[count - 1] as number) - (p[count - 3] as number)
  return Math.abs(dx) <= straight && Math.abs(dy) <= straight
}

/** Shows the subpaths of a path one after the other, transformed; curves are kept as their end points and flagged. */
export function eachSubpath(data: ArrayLike<number>, m: Matrix, see: () => void): void {
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
      subpath.straight = false
      subpath.closed = false
    }
    if (begun) {
      if (code === 4) subpath.closed = true
      else {
        const at = i + (pointAt[code] as number)
        addPoint(data[at] as number, data[at + 1] as number, m)
        if (code > 1) subpath.curved = true
        else if (code === 1 && !isRepeated()) subpath.straight = true
      }
    }
    i += length
  }
  if (begun) see()
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
