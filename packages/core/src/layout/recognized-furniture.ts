import { bigramsOf, dice } from '../text/similarity.ts'
import type { Block, Line } from './block.ts'

/** Page numbers and running headers stand in this share of the page's height from either edge … */
const margin = 0.12
/** … on one spot of every page, within so many points: a dash that was not read moves the middle. */
const sameHeight = 8
const sameMiddle = 12
/** Longest page number, spaces aside: `- 123 -` and a speck or two. */
const longestNumber = 7
/** So many lines, from all over the document, are tried as the spot of its numbers. */
const mostTried = 60
/** Share of the numbers on a spot that must be read and count the pages; the others are misread. */
const witnessShare = 0.3
/** Words so alike on one height are one header, read twice. Shorter lines are alike by chance. */
const alike = 0.6
const shortestHeader = 4
/** Headers are looked for among those of so many pages before and after: left and right pages can have their own. */
const neighbours = 4

export interface RecognizedPage {
  height: number
  blocks: readonly Block[]
}

interface Spot {
  line: Line
  page: number
  bare: string
  middle: number
  y: number
}

type Side = 'top' | 'bottom'
const sides: readonly Side[] = ['top', 'bottom']

const spotOf = (line: Line, page: number): Spot | undefined =>
  line.box && {
    line,
    page,
    bare: line.folded.replaceAll(/\s/gu, ''),
    middle: (line.box[0] + line.box[2]) / 2,
    y: (line.box[1] + line.box[3]) / 2,
  }

const leastOf = <T>(all: readonly T[], number: (one: T) => number): number =>
  all.reduce((least, one) => Math.min(least, number(one)), Number.POSITIVE_INFINITY)

/** Lines of a page that stand outermost on one side of it, in its margin: one, or several beside each other. */
function outermost({ height, blocks }: RecognizedPage, page: number, side: Side): Spot[] {
  const isTop = side === 'top'
  const edge = (b: Block): number => (b.box ? (isTop ? b.box[1] : -b.box[3]) : Number.POSITIVE_INFINITY)
  const least = leastOf(blocks, edge)
  return blocks.flatMap((block) => {
    if (block.kind !== 'line' || !block.box || edge(block) > least + sameHeight) return []
    const spot = spotOf(block, page)
    if (!spot || (isTop ? spot.y > height * margin : spot.y < height * (1 - margin))) return []
    return [spot]
  })
}

const isBeside = (a: Spot, b: Spot): boolean =>
  Math.abs(a.middle - b.middle) <= sameMiddle && Math.abs(a.y - b.y) <= sameHeight

/** The number that the first page would have. */
function shiftOf({ bare, page }: Spot): number | undefined {
  const digits = bare.match(/[0-9]+/u)?.[0]
  return digits === undefined ? undefined : Number(digits) - page
}

/** Short lines on one spot of several pages are their numbers where enough of them count the pages, whatever the others were read as. */
function pageNumbers(spots: readonly Spot[]): Line[] {
  const short = spots.filter((s) => s.bare.length <= longestNumber)
  const every = Math.ceil(short.length / mostTried)
  const spot = short
    .filter((_, i) => i % every === 0)
    .map((s) => short.filter((other) => isBeside(s, other)))
    .reduce<Spot[]>((best, own) => (own.length > best.length ? own : best), [])
  if (spot.length < 2) return []
  const shifts = Map.groupBy(spot, shiftOf)
  const counting = Math.max(0, ...[...shifts].flatMap(([shift, own]) => (shift === undefined ? [] : [own.length])))
  const isCounted = counting >= 2 ? counting >= spot.length * witnessShare : spot.length === 2 && shifts.has(1)
  return isCounted ? spot.map((s) => s.line) : []
}

const isAlike = (a: string, b: string): boolean => a === b || dice(bigramsOf(a), bigramsOf(b)) >= alike

/** How far into the page a box reaches from one side, and where it begins, both counted from there. */
const reachOf = ([, y0, , y1]: readonly number[], side: Side): [from: number, to: number] =>
  side === 'top' ? [y0 as number, y1 as number] : [-(y1 as number), -(y0 as number)]

/** Whether all spots that begin nearer to the edge than a line ends are on its height: it stands in a band of its own. */
function bandsOf(spots: readonly Spot[], side: Side): (s: Spot, end: number) => boolean {
  const sorted = spots
    .flatMap(({ line: { box }, y }) => (box ? [{ from: reachOf(box, side)[0], y }] : []))
    .sort((a, b) => a.from - b.from)
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const ranges = sorted.map(({ y }) => {
    low = Math.min(low, y)
    high = Math.max(high, y)
    return [low, high] as const
  })
  return (s, end) => {
    const index = sorted.findLastIndex(({ from }) => from < end)
    const [least, most] = ranges[index] ?? [s.y, s.y]
    return s.y - least <= sameHeight && most - s.y <= sameHeight
  }
}

/**
 * Lines beyond where all pages begin or end that say much the same on several pages, or on the second one what the first page has
 * as a title. What stands on the first page stays, as it may be the title itself.
 */
function runningHeaders(pages: readonly RecognizedPage[], side: Side, spots: readonly Spot[]): Line[] {
  const outer = new Set<Block>(spots.map((s) => s.line))
  const bodyEdge = leastOf(pages, ({ blocks }) =>
    leastOf(blocks, (b) => (b.box && !outer.has(b) ? reachOf(b.box, side)[0] : Number.POSITIVE_INFINITY)),
  )
  const titles = (pages[0]?.blocks ?? []).flatMap((b) => (b.kind === 'line' ? [b.folded.replaceAll(/\s/gu, '')] : []))
  const isInBand = bandsOf(spots, side)
  const isOnHeight = (a: Spot, b: Spot): boolean => Math.abs(a.y - b.y) <= sameHeight
  const first = spots.filter((s) => s.page === 0 && s.bare.length >= shortestHeader)
  return spots.flatMap((s, i) => {
    if (s.page === 0 || s.bare.length < shortestHeader || !s.line.box) return []
    const [, end] = reachOf(s.line.box, side)
    if (end > bodyEdge || !isInBand(s, end)) return []
    // What the first page begins with is no header, nor is what stands as high on others.
    if (first.some((t) => isOnHeight(s, t) && !isAlike(s.bare, t.bare))) return []
    const near = spots.slice(Math.max(0, i - neighbours), i + neighbours + 1)
    const isRepeated = near.some((t) => t.page !== s.page && t.page > 0 && isOnHeight(s, t) && isAlike(s.bare, t.bare))
    return isRepeated || titles.some((title) => title.includes(s.bare) || isAlike(title, s.bare)) ? [s.line] : []
  })
}

/** Marks page numbers and running headers of recognised pages by their places, as they may be misread. */
export function markRecognizedFurniture(pages: readonly RecognizedPage[]): void {
  for (const side of sides) {
    const spots = pages.flatMap((page, i) => outermost(page, i, side))
    for (const line of pageNumbers(spots)) line.furniture = 'page-number'
    const rest = spots.filter((s) => s.line.furniture !== 'page-number')
    for (const line of runningHeaders(pages, side, rest)) line.furniture ??= 'running-header'
  }
}
