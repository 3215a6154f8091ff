import { lowestValues, squareBits, white } from './lowest-values.ts'
import type { Raster } from './raster.ts'

/** A pixel is ink where it is darker than this share of the mean of its surroundings … */
const inkShare = 0.85
/** … which reach this many pixels to every side: a window of 51, a little more than a character at 300 dpi. */
const reach = 25
/** … and darker than the mean by this much at least: on black ground noise is no ink. */
const leastContrast = 16
/** Beside white, nothing as light as this is ink. */
const lightest = white * inkShare

/** Sums of the columns of a window, with as many zeros on either side as it reaches beyond a row. */
type Columns = Int32Array

/** Takes the row that enters the window and the one that leaves it into the sums; squares that are white in both change none. */
function slide(columns: Columns, page: Raster, lowest: Raster, enters: number, leaves: number): void {
  const { width, height, data } = page
  const [isIn, isOut] = [enters < height, leaves >= 0]
  const [enter, leave] = [enters * width - reach, leaves * width - reach]
  if (isIn && isOut) {
    const [above, below] = [leaves >> squareBits, enters >> squareBits].map((y) => y * lowest.width) as [number, number]
    for (let s = 0; s < lowest.width; s++) {
      if (lowest.data[above + s] === white && lowest.data[below + s] === white) continue
      const end = Math.min((s + 1) << squareBits, width) + reach
      for (let i = (s << squareBits) + reach; i < end; i++)
        columns[i] = (columns[i] as number) + (data[enter + i] as number) - (data[leave + i] as number)
    }
  } else if (isIn || isOut) {
    const sign = isIn ? 1 : -1
    const row = isIn ? enter : leave
    for (let i = reach; i < width + reach; i++) columns[i] = (columns[i] as number) + sign * (data[row + i] as number)
  }
}

/** Marks the ink of a row between two columns; `shares` is what one pixel counts in the mean of the window around each. */
function markInk(
  out: Raster,
  data: Uint8Array,
  columns: Columns,
  shares: Float64Array,
  y: number,
  from: number,
  to: number,
): void {
  let sum = 0
  for (let i = from; i < from + 2 * reach; i++) sum += columns[i] as number
  const row = y * out.width
  for (let x = from; x < to; x++) {
    sum += columns[x + 2 * reach] as number
    const value = data[row + x] as number
    if (value < lightest) {
      const mean = sum * (shares[x] as number)
      if (value < mean * inkShare && value < mean - leastContrast) out.data[row + x] = 1
    }
    sum -= columns[x] as number
  }
}

/** Ink by comparison with its surroundings (Bradley): grey paper and uneven light do no harm. */
export function binarise(page: Raster): Raster {
  const { width, height, data } = page
  const out = { width, height, data: new Uint8Array(width * height) }
  const lowest = lowestValues(page)
  const columns: Columns = new Int32Array(width + 2 * reach)
  const shares = new Float64Array(width)
  for (let y = 0; y < Math.min(reach, height); y++) slide(columns, page, lowest, y, -1)
  let rowsBefore = 0
  for (let y = 0; y < height; y++) {
    slide(columns, page, lowest, y + reach, y - reach - 1)
    const rows = Math.min(y + reach + 1, height) - Math.max(0, y - reach)
    if (rows !== rowsBefore)
      for (let x = 0; x < width; x++) shares[x] = 1 / ((Math.min(x + reach + 1, width) - Math.max(0, x - reach)) * rows)
    rowsBefore = rows
    // Squares in a row that hold anything dark are gone through together.
    const own = (y >> squareBits) * lowest.width
    for (let s = 0; s < lowest.width; s++) {
      if ((lowest.data[own + s] as number) >= lightest) continue
      const first = s
      while (s < lowest.width && (lowest.data[own + s] as number) < lightest) s++
      markInk(out, data, columns, shares, y, first << squareBits, Math.min(s << squareBits, width))
    }
  }
  return out
}
