import type { Box } from '@kyoyaku/core'
import type { Pixels } from './image-pixels.ts'

/** Decoders go on with the last block that they have data for, which is no wider than this many pixels. */
const block = 16
/** Some of it is neither as light as paper nor as dark as ink. */
const darkestGrey = 24
const lightestGrey = 235
/** So much of a page is filled up before it is noticed: a stripe of even grey may be printed. */
const leastFilled = 0.02

/** A bar that is printed at an edge, and the lid of a scanner that shows there, are black too: more than this is no bar. */
const leastBlack = 0.05

/** Rows of an image as its decoder gave them. */
interface Rows {
  width: number
  height: number
  /** Bytes a pixel; undefined for pixels of one bit, which is set where there is paper. */
  channels: number | undefined
  data: Uint8Array | Uint8ClampedArray
}

/** Whether a row is the same grey pattern over and over. */
function repeats({ width, channels, data }: Rows, y: number): boolean {
  if (channels === undefined || width <= block) return false
  const start = y * width * channels
  const period = block * channels
  for (let i = start + period; i < start + width * channels; i++) if (data[i] !== data[i - period]) return false
  return data.subarray(start, start + period).some((value) => value >= darkestGrey && value <= lightestGrey)
}

const opacity = 3

/** Whether a row is black from end to end, to the last bit: what is left of an image where nothing was written. */
function isBlack({ width, channels, data }: Rows, y: number): boolean {
  const stride = channels === undefined ? (width + 7) >> 3 : width * channels
  // The last bits of a row need not be pixels.
  const whole = channels === undefined ? width >> 3 : stride
  for (let i = 0; i < whole; i++)
    if (data[y * stride + i] !== 0 && !(channels === opacity + 1 && i % channels === opacity)) return false
  return whole > 0
}

const tails = [
  { isTail: repeats, least: leastFilled },
  { isTail: isBlack, least: leastBlack },
] as const

/**
 * Where the grey or the black begins that decoders give for the rest of an image whose data end early, as a share of its height; it is
 * made paper. Undefined where the image is all there: no scanner sees a grey without a grain.
 */
export function filledUp(rows: Rows): number | undefined {
  const { width, height, channels, data } = rows
  for (const { isTail, least } of tails) {
    let top = height
    while (top > 0 && isTail(rows, top - 1)) top--
    if (height - top < Math.max(1, height * least)) continue
    data.fill(255, top * (channels === undefined ? (width + 7) >> 3 : width * channels))
    return top / height
  }
  return undefined
}

/** Where the paper begins below the last ink of an image of one bit a pixel, as a share of its height; undefined where that is at its end. */
export function paperFrom({ width, height, data }: Omit<Rows, 'channels'>): number | undefined {
  const [stride, whole] = [(width + 7) >> 3, width >> 3]
  let top = height
  while (top > 0 && data.subarray((top - 1) * stride, (top - 1) * stride + whole).every((byte) => byte === 255)) top--
  return height - top < height * leastFilled ? undefined : top / height
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
