import sharp from 'sharp'
import { withoutBorders } from './borders.ts'
import { darkSquares, withLightGround } from './dark-areas.ts'
import { type Darkness, darknessOf, squareSide } from './darkness.ts'
import type { Raster } from './raster.ts'
import { resampled } from './resampled.ts'
import { skewOf } from './skew.ts'

/** Less than this angle (radians, 1 px in 1,200) does no harm. */
const straight = 0.0008
/** Scaling by less than this changes nothing that can be seen. */
const sameScale = 0.01

interface Size {
  width: number
  height: number
}

const isNear = (a: Size, b: Size): boolean =>
  Math.abs(a.width / b.width - 1) < sameScale && Math.abs(a.height / b.height - 1) < sameScale

/** A page no larger than it is to be, its pixels as wide as high: what is to be told of all of it is told sooner by fewer pixels. */
async function fitted(page: Raster, most: Size): Promise<Raster> {
  const share = Math.min(1, Math.max(page.width / most.width, page.height / most.height))
  const size = {
    width: Math.max(1, Math.round(most.width * share)),
    height: Math.max(1, Math.round(most.height * share)),
  }
  if (isNear(page, size)) return page
  const { data, info } = await sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } })
    .resize(size.width, size.height, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) }
}

/** The value that most of the paper has: the upper quarter of what is there. */
function paperOf({ data }: Raster): number {
  const counts = new Uint32Array(256)
  // A step that no width of a page is a multiple of.
  for (let i = 0; i < data.length; i += 101) counts[data[i] as number] = (counts[data[i] as number] as number) + 1
  let left = Math.ceil(data.length / 101 / 4)
  for (let v = 255; v > 0; v--) {
    left -= counts[v] as number
    if (left <= 0) return v
  }
  return 255
}

/** A page without black borders, its dark ground turned light, and how dark it is then. */
function lightened(page: Raster, side: number, paper: number): { grey: Raster; darkness: Darkness } {
  let [grey, darkness] = [page, darknessOf(page, side)]
  for (const lighter of [withoutBorders, withLightGround]) {
    const own = lighter(grey, darkSquares(darkness, grey, paper), side, paper)
    if (own !== grey) darkness = darknessOf(own, side)
    grey = own
  }
  return { grey, darkness }
}

/**
 * An upright page in the size that it has at 300 dpi, straight and on light ground, and the angle that it was askew by. All is told
 * of the pixels that it has, and these are turned and enlarged at once.
 */
export async function levelled(page: Raster, size: Size): Promise<{ grey: Raster; skew: number }> {
  const own = await fitted(page, size)
  const share = own.width / size.width
  const paper = paperOf(own)
  const { grey, darkness } = lightened(own, Math.max(1, Math.round(squareSide * share)), paper)
  const angle = skewOf(grey, darkness, share)
  const skew = Math.abs(angle) < straight ? 0 : angle
  const full = isNear(grey, size) ? grey : size
  return { grey: skew === 0 && full === grey ? grey : resampled(grey, darkness, full, -skew, paper), skew }
}
