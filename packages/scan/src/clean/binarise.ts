import type { Raster } from './raster.ts'

/** A pixel is ink where it is darker than this share of the mean of its surroundings … */
const inkShare = 0.85
/** … which reach this many pixels to every side: a window of 51, a little more than a character at 300 dpi. */
const reach = 25
/** … and darker than the mean by this much at least: on black ground noise is no ink. */
const leastContrast = 16

/** Ink by comparison with its surroundings (Bradley): grey paper and uneven light do no harm. */
export function binarise({ width, height, data }: Raster): Raster {
  const out = new Uint8Array(width * height)
  const columns = new Int32Array(width)
  const sums = new Float64Array(width + 1)
  let rows = 0
  const add = (y: number, sign: 1 | -1): void => {
    const row = y * width
    if (sign > 0) for (let x = 0; x < width; x++) columns[x] = (columns[x] as number) + (data[row + x] as number)
    else for (let x = 0; x < width; x++) columns[x] = (columns[x] as number) - (data[row + x] as number)
    rows += sign
  }
  for (let y = 0; y < Math.min(reach, height); y++) add(y, 1)
  for (let y = 0; y < height; y++) {
    if (y + reach < height) add(y + reach, 1)
    if (y - reach - 1 >= 0) add(y - reach - 1, -1)
    let sum = 0
    for (let x = 0; x < width; x++) {
      sums[x] = sum
      sum += columns[x] as number
    }
    sums[width] = sum
    const row = y * width
    for (let x = 0; x < width; x++) {
      const from = x > reach ? x - reach : 0
      const to = x + reach + 1 < width ? x + reach + 1 : width
      const mean = ((sums[to] as number) - (sums[from] as number)) / ((to - from) * rows)
      const value = data[row + x] as number
      if (value < mean * inkShare && value < mean - leastContrast) out[row + x] = 1
    }
  }
  return { width, height, data: out }
}
