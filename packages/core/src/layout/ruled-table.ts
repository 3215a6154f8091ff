import type { Box } from '../read/page-glyphs.ts'
import { closeLetterSpacing, isLetterSpaced, join } from '../text/clean.ts'
import { fold } from '../text/fold.ts'
import { concat, emptyText, type Text, trim } from '../text/text.ts'
import type { Cell, Table } from './block.ts'
import type { RuledCell, RuledGrid } from './cells.ts'
import { type GlyphLine, linesOfArea, textOfLine, withoutRuby } from './glyph-lines.ts'
import { type Glyph, isSpaceGlyph, type Mark } from './glyphs.ts'
import { runsOf } from './marked-run.ts'
import { cellsOfTallTexts } from './tall-text.ts'

/** A cell with what stitching over pages needs to know. */
export interface DrawnCell extends Cell {
  /** The last line fills the cell from edge to edge: it may go on elsewhere. */
  full: boolean
}

export interface DrawnTable extends Table {
  rows: DrawnCell[][]
  box: Box
  /** Edges of the columns, in points. */
  xs: number[]
  ruby: Text[]
}

/** A gap of this many ems ends a piece of a run. */
const pieceGap = 1
/** A character that begins this many ems before the end of the last one is written over it: it is of another text. */
const overwriting = 0.3
/** Text begins at the left of its cell, or stands in its middle, within this many ems. */
const alignedWithin = { left: 0.5, middle: 0.05 }
/** A character stands across a rule when this share of it is on either side. */
const acrossShare = 0.15
/** A line is full when less than this many ems are left of its cell, margins aside; a character that may not begin a line takes one more. */
const fullWithin = 2
/** Margins of cells are no wider than this many ems. */
const widestMargin = 1

/** Looks up the cell of a point; what follows one point mostly is in the same field of the grid. */
function cellFinder(grid: RuledGrid): (x: number, y: number) => number {
  const columns = grid.xs.length - 1
  const at = new Int32Array(columns * (grid.ys.length - 1)).fill(-1)
  grid.cells.forEach((cell, i) => {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) at[r * columns + c] = i
  })
  const { xs, ys } = grid
  let row = 0
  let column = 0
  return (x, y) => {
    if (!isAt(ys, row, y)) row = stepOf(ys, y)
    if (!isAt(xs, column, x)) column = stepOf(xs, x)
    return at[row * columns + column] as number
  }
}

const isAt = (edges: readonly number[], i: number, v: number): boolean =>
  v >= (edges[i] as number) && v < (edges[i + 1] as number)

/** The last step between edges that begins before a place; the first where none does. */
function stepOf(edges: readonly number[], v: number): number {
  let low = 0
  let high = edges.length - 1
  while (high - low > 1) {
    const mid = (low + high) >> 1
    if ((edges[mid] as number) <= v) low = mid
    else high = mid
  }
  return low
}

interface Pieces {
  pieces: Glyph[][]
  /** Those that are written over one another. */
  overwritten: Set<Glyph[]>
}

/** Runs cut at wide gaps and where the pen goes back: what was set as one word or figure. */
function piecesOf(glyphs: readonly Glyph[]): Pieces {
  const pieces: Glyph[][] = []
  const overwritten = new Set<Glyph[]>()
  let piece: Glyph[] = []
  let last: Glyph | undefined
  for (const g of glyphs) {
    const isLine = last !== undefined && Math.abs(g.y0 - last.y0) < g.size * 0.2
    const gap = last === undefined ? 0 : g.x0 - last.x1
    if (isLine && last?.run === g.run && gap > -g.size * overwriting && gap < g.size * pieceGap) piece.push(g)
    else {
      const above = piece
      piece = [g]
      if (isLine && gap <= -g.size * overwriting && g.x0 > (above[0] as Glyph).x0) overwritten.add(above).add(piece)
      pieces.push(piece)
    }
    last = g
  }
  return { pieces, overwritten }
}

/** Whether a character stands on a side edge of its cell: text that overflows into the next one. */
function straddles(g: Glyph, box: Box): boolean {
  const margin = (g.x1 - g.x0) * acrossShare
  return (g.x0 + margin < box[0] && g.x1 - margin > box[0]) || (g.x0 + margin < box[2] && g.x1 - margin > box[2])
}

/**
 * The cell of text that runs over rules: that in whose middle it stands, or else at whose left it begins; where neither can be told,
 * that which has most of it.
 */
function cellOfOverflow(
  grid: RuledGrid,
  piece: readonly Glyph[],
  places: readonly number[],
  find: (x: number, y: number) => number,
): number {
  const first = piece[0] as Glyph
  const x = (first.x0 + (piece.at(-1) as Glyph).x1) / 2
  const middle = find(x, (first.y0 + first.y1) / 2)
  const centre = grid.cells[middle]?.box
  if (centre && Math.abs(x - (centre[0] + centre[2]) / 2) < first.size * alignedWithin.middle) return middle
  const start = places[0] as number
  const left = first.x0 - (grid.cells[start] as RuledCell).box[0]
  const isClosed = piece.every((g, i) => i === 0 || g.x0 - (piece[i - 1] as Glyph).x1 < g.size * alignedWithin.left)
  if (isClosed && Math.abs(left) < first.size * alignedWithin.left) return start
  const counts = new Map<number, number>()
  for (const p of places) counts.set(p, (counts.get(p) ?? 0) + 1)
  const [most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [start, 0] as [number, number])
  return most
}

/** Characters by cell: each by its middle, but text that runs over a rule goes where it belongs as a whole. */
function glyphsByCell(grid: RuledGrid, glyphs: readonly Glyph[]): Glyph[][] {
  const find = cellFinder(grid)
  const cells: Glyph[][] = grid.cells.map(() => [])
  const { pieces, overwritten } = piecesOf(glyphs)
  const tall = cellsOfTallTexts(grid.cells, pieces, find)
  for (const piece of pieces) {
    const own = tall.get(piece)
    if (own !== undefined) {
      cells[own]?.push(...piece)
      continue
    }
    const places: number[] = []
    let isOne = true
    for (const g of piece) {
      const place = find((g.x0 + g.x1) / 2, (g.y0 + g.y1) / 2)
      places.push(place)
      if (place !== places[0]) isOne = false
    }
    if (isOne) {
      const own = cells[places[0] as number]
      for (const g of piece) own?.push(g)
      continue
    }
    const overflow =
      overwritten.has(piece) ||
      piece.some((g, i) => !isSpaceGlyph(g) && straddles(g, (grid.cells[places[i] as number] as RuledCell).box))
    const whole = overflow ? cellOfOverflow(grid, piece, places, find) : undefined
    piece.forEach((g, i) => void cells[whole ?? (places[i] as number)]?.push(g))
  }
  return cells
}

const bullet = /^[・･●○◎■□◆◇▪▶➢①-⑳]/u
/** Also stands between words, and so at the beginning of a line by chance. */
const middleDot = /^[・･]/u
const lineFeed: Text = { value: '\n', offsets: Int32Array.of(-1) }

/**
 * Lines of a cell as one text; the items of a list in it are parted by line feeds without a place. A dot begins an item where the
 * first line has one, or where it stands below a line that had space for what follows.
 */
function joinItems(lines: readonly Text[], isShort: (line: number) => boolean): Text {
  const first = lines[0]
  if (!first) return emptyText
  if (lines.length === 1) return join(lines)
  const dotted = middleDot.test(first.value)
  const items: Text[][] = []
  lines.forEach((line, i) => {
    const starts = bullet.test(line.value) && (dotted || !middleDot.test(line.value) || isShort(i - 1))
    if (starts || items.length === 0) items.push([line])
    else items.at(-1)?.push(line)
  })
  return concat(items.flatMap((item, i) => (i === 0 ? [join(item)] : [lineFeed, join(item)])))
}

/** The text of a cell out of its lines; letter-spaced lines closed up. */
export function drawnCell(
  glyphs: readonly Glyph[],
  box: Box,
  page: number,
  marks: ReadonlyMap<number, Mark>,
  margin = 0,
): { cell: DrawnCell; ruby: Text[] } {
  if (glyphs.length === 0) return { cell: { text: emptyText, folded: '', page, box, full: false }, ruby: [] }
  const { lines, ruby } = withoutRuby(linesOfArea(glyphs))
  const written = lines
    .map((line) => ({ line, text: trim(textOfLine(line, marks)) }))
    .filter(({ text }) => text.value !== '')
  const texts = written.map(({ text }) => (isLetterSpaced(text.value) ? closeLetterSpacing(text) : text))
  const last = lines.at(-1)
  const runs = runsOf(lines, marks)
  const start = last?.turn === 90 ? box[1] : last?.turn === 270 ? -box[3] : box[0]
  const edge = last?.turn === 90 ? box[3] : last?.turn === 270 ? -box[1] : box[2]
  const isFull = (line: GlyphLine): boolean =>
    edge - start - (line.x1 - line.x0) - 2 * Math.min(margin, line.size * widestMargin) < line.size * fullWithin
  const full = last !== undefined && isFull(last)
  const isShort = (i: number): boolean => {
    const [above, below] = [written[i]?.line, written[i + 1]?.line]
    if (!above || !below || isFull(above)) return false
    return Math.abs(above.x0 - below.x0) < below.size * alignedWithin.left
  }
  const text = joinItems(texts, isShort)
  const cell: DrawnCell = { text, folded: fold(text.value), page, box, full }
  if (texts.length > 1) cell.lines = texts
  if (runs.length > 0) cell.runs = runs
  return { cell, ruby: ruby.map((l) => textOfLine(l, marks)) }
}

/** An empty cell that stands where another one spans. */
const coveredCell = (): DrawnCell => ({ text: emptyText, folded: '', covered: true, full: false })

/** Least space between characters and the sides of their cells. */
function marginOf(grid: RuledGrid, byCell: readonly Glyph[][]): number {
  let least = Number.POSITIVE_INFINITY
  grid.cells.forEach(({ box }, i) => {
    for (const g of byCell[i] ?? []) {
      if (!isSpaceGlyph(g)) least = Math.min(least, g.x0 - box[0], box[2] - g.x1)
    }
  })
  return Math.max(0, least)
}

/** A grid with the characters that stand in it. */
export function ruledTable(
  grid: RuledGrid,
  glyphs: readonly Glyph[],
  page: number,
  marks: ReadonlyMap<number, Mark>,
): DrawnTable {
  const columns = grid.xs.length - 1
  const rows: DrawnCell[][] = Array.from({ length: grid.ys.length - 1 }, () =>
    Array.from({ length: columns }, coveredCell),
  )
  const ruby: Text[] = []
  const byCell = glyphsByCell(grid, glyphs)
  const margin = marginOf(grid, byCell)
  grid.cells.forEach((ruled, i) => {
    const { cell, ruby: own } = drawnCell(byCell[i] as Glyph[], ruled.box, page, marks, margin)
    ruby.push(...own)
    if (ruled.rowSpan > 1) cell.rowSpan = ruled.rowSpan
    if (ruled.columnSpan > 1) cell.colSpan = ruled.columnSpan
    const row = rows[ruled.row]
    if (row) row[ruled.column] = cell
  })
  return { kind: 'table', rows, page, box: grid.box, xs: grid.xs, ruby }
}
