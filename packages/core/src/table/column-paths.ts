import type { FoundTable, TableCell } from '../schema/table.ts'

/**
 * What names each column, from the widest heading to the narrowest: a header over several rows as one path a column
 * (財源内訳 over 国 and 県 gives [財源内訳, 国] and [財源内訳, 県]). Empty paths where a table has no header.
 */
export function columnPaths(table: FoundTable): string[][] {
  const paths: TableCell[][] = Array.from({ length: table.cols }, () => [])
  for (const cell of table.cells.toSorted((a, b) => a.row - b.row)) {
    if (!cell.header || cell.text === '') continue
    for (const path of paths.slice(cell.col, cell.col + cell.colSpan)) path.push(cell)
  }
  return paths.map((path) => path.map((cell) => cell.text))
}
