import type { PlacedImage } from './composed-page.ts'
import { pixelsOf } from './image-pixels.ts'

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
/** Every so many values one is looked at; a prime. */
const lookEvery = 13

/** Whether a picture is dark strokes on a ground of one shade, as print is, and no photograph: what is cheap to tell. */
export function mayHoldWriting({ image, box: [x0, y0, x1, y1], ink }: PlacedImage): boolean {
  if (Math.min(x1 - x0, y1 - y0) < smallest) return false
  if (Math.max(image.width, image.height) < (Math.max(x1 - x0, y1 - y0) * coarsest) / pointsAnInch) return false
  const pixels = pixelsOf(ink === undefined ? image : { ...image, kind: 1 })
  if (!pixels) return false
  const counts = new Uint32Array(256)
  let all = 0
  for (let i = 0; i < pixels.data.length; i += lookEvery, all++) {
    const value = pixels.data[i] as number
    counts[value] = (counts[value] as number) + 1
  }
  const paper = counts.indexOf(Math.max(...counts))
  const between = (from: number, to: number): number =>
    counts.subarray(Math.max(0, from), Math.max(0, to)).reduce((n, c) => n + c, 0) / all
  const dark = between(0, paper - inkDepth)
  return between(paper - paperRoom, 256) >= leastPaper && dark >= leastInk && dark <= mostInk
}
