import type { Component, InkRuns } from '../ink/components.ts'
import { cutOut, type Shape } from '../marks/outline.ts'
import { type Band, bandsOf, rightwards } from './bands.ts'
import type { InkLine } from './ink-line.ts'

interface Box {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** ㎡ or ㎥ as it stands in a line, in pixels. */
export interface RaisedUnit extends Box {
  value: '㎡' | '㎥'
  confidence: number
  /** The raised figure. */
  figure: Box
}

/** Shares of the em: dirt is smaller, both ways; the raised figure stands no further from the m, and its size is between these. */
const dirtSize = 0.14
const nearest = 0.14
const figureHeight = [0.2, 0.58] as const
const figureWidth = [0.14, 0.45] as const
/** What an m fills of the em. */
const heightOfM = [0.4, 0.72] as const
const widthOfM = [0.5, 1] as const
/** The figure begins in the last part of the m, in width, and reaches no further down into it than this, in height. */
const figureFrom = 0.55
const figureDown = 0.3
/** Rows in which the legs of an m are counted, as shares of its height, and how many there are. */
const legRows = [0.6, 0.72, 0.84] as const
const legs = 3
/** Rows below the middle of the figure: a 3 is at the right there, a 2 comes back to the left. */
const tellingRows = [0.5, 0.76] as const
const middleWeight = 4
const mostOfTwo = 0.25
const leastOfThree = 0.85
/** How sure such a unit is, and how sure where the form of its figure says little. */
export const sureUnit = 0.93
const unsure = 0.5

const within = (n: number, [least, most]: readonly [number, number]): boolean => n >= least && n <= most

/** First and last ink of a row, from x0 on; undefined for a white one. */
function spanOf({ width, data }: Shape, y: number, x0 = 0): [number, number] | undefined {
  const from = data.subarray(y * width + x0, (y + 1) * width).indexOf(1)
  return from < 0 ? undefined : [from + x0, data.subarray(y * width, (y + 1) * width).lastIndexOf(1) + 1]
}

function stretches({ width, data }: Shape, y: number): number {
  let count = 0
  for (let x = 0; x < width; x++) if (data[y * width + x] && !(x > 0 && data[y * width + x - 1])) count++
  return count
}

/** The row in which what stands at the left begins: the head of an m, below whatever is raised beside it. */
function headOf(shape: Shape): number {
  for (let y = 0; y < shape.height; y++) {
    const span = spanOf(shape, y)
    if (span && span[0] < shape.width * 0.25) return y
  }
  return shape.height
}

/**
 * How far to the right the telling rows of a figure stand: how much more white is left of them than right of them, as a share of the
 * width, and how far the middle of their ink is from that of the box; neither alone parts the two where strokes are fat.
 */
function leanOf(shape: Shape, x0: number, x1: number, y1: number): number {
  let [gaps, rows, sum, count] = [0, 0, 0, 0]
  for (let y = Math.floor(y1 * tellingRows[0]); y < Math.ceil(y1 * tellingRows[1]); y++) {
    const span = spanOf(shape, y, x0)
    if (!span) continue
    gaps += span[0] - x0 - (x1 - Math.min(x1, span[1]))
    rows++
    for (let x = span[0]; x < Math.min(x1, span[1]); x++)
      if (shape.data[y * shape.width + x]) {
        sum += x + 0.5 - (x0 + x1) / 2
        count++
      }
  }
  return count === 0 ? (mostOfTwo + leastOfThree) / 2 : (gaps / rows + middleWeight * (sum / count)) / (x1 - x0)
}

/** What some ink is: an m with a small figure above its right leg or behind it. */
function unitOf(shape: Shape, em: number): RaisedUnit | undefined {
  const top = headOf(shape)
  const height = shape.height - top
  if (!within(height, [heightOfM[0] * em, heightOfM[1] * em]) || top < figureHeight[0] * em * 0.6) return undefined
  // The m alone, and what stands above its head.
  let [right, x0, x1, y1] = [0, shape.width, 0, 0]
  for (let y = top + Math.floor(height * 0.5); y < shape.height; y++)
    right = Math.max(right, spanOf(shape, y)?.[1] ?? 0)
  for (let y = 0; y < top; y++) {
    const span = spanOf(shape, y)
    if (!span) continue
    x0 = Math.min(x0, span[0])
    x1 = Math.max(x1, span[1])
    y1 = y + 1
  }
  // Behind the m a figure goes on beside its head.
  if (x0 >= right - 1)
    for (let y = top; y < top + figureDown * height * 2; y++) {
      const span = spanOf(shape, y, x0)
      if (span) y1 = y + 1
    }
  const isM =
    within(right, [widthOfM[0] * em, widthOfM[1] * em]) &&
    legRows.every((row) => stretches(shape, top + Math.floor(height * row)) === legs)
  const isFigure =
    x1 > x0 &&
    x0 >= right * figureFrom &&
    within(y1, [figureHeight[0] * em, figureHeight[1] * em]) &&
    within(x1 - x0, [figureWidth[0] * em, figureWidth[1] * em])
  if (!isM || !isFigure) return undefined
  const lean = leanOf(shape, x0, x1, y1)
  const value = lean <= (mostOfTwo + leastOfThree) / 2 ? '㎡' : '㎥'
  const confidence = lean <= mostOfTwo || lean >= leastOfThree ? sureUnit : unsure
  const figure = { x0: shape.x0 + x0, y0: shape.y0, x1: shape.x0 + x1, y1: shape.y0 + y1 }
  return { value, confidence, figure, x0: shape.x0, y0: shape.y0, x1: shape.x1, y1: shape.y1 }
}

/** Finds ㎡ and ㎥ in a horizontal line by their shape: engines have no such characters, or take them for letters. */
export function raisedUnits(line: InkLine, runs: InkRuns, em: number): RaisedUnit[] {
  if (line.vertical) return []
  const size = dirtSize * em
  const ink = line.ink.filter((c) => Math.max(c.x1 - c.x0, c.y1 - c.y0) >= size)
  const bands = bandsOf(ink, rightwards, 1)
  const found: RaisedUnit[] = []
  const widthOf = (own: readonly Band[]): number => (own.at(-1)?.to ?? 0) - (own[0]?.from ?? 0)
  for (let i = 0; i < bands.length; i++)
    for (const count of [1, 2]) {
      const own = bands.slice(i, i + count)
      const [first, second] = own as [Band, Band | undefined]
      if (own.length < count || (second && second.from - first.to > nearest * em)) continue
      if (widthOf(own) < widthOfM[0] * em || widthOf(own) > (widthOfM[1] + figureWidth[1]) * em) continue
      const unit = unitOf(
        cutOut(
          own.flatMap((band): Component[] => band.ink),
          runs,
        ),
        em,
      )
      if (!unit) continue
      found.push(unit)
      i += count - 1
      break
    }
  return found
}
