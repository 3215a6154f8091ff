import type { Raster } from '../clean/raster.ts'
import type { Stroke } from './strokes.ts'

/** A stroke through words is at least so long, in pixels at 300 dpi (8 mm) … */
const shortest = 94
/** … and no thicker than that (2 mm; two lines side by side may be one stroke): a bar over a word is a drawing. */
const thickest = 24
/** Print comes out of it above and below, along this share of it, so many pixels off its edge: closer than it ever comes to a rule. */
const printShare = 0.2
const distances = [4, 6, 8]

/** Whether print comes out of a stroke all along it on both sides. */
export function isThroughPrint(stroke: Stroke, { width, height, data }: Raster): boolean {
  const length = stroke.to - stroke.from
  if (length < shortest || stroke.thickness > thickest) return false
  return [-1, 1].every((side) => {
    const rows = distances
      .map((d) => Math.round(stroke.at + side * (stroke.thickness / 2 + d)))
      .filter((row) => row >= 0 && row < height)
    let inked = 0
    for (let x = stroke.from; x < Math.min(stroke.to, width); x++)
      if (rows.some((row) => data[row * width + x] === 1)) inked++
    return inked >= length * printShare
  })
}

/** Lines of print lie so that a stroke through them runs in this part of their height … */
const highest = 0.25
const lowest = 0.75
/** … for at least so many times their height, and in one go for so many: strokes of characters do so for less than one. */
const longEnough = 1.8
const inOne = 2.2

/** Whether a stroke runs through a line of print. */
export function strikes(stroke: Stroke, line: { x0: number; y0: number; x1: number; y1: number }): boolean {
  const height = line.y1 - line.y0
  const at = (stroke.at - line.y0) / height
  const overlap = Math.min(line.x1, stroke.to) - Math.max(line.x0, stroke.from)
  return at >= highest && at <= lowest && overlap >= longEnough * height && stroke.longest >= inOne * height
}
