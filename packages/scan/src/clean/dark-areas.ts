import { type Component, componentsOf, inkRuns } from '../ink/components.ts'
import type { Darkness } from './darkness.ts'
import { white } from './darkness.ts'
import type { Raster } from './raster.ts'

/** Ground is dark below this share of the brightness of the paper. */
const darkShare = 0.55
/** A dark area is at least so many squares wide and high (8 mm by 4: no mark is), and this share of its box is dark: else it is a drawing. */
const fewestAcross = 8
const fewestDown = 4
const fullest = 0.6
/** So much of its edge stays dark, as a share of a square: it is a rule to what surrounds it. */
const frameShare = 1 / 3

/** The whole squares of a page that are dark on the whole. */
export function darkSquares({ width, side, sums }: Darkness, page: Raster, paper: number): Raster {
  const across = Math.floor(page.width / side)
  const down = Math.floor(page.height / side)
  const least = (white - paper * darkShare) * side * side
  const data = new Uint8Array(across * down)
  for (let y = 0; y < down; y++)
    for (let s = 0; s < across; s++) if ((sums[y * width + s] as number) > least) data[y * across + s] = 1
  return { width: across, height: down, data }
}

const isArea = (c: Component): boolean => {
  const [w, h] = [c.x1 - c.x0, c.y1 - c.y0]
  return w >= fewestAcross && h >= fewestDown && c.area >= w * h * fullest
}

/** The page with its dark areas (of `squares`, which have this side) turned light, so that white writing on them is dark; itself where it has none. */
export function withLightGround(grey: Raster, squares: Raster, side: number, paper: number): Raster {
  const areas = componentsOf(inkRuns(squares), fewestAcross * fewestDown).filter(isArea)
  // A page that is dark all over is no page with dark cells.
  const whole = areas.some((a) => (a.x1 - a.x0) * (a.y1 - a.y0) * side * side > grey.data.length / 2)
  if (areas.length === 0 || whole) return grey
  const data = grey.data.slice()
  const frame = Math.round(side * frameShare)
  for (const area of areas) {
    const box = { x0: area.x0 * side, x1: area.x1 * side, y0: area.y0 * side, y1: area.y1 * side }
    const ground = edgesOf(grey, box, side, paper * ((1 + darkShare) / 2))
    for (let y = ground.y0 + frame; y < ground.y1 - frame; y++)
      for (let i = y * grey.width + ground.x0 + frame; i < y * grey.width + ground.x1 - frame; i++)
        data[i] = Math.max(0, Math.min(255, paper - (data[i] as number) + Math.round(paper * 0.1)))
  }
  return { ...grey, data }
}

/** The box of a dark area grown by up to so many pixels on each side, as far as its middle is dark. */
function edgesOf(
  { width, height, data }: Raster,
  { x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number },
  most: number,
  limit: number,
): { x0: number; y0: number; x1: number; y1: number } {
  const isDark = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && (data[y * width + x] as number) < limit
  const rowDark = (y: number): boolean => share(x0, x1, (x) => isDark(x, y)) >= 0.5
  const columnDark = (x: number): boolean => share(y0, y1, (y) => isDark(x, y)) >= 0.5
  const grown = { x0, y0, x1, y1 }
  while (grown.y0 > y0 - most && rowDark(grown.y0 - 1)) grown.y0--
  while (grown.y1 < y1 + most && rowDark(grown.y1)) grown.y1++
  while (grown.x0 > x0 - most && columnDark(grown.x0 - 1)) grown.x0--
  while (grown.x1 < x1 + most && columnDark(grown.x1)) grown.x1++
  return grown
}

function share(from: number, to: number, test: (i: number) => boolean): number {
  let n = 0
  for (let i = from; i < to; i++) if (test(i)) n++
  return n / Math.max(1, to - from)
}
