import type { FoundTable } from '@kyoyaku/core'
import { type Manuscript, type ManuscriptTable, validText } from '../manuscript/manuscript.ts'
import { plain } from './fact.ts'
import { gridSimilarity, placesIn, type TextGrid } from './grits.ts'

/** Counts from which GriTS-Con over all tables and the share of exact ones follow. */
export interface TableTally {
  similarity: number
  places: number
  exact: number
  tables: number
}
export const noTables: TableTally = { similarity: 0, places: 0, exact: 0, tables: 0 }

interface Spanned {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  text: string
}
interface Shape {
  rows: number
  cols: number
  cells: readonly Spanned[]
}

/** `flat`: as a form shows it that knows no cells over several rows or columns, with blank places beside them. */
const shapeOf = (table: ManuscriptTable, flat: boolean): Shape => ({
  rows: table.rows,
  cols: table.widths.length,
  cells: table.cells.map(({ row, col, rowSpan, colSpan, lines }) => ({
    row,
    col,
    rowSpan: flat ? 1 : rowSpan,
    colSpan: flat ? 1 : colSpan,
    text: lines.map(validText).join(''),
  })),
})

function gridOf({ rows, cols, cells }: Shape): TextGrid {
  const grid = Array.from({ length: rows }, () => new Array<string>(cols).fill(''))
  for (const { row, col, rowSpan, colSpan, text } of cells) {
    for (let r = row; r < Math.min(rows, row + rowSpan); r++) {
      for (let c = col; c < Math.min(cols, col + colSpan); c++) (grid[r] as string[])[c] = plain(text)
    }
  }
  return grid
}

/** Every cell, span and text right; blank cells need not be given. */
const outline = (table: Shape): string =>
  table.cells
    .filter((c) => plain(c.text) !== '')
    .map((c) => `${c.row},${c.col},${c.rowSpan},${c.colSpan}:${plain(c.text)}`)
    .sort()
    .join('\n')

const wordsOf = (grid: TextGrid): Set<string> => new Set(grid.flat().filter((t) => t !== ''))

function overlap(a: Set<string>, b: Set<string>): number {
  let n = 0
  for (const w of a) if (b.has(w)) n++
  return n / Math.max(1, a.size + b.size - n)
}

export const tablesOf = (manuscript: Manuscript): ManuscriptTable[] =>
  manuscript.blocks.filter((b): b is ManuscriptTable => b.kind === 'table')

/** Pairs each true table with the one found that shares most cells, and counts what is alike; tables too many cost places. */
export function compareTables(
  wanted: readonly ManuscriptTable[],
  found: readonly FoundTable[],
  flat = false,
): TableTally {
  const left = new Set(found.map((shape) => ({ shape, grid: gridOf(shape) })))
  const tally = { ...noTables, tables: wanted.length }
  for (const table of wanted) {
    const shape = shapeOf(table, flat)
    const grid = gridOf(shape)
    tally.places += placesIn(grid)
    const words = wordsOf(grid)
    let best: { shape: Shape; grid: TextGrid } | undefined
    let most = 0
    for (const candidate of left) {
      const shared = overlap(words, wordsOf(candidate.grid))
      if (shared > most) {
        most = shared
        best = candidate
      }
    }
    if (!best) continue
    left.delete(best as never)
    const exact =
      shape.rows === best.shape.rows && shape.cols === best.shape.cols && outline(shape) === outline(best.shape)
    tally.places += placesIn(best.grid)
    tally.similarity += exact ? placesIn(grid) : gridSimilarity(grid, best.grid)
    tally.exact += exact ? 1 : 0
  }
  for (const { grid } of left) tally.places += placesIn(grid)
  return tally
}

export const grits = ({ similarity, places }: TableTally): number => (places === 0 ? 1 : (2 * similarity) / places)
