import type { InkCell } from '../cells/page-cells.ts'
import type { Component, InkRuns } from '../ink/components.ts'
import { cutOut, type Shape } from './outline.ts'

/** Marks are no smaller and no larger than this, in pixels at 300 dpi (1 to 11 mm). */
const smallest = 12
const largest = 130
/** More pieces than this are text: a thin ring on a fax falls into forty. */
const mostPieces = 90
/** Pieces of one stroke are no further apart than this: two pixels at 100 dpi. */
const strokeGap = 6
/** Ink of less than this share of the largest cluster of a cell is dirt … */
const dirt = 0.06
/** … and what stands outside of that cluster and is smaller than this share of its width or height. */
const dirtSize = 0.3
/** Dirt that touches a mark sticks out of it by no more pixels than this … */
const speckSize = 7
/** … and this share of its size. */
const stickOut = 0.2
/** So few pieces no larger than this share of a mark may be dirt inside of it: a ring that falls into pieces has more. */
const fewSpecks = 3
const speckShare = 0.25
/** Pieces of a broken stroke stand out of the box of its larger ones by no more. */
const inside = 2

interface Cluster {
  x0: number
  y0: number
  x1: number
  y1: number
  area: number
  pieces: Component[]
}

const sizeOf = (c: { x0: number; y0: number; x1: number; y1: number }): number => Math.max(c.x1 - c.x0, c.y1 - c.y0)

/** Ink in clusters whose boxes are so close. */
function clustersOf(components: readonly Component[]): Cluster[] {
  let clusters: Cluster[] = []
  for (const c of components) {
    let own: Cluster = { x0: c.x0, y0: c.y0, x1: c.x1, y1: c.y1, area: c.area, pieces: [c] }
    const apart: Cluster[] = []
    for (const o of clusters) {
      const near =
        o.x0 <= own.x1 + strokeGap &&
        o.x1 >= own.x0 - strokeGap &&
        o.y0 <= own.y1 + strokeGap &&
        o.y1 >= own.y0 - strokeGap
      if (near)
        own = {
          x0: Math.min(o.x0, own.x0),
          y0: Math.min(o.y0, own.y0),
          x1: Math.max(o.x1, own.x1),
          y1: Math.max(o.y1, own.y1),
          area: o.area + own.area,
          pieces: [...o.pieces, ...own.pieces],
        }
      else apart.push(o)
    }
    clusters = [...apart, own]
  }
  return clusters
}

/** The ink of a cell that may be one mark, broken strokes put together. */
export interface CellShape {
  shape: Shape
  /** Without the few small pieces that it has: they may be dirt, inside of a ring as well. */
  bare: Shape | undefined
}

/** What may be a mark in a cell; undefined where the cell holds words, or hardly any ink. */
export function shapeOf(cell: InkCell, runs: InkRuns): CellShape | undefined {
  const pieces = cell.ink.length + cell.crumbs.length
  if (pieces === 0 || cell.ink.length > mostPieces || cell.ink.some((c) => sizeOf(c) > largest)) return undefined
  // Where there is dirt all over, it is left out.
  const clusters = clustersOf(pieces > mostPieces ? cell.ink : [...cell.ink, ...cell.crumbs])
  const main = clusters.reduce((a, b) => (b.area > a.area ? b : a))
  const own = clusters
    .filter((c) => c === main || (c.area >= main.area * dirt && sizeOf(c) >= sizeOf(main) * dirtSize))
    .flatMap((c) => c.pieces)
  const kept = withoutSpecksBeside(own)
  const shape = cutOut(kept, runs)
  if (sizeOf(shape) < smallest || sizeOf(shape) > largest) return undefined
  const strokes = kept.filter((c) => sizeOf(c) > Math.min(speckSize, sizeOf(shape) * speckShare))
  const isDirty = strokes.length > 0 && strokes.length < kept.length && kept.length - strokes.length <= fewSpecks
  return { shape, bare: isDirty ? cutOut(strokes, runs) : undefined }
}

/** Pieces without the small ones that stand beside a large one: pieces of a stroke are small all together, or inside of its box. */
function withoutSpecksBeside(pieces: readonly Component[]): readonly Component[] {
  const main = pieces.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a))
  if (sizeOf(main) < smallest) return pieces
  const large = pieces.filter((c) => sizeOf(c) > Math.max(speckSize, sizeOf(main) * stickOut))
  const box = {
    x0: Math.min(...large.map((c) => c.x0)) - inside,
    y0: Math.min(...large.map((c) => c.y0)) - inside,
    x1: Math.max(...large.map((c) => c.x1)) + inside,
    y1: Math.max(...large.map((c) => c.y1)) + inside,
  }
  return pieces.filter(
    (c) => large.includes(c) || (c.x0 >= box.x0 && c.x1 <= box.x1 && c.y0 >= box.y0 && c.y1 <= box.y1),
  )
}

/** From where to where (exclusive) the ink of a row or column of a shape reaches. */
function reach({ width, height, data }: Shape, at: number, step: 'row' | 'column'): number {
  const length = step === 'row' ? width : height
  let [first, last] = [-1, -1]
  for (let i = 0; i < length; i++)
    if (data[step === 'row' ? at * width + i : i * width + at] === 1) {
      if (first < 0) first = i
      last = i
    }
  return first < 0 ? 0 : last + 1 - first
}

/** A shape without the dirt that touches it and sticks out; undefined where none does. */
export function withoutDirt(shape: Shape): Shape | undefined {
  const most = Math.min(speckSize, Math.floor(sizeOf(shape) * stickOut))
  const { width, height } = shape
  const shaved = (from: number, by: 1 | -1, step: 'row' | 'column'): number => {
    let n = 0
    while (n <= most && reach(shape, from + by * n, step) <= speckSize) n++
    // What is thin for longer is a stroke.
    return n > most ? 0 : n
  }
  const top = shaved(0, 1, 'row')
  const bottom = shaved(height - 1, -1, 'row')
  const left = shaved(0, 1, 'column')
  const right = shaved(width - 1, -1, 'column')
  if (top + bottom + left + right === 0) return undefined
  const [w, h] = [width - left - right, height - top - bottom]
  if (Math.min(w, h) <= 0) return undefined
  const data = new Uint8Array(w * h)
  for (let y = 0; y < h; y++)
    data.set(shape.data.subarray((y + top) * width + left, (y + top) * width + left + w), y * w)
  const [x0, y0] = [shape.x0 + left, shape.y0 + top]
  return { x0, y0, x1: x0 + w, y1: y0 + h, width: w, height: h, data }
}
