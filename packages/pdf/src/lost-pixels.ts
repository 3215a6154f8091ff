import type { Box } from '@kyoyaku/core'
import type { Pixels } from './image-pixels.ts'

/** Decoders go on with the last block that they have data for, which is no wider than this many pixels. */
const block = 16
/** Some of it is neither as light as paper nor as dark as ink. */
const darkestGrey = 24
const lightestGrey = 235
/** So much of a page is filled up before it is noticed: a stripe of even grey may be printed. */
const leastFilled = 0.02

/** Whether a row is the same grey pattern over and over. */
function repeats({ width, channels, data }: Pixels, y: number): boolean {
  const start = y * width * channels
  const period = block * channels
  for (let i = start + period; i < start + width * channels; i++) if (data[i] !== data[i - period]) return false
  return data.subarray(start, start + period).some((value) => value >= darkestGrey && value <= lightestGrey)
}

/**
 * Where the grey begins that decoders give for the rest of an image whose data end early, as a share of its height; it is
 * made paper. Undefined where the image is all there: no scanner sees a grey without a grain.
 */
export function filledUp(pixels: Pixels): number | undefined {
  const { width, height, channels, data } = pixels
  if (width <= block) return undefined
  let top = height
  while (top > 0 && repeats(pixels, top - 1)) top--
  if (height - top < height * leastFilled) return undefined
  data.fill(255, top * width * channels)
  return top / height
}

/** Whether all that can be seen in a box, in pixels, is one shade. */
export function isEven({ width, height, channels, data }: Pixels, [x0, y0, x1, y1]: Box): boolean {
  const [left, top] = [Math.max(0, Math.ceil(x0)), Math.max(0, Math.ceil(y0))]
  const [right, bottom] = [Math.min(width, Math.floor(x1)), Math.min(height, Math.floor(y1))]
  const first = data[(top * width + left) * channels]
  for (let y = top; y < bottom; y++)
    for (let i = (y * width + left) * channels; i < (y * width + right) * channels; i++)
      if (data[i] !== first) return false
  return true
}
