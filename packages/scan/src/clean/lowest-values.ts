import type { Raster } from './raster.ts'

/** Side of the squares that a page is looked at in, as a power of two: much of a page is paper, which need not be looked at pixel by pixel. */
export const squareBits = 5
const side = 1 << squareBits

export const white = 255

/** The darkest value of every square of a page; the last ones of a row or column hold what is left. */
export function lowestValues({ width, height, data }: Raster): Raster {
  const across = Math.ceil(width / side)
  const lowest = new Uint8Array(across * Math.ceil(height / side)).fill(255)
  for (let y = 0; y < height; y++) {
    const first = (y >> squareBits) * across
    for (let s = 0, x = y * width; s < across; s++) {
      const end = Math.min(x + side, (y + 1) * width)
      let least = lowest[first + s] as number
      for (; x < end; x++) if ((data[x] as number) < least) least = data[x] as number
      lowest[first + s] = least
    }
  }
  return { width: across, height: Math.ceil(height / side), data: lowest }
}

/** Whether nothing but white is between two pixels, of a page with these darkest values. */
export function isWhite({ width, data }: Raster, x0: number, y0: number, x1: number, y1: number): boolean {
  for (let y = y0 >> squareBits; y <= y1 >> squareBits; y++)
    for (let x = x0 >> squareBits; x <= x1 >> squareBits; x++) if (data[y * width + x] !== white) return false
  return true
}
