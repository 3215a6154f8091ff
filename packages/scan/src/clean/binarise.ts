import type { Raster } from './raster.ts'

/** A pixel is ink where it is darker than this share of the mean of its surroundings … */
const inkShare = 0.85
/** … which reach this many pixels to every side: a window of 51, a little more than a character at 300 dpi. */
const reach = 25
/** … and darker than the mean by this much at least: on black ground noise is no ink. */
const leastContrast = 16
/** Beside white, nothing as light as this is ink. */
const lightest = 255 * inkShare

/** Ink by comparison with its surroundings (Bradley): grey paper and uneven light do no harm. */
export function binarise({ width, height, data }: Raster): Raster {
  const out = new Uint8Array(width * height)
  const columns = new Int32Array(width)
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
    for (let x = 0; x < Math.min(reach, width); x++) sum += columns[x] as number
    const row = y * width
    const isInk = (value: number, mean: number): boolean => value < mean * inkShare && value < mean - leastContrast
    // In the middle of a row, where nearly all pixels are, the window is whole.
    const share = 1 / ((2 * reach + 1) * rows)
    for (let x = 0; x < width; x++) {
      if (x === reach + 1 && width > 2 * reach + 1) {
        for (const end = width - reach; x < end; x++) {
          sum += (columns[x + reach] as number) - (columns[x - reach - 1] as number)
          const value = data[row + x] as number
          if (value < lightest && isInk(value, sum * share)) out[row + x] = 1
        }
      }
      if (x + reach < width) sum += columns[x + reach] as number
      if (x > reach) sum -= columns[x - reach - 1] as number
      const across = Math.min(x + reach + 1, width) - Math.max(0, x - reach)
      if (isInk(data[row + x] as number, sum / (across * rows))) out[row + x] = 1
    }
  }
  return { width, height, data: out }
}
