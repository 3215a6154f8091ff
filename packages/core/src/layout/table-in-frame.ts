import type { RuledCell, RuledGrid } from './cells.ts'
import type { Written } from './table-frames.ts'

/** A table with a space at either side has so many columns at least; as many rows stand between the spaces. */
const fewestColumns = 3
const fewestRows = 2

/** The part of a grid that these rows take, without its first and last columns. */
function innerOf({ xs, ys, cells }: RuledGrid, from: number, to: number): RuledGrid {
  const own = cells.filter(
    (c) => c.row >= from && c.row < to && c.column > 0 && c.column + c.columnSpan < xs.length - 1,
  )
  const [x0, x1] = [xs[1] as number, xs.at(-2) as number]
  return {
    xs: xs.slice(1, -1),
    ys: ys.slice(from, to + 1),
    cells: own.map((c) => ({ ...c, row: c.row - from, column: c.column - 1 })),
    box: [x0, ys[from] as number, x1, ys[to] as number],
  }
}

/**
 * The tables in a frame around text and tables, which were drawn so that both make one grid: what goes over the whole width is text, and at
 * either side of the rows between is nothing. Undefined where the grid is no such frame.
 */
export function tablesInFrame(grid: RuledGrid, written: Written): RuledGrid[] | undefined {
  const columns = grid.xs.length - 1
  if (columns < fewestColumns) return undefined
  const wide = grid.cells.filter((c) => c.columnSpan === columns)
  if (!wide.some((c) => written(c.box) > 0)) return undefined
  const isWide = (row: number): boolean => wide.some((c) => row >= c.row && row < c.row + c.rowSpan)
  const found: RuledGrid[] = []
  for (let from = 0; from < grid.ys.length - 1; from++) {
    if (isWide(from)) continue
    let to = from
    while (to < grid.ys.length - 1 && !isWide(to)) to++
    const isSpace = (c: RuledCell | undefined): boolean =>
      c?.columnSpan === 1 && c.rowSpan === to - from && written(c.box) === 0
    const isAt = (column: number) => (c: RuledCell) => c.row === from && c.column === column
    if (to - from < fewestRows || ![0, columns - 1].every((column) => isSpace(grid.cells.find(isAt(column)))))
      return undefined
    found.push(innerOf(grid, from, to))
    from = to
  }
  return found.length > 0 ? found : undefined
}
