import type { Box } from '../read/page-glyphs.ts'
import type { RuledGrid } from './cells.ts'
import type { Segment, Segments } from './segments.ts'
import { near, type Written } from './table-frames.ts'

/** A table in a cell is set in from its sides by no more than this, in points: beside it nothing is written. */
const sideInset = 40
/** Over and under it no line is written where it is set in by no more than this. */
const lineInset = 8
/** Share of its cells that have text; those of charts have none. */
const writtenShare = 0.5
/** More cells than this are not looked into. */
const mostCells = 400

/** The lines of a table and the grid that they make. */
export interface LinedGrid {
  lines: Segments
  grid: RuledGrid
}

const area = ([x0, y0, x1, y1]: Box): number => (x1 - x0) * (y1 - y0)
const holds = (a: Box, b: Box): boolean =>
  a[0] < b[0] + near && a[1] < b[1] + near && a[2] > b[2] - near && a[3] > b[3] - near

/** The cell of a larger table that a table stands in. */
function cellAround(inner: RuledGrid, outer: RuledGrid): Box | undefined {
  if (outer.cells.length < 2 || !holds(outer.box, inner.box)) return undefined
  const box = outer.cells.find((cell) => holds(cell.box, inner.box))?.box
  if (!box) return undefined
  const isWide = inner.box[0] - box[0] <= sideInset && box[2] - inner.box[2] <= sideInset
  return isWide ? box : undefined
}

const isFilled = ({ cells }: RuledGrid, written: Written): boolean =>
  cells.length > 1 &&
  cells.length <= mostCells &&
  cells.filter((cell) => written(cell.box) > 0).length >= cells.length * writtenShare

/** Lines of a table in a cell, carried on to the borders of the cell; its own sides fall away, and its ends where no line of text stands outside them. */
function carriedOn({ lines, grid }: LinedGrid, [left, top, right, bottom]: Box): Segments {
  const [x0, y0, x1, y1] = grid.box
  const isTop = y0 - top <= lineInset
  const isBottom = bottom - y1 <= lineInset
  const reach = (s: Segment, from: number, to: number, start: number, end: number): Segment => ({
    at: s.at,
    from: s.from <= from + near ? start : s.from,
    to: s.to >= to - near ? end : s.to,
  })
  return {
    horizontal: lines.horizontal
      .filter((s) => !(isTop && Math.abs(s.at - y0) <= near) && !(isBottom && Math.abs(s.at - y1) <= near))
      .map((s) => reach(s, x0, x1, left, right)),
    vertical: lines.vertical
      .filter((s) => Math.abs(s.at - x0) > near && Math.abs(s.at - x1) > near)
      .map((s) => reach(s, y0, y1, isTop ? top : y0, isBottom ? bottom : y1)),
  }
}

/**
 * Tables in cells of other tables become part of these: their rows and columns part the cell. `gridOf` makes a grid of lines.
 */
export function withNested(
  all: readonly LinedGrid[],
  written: Written,
  gridOf: (lines: Segments) => RuledGrid | undefined,
): RuledGrid[] {
  if (all.filter(({ grid }) => grid.cells.length > 1).length < 2) return all.map(({ grid }) => grid)
  const bySize = all.toSorted((a, b) => area(a.grid.box) - area(b.grid.box))
  const taken = new Set<LinedGrid>()
  bySize.forEach((inner, i) => {
    const around = bySize.slice(i + 1).flatMap((outer) => {
      const box = cellAround(inner.grid, outer.grid)
      return box ? [{ outer, box }] : []
    })[0]
    if (!around || !isFilled(inner.grid, written)) return
    const more = carriedOn(inner, around.box)
    const lines = {
      horizontal: [...around.outer.lines.horizontal, ...more.horizontal],
      vertical: [...around.outer.lines.vertical, ...more.vertical],
    }
    const grid = gridOf(lines)
    if (!grid) return
    around.outer.lines = lines
    around.outer.grid = grid
    taken.add(inner)
  })
  return all.filter((one) => !taken.has(one)).map(({ grid }) => grid)
}
