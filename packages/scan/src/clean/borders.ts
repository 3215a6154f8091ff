import { componentsOf, inkRuns } from '../ink/components.ts'
import type { Raster } from './raster.ts'

/** The black around a page reaches in no further than this share of its width and height. */
const deepest = 0.12
/** What is dark for more than this share of the page is the page. */
const whole = 0.5
/** The edge of a border is grey for this share of a square. */
const fringe = 1 / 3

/** The black that a scanner or a copier leaves around a page is painted over with paper; `squares` are what is dark, and have this side. */
export function withoutBorders(grey: Raster, squares: Raster, side: number, paper: number): Raster {
  const [w, h] = [squares.width, squares.height]
  const atEdge = componentsOf(inkRuns(squares)).filter((c) => c.x0 === 0 || c.y0 === 0 || c.x1 === w || c.y1 === h)
  if (atEdge.length === 0 || atEdge.reduce((sum, c) => sum + c.area, 0) > w * h * whole) return grey
  const runs = inkRuns(squares)
  const data = grey.data.slice()
  const paint = (x0: number, y0: number, x1: number, y1: number): void => {
    // The last square of a row or column has what is left of the page as well.
    const right = x1 >= w * side ? grey.width : x1
    const bottom = y1 >= h * side ? grey.height : y1
    for (let y = Math.max(0, y0); y < bottom; y++)
      data.fill(paper, y * grey.width + Math.max(0, x0), y * grey.width + right)
  }
  const limit = (paper * 3) / 4
  for (const c of atEdge)
    for (const i of c.runs) {
      const y = runs.row[i] as number
      for (let x = runs.start[i] as number; x < (runs.end[i] as number); x++) {
        const isDeep = Math.min(x, w - 1 - x) > w * deepest && Math.min(y, h - 1 - y) > h * deepest
        if (isDeep) continue
        const reach = reachOf(grey, x * side, y * side, side, limit)
        paint(x * side - reach.left, y * side - reach.top, (x + 1) * side + reach.right, (y + 1) * side + reach.bottom)
      }
    }
  return { ...grey, data }
}

/** How many pixels from each side of a square its dark goes on, up to a square. */
function reachOf(
  { width, height, data }: Raster,
  x0: number,
  y0: number,
  side: number,
  limit: number,
): { left: number; right: number; top: number; bottom: number } {
  const [mx, my] = [x0 + (side >> 1), y0 + (side >> 1)]
  const isDark = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && (data[y * width + x] as number) < limit
  const along = (dark: (k: number) => boolean): number => {
    let n = 0
    while (n < side && dark(n)) n++
    return n === 0 ? 0 : n + Math.round(side * fringe)
  }
  return {
    left: along((k) => isDark(x0 - 1 - k, my)),
    right: along((k) => isDark(x0 + side + k, my)),
    top: along((k) => isDark(mx, y0 - 1 - k)),
    bottom: along((k) => isDark(mx, y0 + side + k)),
  }
}
