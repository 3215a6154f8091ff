import { fold } from '../text/fold.ts'
import { characterOf, type Glyph, hullOf, isSpaceGlyph, type Mark } from './glyphs.ts'
import type { Placed } from './reading-order.ts'
import { type DrawnCell, type DrawnTable, drawnCell } from './ruled-table.ts'
import type { TextSegment } from './text-segments.ts'

/** White space at least this many ems wide, through all rows, parts two columns. */
const gutter = 1
/** Rows of a table without rules; fewer are a coincidence. */
const fewestRows = 3
/** Share of its rows that have something in two columns. */
const filledRows = 0.6
/** With two columns only, this share of the second holds figures or marks. */
const figureShare = 0.5
/** Rows further apart than this many ems are not of one table. */
const farthest = 3.2

const figure = /^[-+△▲(（]? ?[0-9〇×△-][0-9,.]*[^0-9。、]{0,4}[)）]?$/u
/** A number, a label or a bullet that stands before a text. */
export const enumerator =
  /^(\(?[0-9ア-ンa-z一二三四五六七八九十]{1,3}[).、]?|第[0-9一二三四五六七八九十百]{1,5}[条章節](の[0-9一二三四五六七八九十]+)?|[・●◎※①-⑳■□◆◇☆〇])$/u

type Gap = [number, number]

const gapsOf = (row: readonly TextSegment[]): Gap[] => {
  const gaps: Gap[] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const s of row) {
    gaps.push([reach, s.x0])
    reach = s.x1
  }
  gaps.push([reach, Number.POSITIVE_INFINITY])
  return gaps
}

function intersect(a: readonly Gap[], b: readonly Gap[], narrowest: number): Gap[] {
  const result: Gap[] = []
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const [x0, x1] = a[i] as Gap
    const [y0, y1] = b[k] as Gap
    const from = Math.max(x0, y0)
    const to = Math.min(x1, y1)
    if (to - from >= narrowest) result.push([from, to])
    if (x1 < y1) i++
    else k++
  }
  return result
}

const inner = (gaps: readonly Gap[]): Gap[] => gaps.filter(([from, to]) => Number.isFinite(from) && Number.isFinite(to))
const textOf = (segment: TextSegment): string =>
  fold(
    segment.glyphs
      .filter((g) => !isSpaceGlyph(g))
      .map(characterOf)
      .join(''),
  )

/** Whether two texts of one row stand in one column, though as far apart as columns are: a text above or below lies across both. */
const merges = (rows: readonly (readonly TextSegment[])[], gutters: readonly Gap[]): boolean =>
  rows.some((row) =>
    row.some((segment, i) => {
      const before = row[i - 1]
      if (!before || segment.x0 - before.x1 < segment.size * gutter) return false
      return !gutters.some(([from, to]) => from >= before.x1 - 0.01 && to <= segment.x0 + 0.01)
    }),
  )

/** The longest run of rows from `start` that share their gutters. */
function runFrom(rows: readonly (readonly TextSegment[])[], start: number): { end: number; gutters: Gap[] } {
  const first = rows[start] as readonly TextSegment[]
  let gaps = gapsOf(first)
  let end = start + 1
  for (; end < rows.length; end++) {
    const row = rows[end] as readonly TextSegment[]
    const above = rows[end - 1] as readonly TextSegment[]
    const em = (row[0] as TextSegment).size
    if ((row[0] as TextSegment).base - (above[0] as TextSegment).base > farthest * em) break
    const next = intersect(gaps, gapsOf(row), em * gutter)
    const left = inner(next)
    // A figure under its head and right of it, as 0 is, has white space between them that wider figures fill.
    const isSame = left.length > 0 && !merges(rows.slice(start, end + 1), left)
    if (left.length < Math.max(1, inner(gaps).length) && !isSame) break
    gaps = next
  }
  return { end, gutters: inner(gaps) }
}

/** Whether the first row is none of the table but stands above its columns, across some of them: 事業費 （単位：千円）. */
function isAcross(rows: readonly (readonly TextSegment[])[], start: number, run: ReturnType<typeof runFrom>): boolean {
  const [first, second] = [rows[start], rows[start + 1]]
  if (!first || !second || second.length <= first.length || !merges(rows.slice(start, run.end), run.gutters))
    return false
  const below = runFrom(rows, start + 1)
  return below.gutters.length > run.gutters.length && !merges(rows.slice(start + 1, below.end), below.gutters)
}

/** Whether a text is cut out of a sentence: its columns hold texts of several lines, which are no rows. */
const isInside = (text: string): boolean => /^[をんっゃゅょー、。）)」]|[をがはへ、]$/u.test(text)

const columnsOf = (row: readonly TextSegment[], gutters: readonly Gap[]): number[] =>
  row.map((s) => gutters.filter(([from, to]) => (from + to) / 2 < s.x0).length)

/** Whether the first row stands in columns of its own, where no other has anything: who signs stands behind a blank date (令和　年　月　日). */
function isApart([first = [], ...others]: readonly (readonly TextSegment[])[], gutters: readonly Gap[]): boolean {
  const own = columnsOf(first, gutters)
  return !others.some((row) => columnsOf(row, gutters).some((column) => own.includes(column)))
}

function isTable(rows: readonly (readonly TextSegment[])[], gutters: readonly Gap[]): boolean {
  if (rows.length < fewestRows || gutters.length === 0) return false
  const several = rows.filter((r) => r.length > 1)
  if (several.length < rows.length * filledRows) return false
  const firsts = several.map((r) => textOf(r[0] as TextSegment))
  if (firsts.filter((t) => enumerator.test(t)).length * 2 > firsts.length && gutters.length < 2) return false
  if (several.flat().filter((s) => isInside(textOf(s))).length > 1) return false
  if (isApart(rows, gutters) || merges(rows, gutters)) return false
  if (gutters.length > 1) return true
  const seconds = several.flatMap((r) => r.slice(1)).map(textOf)
  return seconds.filter((t) => figure.test(t)).length >= seconds.length * figureShare
}

function tableFrom(
  rows: readonly (readonly TextSegment[])[],
  gutters: readonly Gap[],
  page: number,
  marks: ReadonlyMap<number, Mark>,
): DrawnTable {
  const cuts = headCuts(rows, gutters) ?? gutters.map(([from, to]) => (from + to) / 2)
  const all = rows.flat()
  const box = hullOf(all.flatMap((s) => s.glyphs))
  const edges = [box[0], ...cuts, box[2]]
  const cellRows = rows.map((row): DrawnCell[] => {
    const glyphs: Glyph[][] = edges.slice(1).map(() => [])
    for (const g of row.flatMap((s) => s.glyphs)) {
      const column = cuts.findIndex((cut) => (g.x0 + g.x1) / 2 < cut)
      glyphs[column < 0 ? cuts.length : column]?.push(g)
    }
    const top = Math.min(...row.map((s) => s.y0))
    const bottom = Math.max(...row.map((s) => s.y1))
    return glyphs.map((own, i) => ({
      ...drawnCell(own, [edges[i] as number, top, edges[i + 1] as number, bottom], page, marks).cell,
      full: false,
    }))
  })
  return { kind: 'table', rows: cellRows, page, box, xs: edges, ruby: [] }
}

/** Headings and cells of their columns begin within this many ems of the same place. */
const sameEdge = 0.3
/** Texts of one line have baselines this close, in ems. */
const sameLine = 0.5

/**
 * Where columns are cut whose headings stand at their left and whose sums at their right: white space then parts each heading from its
 * own sums, and leaves these with the next heading. Undefined where headings and sums stand under one another.
 */
function headCuts(rows: readonly (readonly TextSegment[])[], gutters: readonly Gap[]): number[] | undefined {
  const [heads, ...body] = rows
  if (!heads || heads.length !== gutters.length) return undefined
  const columnOf = (s: TextSegment): number =>
    gutters.filter(([from, to]) => (from + to) / 2 < (s.x0 + s.x1) / 2).length
  const headed = new Set(heads.map(columnOf))
  // No heading over the last column, and nothing but a heading in another one.
  if (headed.has(gutters.length) || !body.some((row) => row.some((s) => columnOf(s) === gutters.length)))
    return undefined
  const cuts = heads.slice(1).map((s) => s.x0 - s.size * sameEdge)
  const isWhole = (s: TextSegment): boolean => !cuts.some((cut) => cut > s.x0 && cut < s.x1 - s.size * sameEdge)
  const within = (s: TextSegment): number => cuts.filter((cut) => cut <= s.x0).length
  // A cell has several texts where it has several lines.
  const isOwn = (s: TextSegment, row: readonly TextSegment[]): boolean =>
    row.every((o) => o === s || within(o) !== within(s) || Math.abs(o.base - s.base) > s.size * sameLine)
  const isApart = body.every((row) => row.every((s) => isWhole(s) && isOwn(s, row)))
  return isApart ? cuts : undefined
}

/** Heads of columns that marks or figures stand under can be this close to one another, in ems. */
const headGap = 0.5

/** What the white space of a table leaves where its heads, closer than a line is parted by, stand above it: one over every column. */
function underHeads(row: readonly TextSegment[], gutters: readonly Gap[]): Gap[] | undefined {
  if (gutters.length < 2) return undefined
  const gaps: Gap[] = []
  let reach = Number.POSITIVE_INFINITY
  for (const g of row.flatMap((s) => s.glyphs).sort((a, b) => a.x0 - b.x0)) {
    if (isSpaceGlyph(g)) continue
    if (g.x0 - reach >= g.size * headGap) gaps.push([reach, g.x0])
    reach = g.x1
  }
  if (gaps.length !== gutters.length) return undefined
  const left = gutters.flatMap((gutter, i) => intersect([gutter], [gaps[i] as Gap], 1))
  return left.length === gutters.length ? left : undefined
}

/** Puts tables without rules in the place of the lines that they are made of: figures and words lined up under one another. */
export function withUnruledTables(placed: readonly Placed[], page: number, marks: ReadonlyMap<number, Mark>): Placed[] {
  const result: Placed[] = []
  for (let i = 0; i < placed.length; ) {
    const here = placed[i] as Placed
    let end = i
    while (end < placed.length && placed[end]?.segments && placed[end]?.column === here.column) end++
    if (end === i) {
      result.push(here)
      i++
      continue
    }
    const rows = placed.slice(i, end).map((p) => p.segments as TextSegment[])
    for (let start = 0; start < rows.length; ) {
      const several = (rows[start] as TextSegment[]).length > 1 && (rows[start] as TextSegment[])[0]?.turn === 0
      const run = several ? runFrom(rows, start) : undefined
      const own = run ? rows.slice(start, run.end) : []
      while (own.length > 0 && (own.at(-1) as TextSegment[]).length < 2) own.pop()
      if (run && isTable(own, run.gutters) && !isAcross(rows, start, run)) {
        const above = result.at(-1)
        const head = above?.column === here.column ? above.segments : undefined
        const isNear = head && (own[0]?.[0]?.base ?? 0) - (head[0]?.base ?? 0) <= farthest * (head[0]?.size ?? 0)
        const gutters = isNear ? underHeads(head, run.gutters) : undefined
        if (gutters) result.pop()
        const table = tableFrom(head && gutters ? [head, ...own] : own, gutters ?? run.gutters, page, marks)
        result.push({ table, column: here.column })
        start += own.length
      } else result.push(placed[i + start++] as Placed)
    }
    i = end
  }
  return result
}
