import type { Box } from '../read/page-glyphs.ts'
import type { Segment, Segments } from './segments.ts'

/** Lines that should meet miss one another by no more than this, and the two lines of a double rule are no further apart. */
export const near = 3
/** A side without a rule is open, not only a little overshot, where lines run past the last crossing by more than this. */
const overhang = 8

/** Groups of segments that touch one another, directly or through others. */
function connected({ horizontal, vertical }: Segments): Segments[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parent[root] !== root) root = parent[root] as number
    while (parent[i] !== root) {
      const next = parent[i] as number
      parent[i] = root
      i = next
    }
    return root
  }
  horizontal.forEach((h, i) => {
    vertical.forEach((v, k) => {
      if (v.at >= h.from - near && v.at <= h.to + near && h.at >= v.from - near && h.at <= v.to + near)
        parent[find(i)] = find(horizontal.length + k)
    })
  })
  const groups = new Map<number, Segments>()
  const groupOf = (i: number): Segments => {
    const group = groups.get(find(i)) ?? { horizontal: [], vertical: [] }
    groups.set(find(i), group)
    return group
  }
  horizontal.forEach((h, i) => void groupOf(i).horizontal.push(h))
  vertical.forEach((v, k) => void groupOf(horizontal.length + k).vertical.push(v))
  return [...groups.values()].filter((g) => g.horizontal.length + g.vertical.length > 1)
}

const lowest = (segments: readonly Segment[], of: (s: Segment) => number): number =>
  segments.reduce((n, s) => Math.min(n, of(s)), Number.POSITIVE_INFINITY)
const highest = (segments: readonly Segment[], of: (s: Segment) => number): number =>
  segments.reduce((n, s) => Math.max(n, of(s)), Number.NEGATIVE_INFINITY)

/** The side that a table's lines run past without a rule at their ends: added, from the first such line to the last. */
function missingSides(lines: readonly Segment[], across: readonly Segment[]): Segment[] {
  const sides: Segment[] = []
  const add = (end: (s: Segment) => number, edge: number, reach: number): void => {
    const over = lines.filter((s) => Math.abs(end(s) - reach) <= near)
    if (Math.abs(reach - edge) > overhang && over.length > 1)
      sides.push({ at: reach, from: lowest(over, (s) => s.at), to: highest(over, (s) => s.at) })
  }
  add(
    (s) => s.from,
    lowest(across, (s) => s.at),
    lowest(lines, (s) => s.from),
  )
  add(
    (s) => s.to,
    highest(across, (s) => s.at),
    highest(lines, (s) => s.to),
  )
  return sides
}

/** Lines that belong to a table with open sides and touch none of its rules: as long as the table is wide, and near it. */
function absorb(group: Segments, loose: readonly Segment[]): Segment[] {
  const from = lowest(group.horizontal, (s) => s.from)
  const to = highest(group.horizontal, (s) => s.to)
  const top = lowest(group.horizontal, (s) => s.at)
  const bottom = highest(group.horizontal, (s) => s.at)
  return loose.filter(
    (s) =>
      Math.abs(s.from - from) <= near &&
      Math.abs(s.to - to) <= near &&
      s.at > top - looseReach &&
      s.at < bottom + looseReach,
  )
}
/** Height of a row, in points, that can stand between an open table and its last line. */
const looseReach = 60

/** Positions closer than `near` are one grid line, at their mean. */
export function gridLines(positions: number[]): number[] {
  positions.sort((a, b) => a - b)
  const lines: number[] = []
  for (let i = 0; i < positions.length; ) {
    let end = i
    let sum = 0
    while (end < positions.length && (positions[end] as number) - (positions[i] as number) <= near)
      sum += positions[end++] as number
    lines.push(sum / (end - i))
    i = end
  }
  return lines
}

/** Whether lines stand at the same places, to within `near`. */
function sameAt(a: readonly Segment[], b: readonly Segment[]): boolean {
  const xs = gridLines(a.map((s) => s.at))
  const ys = gridLines(b.map((s) => s.at))
  return xs.length === ys.length && xs.every((x, i) => Math.abs(x - (ys[i] as number)) <= near)
}

/** Share of the height of a part of the page (x0 y0 x1 y1) that lines of text take. */
export type Written = (box: Box) => number
/** A row is this full of its text; what stands between two tables is a caption with space around it. */
const writtenShare = 0.4

/**
 * Whether the lower group goes on with the table of the upper one: open at the sides, its columns the same, a row between
 * them. Where little is written between them there is no row but the space between two tables.
 */
function continues(upper: Segments, lower: Segments, written: Written): boolean {
  const edges = [(s: Segment) => s.from, (s: Segment) => s.to]
  const gap = lowest(lower.horizontal, (s) => s.at) - highest(upper.horizontal, (s) => s.at)
  if (gap <= 0 || gap > spanningRow) return false
  const top = highest(upper.horizontal, (s) => s.at)
  return (
    written([outer(upper.horizontal, (s) => s.from, 0), top, outer(upper.horizontal, (s) => s.to, 1), top + gap]) >=
      writtenShare &&
    edges.every((edge, i) => Math.abs(outer(upper.horizontal, edge, i) - outer(lower.horizontal, edge, i)) <= near) &&
    missingSides(upper.horizontal, upper.vertical).length > 0 &&
    sameAt(upper.vertical, lower.vertical)
  )
}
/** A row that spans all columns parts the rules of a table with open sides by no more than this many points. */
const spanningRow = 40
const outer = (segments: readonly Segment[], edge: (s: Segment) => number, i: number): number =>
  i === 0 ? lowest(segments, edge) : highest(segments, edge)

/** Puts the parts of tables with open sides together that a row without columns parts. */
function joinParts(groups: Segments[], written: Written): Segments[] {
  const sorted = groups
    .filter((g) => g.horizontal.length > 0 && g.vertical.length > 0)
    .sort((a, b) => lowest(a.horizontal, (s) => s.at) - lowest(b.horizontal, (s) => s.at))
  const joined: Segments[] = []
  for (const group of sorted) {
    const upper = joined.find((g) => continues(g, group, written))
    if (upper) {
      upper.horizontal.push(...group.horizontal)
      upper.vertical.push(...group.vertical)
    } else joined.push({ horizontal: [...group.horizontal], vertical: [...group.vertical] })
  }
  return joined
}

/** The lines of each ruled table of a page, those of missing sides added. */
export function tableFrames(segments: Segments, written: Written): Segments[] {
  const groups = joinParts(connected(segments), written)
  const used = new Set(groups.flatMap((g) => g.horizontal))
  const loose = segments.horizontal.filter((s) => !used.has(s))
  return groups.map((group) => {
    const sides = missingSides(group.horizontal, group.vertical)
    const ends = missingSides(group.vertical, group.horizontal)
    const horizontal = [...group.horizontal, ...ends, ...(sides.length > 0 ? absorb(group, loose) : [])]
    const taller = sides.map((s) => ({
      at: s.at,
      from: Math.min(
        s.from,
        lowest(horizontal, (h) => h.at),
      ),
      to: Math.max(
        s.to,
        highest(horizontal, (h) => h.at),
      ),
    }))
    return { horizontal, vertical: [...group.vertical, ...taller] }
  })
}
