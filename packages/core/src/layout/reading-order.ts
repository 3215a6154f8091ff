import type { Box } from '../read/page-glyphs.ts'
import type { Framed } from './framed-text.ts'
import { median } from './glyphs.ts'
import type { DrawnTable } from './ruled-table.ts'
import { boxOf, type TextSegment } from './text-segments.ts'

/** What is put in order: a table or a segment of a line, with its box in the frame of the page's writing. */
export interface Atom {
  box: Box
  table?: DrawnTable
  segment?: TextSegment
  /** What a box holds, in order. */
  inner?: Placed[]
}

/** A table, or the segments of one line. `column` is the box of the column of text that it stands in. */
export interface Placed {
  table?: DrawnTable
  segments?: TextSegment[]
  column: Box
}

/** Columns of text are at least this many ems apart. */
const gutter = 1.2
/** In a column of running text lines are this many ems long, and half of them fill this share of its width. */
const proseLength = 8
const proseFill = 0.75
const fewestLines = 3
/** Columns stand beside one another over this share of the shorter one. */
const besideShare = 0.5
/** A gap between bands of lines parts the page where it is this much wider than the usual one. */
const partingGap = 1.6
/** Segments of one line have baselines this close, in ems. */
const sameLine = 0.5
/** Nesting of columns in columns that a page can have. */
const deepest = 8

const hullOf = (atoms: readonly Atom[]): Box =>
  atoms.reduce<[number, number, number, number]>(
    (h, { box }) => [Math.min(h[0], box[0]), Math.min(h[1], box[1]), Math.max(h[2], box[2]), Math.max(h[3], box[3])],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )

function isProse(atoms: readonly Atom[], em: number): boolean {
  const [x0, , x1] = hullOf(atoms)
  const lines = atoms.filter((a) => a.segment)
  const full = lines.filter(({ box }) => box[2] - box[0] >= Math.max(em * proseLength, (x1 - x0) * proseFill))
  return lines.length >= fewestLines && full.length * 2 >= lines.length
}

/** Whether two halves are columns that are read one after the other, not the columns of a table without rules. */
function areColumns(left: readonly Atom[], right: readonly Atom[], em: number): boolean {
  const [, top, , bottom] = hullOf(left)
  const [, top2, , bottom2] = hullOf(right)
  const shared = Math.min(bottom, bottom2) - Math.max(top, top2)
  if (shared < Math.min(bottom - top, bottom2 - top2) * besideShare) return false
  const block = (atoms: readonly Atom[]): boolean => atoms.some((a) => a.table || a.inner) || isProse(atoms, em)
  return block(left) && block(right)
}

function splitColumns(atoms: readonly Atom[], em: number): [Atom[], Atom[]] | undefined {
  const sorted = atoms.toSorted((a, b) => a.box[0] - b.box[0])
  let reach = Number.NEGATIVE_INFINITY
  let best: { width: number; at: number } | undefined
  const gaps: { width: number; at: number }[] = []
  for (const { box } of sorted) {
    if (box[0] - reach >= em * gutter && reach > Number.NEGATIVE_INFINITY)
      gaps.push({ width: box[0] - reach, at: box[0] })
    reach = Math.max(reach, box[2])
  }
  for (const gap of gaps.sort((a, b) => b.width - a.width).slice(0, 3)) {
    const left = sorted.filter((a) => a.box[0] < gap.at)
    const right = sorted.filter((a) => a.box[0] >= gap.at)
    if (areColumns(left, right, em)) {
      best = gap
      break
    }
  }
  if (!best) return undefined
  const { at } = best
  return [sorted.filter((a) => a.box[0] < at), sorted.filter((a) => a.box[0] >= at)]
}

/** Atoms in bands that do not overlap in height, and the gaps between the bands. */
function bandsOf(atoms: readonly Atom[], em: number): { bands: Atom[][]; gaps: number[] } {
  const bands: Atom[][] = []
  const gaps: number[] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const atom of atoms.toSorted((a, b) => a.box[1] - b.box[1])) {
    const gap = atom.box[1] - reach
    if (gap > -em * 0.3) {
      if (bands.length > 0) gaps.push(Math.max(gap, 0))
      bands.push([atom])
    } else bands.at(-1)?.push(atom)
    reach = Math.max(reach, atom.box[3])
  }
  return { bands, gaps }
}

/** Lines and tables of one column downwards. */
function rowsOf(atoms: readonly Atom[], column: Box): Placed[] {
  const placed: { y: number; item: Placed | Placed[] }[] = []
  const segments = atoms.flatMap((a) => (a.segment ? [a.segment] : [])).sort((a, b) => a.base - b.base)
  let row: TextSegment[] = []
  const close = (): void => {
    const first = row[0]
    if (first) placed.push({ y: first.y0, item: { segments: row.sort((a, b) => a.x0 - b.x0), column } })
    row = []
  }
  for (const s of segments) {
    const last = row.at(-1)
    if (last && s.base - last.base > sameLine * Math.min(s.size, last.size)) close()
    row.push(s)
  }
  close()
  for (const { table, inner, box } of atoms) {
    if (table) placed.push({ y: box[1], item: { table, column } })
    if (inner) placed.push({ y: box[1], item: inner })
  }
  return placed.sort((a, b) => a.y - b.y).flatMap((p) => p.item)
}

function order(atoms: readonly Atom[], em: number, column: Box, depth: number): Placed[] {
  if (atoms.length < 2 || depth > deepest) return rowsOf(atoms, column)
  const columns = splitColumns(atoms, em)
  if (columns) return columns.flatMap((half) => order(half, em, hullOf(half), depth + 1))
  const { bands, gaps } = bandsOf(atoms, em)
  const usual = median(gaps)
  const parting = Math.max(usual * partingGap, em * 0.8)
  if (!gaps.some((g) => g > parting)) return rowsOf(atoms, column)
  const parts: Atom[][] = [[...(bands[0] as Atom[])]]
  gaps.forEach((g, i) => {
    const band = bands[i + 1] as Atom[]
    if (g > parting) parts.push([...band])
    else parts.at(-1)?.push(...band)
  })
  return parts.flatMap((part) => order(part, em, column, depth + 1))
}

/** Segments, tables and boxes of a page as they are read: columns one after the other, each from top to bottom. */
export function inReadingOrder(
  segments: readonly TextSegment[],
  tables: readonly { table: DrawnTable; box: Box }[],
  framed: readonly Framed[] = [],
): Placed[] {
  const em = median([...segments, ...framed.flatMap((f) => f.segments)].map((s) => s.size)) || 10
  const atoms: Atom[] = [
    ...segments.map((segment) => ({ box: boxOf(segment), segment })),
    ...tables,
    ...framed.map((f): Atom => ({ box: f.box, inner: inReadingOrder(f.segments, []) })),
  ]
  if (atoms.length === 0) return []
  return order(atoms, em, hullOf(atoms), 0)
}
