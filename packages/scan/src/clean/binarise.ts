import { type Darkness, darknessOf, squareSide as side, white } from './darkness.ts'
import type { Raster } from './raster.ts'

/** A pixel is ink where it is darker than this share of the mean of its surroundings … */
const inkShare = 0.85
/** … and darker than the mean by this much at least: on black ground noise is no ink. */
const leastContrast = 16
/** Surroundings reach so many squares to every side of one: a window of 60 pixels, a little more than a character at 300 dpi. */
const reach = 2

/** The values below which the pixels of each square of a page are ink. */
export function inkLimits({ width: across, height: down, side, sums }: Darkness, page: Raster): Int32Array {
  const limits = new Int32Array(across * down)
  const columns = new Int32Array(across)
  const add = (row: number, sign: 1 | -1): void => {
    if (row < 0 || row >= down) return
    for (let s = 0, i = row * across; s < across; s++, i++)
      columns[s] = (columns[s] as number) + sign * (sums[i] as number)
  }
  const span = (at: number, size: number): number =>
    Math.min((at + reach + 1) * side, size) - Math.max(0, at - reach) * side
  const spans = Array.from({ length: across }, (_, s) => span(s, page.width))
  for (let row = 0; row < reach; row++) add(row, 1)
  for (let row = 0; row < down; row++) {
    add(row + reach, 1)
    add(row - reach - 1, -1)
    const rows = span(row, page.height)
    let sum = 0
    for (let s = 0; s < reach; s++) sum += columns[s] ?? 0
    for (let s = 0; s < across; s++) {
      sum += columns[s + reach] ?? 0
      const mean = white - sum / (rows * (spans[s] as number))
      limits[row * across + s] = Math.ceil(Math.min(mean * inkShare, mean - leastContrast))
      sum -= columns[s - reach] ?? 0
    }
  }
  return limits
}

/** Ink by comparison with its surroundings (after Bradley), at 300 dpi: grey paper and uneven light do no harm. */
export function binarise(page: Raster): Raster {
  const { width, height, data } = page
  const out = new Uint8Array(width * height)
  const darkness = darknessOf(page, side)
  const limits = inkLimits(darkness, page)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / side) * darkness.width
    for (let s = 0; s < darkness.width; s++) {
      if (darkness.sums[row + s] === 0) continue
      const limit = limits[row + s] as number
      const end = y * width + Math.min((s + 1) * side, width)
      for (let i = y * width + s * side; i < end; i++) if ((data[i] as number) < limit) out[i] = 1
    }
  }
  return { width, height, data: out }
}
