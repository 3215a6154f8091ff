import type { PageImage } from '@kyoyaku/core'
import type { PixelBox } from '../clean/red-stamps.ts'
import { type Component, componentsOf, inkRuns } from '../ink/components.ts'

/** Coloured ink has so much more of one light than of another. */
const chroma = 60
/** Squares to the inch that a page is looked at in, and the share of coloured pixels that makes one coloured. */
const squaresAnInch = 75
const colouredShare = 0.25
/** Of every so many pixels one is looked at first: most pages have no colour. */
const sampleStep = 101
const fewestColoured = 4

/** Rings and loops are so large in inches, larger than coloured characters, and smaller than coloured tables … */
const shortest = 0.42
const lowest = 0.11
const largest = 2.6
/** … with ink in no more than this share of their box, and no more than that share of it at the edges: frames of labels have all of it there. */
const fullest = 0.35
const frameShare = 0.75
/** Edges are so broad, in inches. */
const edge = 0.03
/** Notes stand beside what is printed: so far from the black print at either side, in inches, … */
const aside = 0.1
/** … of which a column of pixels has as many dark ones as this share of the height. Smaller coloured ink than this is dirt. */
const printed = 0.004
const dark = 110
const smallestNote = 0.08
/** Strokes of a note stand this close, in inches. */
const together = 0.25

const isColoured = (data: Uint8Array, k: number): boolean => {
  const [r, g, b] = [data[k] as number, data[k + 1] as number, data[k + 2] as number]
  return Math.max(r, g, b) - Math.min(r, g, b) >= chroma
}

function hasColour({ data }: PageImage): boolean {
  let found = 0
  for (let k = 0; k + 2 < data.length; k += 3 * sampleStep) if (isColoured(data, k)) found++
  return found >= fewestColoured
}

/** The coloured squares of a page, and for every column of pixels how many are dark. */
function colouredSquares(
  { width, height, data }: PageImage,
  square: number,
): {
  squares: Component[]
  grid: Uint8Array
  across: number
  columns: Uint32Array
} {
  const across = Math.ceil(width / square)
  const counts = new Uint8Array(across * Math.ceil(height / square))
  const columns = new Uint32Array(width)
  for (let y = 0, k = 0; y < height; y++) {
    const row = Math.floor(y / square) * across
    for (let x = 0; x < width; x++, k += 3) {
      if (isColoured(data, k)) {
        const at = row + Math.floor(x / square)
        counts[at] = (counts[at] as number) + 1
      } else if ((data[k + 1] as number) < dark) columns[x] = (columns[x] as number) + 1
    }
  }
  const grid = counts.map((n) => (n >= square * square * colouredShare ? 1 : 0))
  const raster = { width: across, height: Math.ceil(height / square), data: grid }
  return { squares: componentsOf(inkRuns(raster), 1), grid, across, columns }
}

/** Share of the squares of a component that lie at the edges of its box. */
function atEdges(c: Component, grid: Uint8Array, across: number, depth: number): number {
  let [all, near] = [0, 0]
  for (let y = c.y0; y < c.y1; y++)
    for (let x = c.x0; x < c.x1; x++) {
      if (grid[y * across + x] === 0) continue
      all++
      if (Math.min(x - c.x0, c.x1 - 1 - x, y - c.y0, c.y1 - 1 - y) < depth) near++
    }
  return near / Math.max(1, all)
}

const isNear = (a: PixelBox, b: PixelBox, gap: number): boolean =>
  Math.min(a[2], b[2]) - Math.max(a[0], b[0]) >= -gap && Math.min(a[3], b[3]) - Math.max(a[1], b[1]) >= -gap

/** Boxes that lie close as one, from the top. */
function joined(boxes: readonly PixelBox[], gap: number): PixelBox[] {
  const out: PixelBox[] = []
  for (const box of [...boxes].sort((a, b) => a[1] - b[1])) {
    const i = out.findIndex((o) => isNear(o, box, gap))
    const own = out[i]
    if (own)
      out[i] = [Math.min(own[0], box[0]), Math.min(own[1], box[1]), Math.max(own[2], box[2]), Math.max(own[3], box[3])]
    else out.push(box)
  }
  return out
}

/**
 * Where coloured pens were on a page, in pixels of its image: rings and loops over print, and notes beside all print. Coloured
 * characters and rules, straight frames and stamps (`except`) are none.
 */
export function penStrokes(image: PageImage, except: readonly PixelBox[] = []): PixelBox[] {
  if (image.channels === 1 || !hasColour(image)) return []
  const inches = image.page ? image.page.width / 72 : image.width / 300
  const perInch = image.width / inches
  const square = Math.max(1, Math.round(perInch / squaresAnInch))
  const depth = Math.ceil((edge * perInch) / square)
  const { squares, grid, across, columns } = colouredSquares(image, square)
  const least = Math.max(3, image.height * printed)
  const first = columns.findIndex((n) => n >= least)
  const left = first - aside * perInch
  const right = columns.findLastIndex((n) => n >= least) + aside * perInch
  const boxed = squares.map((c) => ({
    c,
    box: [c.x0 * square, c.y0 * square, c.x1 * square, c.y1 * square] as PixelBox,
  }))
  const free = boxed.filter(({ box }) => !except.some((stamp) => isNear(stamp, box, 0)))
  const notes = free.filter(
    ({ box: [x0, y0, x1, y1] }) =>
      // Where all is coloured, colour sets nothing apart.
      first >= 0 && (x1 < left || x0 > right) && Math.max(x1 - x0, y1 - y0) >= smallestNote * perInch,
  )
  const loops = free.filter(({ c, box: [x0, y0, x1, y1] }) => {
    const [long, short] = [Math.max(x1 - x0, y1 - y0) / perInch, Math.min(x1 - x0, y1 - y0) / perInch]
    if (long < shortest || long > largest || short < lowest) return false
    return c.area <= fullest * (c.x1 - c.x0) * (c.y1 - c.y0) && atEdges(c, grid, across, depth) <= frameShare
  })
  return [
    ...joined(
      notes.map(({ box }) => box),
      together * perInch,
    ),
    ...loops.filter((l) => !notes.includes(l)).map(({ box }) => box),
  ]
}
