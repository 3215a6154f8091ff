import { isWhite, lowestValues, white } from './lowest-values.ts'
import type { Raster } from './raster.ts'

/** Pixels that each new one is made of, along a row and along a column: cubic, sharper than a straight line between two. */
const taps = 4
/** Weights are whole numbers, of this sum; between the two passes values keep some bits more. */
const bits = 10
const one = 1 << bits
const kept = 4
/** So many pixels of a row are looked at together: where they come from white, they are. */
const stretch = 64

const cubic = (distance: number): number => {
  const d = Math.abs(distance)
  return d < 1 ? (1.5 * d - 2.5) * d * d + 1 : d < 2 ? ((-0.5 * d + 2.5) * d - 4) * d + 2 : 0
}

/** For every pixel of a side made longer: the first that it is made of, which may be beyond the edge, and the weight of each. */
interface Weights {
  first: Int32Array
  values: Int32Array
}

function weightsOf(from: number, to: number): Weights {
  const first = new Int32Array(to)
  const values = new Int32Array(to * taps)
  for (let i = 0; i < to; i++) {
    const place = ((i + 0.5) * from) / to - 0.5
    const start = Math.floor(place) - 1
    first[i] = start
    let rest = one
    for (let k = 0; k < taps; k++) {
      const value = Math.round(cubic(place - start - k) * one)
      values[i * taps + k] = value
      rest -= value
    }
    values[i * taps + 1] = (values[i * taps + 1] as number) + rest
  }
  return { first, values }
}

/** Pixels of a row made longer, from one to another (exclusive); `row` goes on beyond both ends. */
function widen(out: Int16Array, row: Uint8Array, { first, values }: Weights, from: number, to: number): void {
  for (let x = from; x < to; x++) {
    const i = (first[x] as number) + taps
    const k = x * taps
    const sum =
      Math.imul(row[i] as number, values[k] as number) +
      Math.imul(row[i + 1] as number, values[k + 1] as number) +
      Math.imul(row[i + 2] as number, values[k + 2] as number) +
      Math.imul(row[i + 3] as number, values[k + 3] as number)
    out[x] = sum >> (bits - kept)
  }
}

/** Pixels of a new row out of those of four rows. */
function mix(
  out: Uint8ClampedArray,
  at: number,
  rows: readonly Int16Array[],
  weights: Int32Array,
  from: number,
  to: number,
): void {
  const [a, b, c, d] = rows as [Int16Array, Int16Array, Int16Array, Int16Array]
  const [wa, wb, wc, wd] = weights as unknown as [number, number, number, number]
  for (let x = from; x < to; x++) {
    const sum =
      Math.imul(a[x] as number, wa) +
      Math.imul(b[x] as number, wb) +
      Math.imul(c[x] as number, wc) +
      Math.imul(d[x] as number, wd)
    out[at + x] = (sum + (one << (kept - 1))) >> (bits + kept)
  }
}

/** A picture larger than it was, both ways. What is white all around stays so without being worked out. */
export function enlarged(page: Raster, toWidth: number, toHeight: number): Raster {
  const { width, height, data } = page
  const [across, down] = [weightsOf(width, toWidth), weightsOf(height, toHeight)]
  const lowest = lowestValues(page)
  const isBlank = (from: number, to: number, y0: number, y1: number): boolean => {
    const x0 = Math.max(0, across.first[from] as number)
    const x1 = Math.min(width - 1, (across.first[to - 1] as number) + taps - 1)
    return isWhite(lowest, x0, Math.max(0, y0), x1, Math.min(height - 1, y1))
  }
  // Of the rows made longer only those are held that the next new one is made of.
  const wide = Array.from({ length: taps }, () => new Int16Array(toWidth))
  const row = new Uint8Array(width + 2 * taps)
  let next = 0
  const widenNext = (): void => {
    const y = next++
    const own = wide[y % taps] as Int16Array
    row.fill(data[y * width] as number, 0, taps)
    row.set(data.subarray(y * width, (y + 1) * width), taps)
    row.fill(data[(y + 1) * width - 1] as number, taps + width)
    for (let x = 0; x < toWidth; x += stretch) {
      const end = Math.min(x + stretch, toWidth)
      if (isBlank(x, end, y, y)) own.fill(white << kept, x, end)
      else widen(own, row, across, x, end)
    }
  }
  const out = new Uint8ClampedArray(toWidth * toHeight).fill(white)
  for (let y = 0; y < toHeight; y++) {
    const first = down.first[y] as number
    const last = Math.min(height - 1, first + taps - 1)
    while (next <= last) widenNext()
    const rows = [0, 1, 2, 3].map((k) => wide[Math.min(last, Math.max(0, first + k)) % taps] as Int16Array)
    const weights = down.values.subarray(y * taps, (y + 1) * taps)
    for (let x = 0; x < toWidth; x += stretch) {
      const end = Math.min(x + stretch, toWidth)
      if (!isBlank(x, end, first, last)) mix(out, y * toWidth, rows, weights, x, end)
    }
  }
  return { width: toWidth, height: toHeight, data: new Uint8Array(out.buffer) }
}
