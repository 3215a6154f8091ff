import type { Box } from '../read/page-glyphs.ts'
import { withNested } from './nested-grids.ts'
import type { Segment, Segments } from './segments.ts'
import { gridLines, near, tableFrames, type Written } from './table-frames.ts'

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

/** Two cells are parted where rules cover this share of the edge between them. */
const ruledShare = 0.6
/** More grid lines than this are a drawing, not a table. */
const mostLines = 400

/** For each grid line and each step along it: whether rules cover that step. */
function ruledSteps(lines: readonly number[], steps: readonly number[], segments: readonly Segment[]): boolean[][] {
  const sorted = segments.toSorted((a, b) => a.from - b.from)
  return lines.map((at) => {
    const own = sorted.filter((s) => Math.abs(s.at - at) <= near)
    return steps.slice(0, -1).map((from, k) => {
      const to = steps[k + 1] as number
      let covered = 0
      let reached = from
      for (const s of own) {
        if (s.from >= to) break
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
        const y = next[0]
        const x = next[1]
        const enter = (y2: number, x2: number): void => {
          const row = seen[y2] as Uint8Array
          if (row[x2]) return
          row[x2] = 1
          queue.push([y2, x2])
        }
        if (x + 1 < columns && !right(y, x)) enter(y, x + 1)
        if (x > 0 && !right(y, x - 1)) enter(y, x - 1)
        if (y + 1 < rows && !below(y, x)) enter(y + 1, x)
        if (y > 0 && !below(y - 1, x)) enter(y - 1, x)
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
export function ruledGrids(segments: Segments, written: Written): RuledGrid[] {
  const all = tableFrames(segments, written).flatMap((lines) => {
    const grid = gridOf(lines)
    return grid ? [{ lines, grid }] : []
  })
  return withNested(all, written, gridOf)
}
