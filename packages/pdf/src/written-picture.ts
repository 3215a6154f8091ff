import type { PlacedImage } from './composed-page.ts'
import { type Pixels, pixelsOf } from './image-pixels.ts'

/** Writing is at least this many pixels to the inch, and lower or narrower pictures (in points) are seals and signatures. */
const coarsest = 72
const smallest = 48
const pointsAnInch = 72
/** Values this near to the most frequent one are paper; of a picture with writing so much is. */
const paperRoom = 20
const leastPaper = 0.6
/** What is this much darker than paper is ink: so much of it, and no more. */
const inkDepth = 80
const leastInk = 0.004
const mostInk = 0.3
/** Every so many values, or squares, one is looked at; a prime. */
const lookEvery = 13

const modeOf = (counts: Uint32Array): number => counts.indexOf(Math.max(...counts))

/** Of the shades that were counted, the share of those from one up to another, which does not belong to them. */
function shareOf(counts: Uint32Array, from: number, to: number): number {
  const sum = (part: Uint32Array): number => part.reduce((n, c) => n + c, 0)
  return sum(counts.subarray(Math.max(0, from), Math.max(0, to))) / sum(counts)
}

/** What another decoder gives, and by brightness alone, strays: a photograph has this much less paper, and ink of this depth. */
const stray = 0.75
/** As light as this may be a field left white among others that have a ground. */
const white = 225
/** Squares of 8 by 8 pixels on the edge of ink: of print of the thickest strokes there are more. */
const leastStrokes = 0.001

/** What a picture shows by its brightness, in squares of 8 by 8 pixels spread over it. */
export interface Shades {
  /** How often each of 256 shades stands in them. */
  counts: Uint32Array
  /** The darkest and the lightest shade of each square, one after the other. */
  ends: number[]
}

const square = 8

/** By what red, green and blue add to brightness, in parts of 256. */
const brightness = (data: Uint8Array, at: number): number =>
  ((data[at] as number) * 77 + (data[at + 1] as number) * 150 + (data[at + 2] as number) * 29) >> 8

/** The shades of a picture. */
export function shadesOf({ width, height, channels, data }: Pixels): Shades {
  const across = Math.floor(width / square)
  const down = Math.floor(height / square)
  // Not down the same columns of squares alone.
  const step = across % lookEvery === 0 ? lookEvery - 2 : lookEvery
  const counts = new Uint32Array(256)
  const ends: number[] = []
  for (let i = 0; i < across * down; i += step) {
    let darkest = 255
    let lightest = 0
    const first = Math.floor(i / across) * square * width + (i % across) * square
    for (let k = 0; k < square * square; k++) {
      const at = (first + (k >> 3) * width + (k & 7)) * channels
      const shade = channels === 1 ? (data[at] as number) : brightness(data, at)
      counts[shade] = (counts[shade] as number) + 1
      if (shade < darkest) darkest = shade
      if (shade > lightest) lightest = shade
    }
    ends.push(darkest, lightest)
  }
  return { counts, ends }
}

/**
 * Whether a picture is surely no dark strokes on a ground of one shade. Unlike paper, what is lighter
 * than the most frequent shade of a photograph is of all shades; and unlike ink, what is darker seldom stands hard by it.
 */
export function isPhotograph({ counts, ends }: Shades): boolean {
  const mode = modeOf(counts)
  const [light, dark] = [mode - paperRoom, mode - inkDepth * stray]
  const paper =
    shareOf(counts, light, Math.min(white, mode + paperRoom + 1)) + shareOf(counts, Math.max(white, light), 256)
  let strokes = 0
  for (let i = 0; i < ends.length; i += 2) if ((ends[i] as number) < dark && (ends[i + 1] as number) >= light) strokes++
  return paper < leastPaper * stray || strokes * 2 < ends.length * leastStrokes
}

/** Whether a picture is dark strokes on a ground of one shade, as print is, and no photograph: what is cheap to tell. */
export function mayHoldWriting({ image, box: [x0, y0, x1, y1], ink }: PlacedImage): boolean {
  if (Math.min(x1 - x0, y1 - y0) < smallest) return false
  if (Math.max(image.width, image.height) < (Math.max(x1 - x0, y1 - y0) * coarsest) / pointsAnInch) return false
  const pixels = pixelsOf(ink === undefined ? image : { ...image, kind: 1 })
  if (!pixels) return false
  const counts = new Uint32Array(256)
  for (let i = 0; i < pixels.data.length; i += lookEvery) {
    const value = pixels.data[i] as number
    counts[value] = (counts[value] as number) + 1
  }
  const paper = modeOf(counts)
  const dark = shareOf(counts, 0, paper - inkDepth)
  return shareOf(counts, paper - paperRoom, 256) >= leastPaper && dark >= leastInk && dark <= mostInk
}
