import { fold } from '../text/fold.ts'
import { characterOf, type Glyph, isSpaceGlyph, median } from './glyphs.ts'
import type { Segment, Segments } from './segments.ts'
import type { TextSegment } from './text-segments.ts'

/** What heads the columns of the field's tables: who does what, and lists of projects. */
const label =
  /^(?:.{1,24}の?役割(?:分担)?|(?:連携(?:する)?)?(?:取り?組み?|施策|事業|事務事業|項目|事項|分野|区分)(?:の?(?:名|名称|内容|概要|事項|項目))?|内容|概要|関係市町村?|連携市町村?|備考)$/u
/** Fewer labels than these may stand beside one another by chance. */
const fewestLabels = 3

/** Segments of one row have baselines this close, in ems. */
const sameLine = 0.5
/** Rows of a table follow one another within this many ems. */
const farthest = 5
/** Columns are this many ems apart in every row: no cell's text touches its border. */
const gutter = 0.3
/** Rows are this many ems further apart than the lines in them. */
const padding = 0.2
/** White space of this share of all is less than between rows; lines of one text leave no more than this many ems. */
const closest = 0.2
const widestLineGap = 0.9

type Range = readonly [number, number]

/** Segments whose baselines are one, from left to right. */
type Row = TextSegment[]

const isInk = (g: Glyph): boolean => !isSpaceGlyph(g)
const textOf = (segment: TextSegment): string => fold(segment.glyphs.filter(isInk).map(characterOf).join(''))

function rowsOf(segments: readonly TextSegment[]): Row[] {
  const rows: Row[] = []
  for (const segment of segments.toSorted((a, b) => a.base - b.base)) {
    const last = rows.at(-1)?.at(-1)
    if (last && segment.base - last.base <= sameLine * Math.min(segment.size, last.size)) rows.at(-1)?.push(segment)
    else rows.push([segment])
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0)
  return rows
}

/** Whether a row names the columns of a table. */
const isHead = (row: Row): boolean => row.length >= fewestLabels && row.every((s) => label.test(textOf(s)))

/** What characters of a row leave free of a range. */
function freeOf(range: Range, row: Row): Range[] {
  const free: Range[] = []
  let reach = range[0]
  for (const g of row.flatMap((s) => s.glyphs).filter(isInk)) {
    if (g.x1 <= range[0] || g.x0 >= range[1]) continue
    if (g.x0 > reach) free.push([reach, g.x0])
    reach = Math.max(reach, g.x1)
  }
  if (reach < range[1]) free.push([reach, range[1]])
  return free
}

/** The rows below a head as far as their texts keep its columns apart, and what they leave free between them. */
function bodyOf(head: Row, below: readonly Row[]): { rows: Row[]; gutters: Range[] } {
  const em = median(head.map((s) => s.size))
  let free: Range[][] = head.slice(1).map((s, i) => [[(head[i] as TextSegment).x1, s.x0]])
  const rows: Row[] = []
  let base = (head[0] as TextSegment).base
  for (const row of below) {
    const first = row[0] as TextSegment
    const left = free.map((ranges) =>
      ranges.flatMap((range) => freeOf(range, row)).filter(([from, to]) => to - from >= em * gutter),
    )
    if (first.base - base > farthest * em || left.some((ranges) => ranges.length === 0)) break
    free = left
    base = first.base
    rows.push(row)
  }
  const widest = (ranges: readonly Range[]): Range =>
    ranges.reduce((best, range) => (range[1] - range[0] > best[1] - best[0] ? range : best))
  return { rows, gutters: free.map(widest) }
}

/** Heights of text between which nothing is written, downwards. */
function bandsOf(segments: readonly TextSegment[]): [number, number][] {
  const bands: [number, number][] = []
  for (const { y0, y1 } of segments.toSorted((a, b) => a.y0 - b.y0)) {
    const last = bands.at(-1)
    if (last && y0 < last[1]) last[1] = Math.max(last[1], y1)
    else bands.push([y0, y1])
  }
  return bands
}

/** Where bands lie further apart than lines of one cell. */
function partings(bands: readonly (readonly [number, number])[], apart: number): number[] {
  return bands.slice(1).flatMap(([top], i) => {
    const bottom = (bands[i] as Range)[1]
    return top - bottom > apart ? [(top + bottom) / 2] : []
  })
}

/** White space between the lines of one cell: what the closest lines of the columns leave, no more than lines of one text have. */
function lineGapOf(columns: readonly (readonly TextSegment[])[], em: number): number {
  const gaps = columns.flatMap((column) => {
    const bands = bandsOf(column)
    return bands.slice(1).map(([top], i) => top - (bands[i] as Range)[1])
  })
  const sorted = gaps.filter((gap) => gap >= 0).sort((a, b) => a - b)
  return Math.min(sorted[Math.floor(sorted.length * closest)] ?? 0, em * widestLineGap)
}

/**
 * The borders of rows that part the first column too: its texts can stand for several rows each, at their top or in
 * their middle.
 */
function keptInFirst(segments: readonly TextSegment[], borders: readonly number[], apart: number): ReadonlySet<number> {
  const bands = bandsOf(segments)
  const ends = [...partings(bands, apart), Number.POSITIVE_INFINITY]
  const texts = ends.map((end, i): Range => {
    const own = bands.filter(([top]) => top < end && top > (ends[i - 1] ?? Number.NEGATIVE_INFINITY))
    return [own[0]?.[0] ?? end, own.at(-1)?.[1] ?? end]
  })
  if (texts.length >= borders.length - 1) return new Set(borders)
  const above = (y: number): number => borders.findLast((at) => at <= y) ?? Number.NEGATIVE_INFINITY
  const isTop = texts.every(([top]) => top - above(top) <= apart)
  const kept = new Set<number>()
  let start = borders[0] as number
  texts.slice(0, -1).forEach(([top, bottom], i) => {
    const next = (texts[i + 1] as Range)[0]
    const between = borders.filter((at) => at > start && at >= bottom && at <= next)
    const middle = top + bottom - start
    const end = isTop ? between.at(-1) : between.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
    if (end === undefined) return
    kept.add(end)
    start = end
  })
  return kept
}

/** The borders that the texts below a head show; none where they are no rows. */
function bordersOf(head: Row, below: readonly Row[]): Segments | undefined {
  const { rows, gutters } = bodyOf(head, below)
  if (rows.length < 2) return undefined
  const em = median(head.map((s) => s.size))
  const cuts = gutters.map(([from, to]) => (from + to) / 2)
  const body = rows.flat()
  const all = [...head, ...body]
  const [left, right] = [Math.min(...all.map((s) => s.x0)) - em / 2, Math.max(...all.map((s) => s.x1)) + em / 2]
  const edges = [left, ...cuts, right]
  const columns = edges
    .slice(1)
    .map((to, i) => body.filter((s) => s.glyphs.some((g) => isInk(g) && g.x0 >= (edges[i] as number) && g.x1 <= to)))
  const [, ...others] = columns
  const lineGap = lineGapOf(columns, em)
  const parted = partings(bandsOf(others.flat()), lineGap + padding * em)
  if (parted.length === 0) return undefined
  const top = Math.min(...head.map((s) => s.y0)) - em / 4
  const bottom = Math.max(...body.map((s) => s.y1)) + em / 4
  const under = (Math.max(...head.map((s) => s.y1)) + Math.min(...body.map((s) => s.y0))) / 2
  const across = (at: number, from = left): Segment => ({ at, from, to: right })
  const kept = keptInFirst(columns[0] ?? [], [under, ...parted, bottom], lineGap + padding * em)
  return {
    horizontal: [
      ...[top, under, bottom].map((at) => across(at)),
      ...parted.map((at) => across(at, kept.has(at) ? left : cuts[0])),
    ],
    vertical: edges.map((at) => ({ at, from: top, to: bottom })),
  }
}

/**
 * The borders of tables that have none, below rows of known heads among text that no rules enclose: printed so, or recognised by a
 * program that tells no cells. A table ends at the next such row at the latest.
 */
export function headedBorders(segments: readonly TextSegment[]): Segments {
  const rows = rowsOf(segments)
  const heads = rows.flatMap((row, i) => (isHead(row) ? [i] : []))
  const found = heads.flatMap((i, k) => bordersOf(rows[i] as Row, rows.slice(i + 1, heads[k + 1])) ?? [])
  return { horizontal: found.flatMap((f) => f.horizontal), vertical: found.flatMap((f) => f.vertical) }
}
