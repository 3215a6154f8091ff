import type { InkCell, InkTable } from '../cells/page-cells.ts'
import type { InkRuns } from '../ink/components.ts'
import { type CellShape, shapeOf, withoutDirt } from './cell-shape.ts'
import { classifyMark, type Mark } from './classify-mark.ts'
import { outlineOf, type Shape } from './outline.ts'
import { tickOf } from './tick.ts'

/** A mark that stands alone in its cell, with its box in pixels. */
export interface CellMark extends Mark {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** What a table has of marks. */
export interface TableMarks {
  marks: Map<InkCell, CellMark>
  /** Cells that stand among marks and hold something else, as far as their shape tells. */
  strangers: Set<InkCell>
}

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
/** … and of these columns there are so many: a column of figures that look alike is alone, and stands beside those of marks, not among them. */
const fewestColumns = 2
/** Pieces that are all as small as dirt are a mark where they make a ring: dirt lies in a triangle now and then. */
const ring = '○'
/** No figure looks like it, so that it may stand beside the other marks. */
const cross = '×'
/** Stands for nothing in columns of amounts. */
const dash = '－'
/** Marks of a table are of one size, within this many pixels: what is as large as the sure ones and hardly less sure is one as well. */
const sameSize = 5
/** A doubtful mark in a column of marks keeps this much of its confidence. */
const doubted = 0.4

interface Seen {
  shape: Shape
  mark: CellMark | undefined
}

/** What is set beside the party that takes part where there are no circles. */
const tick = '✓'

function markIn(shape: Shape): CellMark | undefined {
  const ticked = tickOf(shape)
  const mark = ticked > 0 ? { value: tick, confidence: ticked } : classifyMark(outlineOf(shape))
  return mark && { ...mark, x0: shape.x0, y0: shape.y0, x1: shape.x1, y1: shape.y1 }
}

/** The mark of a shape without its specks, where it is as much of one without them. */
function seenIn({ shape, bare }: CellShape): Seen {
  const mark = markIn(shape)
  const plain = bare && markIn(bare)
  return bare && plain && plain.confidence >= (mark?.confidence ?? 0) ? { shape: bare, mark: plain } : { shape, mark }
}

/** The mark of a shape with or without what sticks out of it: whichever is surer. */
function cleanedMark({ shape, mark }: Seen): CellMark | undefined {
  const clean = withoutDirt(shape)
  const other = clean && markIn(clean)
  return other && (!mark || other.confidence > mark.confidence) ? other : mark
}

/** How many cells of a column are filled, and how many of them are marks as far as the table tells. */
interface Count {
  filled: number
  marks: number
}

/** Counts by column; heads, above the first mark, are left out. */
function countByColumn(
  cells: readonly InkCell[],
  seen: ReadonlyMap<InkCell, Seen>,
  isMark: (cell: InkCell) => boolean,
): Map<number, Count> {
  const counts = new Map<number, Count>()
  for (const cell of cells) {
    const mark = seen.get(cell)?.mark
    if (cell.ink.length === 0 && !mark) continue
    const count = counts.get(cell.cell.column) ?? { filled: 0, marks: 0 }
    count.filled++
    if (isMark(cell)) count.marks++
    counts.set(cell.cell.column, count)
  }
  return counts
}

/** The marks of a table by cell: what is certainly one, and what is likely one among marks. */
export function marksOf(table: InkTable, runs: InkRuns): TableMarks {
  const seen = new Map<InkCell, Seen>()
  for (const cell of table.cells) {
    const found = shapeOf(cell, runs)
    if (!found) continue
    const one = seenIn(found)
    const isDirt = cell.ink.length === 0 && !(one.mark?.value === ring && one.mark.confidence >= certain)
    if (!isDirt) seen.set(cell, one)
  }
  const placesOf = new Map<string, Set<number>>()
  for (const [{ cell }, { mark }] of seen)
    if (mark && mark.confidence >= certain)
      placesOf.set(mark.value, (placesOf.get(mark.value) ?? new Set()).add(cell.column))
  const isSure = (cell: InkCell): boolean => {
    const mark = seen.get(cell)?.mark
    if (!mark || mark.confidence < certain) return false
    return !doubtful.has(mark.value) || (placesOf.get(mark.value)?.size ?? 0) >= fewestColumns
  }
  const sure = [...seen.keys()].filter(isSure)
  const isAsLarge = (a: CellMark, b: CellMark | undefined): boolean =>
    b !== undefined &&
    Math.abs(a.x1 - a.x0 - (b.x1 - b.x0)) <= sameSize &&
    Math.abs(a.y1 - a.y0 - (b.y1 - b.y0)) <= sameSize
  const sureColumns = [...new Set(sure.map(({ cell }) => cell.column))]
  const isAmongSure = ({ cell }: InkCell, { value }: CellMark): boolean =>
    sureColumns.length >= fewestColumns &&
    (value === cross || (sureColumns.some((c) => c < cell.column) && sureColumns.some((c) => c > cell.column)))
  const isLikely = (cell: InkCell): boolean => {
    const mark = seen.get(cell)?.mark
    if (!mark || mark.confidence < doubted) return false
    if (doubtful.has(mark.value)) return isSure(cell) || (mark.confidence >= perfect && isAmongSure(cell, mark))
    return sure.some((other) => other === cell || isAsLarge(mark, seen.get(other)?.mark))
  }
  const head = sure.reduce((row, { cell }) => Math.min(row, cell.row), Number.POSITIVE_INFINITY)
  const body = table.cells.filter(({ cell }) => cell.row >= head)
  const columns = countByColumn(body, seen, isLikely)
  const none: Count = { filled: 0, marks: 0 }
  const marks = new Map<InkCell, CellMark>()
  const strangers = new Set<InkCell>()
  for (const [cell, one] of seen) {
    const column = columns.get(cell.cell.column) ?? none
    const inBody = cell.cell.row >= head
    const inMarks = inBody && column.marks > 0 && column.marks >= column.filled * columnShare
    const inText = column.filled >= fewestCells && column.marks < column.filled * textShare
    const mark = inMarks ? cleanedMark(one) : one.mark
    if (
      mark &&
      mark.confidence >= (inText && mark.value !== dash ? perfect : certain) &&
      (inMarks || !doubtful.has(mark.value))
    )
      marks.set(cell, mark)
    else if (inMarks && mark) marks.set(cell, { ...mark, confidence: Math.max(mark.confidence, doubted) })
    else if (inMarks && cell.ink.length > 0) strangers.add(cell)
  }
  return { marks, strangers }
}
