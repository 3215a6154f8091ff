import type { PageImage } from '@kyoyaku/core'

/** Pixels of one byte, rows from the top: grey values (0 black), or 1 for ink and 0 for paper. */
export interface Raster {
  width: number
  height: number
  data: Uint8Array
}

export const blank = (width: number, height: number, value: number): Raster => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(value),
})

/** Weights of red, green and blue in 256ths, as the eye has them. */
const [redWeight, greenWeight, blueWeight] = [77, 150, 29]

/** The brightness of a page. */
export function greyOf(image: PageImage): Raster {
  const { width, height, channels, data } = image
  if (channels === 1) return { width, height, data }
  const grey = new Uint8Array(width * height)
  for (let i = 0, k = 0; i < grey.length; i++, k += 3)
    grey[i] =
      ((data[k] as number) * redWeight +
        (data[k + 1] as number) * greenWeight +
        (data[k + 2] as number) * blueWeight) >>
      8
  return { width, height, data: grey }
}

/** A page turned clockwise by quarters. */
export function turnQuarters({ width, height, data }: Raster, turn: 0 | 90 | 180 | 270): Raster {
  if (turn === 0) return { width, height, data }
  const out = new Uint8Array(data.length)
  if (turn === 180) {
    for (let i = 0, k = data.length - 1; k >= 0; i++, k--) out[i] = data[k] as number
    return { width, height, data: out }
  }
  // Blocks keep both sides of the transposition in the cache.
  const block = 64
  for (let y0 = 0; y0 < height; y0 += block)
    for (let x0 = 0; x0 < width; x0 += block) {
      const y1 = Math.min(y0 + block, height)
      const x1 = Math.min(x0 + block, width)
      for (let y = y0; y < y1; y++)
        for (let x = x0; x < x1; x++) {
          const to = turn === 90 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y
          out[to] = data[y * width + x] as number
        }
    }
  return { width: height, height: width, data: out }
}
