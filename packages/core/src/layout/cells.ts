import type { Box } from '../read/page-glyphs.ts'
import type { Segment, Segments } from './segments.ts'

/** A cell of a ruled table: its place in the grid and on the page. */
export interface RuledCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  box: Box
}

export interface RuledGrid {
  /** Edges of the columns and rows, in points. */
  xs: number[]
  ys: number[]
  cells: RuledCell[]
  box: Box
}

/** Lines that should meet miss one another by no more than this, and the two lines of a double rule are no further apart. */
const near = 3
/** Two cells are parted where rules cover this share of the edge between them. */
const ruledShare = 0.6
/** A side without a rule is open, not only a little overshot, where lines run past the last crossing by more than this. */
const overhang = 8
/** More grid lines than this are a drawing, not a table. */
const mostLines = 400

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
function gridLines(positions: number[]): number[] {
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

/** For each grid line and each step along it: whether rules cover that step. */
function ruledSteps(lines: readonly number[], steps: readonly number[], segments: readonly Segment[]): boolean[][] {
  return lines.map((at) => {
    const own = segments.filter((s) => Math.abs(s.at - at) <= near)
    return steps.slice(0, -1).map((from, k) => {
      const to = steps[k + 1] as number
      let covered = 0
      let reached = from
      for (const s of own.toSorted((a, b) => a.from - b.from)) {
        const start = Math.max(reached, s.from)
        const end = Math.min(to, s.to)
        if (end > start) {
          covered += end - start
          reached = end
        }
      }
      return covered >= (to - from) * ruledShare
    })
  })
}

interface Range {
  row: number
  column: number
  rowEnd: number
  columnEnd: number
}

/**
 * The cells between grid lines: neighbours without a rule between them are one. Where what hangs together is no rectangle (a rule
 * stops short), rows of it are taken apart and equal ones put together again.
 */
function cellRanges(
  rows: number,
  columns: number,
  right: (r: number, c: number) => boolean,
  below: (r: number, c: number) => boolean,
): Range[] {
  const seen = Array.from({ length: rows }, () => new Uint8Array(columns))
  const ranges: Range[] = []
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      if (seen[r]?.[c]) continue
      const members: [number, number][] = []
      const queue: [number, number][] = [[r, c]]
      ;(seen[r] as Uint8Array)[c] = 1
      for (let next = queue.pop(); next; next = queue.pop()) {
        members.push(next)
        const [y, x] = next
        const steps: [boolean, number, number][] = [
          [x + 1 < columns && !right(y, x), y, x + 1],
          [x > 0 && !right(y, x - 1), y, x - 1],
          [y + 1 < rows && !below(y, x), y + 1, x],
          [y > 0 && !below(y - 1, x), y - 1, x],
        ]
        for (const [open, y2, x2] of steps) {
          if (!open || seen[y2]?.[x2]) continue
          ;(seen[y2] as Uint8Array)[x2] = 1
          queue.push([y2, x2])
        }
      }
      ranges.push(...rectangles(members))
    }
  }
  return ranges
}

function rectangles(members: readonly [number, number][]): Range[] {
  const byRow = new Map<number, number[]>()
  for (const [y, x] of members) {
    const row = byRow.get(y)
    if (row) row.push(x)
    else byRow.set(y, [x])
  }
  const ranges: Range[] = []
  let open: Range[] = []
  for (const [row, columns] of [...byRow].sort((a, b) => a[0] - b[0])) {
    columns.sort((a, b) => a - b)
    const next: Range[] = []
    for (let i = 0; i < columns.length; ) {
      let k = i
      while (k + 1 < columns.length && columns[k + 1] === (columns[k] as number) + 1) k++
      const column = columns[i] as number
      const columnEnd = (columns[k] as number) + 1
      const above = open.find((o) => o.column === column && o.columnEnd === columnEnd && o.rowEnd === row)
      if (above) above.rowEnd = row + 1
      const range = above ?? { row, column, rowEnd: row + 1, columnEnd }
      if (!above) ranges.push(range)
      next.push(range)
      i = k + 1
    }
    open = next
  }
  return ranges
}

/** Grid lines at which no cell begins or ends come from rules that part nothing: they are taken out. */
function compress(count: number, starts: ReadonlySet<number>): number[] {
  const index: number[] = []
  let n = -1
  for (let i = 0; i < count; i++) {
    if (starts.has(i)) n++
    index.push(Math.max(n, 0))
  }
  return index
}

function gridOf(group: Segments): RuledGrid | undefined {
  const xs = gridLines(group.vertical.map((s) => s.at))
  const ys = gridLines(group.horizontal.map((s) => s.at))
  if (xs.length < 2 || ys.length < 2 || xs.length > mostLines || ys.length > mostLines) return undefined
  const verticalSteps = ruledSteps(xs, ys, group.vertical)
  const horizontalSteps = ruledSteps(ys, xs, group.horizontal)
  const ranges = cellRanges(
    ys.length - 1,
    xs.length - 1,
    (r, c) => verticalSteps[c + 1]?.[r] === true,
    (r, c) => horizontalSteps[r + 1]?.[c] === true,
  )
  const rowStarts = new Set(ranges.map((r) => r.row))
  const columnStarts = new Set(ranges.map((r) => r.column))
  const rowIndex = compress(ys.length - 1, rowStarts)
  const columnIndex = compress(xs.length - 1, columnStarts)
  const end = (index: readonly number[], at: number): number => (index[at - 1] as number) + 1
  const cells = ranges.map(
    (r): RuledCell => ({
      row: rowIndex[r.row] as number,
      column: columnIndex[r.column] as number,
      rowSpan: end(rowIndex, r.rowEnd) - (rowIndex[r.row] as number),
      columnSpan: end(columnIndex, r.columnEnd) - (columnIndex[r.column] as number),
      box: [xs[r.column] as number, ys[r.row] as number, xs[r.columnEnd] as number, ys[r.rowEnd] as number],
    }),
  )
  return {
    xs: xs.filter((_, i) => i === xs.length - 1 || columnStarts.has(i)),
    ys: ys.filter((_, i) => i === ys.length - 1 || rowStarts.has(i)),
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    box: [xs[0] as number, ys[0] as number, xs.at(-1) as number, ys.at(-1) as number],
  }
}

/** The ruled tables of a page, as grids of cells; a frame around text is a grid of one cell. */
export function ruledGrids(segments: Segments): RuledGrid[] {
  const grids: RuledGrid[] = []
  const groups = connected(segments)
  const used = new Set(groups.flatMap((g) => g.horizontal))
  const loose = segments.horizontal.filter((s) => !used.has(s))
  for (const group of groups) {
    if (group.horizontal.length === 0 || group.vertical.length === 0) continue
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
    const grid = gridOf({ horizontal, vertical: [...group.vertical, ...taller] })
    if (grid) grids.push(grid)
  }
  return grids
}
