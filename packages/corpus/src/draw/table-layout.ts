import type { ManuscriptCell, ManuscriptTable } from '../manuscript/manuscript.ts'
import { shownText } from '../manuscript/manuscript.ts'
import type { Measure, PageLook } from './sheet.ts'
import { type SetLine, setLine } from './typesetting.ts'

/** Space between text and rules, in points. */
export const padding = 3

export interface SetCell {
  cell: ManuscriptCell
  lines: SetLine[]
}

export interface SetTable {
  table: ManuscriptTable
  /** Edges of its columns from its left side. */
  xs: number[]
  /** Height of its rows. */
  heights: number[]
  cells: SetCell[]
  lineHeight: number
  size: number
  /** How many lines of a cell over several rows the pages so far hold. */
  drawn: Map<ManuscriptCell, number>
}

/** Stacks the characters of a cell that is printed downwards. */
function stacked(cell: ManuscriptCell): SetLine[] {
  return cell.lines.flatMap((line) => [...shownText(line)].map((text) => ({ parts: [{ text }], width: 1 })))
}

/** Breaks the text of all cells to their columns and makes rows as high as they need. */
export function setTable(table: ManuscriptTable, width: number, look: PageLook, measure: Measure): SetTable {
  const size = look.tableSize
  const lineHeight = size * 1.35
  const total = table.widths.reduce((n, w) => n + w, 0)
  const xs = [0]
  for (const w of table.widths) xs.push((xs.at(-1) as number) + (w / total) * width)
  const cells = table.cells.map((cell): SetCell => {
    if (cell.vertical) return { cell, lines: stacked(cell) }
    const room = ((xs[cell.col + cell.colSpan] as number) - (xs[cell.col] as number) - 2 * padding) / size
    return { cell, lines: cell.lines.flatMap((line) => setLine(line, room, room, measure)) }
  })
  const heights = new Array<number>(table.rows).fill(lineHeight + 2 * padding)
  for (const span of [1, 2, 3, 4, 5, 6, 7, 8, 9])
    growRows(
      heights,
      cells.filter((c) => c.cell.rowSpan === span),
      lineHeight,
    )
  growRows(
    heights,
    cells.filter((c) => c.cell.rowSpan > 9),
    lineHeight,
  )
  return { table, xs, heights, cells, lineHeight, size, drawn: new Map() }
}

/** What a cell over several rows needs beyond them is added to the last of them. */
function growRows(heights: number[], cells: readonly SetCell[], lineHeight: number): void {
  for (const { cell, lines } of cells) {
    const needed = lines.length * lineHeight + 2 * padding
    const last = cell.row + cell.rowSpan - 1
    let have = 0
    for (let r = cell.row; r <= last; r++) have += heights[r] as number
    if (needed > have) heights[last] = (heights[last] as number) + needed - have
  }
}

/** How many lines a box of this height holds; a row as high as its lines holds them all, whatever its sum was rounded to. */
export const linesWithin = (set: SetTable, height: number): number =>
  Math.max(0, Math.floor((height - 2 * padding) / set.lineHeight + 1e-6))
