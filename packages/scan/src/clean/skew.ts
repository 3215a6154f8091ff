import { inkLimits } from './binarise.ts'
import type { Darkness } from './darkness.ts'
import type { Raster } from './raster.ts'

/** Squares of a page that make a strip across (3 mm): within one, the steepest angle looked for blurs a line by less than its height. */
const squaresInStrip = 3
/** Rows that are counted together at 300 dpi: a hundred to the inch are enough, as all pixels of the scan count. */
const rowsTogether = 3
const degree = Math.PI / 180
/** Angles looked for, in radians: five degrees to either side … */
const widest = 5 * degree
/** … in steps of a tenth of a degree, then of a hundredth. */
const steps = [0.1 * degree, 0.01 * degree] as const

/** Rows that share a stretch of ink: less white between two costs less than to leap over it. */
const leap = 8

/** The ink of a strip by row, and the stretches of rows that hold any, as pairs of first and end. */
interface Strip {
  ink: Int32Array
  stretches: Int32Array
}

/** Ink of every row of every strip, and the width of strips in rows. */
interface Profiles {
  strips: Strip[]
  rows: number
  stripWidth: number
}

/** Much of a page is paper, which adds nothing. */
function stretchesOf(ink: Int32Array): Int32Array {
  const found: number[] = []
  for (let y = 0; y < ink.length; y++) {
    if (ink[y] === 0) continue
    const end = found.at(-1)
    if (end !== undefined && y - end < leap) found[found.length - 1] = y + 1
    else found.push(y, y + 1)
  }
  return Int32Array.from(found)
}

/** Whole columns are counted: sampling them made false patterns of fine print. */
function stripProfiles(page: Raster, darkness: Darkness, share: number): Profiles {
  const { width, height, data } = page
  const { side, width: across, sums } = darkness
  const limits = inkLimits(darkness, page)
  const together = Math.max(1, Math.round(rowsTogether * share))
  const rows = Math.ceil(height / together)
  const counts = Array.from({ length: Math.ceil(across / squaresInStrip) }, () => new Int32Array(rows))
  for (let y = 0; y < height; y++) {
    const first = Math.floor(y / side) * across
    const row = Math.floor(y / together)
    for (let s = 0; s < across; s++) {
      if (sums[first + s] === 0) continue
      const limit = limits[first + s] as number
      const end = y * width + Math.min((s + 1) * side, width)
      let ink = 0
      for (let i = y * width + s * side; i < end; i++) if ((data[i] as number) < limit) ink++
      const strip = counts[Math.floor(s / squaresInStrip)] as Int32Array
      strip[row] = (strip[row] as number) + ink
    }
  }
  const strips = counts.map((ink) => ({ ink, stretches: stretchesOf(ink) }))
  return { strips, rows, stripWidth: (squaresInStrip * side) / together }
}

function shiftInto(total: Int32Array, { ink, stretches }: Strip, shift: number): void {
  const most = Math.min(total.length, total.length - shift)
  for (let k = 0; k < stretches.length; k += 2) {
    const to = Math.min(most, (stretches[k + 1] as number) - shift)
    for (let y = Math.max(0, (stretches[k] as number) - shift); y < to; y++)
      total[y] = ((total[y] as number) + (ink[y + shift] as number)) | 0
  }
}

/** How sharply rows of ink and rows of paper part when the strips are shifted along an angle. */
function sharpness({ strips, rows, stripWidth }: Profiles, angle: number): number {
  const total = new Int32Array(rows)
  const middle = (strips.length - 1) / 2
  const rise = Math.tan(angle) * stripWidth
  for (let s = 0; s < strips.length; s++) shiftInto(total, strips[s] as Strip, Math.round(rise * (s - middle)))
  let sum = 0
  for (let y = 1; y < rows; y++) {
    const d = (total[y] as number) - (total[y - 1] as number)
    sum += d * d
  }
  return sum
}

/** The sharpest of the angles around one, none flatter where none is sharper. */
function sharpest(profiles: Profiles, centre: number, span: number, step: number): number {
  let best = { angle: centre, score: sharpness(profiles, centre) }
  const most = Math.round(span / step)
  for (let k = -most; k <= most; k++) {
    if (k === 0) continue
    const angle = centre + k * step
    const score = sharpness(profiles, angle)
    if (score > best.score) best = { angle, score }
  }
  return best.angle
}

/** The angle in radians, clockwise, by which the lines of a page, which has this share of 300 dpi, fall to the right. */
export function skewOf(page: Raster, darkness: Darkness, share: number): number {
  const profiles = stripProfiles(page, darkness, share)
  const [step, finest] = steps
  return sharpest(profiles, sharpest(profiles, 0, widest, step), step, finest)
}
