import { fold } from '../text/fold.ts'
import { characterOf, type Glyph, median } from './glyphs.ts'
import type { Segment, Segments } from './segments.ts'
import { near } from './table-frames.ts'
import { type BandLine, linesFrom } from './text-band.ts'
import { enumerator } from './unruled-table.ts'

/** Tables with lines between their rows alone have at least this many of them, this long, in points. */
const fewestLines = 3
const shortestLine = 60
/** White space this many ems wide through the rows parts their columns; a single one stands behind numbers and labels. */
const gutter = 1.5
/** The least that programs leave between the texts of two cells, in ems; as many rows show it where nothing but labels would be parted. */
const narrowGutter = 0.7
const narrowRows = 3
/** A border stands no further from the texts of its column, in points: these mostly begin at the same place on every page. */
const beforeText = 4
/** Rows are parted further where they have so many more borders in common. */
const fewestFiner = 2
/** Between these others can be this narrow, in ems: a year of six characters fills its column. */
const fineGutter = 0.3
/** Share of the rows that the columns are found in; the others span all of them. */
const partedShare = 0.6

interface Band {
  top: number
  bottom: number
  glyphs: Glyph[]
}

type Gap = [number, number]

const isBlank = (g: Glyph): boolean => characterOf(g).trim() === ''

/** Lines of one length, one below the other, that no vertical line touches. */
function stacks({ horizontal, vertical }: Segments): Segment[][] {
  const loose = horizontal
    .filter((h) => h.to - h.from >= shortestLine)
    .filter(
      (h) =>
        !vertical.some(
          (v) => v.at >= h.from - near && v.at <= h.to + near && h.at >= v.from - near && h.at <= v.to + near,
        ),
    )
    .sort((a, b) => a.at - b.at)
  const found: Segment[][] = []
  for (const line of loose) {
    const stack = found.find(
      ([first]) => first && Math.abs(first.from - line.from) <= near && Math.abs(first.to - line.to) <= near,
    )
    if (stack) stack.push(line)
    else found.push([line])
  }
  return found.filter((stack) => stack.length >= fewestLines - 1)
}

const sizeIn = ({ glyphs }: Band): number => median(glyphs.map((g) => g.size))

/** Stretches between two ends that no character of a band stands in. */
function gapsIn({ glyphs }: Band, from: number, to: number, least: number): Gap[] {
  const gaps: Gap[] = []
  let reach = from
  for (const g of glyphs.toSorted((a, b) => a.x0 - b.x0)) {
    if (isBlank(g)) continue
    if (g.x0 - reach >= g.size * least) gaps.push([reach, g.x0])
    reach = Math.max(reach, g.x1)
  }
  gaps.push([reach, to])
  return gaps.filter(([a, b]) => b > a)
}

const shared = (a: readonly Gap[], b: readonly Gap[]): Gap[] =>
  a
    .flatMap(([x0, x1]) => b.map(([y0, y1]): Gap => [Math.max(x0, y0), Math.min(x1, y1)]))
    .filter(([x0, x1]) => x1 - x0 >= 1)

/** Whether what most rows have between two places is a number or a bullet. */
function areLabels(bands: readonly Band[], from: number, to: number): boolean {
  const texts = bands.map(({ glyphs }) =>
    glyphs
      .filter((g) => !isBlank(g) && g.x0 >= from - near && g.x1 <= to + near)
      .map(characterOf)
      .join(''),
  )
  return texts.filter((t) => enumerator.test(fold(t))).length * 2 > texts.length
}

/** Whether a band has text on both sides of a border and on none of the borders. */
const keepsFree = ({ glyphs }: Band, places: readonly number[]): boolean => {
  const texts = glyphs.filter((g) => !isBlank(g))
  return (
    places.some((at) => texts.some((g) => g.x1 <= at) && texts.some((g) => g.x0 >= at)) &&
    !places.some((at) => texts.some((g) => g.x0 < at && g.x1 > at))
  )
}

/** The white space between columns that all of some bands have: the wide kind, and the narrow one where it parts no labels from texts. */
function guttersOf(bands: readonly Band[], from: number, to: number, hasWide: boolean): Gap[] {
  const inner = (least: number): Gap[] =>
    bands
      .map((band) => gapsIn(band, from, to, least))
      .reduce(shared)
      .filter(([a, b]) => a > from && b < to)
  const wide = hasWide ? inner(gutter) : []
  if (bands.length < narrowRows) return wide
  const em = median(bands.flatMap((band) => band.glyphs.map((g) => g.size)))
  const all = inner(narrowGutter)
  const narrow = all.filter(
    ([a, b], i) =>
      b - a >= em * narrowGutter &&
      !wide.some(([c, d]) => c < b && d > a) &&
      !areLabels(bands, all[i - 1]?.[1] ?? from, a),
  )
  return [...wide, ...narrow].sort((a, b) => a[0] - b[0])
}

const none: Segments = { horizontal: [], vertical: [] }

/** The line that is missing over a first row without one, be it the head or cut by a page break: over texts that stand apart. */
function topOf(first: Segment, glyphs: readonly Glyph[]): Segment | undefined {
  const { at, from, to } = first
  const lines = linesFrom(glyphs, from, to, at, -1)
  const isParted = (line: BandLine): boolean => gapsIn(line, from, to, gutter).some(([a, b]) => a > from && b < to)
  // Captions stand above the first row, in one column.
  while (lines.length > 0 && !isParted(lines.at(-1) as BandLine)) lines.pop()
  const last = lines.at(-1)
  return last && { at: last.top - 1, from, to }
}

/** What stands between the lines of a stack. */
function bandsOf(stack: readonly Segment[], glyphs: readonly Glyph[]): Band[] {
  const { from, to } = stack[0] as Segment
  const inside = glyphs.filter((g) => g.x0 >= from - near && g.x1 <= to + near)
  return stack.slice(1).map((line, i): Band => {
    const top = (stack[i] as Segment).at
    return {
      top,
      bottom: line.at,
      glyphs: inside.filter((g) => (g.y0 + g.y1) / 2 > top && (g.y0 + g.y1) / 2 < line.at),
    }
  })
}

/** Where columns begin, and the bands that have them; none where the bands are no table. */
function columnsOf(bands: readonly Band[], from: number, to: number): { gutters: Gap[]; parted: readonly Band[] } {
  const filled = bands.filter((b) => b.glyphs.some((g) => !isBlank(g)))
  const hasGap = (band: Band, least: number): boolean =>
    gapsIn(band, from, to, least).some(([a, b]) => a > from && b < to)
  const enough = (some: readonly Band[]): boolean => some.length >= 2 && some.length >= filled.length * partedShare
  const wide = filled.filter((band) => hasGap(band, gutter))
  const parted = enough(wide) ? wide : filled.filter((band) => hasGap(band, narrowGutter))
  const gutters = enough(parted) ? guttersOf(parted, from, to, enough(wide)) : []
  return { gutters, parted }
}

const placesOf = (gutters: readonly Gap[]): number[] => gutters.map(([a, b]) => Math.max((a + b) / 2, b - beforeText))

/** What a head leaves of the white space between columns: it stands in the middle over figures that end at their right. */
function underHead(gutters: readonly Gap[], head: Band, from: number, to: number): Gap[] {
  const open = gapsIn(head, from, to, 0)
  const left = gutters.map((gap) => shared([gap], open).sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0])
  return left.every((gap) => gap !== undefined) ? left : [...gutters]
}

/**
 * Rows below one another that are parted alike into more columns than the table: years of a form over their sums. Where their label
 * stands beside both, the line between them is shorter than the others: they are one band.
 */
function finerBorders(
  bands: readonly Band[],
  places: readonly number[],
  { from, to }: Segment,
  lines: readonly Segment[],
): Segment[] {
  const isHalved = ({ top, bottom }: Band): boolean =>
    lines.some((l) => l.at > top + near && l.at < bottom - near && l.from >= from - near && l.to <= to + near)
  const gapsOf = (band: Band): Gap[] =>
    gapsIn(band, from, to, fineGutter).filter(
      ([a, b]) => a > from && b < to && !places.some((at) => at >= a - near && at <= b + near),
    )
  const borders: Segment[] = []
  for (let i = 0; i < bands.length; ) {
    let gaps = gapsOf(bands[i] as Band)
    const band = bands[i++] as Band
    const { top } = band
    const first = i
    let { bottom } = band
    for (; gaps.length >= fewestFiner && i < bands.length && (bands[i] as Band).top === bottom; i++) {
      const below = bands[i] as Band
      const next = shared(gaps, gapsOf(below))
      if (next.length < gaps.length) break
      gaps = next
      bottom = below.bottom
    }
    const isWide = gaps.filter(([a, b]) => b - a >= sizeIn(band) * narrowGutter).length >= fewestFiner
    if (isWide && (i > first || isHalved(band)))
      borders.push(...placesOf(gaps).map((at) => ({ at, from: top, to: bottom })))
  }
  return borders
}

/** The sides and the column borders that a stack of lines has by the white space between its texts; none where it is no table. */
function bordersOf(stack: readonly Segment[], glyphs: readonly Glyph[], lines: readonly Segment[]): Segments {
  const first = stack[0] as Segment
  const { from, to } = first
  const top = topOf(first, glyphs)
  const whole = top ? [top, ...stack] : stack
  const isLong = stack.length >= fewestLines
  if (!isLong && whole.length < fewestLines) return none
  const { gutters, parted } = columnsOf(bandsOf(isLong ? stack : whole, glyphs), from, to)
  if (gutters.length === 0) return none
  const head = top && bandsOf(whole, glyphs)[0]
  const places = placesOf(head ? underHead(gutters, head, from, to) : gutters)
  const isOpen = (band: Band): boolean =>
    band.glyphs.length === 0 || keepsFree(band, places) || parted.some((p) => p.top === band.top)
  const bands = bandsOf(whole, glyphs)
  const isTopped = top !== undefined && (!isLong || keepsFree(bands[0] as Band, places))
  const own = top && !isTopped ? bands.slice(1) : bands
  const start = isTopped ? top.at : first.at
  const sides = [from, to].map((at) => ({ at, from: start, to: (stack.at(-1) as Segment).at }))
  const open = own.filter(isOpen)
  const borders = open.flatMap((band) => places.map((at) => ({ at, from: band.top, to: band.bottom })))
  const finer = finerBorders(open, places, first, lines)
  return { horizontal: isTopped ? [top] : [], vertical: [...sides, ...borders, ...finer] }
}

/** Segments with the missing vertical lines of tables that have lines between their rows alone. */
export function withColumnBorders(segments: Segments, glyphs: readonly Glyph[]): Segments {
  const borders = stacks(segments).map((stack) => bordersOf(stack, glyphs, segments.horizontal))
  if (borders.every((b) => b.vertical.length === 0)) return segments
  return {
    horizontal: [...segments.horizontal, ...borders.flatMap((b) => b.horizontal)],
    vertical: [...segments.vertical, ...borders.flatMap((b) => b.vertical)],
  }
}
