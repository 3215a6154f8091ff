import { type Darkness, isWhite, white } from './darkness.ts'
import type { Raster } from './raster.ts'

/** Places are in fixed point with 16 bits behind the point: a third of the time of floats. */
const bits = 16
const one = 1 << bits
/** So many pixels of a row are looked at together: where they all come from white, they are. */
const stretch = 64

/** Where the first pixel of a stretch comes from, and how much further the next one does. */
interface Path {
  fx: number
  fy: number
  stepX: number
  stepY: number
}

/** Fills pixels of a row, from one to another (exclusive), by a path that keeps within the page. */
function fillBetween(out: Uint8Array, { width, data }: Raster, from: number, to: number, path: Path): void {
  // Integers throughout: taken for floats, they cost twice the time.
  let fx = path.fx | 0
  let fy = path.fy | 0
  const stepX = path.stepX | 0
  const stepY = path.stepY | 0
  for (let k = from; k < to; k++) {
    const a = (fx & (one - 1)) >> 8
    const b = (fy & (one - 1)) >> 8
    const i = Math.imul(fy >> bits, width) + (fx >> bits)
    const top = Math.imul(data[i] as number, 256 - a) + Math.imul(data[i + 1] as number, a)
    const bottom = Math.imul(data[i + width] as number, 256 - a) + Math.imul(data[i + width + 1] as number, a)
    out[k] = (Math.imul(top, 256 - b) + Math.imul(bottom, b)) >> 16
    fx = (fx + stepX) | 0
    fy = (fy + stepY) | 0
  }
}

/**
 * A page in another size and turned clockwise about its middle by a small angle in radians, at once; pixels come from the four around
 * their place. What comes from beyond the page is `paper`.
 */
export function resampled(
  page: Raster,
  darkness: Darkness,
  to: { width: number; height: number },
  angle: number,
  paper: number,
): Raster {
  const { width, height } = to
  const out = new Uint8Array(width * height).fill(paper)
  const [scaleX, scaleY] = [page.width / width, page.height / height]
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2]
  const [fromX, fromY] = [(page.width - 1) / 2, (page.height - 1) / 2]
  const stepX = Math.round(cos * scaleX * one)
  const stepY = Math.round(-sin * scaleY * one)
  const [endX, endY] = [(page.width - 1) * one, (page.height - 1) * one]
  for (let y = 0; y < height; y++) {
    const firstX = Math.round((fromX + scaleX * (sin * (y - cy) - cos * cx)) * one)
    const firstY = Math.round((fromY + scaleY * (sin * cx + cos * (y - cy))) * one)
    const isInside = (x: number): boolean => {
      const [fx, fy] = [firstX + x * stepX, firstY + x * stepY]
      return fx >= 0 && fy >= 0 && fx < endX && fy < endY
    }
    for (let x = 0; x < width; x += stretch) {
      let [from, to] = [x, Math.min(x + stretch, width)]
      // A path is straight: what of it is within the page is one stretch.
      while (from < to && !isInside(from)) from++
      while (from < to && !isInside(to - 1)) to--
      if (from === to) continue
      const path = { fx: firstX + from * stepX, fy: firstY + from * stepY, stepX, stepY }
      const last = path.fy + (to - 1 - from) * stepY
      const [right, top, bottom] = [path.fx + (to - 1 - from) * stepX, Math.min(path.fy, last), Math.max(path.fy, last)]
      const isPaper = isWhite(darkness, path.fx >> bits, top >> bits, (right >> bits) + 1, (bottom >> bits) + 1)
      if (isPaper) out.fill(white, y * width + from, y * width + to)
      else fillBetween(out, page, y * width + from, y * width + to, path)
    }
  }
  return { width, height, data: out }
}
