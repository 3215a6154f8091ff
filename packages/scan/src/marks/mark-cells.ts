import type { InkCell, InkTable } from '../cells/page-cells.ts'
import type { Component, InkRuns } from '../ink/components.ts'
import { classifyMark, type Mark } from './classify-mark.ts'
import { cutOut, outlineOf } from './outline.ts'

/** A mark that stands alone in its cell, with its box in pixels. */
export interface CellMark extends Mark {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** Marks are no smaller and no larger than this, in pixels at 300 dpi (1 to 11 mm). */
const smallest = 12
const largest = 130
/** More pieces than this are text. */
const mostPieces = 12
/** Ink of less than this share of the largest piece of a cell is dirt … */
const dirt = 0.06
/** … and what stands outside of that piece and is smaller than this share of its width or height. */
const dirtSize = 0.3
/** So sure a shape is a mark where its column holds little else … */
const certain = 0.75
/** … which is marks for this share of its filled cells; less sure ones count there as well. */
const columnShare = 0.5
/** In a column of text (so many filled cells, marks for less than that share) a figure may look like a mark: it must be a perfect one. */
const fewestCells = 4
const textShare = 0.3
const perfect = 0.95
/** Figures and letters of table heads look like these: they are marks in columns of marks alone. */
const doubtful = new Set(['×', '□', '■', '◇', '◆', '▽', '▼', '△', '▲'])
/** Stands for nothing in columns of amounts. */
const dash = '－'
/** A doubtful mark in a column of marks keeps this much of its confidence. */
const doubted = 0.4

/** The ink of a cell that may be one mark. */
function shapeOf(cell: InkCell): Component[] | undefined {
  if (cell.ink.length === 0 || cell.ink.length > mostPieces) return undefined
  const main = cell.ink.reduce((a, b) => (b.area > a.area ? b : a))
  const size = (c: Component): number => Math.max(c.x1 - c.x0, c.y1 - c.y0)
  const inside = (c: Component): boolean =>
    c.x0 >= main.x0 - 1 && c.x1 <= main.x1 + 1 && c.y0 >= main.y0 - 1 && c.y1 <= main.y1 + 1
  const own = cell.ink.filter((c) => c.area >= main.area * dirt && (inside(c) || size(c) >= size(main) * dirtSize))
  const width = Math.max(...own.map((c) => c.x1)) - Math.min(...own.map((c) => c.x0))
  const height = Math.max(...own.map((c) => c.y1)) - Math.min(...own.map((c) => c.y0))
  if (Math.max(width, height) < smallest || Math.max(width, height) > largest) return undefined
  return own
}

function seenIn(cell: InkCell, runs: InkRuns): CellMark | undefined {
  const own = shapeOf(cell)
  if (!own) return undefined
  const shape = cutOut(own, runs)
  const mark = classifyMark(outlineOf(shape))
  return mark && { ...mark, x0: shape.x0, y0: shape.y0, x1: shape.x1, y1: shape.y1 }
}

/** The marks of a table by cell: what is certainly one, and what is likely one in a column of marks. */
export function marksOf(table: InkTable, runs: InkRuns): Map<InkCell, CellMark> {
  const seen = new Map<InkCell, CellMark>()
  const columns = new Map<number, { filled: number; marks: number }>()
  for (const cell of table.cells) {
    if (cell.ink.length === 0) continue
    const mark = seenIn(cell, runs)
    if (mark) seen.set(cell, mark)
    const column = columns.get(cell.cell.column) ?? { filled: 0, marks: 0 }
    column.filled++
    if (mark && mark.confidence >= certain) column.marks++
    columns.set(cell.cell.column, column)
  }
  const marks = new Map<InkCell, CellMark>()
  for (const [cell, mark] of seen) {
    const { filled, marks: sure } = columns.get(cell.cell.column) ?? { filled: 0, marks: 0 }
    const inMarks = sure >= filled * columnShare
    const inText = filled >= fewestCells && sure < filled * textShare && mark.value !== dash
    if (mark.confidence >= (inText ? perfect : certain) && (inMarks || !doubtful.has(mark.value))) marks.set(cell, mark)
    else if (inMarks) marks.set(cell, { ...mark, confidence: Math.max(mark.confidence, doubted) })
  }
  return marks
}
