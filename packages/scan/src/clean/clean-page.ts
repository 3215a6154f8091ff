import type { PageImage } from '@kyoyaku/core'
import { sheetOf } from '../image/resolution.ts'
import { binarise } from './binarise.ts'
import { type Bleed, withoutBleed } from './bleed.ts'
import { levelled } from './level.ts'
import { positive } from './negative.ts'
import { type Raster, turnQuarters } from './raster.ts'
import { type PixelBox, withoutRedStamps } from './red-stamps.ts'
import { withoutStreaks } from './streaks.ts'

/** A page as the passes after this one see it: upright, straight, 300 pixels to the inch. */
export interface CleanPage {
  number: number
  grey: Raster
  /** 1 where there is ink. */
  ink: Raster
  /** Clockwise quarter turn and small angle (radians) that were taken out of the image. */
  turn: 0 | 90 | 180 | 270
  skew: number
  /** Size in points, upright, and pixels to the point. */
  width: number
  height: number
  scale: number
  /** Boxes of red stamps, in pixels; they are gone from the page. */
  stamps: PixelBox[]
  /** What shines through from the back of the sheet, or is printed as faintly, on the page with it; it is gone from the page. */
  faint?: Bleed & { grey: Raster }
}

/** Pixels to the inch that everything is measured at, and points to the inch. */
const dpi = 300
const pointsPerInch = 72
/** Larger pages (A2 and up) are looked at with fewer pixels to the inch: 40 million take 200 MB on the way. */
const mostPixels = 40_000_000
/** A box on an image as it is after a quarter turn, on a page that is then so wide. */
function turnedBox([x0, y0, x1, y1]: PixelBox, image: PageImage, turn: CleanPage['turn'], toWidth: number): PixelBox {
  const [w, h] = [image.width, image.height]
  const box: PixelBox =
    turn === 90
      ? [h - y1, x0, h - y0, x1]
      : turn === 180
        ? [w - x1, h - y1, w - x0, h - y0]
        : turn === 270
          ? [y0, w - x1, y1, w - x0]
          : [x0, y0, x1, y1]
  const scale = toWidth / (turn === 90 || turn === 270 ? h : w)
  return box.map((n) => n * scale) as unknown as PixelBox
}

/** Makes a page grey, upright as told, straight, and as large as 300 dpi have it, and finds its ink; what is faint among dark print goes unless it is to stay. */
export async function cleanPage(
  image: PageImage,
  turn: 0 | 90 | 180 | 270 = 0,
  { keepsFaint = false }: { keepsFaint?: boolean } = {},
): Promise<CleanPage> {
  const size = sheetOf(image)
  const sideways = turn === 90 || turn === 270
  const width = sideways ? size.height : size.width
  const height = sideways ? size.width : size.height
  const scale = Math.min(dpi / pointsPerInch, Math.sqrt(mostPixels / (width * height)))
  const { grey: seen, stamps } = withoutRedStamps(image)
  const upright = turnQuarters(withoutStreaks(positive(seen)), turn)
  const { grey, skew } = await levelled(upright, {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  })
  const clean = {
    number: image.number,
    turn,
    width,
    height,
    scale: grey.width / width,
    stamps: stamps.map((box) => turnedBox(box, image, turn, grey.width)),
  }
  const whole = { ...clean, grey, ink: binarise(grey), skew }
  const front = keepsFaint ? undefined : withoutBleed(grey, whole.ink)
  if (!front) return whole
  return { ...whole, grey: front.grey, ink: binarise(front.grey), faint: { ...front.bleed, grey } }
}
