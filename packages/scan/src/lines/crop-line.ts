import type { Raster } from '../clean/raster.ts'
import type { Crop, Lettering } from '../recognize/recognizer.ts'
import type { InkLine } from './ink-line.ts'

/** A crop with what leads from its pixels back to those of the page. */
export interface LineCrop {
  crop: Crop
  scale: number
  x0: number
  y0: number
}

/** What engines like that say nothing else. */
const usualLettering: Lettering = { height: 27, margin: 10 }
/** Pixels of the page around the ink: the grey edges of strokes. */
const edge = 2
/** Shares of the pixels that are darker than ink at its darkest, and lighter than paper. */
const darkest = 0.02
const lightest = 0.6

/** Ink as black and paper as white, whatever the scan made of them. */
function stretched(values: Uint8Array): Uint8Array {
  const counts = new Uint32Array(256)
  for (const v of values) counts[v] = (counts[v] as number) + 1
  const at = (share: number): number => {
    let left = values.length * share
    for (let v = 0; v < 256; v++) {
      left -= counts[v] as number
      if (left <= 0) return v
    }
    return 255
  }
  const low = at(darkest)
  const high = Math.max(at(lightest), low + 32)
  const table = Uint8Array.from({ length: 256 }, (_, v) => Math.max(0, Math.min(255, ((v - low) * 255) / (high - low))))
  const out = new Uint8Array(values.length)
  for (let i = 0; i < out.length; i++) out[i] = table[values[i] as number] as number
  return out
}

/** For every pixel of a side made smaller or larger: where it begins in the source and how much each pixel counts. */
function weights(from: number, to: number): { first: Int32Array; values: Float32Array; taps: number } {
  const scale = to / from
  const support = Math.max(1, 1 / scale)
  const taps = Math.ceil(support * 2) + 1
  const first = new Int32Array(to)
  const values = new Float32Array(to * taps)
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) / scale - 0.5
    const start = Math.ceil(centre - support)
    first[i] = start
    let sum = 0
    for (let k = 0; k < taps; k++) {
      const w = Math.max(0, 1 - Math.abs(start + k - centre) / support)
      values[i * taps + k] = w
      sum += w
    }
    for (let k = 0; k < taps; k++) values[i * taps + k] = (values[i * taps + k] as number) / sum
  }
  return { first, values, taps }
}

/** A picture in another size, by a triangle filter. */
export function resized({ width, height, data }: Raster, toWidth: number, toHeight: number): Raster {
  const across = weights(width, toWidth)
  const down = weights(height, toHeight)
  const rows = new Float32Array(toWidth * height)
  // A row goes on at both ends as it begins and ends there.
  const beyond = across.taps
  const row = new Float32Array(width + 2 * beyond)
  for (let y = 0; y < height; y++) {
    row.fill(data[y * width] as number, 0, beyond)
    row.set(data.subarray(y * width, (y + 1) * width), beyond)
    row.fill(data[(y + 1) * width - 1] as number, beyond + width)
    gather(row, beyond, across, rows.subarray(y * toWidth, (y + 1) * toWidth))
  }
  const out = new Uint8Array(toWidth * toHeight)
  const sums = new Float64Array(toWidth)
  for (let y = 0; y < toHeight; y++) {
    sums.fill(0)
    for (let k = 0; k < down.taps; k++) {
      const from = Math.min(height - 1, Math.max(0, (down.first[y] as number) + k))
      addWeighted(sums, rows, from * toWidth, down.values[y * down.taps + k] as number)
    }
    for (let x = 0; x < toWidth; x++) out[y * toWidth + x] = Math.round(sums[x] as number)
  }
  return { width: toWidth, height: toHeight, data: out }
}

type Weights = ReturnType<typeof weights>

/** Pixels of a row in another width; those of the source begin at `offset`. */
function gather(row: Float32Array, offset: number, { first, values, taps }: Weights, out: Float32Array): void {
  for (let x = 0; x < out.length; x++) {
    const from = (first[x] as number) + offset
    let sum = 0
    for (let k = 0; k < taps; k++) sum += (values[x * taps + k] as number) * (row[from + k] as number)
    out[x] = sum
  }
}

function addWeighted(sums: Float64Array, rows: Float32Array, from: number, weight: number): void {
  if (weight === 0) return
  for (let x = 0; x < sums.length; x++) sums[x] = (sums[x] as number) + weight * (rows[from + x] as number)
}

/** A picture with white all around it. */
export function framed({ width, height, data }: Raster, border = usualLettering.margin): Crop {
  const across = width + 2 * border
  const out = new Uint8Array(across * (height + 2 * border)).fill(255)
  for (let y = 0; y < height; y++) out.set(data.subarray(y * width, (y + 1) * width), (y + border) * across + border)
  return { width: across, height: height + 2 * border, data: out }
}

/** A part of a page with its contrast stretched. */
export function cut(grey: Raster, x0: number, y0: number, x1: number, y1: number): Raster {
  const width = x1 - x0
  const data = new Uint8Array(width * (y1 - y0))
  for (let y = y0; y < y1; y++) data.set(grey.data.subarray(y * grey.width + x0, y * grey.width + x1), (y - y0) * width)
  return { width, height: y1 - y0, data: stretched(data) }
}

/** A horizontal line as an engine wants it; `em` is the usual height of characters around it, in pixels. */
export function cropLine(grey: Raster, line: InkLine, em: number, lettering = usualLettering): LineCrop {
  const x0 = Math.max(0, line.x0 - edge)
  const y0 = Math.max(0, line.y0 - edge)
  const x1 = Math.min(grey.width, line.x1 + edge)
  const y1 = Math.min(grey.height, line.y1 + edge)
  // A row of dots is not blown up to the height of characters.
  const { height, margin } = lettering
  const scale = height / Math.max(line.y1 - line.y0, em * 0.7)
  const picture = resized(
    cut(grey, x0, y0, x1, y1),
    Math.max(1, Math.round((x1 - x0) * scale)),
    Math.max(1, Math.round((y1 - y0) * scale)),
  )
  return { crop: framed(picture, margin), scale, x0: x0 - margin / scale, y0: y0 - margin / scale }
}
