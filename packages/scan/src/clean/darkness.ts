import type { Raster } from './raster.ts'

export const white = 255

/** Side of the squares in which a page is looked at, in pixels at 300 dpi: wider than any stroke of body type. */
export const squareSide = 12

/** How much darker than white the squares of a page are, in sums over their pixels; the last ones of a row or column hold what is left. */
export interface Darkness {
  /** Squares across and down, and their side in pixels. */
  width: number
  height: number
  side: number
  sums: Int32Array
}

export function darknessOf({ width, height, data }: Raster, side: number): Darkness {
  const across = Math.ceil(width / side)
  const down = Math.ceil(height / side)
  const sums = new Int32Array(across * down)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / side) * across
    const last = (y + 1) * width
    for (let s = row, i = y * width; i < last; s++) {
      const end = Math.min(i + side, last)
      let sum = (end - i) * white
      for (; i < end; i++) sum -= data[i] as number
      sums[s] = (sums[s] as number) + sum
    }
  }
  return { width: across, height: down, side, sums }
}

/** Whether nothing but white is between two pixels of a page, as far as its squares tell. */
export function isWhite({ width, side, sums }: Darkness, x0: number, y0: number, x1: number, y1: number): boolean {
  const [left, right] = [Math.floor(x0 / side), Math.floor(x1 / side)]
  const bottom = Math.floor(y1 / side)
  for (let y = Math.floor(y0 / side); y <= bottom; y++)
    for (let i = y * width + left; i <= y * width + right; i++) if (sums[i] !== 0) return false
  return true
}
