import type { Raster } from './raster.ts'

/** Width of the strips in pixels: within one, the steepest angle looked for blurs a line by less than its height. */
const stripWidth = 16
/** Angles looked for, in radians: five degrees to either side … */
const widest = (5 * Math.PI) / 180
/** … in steps of a tenth of a degree, then of a hundredth. */
const steps = [0.1, 0.01].map((d) => (d * Math.PI) / 180) as [number, number]
/** Ink of every row of every strip. Whole columns are counted: sampling them made false patterns of fine print. */
function stripProfiles({ width, height, data }: Raster): { strips: Float32Array[]; rows: number } {
  const rows = height
  const strips = Array.from({ length: Math.ceil(width / stripWidth) }, () => new Float32Array(rows))
  for (let y = 0; y < height; y++) {
    const row = y * width
    strips.forEach((strip, s) => {
      const end = row + Math.min((s + 1) * stripWidth, width)
      let sum = 0
      for (let i = row + s * stripWidth; i < end; i++) sum += data[i] as number
      strip[y] = sum
    })
  }
  return { strips, rows }
}

/** How sharply rows of ink and rows of paper part when the strips are shifted along an angle. */
function sharpness(strips: readonly Float32Array[], rows: number, angle: number, total: Float32Array): number {
  total.fill(0)
  const middle = (strips.length - 1) / 2
  strips.forEach((strip, s) => {
    const shift = Math.round(Math.tan(angle) * (s - middle) * stripWidth)
    const from = Math.max(0, -shift)
    const to = Math.min(rows, rows - shift)
    for (let y = from; y < to; y++) total[y] = (total[y] as number) + (strip[y + shift] as number)
  })
  let sum = 0
  for (let y = 1; y < rows; y++) {
    const d = (total[y] as number) - (total[y - 1] as number)
    sum += d * d
  }
  return sum
}

/** The angle in radians, clockwise, by which the lines of a page (at 150 dpi: all pixels of the scan count, but only four at once) fall to the right. */
export function skewOf(ink: Raster): number {
  const { strips, rows } = stripProfiles(ink)
  const total = new Float32Array(rows)
  let best = { angle: 0, score: sharpness(strips, rows, 0, total) }
  let span = widest
  for (const step of steps) {
    const centre = best.angle
    for (let k = -Math.round(span / step); k <= Math.round(span / step); k++) {
      const angle = centre + k * step
      const score = sharpness(strips, rows, angle, total)
      if (score > best.score) best = { angle, score }
    }
    span = step
  }
  return best.angle
}
