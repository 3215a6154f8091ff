import type { Box } from '@kyoyaku/core'
import { type DecodedImage, type Lie, type Pixels, pixelsOf } from './image-pixels.ts'

/** An image where it stands on a page, in points. */
export interface PlacedImage {
  image: DecodedImage
  box: Box
  lie: Lie
  /** Of a stencil, the colour `#rrggbb` that is painted through it. */
  ink?: string
}

/** What the finest images of a page must take of all of them together to set its resolution: a small picture does not. */
const finestShare = 0.1

const areaOf = ([x0, y0, x1, y1]: Box): number => (x1 - x0) * (y1 - y0)
const perPoint = ({ image, box, lie }: PlacedImage): number =>
  (lie.swapped ? image.height : image.width) / Math.max(box[2] - box[0], Number.EPSILON)

/** Pixels to the point of the finest images that are no small pictures. */
export function resolutionOf(placed: readonly PlacedImage[]): number {
  const finest = placed.toSorted((a, b) => perPoint(b) - perPoint(a))
  const all = placed.reduce((n, { box }) => n + areaOf(box), 0)
  let seen = 0
  for (const one of finest) {
    seen += areaOf(one.box)
    if (seen >= all * finestShare) return perPoint(one)
  }
  return 1
}

/** For each pixel of a stretch of the page from `from` on, which one of `count` lies there. */
function places(from: number, to: number, start: number, end: number, count: number, mirrored: boolean): Int32Array {
  return Int32Array.from({ length: end - start }, (_, i) => {
    const at = Math.floor(((start + i + 0.5 - from) / (to - from)) * count)
    const inside = Math.min(count - 1, Math.max(0, at))
    return mirrored ? count - 1 - inside : inside
  })
}

type Paint = (from: number, out: Uint8Array, to: number) => void

/** How a pixel of an image, by its number, gets onto a page of three bytes a pixel; undefined where its data are not what its size says. */
function painter({ image, ink }: PlacedImage): Paint | undefined {
  const { width, height, kind, data } = image
  const copy = (from: number, out: Uint8Array, to: number): void => {
    for (let c = 0; c < 3; c++) out[to + c] = data[from * 3 + c] as number
  }
  if (kind === 2) return data.length < width * height * 3 ? undefined : copy
  if (kind === 3)
    return data.length < width * height * 4
      ? undefined
      : (from, out, to) => {
          const opacity = (data[from * 4 + 3] as number) / 255
          for (let c = 0; c < 3; c++)
            out[to + c] = Math.round((data[from * 4 + c] as number) * opacity + (out[to + c] as number) * (1 - opacity))
        }
  const bits = pixelsOf({ width, height, data, kind: 1 })
  if (!bits) return undefined
  if (ink === undefined) return (from, out, to) => out.fill(bits.data[from] as number, to, to + 3)
  const color = [1, 3, 5].map((i) => Number.parseInt(ink.slice(i, i + 2), 16))
  return (from, out, to) => {
    if (bits.data[from] === 0) out.set(color, to)
  }
}

/** Images painted on white paper one after the other, on `width` by `height` pixels of which there are `scale` to the point. */
export function composed(
  placed: readonly PlacedImage[],
  { width, height, scale }: { width: number; height: number; scale: number },
): Pixels | undefined {
  const out = new Uint8Array(width * height * 3).fill(255)
  for (const one of placed) {
    const paint = painter(one)
    if (!paint) return undefined
    const { image, lie } = one
    const [x0, y0, x1, y1] = one.box.map((n) => n * scale) as unknown as Box
    const inside = (n: number, most: number): number => Math.min(most, Math.max(0, Math.round(n)))
    const [left, right] = [inside(x0, width), inside(x1, width)]
    const [top, bottom] = [inside(y0, height), inside(y1, height)]
    const across = places(x0, x1, left, right, lie.swapped ? image.height : image.width, lie.mirroredX)
    const down = places(y0, y1, top, bottom, lie.swapped ? image.width : image.height, lie.mirroredY)
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) {
        const [u, v] = [across[x - left] as number, down[y - top] as number]
        paint(lie.swapped ? u * image.width + v : v * image.width + u, out, (y * width + x) * 3)
      }
  }
  return pixelsOf({ width, height, data: out, kind: 2 })
}
