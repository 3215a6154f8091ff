import type { PageImage } from '@kyoyaku/core'
import type { InkLine } from '../lines/ink-line.ts'
import type { Recognizer } from '../recognize/recognizer.ts'
import { layoutOf, type PageLayout } from './page-layout.ts'
import type { SeenLine } from './read-line.ts'
import { recognizeLines } from './recognize-lines.ts'

/** Writing runs across where rows of ink and white part this much better than columns do, and down the other way round. */
const clearly = 1.3
/** Lines that are read to see which way up a page is. */
const sampleSize = 6
/** Lines for that are so many ems long, if there are any. */
const longLine = 4
/** Pages read so surely are the right way up … */
const sure = 0.85
/** … and another way up must be surer by this to be believed. */
const margin = 0.1

/** The other ways up of a page, the likeliest first, whose lines run down or across. */
const sideways = [90, 270, 180] as const
const upsideDown = [180, 90, 270] as const

/** How sharply sums of ink along one axis change, against their size. */
function sharpness(sums: Float64Array): number {
  let change = 0
  let size = 0
  for (let i = 1; i < sums.length; i++) {
    change += ((sums[i] as number) - (sums[i - 1] as number)) ** 2
    size += (sums[i] as number) ** 2
  }
  return size === 0 ? 0 : change / size
}

/** Whether lines seem to run down the page: it lies on its side, or is set in vertical writing. */
function runsDown({ ink: { width, height }, runs: { row, start, end } }: Pick<PageLayout, 'ink' | 'runs'>): boolean {
  const rows = new Float64Array(height)
  // Where runs begin and end; their sum from the left is the ink of a column.
  const columns = new Float64Array(width + 1)
  for (let i = 0; i < start.length; i++) {
    const [y, from, to] = [row[i] as number, start[i] as number, end[i] as number]
    rows[y] = (rows[y] as number) + to - from
    columns[from] = (columns[from] as number) + 1
    columns[to] = (columns[to] as number) - 1
  }
  for (let x = 1; x <= width; x++) columns[x] = (columns[x] as number) + (columns[x - 1] as number)
  return sharpness(columns) > sharpness(rows) * clearly
}

/** Mean confidence of the characters of lines; undefined where there are none. */
export function confidenceOf(lines: readonly SeenLine[]): number | undefined {
  let sum = 0
  let count = 0
  for (const { characters } of lines)
    for (const { confidence } of characters) {
      sum += confidence
      count++
    }
  return count === 0 ? undefined : sum / count
}

const isLong = (l: { x0: number; y0: number; x1: number; y1: number }, em: number): boolean =>
  Math.max(l.x1 - l.x0, l.y1 - l.y0) >= longLine * em

/** How surely the long lines of a page are read, or all where there are none: short ones look alike upside down. */
export function suretyOf({ em }: PageLayout, read: readonly SeenLine[]): number {
  return confidenceOf(read.filter((line) => isLong(line, em))) ?? confidenceOf(read) ?? 1
}

/** A layout with a few of its long lines, how these are read, and how surely. */
export interface Sampled {
  layout: PageLayout
  lines: readonly InkLine[]
  read: readonly SeenLine[]
  score: number
}

async function sampled(layout: PageLayout, recognizer: Recognizer): Promise<Sampled> {
  const long = layout.lines.filter((line) => isLong(line, layout.em))
  const from = long.length > 0 ? long : layout.lines
  const step = Math.max(1, from.length / sampleSize)
  const lines = Array.from(
    { length: Math.min(sampleSize, from.length) },
    (_, i) => from[Math.floor(i * step)] as InkLine,
  )
  const read = await recognizeLines(layout, lines, recognizer)
  return { layout, lines, read, score: confidenceOf(read) ?? 0 }
}

/** The way up of a page that is read most surely among some: the one it has, unless another is clearly better. */
export async function turnedUpright(image: PageImage, layout: PageLayout, recognizer: Recognizer): Promise<Sampled> {
  let best = await sampled(layout, recognizer)
  if (best.score >= sure) return best
  for (const turn of runsDown(layout) ? sideways : upsideDown) {
    const other = await sampled(await layoutOf(image, turn), recognizer)
    if (other.score > best.score + (best.layout === layout ? margin : 0)) best = other
  }
  return best
}
