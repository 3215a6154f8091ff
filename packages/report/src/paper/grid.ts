import type { Cell, Table } from './paper.ts'

/** A cell with the place that spans of earlier cells leave it. */
export interface PlacedCell {
  row: number
  column: number
  cell: Cell
}

/** Every cell of a table with its row and column. */
export function placedCells(table: Table): PlacedCell[] {
  const taken = new Set<string>()
  return table.rows.flatMap(({ cells }, row) => {
    let column = 0
    return cells.map((cell): PlacedCell => {
      while (taken.has(`${row}:${column}`)) column++
      const placed = { row, column, cell }
      for (let r = 0; r < (cell.rows ?? 1); r++)
        for (let c = 0; c < (cell.columns ?? 1); c++) taken.add(`${row + r}:${column + c}`)
      column += cell.columns ?? 1
      return placed
    })
  })
}
