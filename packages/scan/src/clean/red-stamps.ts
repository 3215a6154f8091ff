import type { PageImage } from '@kyoyaku/core'
import { componentsOf, inkRuns } from '../ink/components.ts'
import { greyOf, type Raster } from './raster.ts'

/** A box in pixels: x0 y0 x1 y1. */
export type PixelBox = readonly [number, number, number, number]

/** Ink of a stamp is this much redder than it is green or blue. */
const redness = 45
/** Side of the squares that a page is looked at in, and the share of red pixels that makes one red. */
const square = 6
const redShare = 0.12
/** Stamps of offices measure this much across, in inches (7 to 45 mm), and are about as wide as high. */
const smallest = 0.28
const largest = 1.8
const widestAspect = 1.7
/** A stamp has red in this share of its squares: writing in red runs in lines that are lower than one. */
const fullest = 0.95
const sparsest = 0.12

/** Colour runs so far over the edge of a stamp, in inches: JPEG keeps half as many pixels of it. */
const blur = 0.03
/** Paper is as light as this share of what is not red at most, and red ink darker than the lighter rest. */
const paperShare = 0.7
const inkShare = 0.1

/** Of every so many pixels one is looked at first: a stamp has thousands of red ones, most pages have none. */
const sampleStep = 101
const fewestRed = 5

function hasRed({ data }: PageImage): boolean {
  let found = 0
  for (let k = 0; k + 2 < data.length; k += 3 * sampleStep) {
    const red = data[k] as number
    if (red - (data[k + 1] as number) >= redness && red - (data[k + 2] as number) >= redness) found++
  }
  return found >= fewestRed
}

function redSquares({ width, height, data }: PageImage): Raster {
  const across = Math.ceil(width / square)
  const down = Math.ceil(height / square)
  const counts = new Uint8Array(across * down)
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / square) * across
    for (let x = 0, k = y * width * 3; x < width; x++, k += 3) {
      const red = data[k] as number
      if (red - (data[k + 1] as number) < redness || red - (data[k + 2] as number) < redness) continue
      const at = row + Math.floor(x / square)
      counts[at] = (counts[at] as number) + 1
    }
  }
  const least = square * square * redShare
  return { width: across, height: down, data: counts.map((n) => (n >= least ? 1 : 0)) }
}

/** Squares next to red ones are red: the strokes of a stamp hang together. */
function spread({ width, height, data }: Raster): Raster {
  const out = data.slice()
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x
      if (data[i] === 0) continue
      for (const d of [-1, 1, -width, width]) out[i + d] = 1
    }
  return { width, height, data: out }
}

const around = ([x0, y0, x1, y1]: PixelBox, { width, height }: PageImage, by: number): PixelBox => [
  Math.max(0, x0 - by),
  Math.max(0, y0 - by),
  Math.min(width, x1 + by),
  Math.min(height, y1 + by),
]

/** Brightness of an area in its red light, in which ink as red as most of the red there is as light as the paper. */
function inRedLight(image: PageImage, grey: Raster, [x0, y0, x1, y1]: PixelBox): void {
  const [papers, inks] = [new Uint32Array(256), new Uint32Array(256)]
  let [paperCount, inkCount] = [0, 0]
  const each = (look: (i: number, red: number, redder: number) => void): void => {
    for (let y = y0; y < y1; y++)
      for (let x = x0, i = y * image.width + x0; x < x1; x++, i++) {
        const red = image.data[i * 3] as number
        look(i, red, red - Math.max(image.data[i * 3 + 1] as number, image.data[i * 3 + 2] as number))
      }
  }
  each((_, red, redder) => {
    const [counts, isInk] = redder >= redness ? [inks, true] : [papers, false]
    counts[red] = (counts[red] as number) + 1
    if (isInk) inkCount++
    else paperCount++
  })
  const quantile = (counts: Uint32Array, count: number, share: number): number => {
    let v = 0
    for (let left = count * share - (counts[0] as number); left > 0 && v < 255; ) left -= counts[++v] as number
    return v
  }
  const paper = quantile(papers, paperCount, paperShare)
  const ink = Math.max(1, quantile(inks, inkCount, inkShare))
  each((i, red, redder) => {
    // What is less red is less of the stamp: black print stays as black as it is.
    const stamped = Math.max(0, Math.min(1, redder / redness))
    const light = Math.min(paper, red * (1 + stamped * (paper / ink - 1)))
    grey.data[i] = Math.max(grey.data[i] as number, stamped > 0 ? light : 0)
  })
}

/**
 * The brightness of a page without its red stamps, and their boxes. Where one was, a page is as bright as its red light: red ink
 * is then paper, and black print under it stays. Other writing in red is left as it is.
 */
export function withoutRedStamps(image: PageImage): { grey: Raster; stamps: PixelBox[] } {
  const grey = greyOf(image)
  const inches = image.page ? image.page.width / 72 : image.width / 300
  const perInch = image.width / inches
  if (image.channels === 1 || !hasRed(image)) return { grey, stamps: [] }
  const stamps: PixelBox[] = []
  for (const c of componentsOf(inkRuns(spread(redSquares(image))), 12)) {
    const [w, h] = [(c.x1 - c.x0) * square, (c.y1 - c.y0) * square]
    const share = c.area / ((c.x1 - c.x0) * (c.y1 - c.y0))
    if (Math.min(w, h) < smallest * perInch || Math.max(w, h) > largest * perInch) continue
    if (Math.max(w / h, h / w) > widestAspect || share < sparsest || share > fullest) continue
    stamps.push([
      Math.max(0, c.x0 * square),
      Math.max(0, c.y0 * square),
      Math.min(image.width, c.x1 * square),
      Math.min(image.height, c.y1 * square),
    ])
  }
  for (const stamp of stamps) inRedLight(image, grey, around(stamp, image, Math.ceil(blur * perInch)))
  return { grey, stamps }
}
