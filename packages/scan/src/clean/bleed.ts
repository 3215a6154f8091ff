import { type Component, componentsOf, type InkRuns, inkRuns } from '../ink/components.ts'
import type { Raster } from './raster.ts'

/** Ink this light, as a share of the ground around it, shines through from the back of the sheet; light print may be as light. */
const faintest = 0.66
/** So much of the ink of a component is as light as that or lighter: its edges always are. */
const lightShare = 0.75
/** Components of this size each way (1.7 mm) are characters and rules; so many faint ones make a page with another behind it. */
const smallest = 20
const fewest = 8
/** Before components are looked at: every so many rows, and the share of stretches of ink on them that are faint all along. */
const rowStep = 8
const faintRuns = 0.03
/** Side of the squares whose lighter pixels are the ground, as a power of two; every so many pixels of one are looked at. */
const groundBits = 6
const groundStep = 5
const groundShare = 0.75
/** Faint is what is lighter than the darkest twentieth of it, less this for its noise; it goes where it is no nearer than so many pixels to darker ink. */
const darkestShare = 0.05
const noise = 0.05
const reach = 7

/** What shines through on a page: the components, with the runs that they are made of. */
export interface Bleed {
  components: Component[]
  runs: InkRuns
}

/** The brightness of the ground by square. */
function groundOf({ width, height, data }: Raster): Raster {
  const side = 1 << groundBits
  const [across, down] = [Math.ceil(width / side), Math.ceil(height / side)]
  const ground = { width: across, height: down, data: new Uint8Array(across * down) }
  const counts = new Uint16Array(256)
  for (let s = 0; s < across * down; s++) {
    counts.fill(0)
    let seen = 0
    const [x0, y0] = [(s % across) * side, Math.floor(s / across) * side]
    for (let y = y0; y < Math.min(height, y0 + side); y += groundStep)
      for (let x = x0; x < Math.min(width, x0 + side); x += groundStep, seen++) {
        const v = data[y * width + x] as number
        counts[v] = (counts[v] as number) + 1
      }
    let v = 255
    for (let left = seen * (1 - groundShare) - (counts[v] as number); left > 0 && v > 0; ) left -= counts[--v] as number
    ground.data[s] = v
  }
  return ground
}

const groundAt = (ground: Raster, x: number, y: number): number =>
  ground.data[(y >> groundBits) * ground.width + (x >> groundBits)] as number

/** Some rows of an image, so many apart. */
function someRows({ width, height, data }: Raster, step: number): Raster {
  const some = { width, height: Math.ceil(height / step), data: new Uint8Array(Math.ceil(height / step) * width) }
  for (let y = 0; y < some.height; y++)
    some.data.set(data.subarray(y * step * width, (y * step + 1) * width), y * width)
  return some
}

/** Whether enough stretches of ink are faint all along for a closer look. */
function mayShine(grey: Raster, ink: Raster, ground: Raster): boolean {
  const runs = inkRuns(someRows(ink, rowStep))
  let [all, faint] = [0, 0]
  for (let i = 0; i < runs.row.length; i++) {
    const [from, to] = [runs.start[i] as number, runs.end[i] as number]
    if (to - from < 2) continue
    all++
    const y = (runs.row[i] as number) * rowStep
    const limit = groundAt(ground, from, y) * faintest
    let x = from
    while (x < to && (grey.data[y * grey.width + x] as number) >= limit) x++
    if (x === to) faint++
  }
  return faint > all * faintRuns
}

/** How light the darker ink of a faint component is, as a share of the ground; undefined of one that is not. */
function lightness(c: Component, grey: Raster, runs: InkRuns, ground: Raster): number | undefined {
  const values: number[] = []
  let dark = 0
  const mostDark = c.area * (1 - lightShare)
  for (const i of c.runs) {
    const y = runs.row[i] as number
    for (let x = runs.start[i] as number; x < (runs.end[i] as number); x++) {
      const value = (grey.data[y * grey.width + x] as number) / groundAt(ground, x, y)
      if (value < faintest && ++dark > mostDark) return undefined
      values.push(value)
    }
  }
  return values.sort((a, b) => a - b)[Math.floor(mostDark)]
}

/** A page without what is so faint that it may shine through from the back of the sheet, and what that is; undefined where there is none. */
export function withoutBleed(grey: Raster, ink: Raster): { grey: Raster; bleed: Bleed } | undefined {
  const ground = groundOf(grey)
  if (!mayShine(grey, ink, ground)) return undefined
  const runs = inkRuns(ink)
  const large = componentsOf(runs, smallest).filter((c) => Math.max(c.x1 - c.x0, c.y1 - c.y0) >= smallest)
  const faint = large.flatMap((c) => {
    const light = lightness(c, grey, runs, ground)
    return light === undefined ? [] : [{ c, light }]
  })
  if (faint.length < fewest) return undefined
  const darkest = faint.map(({ light }) => light).sort((a, b) => a - b)[
    Math.floor(faint.length * darkestShare)
  ] as number
  const data = kept(grey, ground, darkest - noise)
  return { grey: { ...grey, data }, bleed: { components: faint.map(({ c }) => c), runs } }
}

/** A page with ground in place of everything that is not near something darker than a share of the ground. */
function kept({ width, height, data }: Raster, ground: Raster, cut: number): Uint8Array {
  const isDark = (i: number, limit: number): boolean => (data[i] as number) < limit
  const near = new Uint8Array(width * height)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const limit = groundAt(ground, x, y) * cut
      // Of dark pixels fewer than three in a line are noise.
      const isLine = (step: number): boolean => isDark(i + step, limit) && isDark(i + 2 * step, limit)
      if (!isDark(i, limit) || !(isLine(1) || isLine(width))) continue
      near.fill(1, Math.max(y * width, i - reach), Math.min((y + 1) * width, i + reach + 1))
    }
  const last = new Int32Array(width).fill(-1)
  const out = data.slice()
  for (let y = 0; y < height + reach; y++) {
    if (y < height) for (let x = 0, i = y * width; x < width; x++, i++) if (near[i] === 1) last[x] = y
    const row = y - reach
    if (row < 0) continue
    for (let x = 0, i = row * width; x < width; x++, i++)
      if ((last[x] as number) < row - reach) out[i] = Math.max(data[i] as number, groundAt(ground, x, row))
  }
  return out
}
