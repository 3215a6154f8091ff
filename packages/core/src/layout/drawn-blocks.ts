import type { Box, FilledArea, Rule } from '../read/page-glyphs.ts'
import type { Source, SourcePage } from '../read/source.ts'
import { withoutWhite } from '../text/characters.ts'
import type { Block, Line } from './block.ts'
import { type RuledGrid, ruledGrids } from './cells.ts'
import { decorationsOf } from './decorations.ts'
import { asideOf, blocksOfPlaced, labelOf, labelOfTable } from './drawn-lines.ts'
import { bordersOfAreas, isOver } from './filled-cells.ts'
import { partFootnotes } from './footnote.ts'
import { framedTexts } from './framed-text.ts'
import { type GlyphLine, textOfLine } from './glyph-lines.ts'
import { type Glyph, glyphsOf, hullOf, isSpaceGlyph, type Mark, type Turn, turned } from './glyphs.ts'
import { headedBorders } from './headed-table.ts'
import { knownMarks } from './known-marks.ts'
import { withColumnBorders } from './lined-table.ts'
import { plainLine } from './lines.ts'
import { markFurniture } from './page-furniture.ts'
import { stitch, type Times } from './page-stitch.ts'
import { pageTurnOf, turnBack, turnPage, turnRules } from './page-turn.ts'
import { marksInCells, partPaintedMarks } from './painted-marks.ts'
import { inReadingOrder } from './reading-order.ts'
import { markRecognizedFurniture } from './recognized-furniture.ts'
import { hasColors, marksBefore, marksOf, type PageRedline, redlineOf } from './redline.ts'
import { type DrawnTable, ruledTable } from './ruled-table.ts'
import { segmentsOf } from './segments.ts'
import { isOverleaf, joinBeside } from './side-by-side.ts'
import { markHeader } from './table-header.ts'
import { tablesInFrame } from './table-in-frame.ts'
import { partTextBoxes } from './text-box.ts'
import { segmentsOfText, type TextSegment } from './text-segments.ts'
import { withUnruledTables } from './unruled-table.ts'
import { partWatermark, wordsAcross } from './watermark.ts'

/** What layout makes of a source whose pages are drawn. */
export interface DrawnLayout {
  blocks: Block[]
  /** What a redline did to characters, by offset in the source text. */
  marks: ReadonlyMap<number, Mark>
}

/** Characters of one text stand no further apart than this many ems. */
const touching = 0.2

/** Frames of a single cell are no tables: their text is read as lines. */
const isFrame = (table: DrawnTable): boolean => table.rows.length === 1 && table.xs.length === 2

const holds = (box: Box, g: Glyph): boolean => {
  const x = (g.x0 + g.x1) / 2
  const y = (g.y0 + g.y1) / 2
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]
}

/** Whether a character goes on behind the last one of a table, out over its right side: text wider than its cell. */
const runsOutOf = (box: Box, last: Glyph | undefined, g: Glyph): boolean =>
  last?.run === g.run &&
  g.x0 >= box[2] - g.size / 2 &&
  Math.abs(g.x0 - last.x1) < g.size * touching &&
  Math.abs(g.y0 - last.y0) < g.size * touching

/** Share of a box's height that characters in it take. */
function writtenIn(box: Box, glyphs: readonly Glyph[]): number {
  const inside = glyphs.filter((g) => !isSpaceGlyph(g) && holds(box, g))
  if (inside.length === 0) return 0
  const [, top, , bottom] = hullOf(inside)
  return (bottom - top) / Math.max(box[3] - box[1], 0.01)
}

/** The blocks of a page; one that is written downwards or across is turned for it. */
function layoutPage(
  page: SourcePage,
  glyphs: readonly Glyph[],
  rules: readonly Rule[],
  marks: ReadonlyMap<number, Mark>,
): Block[] {
  const turn = pageTurnOf(glyphs)
  const areas = page.glyphs?.areas ?? []
  if (turn.turn === 0) return layoutUpright(page, glyphs, rules, areas, marks)
  const turnedAreas = areas.map(({ box, color }) => ({ box: turned(box, turn.turn), color }))
  const blocks = layoutUpright(page, turnPage(glyphs, turn), turnRules(rules, turn.turn), turnedAreas, marks)
  turnBack(blocks, turn.turn)
  return blocks
}

function layoutUpright(
  page: SourcePage,
  glyphs: readonly Glyph[],
  rules: readonly Rule[],
  areas: readonly FilledArea[],
  marks: ReadonlyMap<number, Mark>,
): Block[] {
  const number = page.number ?? 1
  const { written: all, painted } = partPaintedMarks(glyphs)
  const { glyphs: unmarked, across } = partWatermark(all)
  const segments = segmentsOf(rules)
  const { notes, marks: numbers, text: characters } = partFootnotes(unmarked, segments)
  const ink = painted.length > 0 ? [...characters, ...painted] : characters
  const written = (box: Box): number => writtenIn(box, characters)
  const ruled = ruledGrids(withColumnBorders(segments, ink), written)
  const taken = ruled.filter((grid) => grid.cells.length > 1).map((grid) => grid.box)
  const grids = [...ruled, ...ruledGrids(bordersOfAreas(areas, taken, ink), written)].sort(
    (a, b) => area(b.box) - area(a.box),
  )
  let free: readonly Glyph[] = characters
  const tables: DrawnTable[] = []
  const take = (grid: RuledGrid): void => {
    if (grid.cells.length < 2) return
    const framed = tablesInFrame(grid, written)
    if (framed) {
      framed.forEach(take)
      return
    }
    const inside: Glyph[] = []
    const outside: Glyph[] = []
    for (const g of free) (holds(grid.box, g) || runsOutOf(grid.box, inside.at(-1), g) ? inside : outside).push(g)
    if (inside.length === 0) return
    const table = ruledTable(grid, [...inside, ...marksInCells(painted, grid.cells, inside)], number, marks)
    if (isFrame(table)) return
    tables.push(table)
    free = outside
  }
  grids.forEach(take)
  const frames = grids.filter((grid) => grid.cells.length === 1).map((grid) => grid.box)
  const { asides, text: beside } = partTextBoxes(frames, free)
  free = beside
  let text = segmentsOfText(free)
  const headed = ruledGrids(headedBorders(text.byTurn.get(0) ?? []), written)
  if (headed.length > 0) {
    headed.forEach(take)
    text = segmentsOfText(free)
  }
  const { byTurn, ruby } = text
  const turns: Turn[] = [...byTurn].sort((a, b) => length(b[1]) - length(a[1])).map(([turn]) => turn)
  const main = turns[0] ?? 0
  const blocks: Block[] = []
  for (const turn of turns.length > 0 ? turns : [main]) {
    const own = turn === main ? tables.map((table) => ({ table, box: turned(table.box, turn) })) : []
    const boxes = turn === 0 ? frames : []
    const outside = (box: Box): boolean => !own.some((o) => isOver(o.box, box))
    const { framed, free: unframed } = framedTexts(
      boxes.filter(outside),
      turn === 0 ? areas.filter((a) => outside(a.box)) : [],
      byTurn.get(turn) ?? [],
    )
    const placed = inReadingOrder(unframed, own, framed)
    blocks.push(...blocksOfPlaced(withUnruledTables(placed, number, marks), page, marks))
  }
  blocks.push(...[...ruby, ...numbers].map((l) => labelOf(l, textOfLine(l, marks), page.number)))
  blocks.push(...[...asides, ...notes].map((lines) => asideOf(lines, marks, page.number)))
  for (const word of wordsAcross(across)) {
    const line: GlyphLine = { glyphs: word, turn: 0, x0: 0, x1: 0, base: 0, size: (word[0] as Glyph).size }
    blocks.push(labelOf(line, textOfLine(line, marks), page.number))
  }
  for (const table of tables) {
    for (const text of table.ruby) blocks.push(labelOfTable(text, table, page.number))
  }
  return blocks
}

const area = (b: readonly [number, number, number, number]): number => (b[2] - b[0]) * (b[3] - b[1])
const length = (segments: readonly TextSegment[]): number => segments.reduce((n, s) => n + s.glyphs.length, 0)

const isDrawn = (block: Block | undefined): block is DrawnTable => block?.kind === 'table' && 'xs' in block

/** Rows of a header that a later page repeats, as furniture. */
function repeatedLabels(rows: DrawnTable['rows'], page: number | undefined): Line[] {
  return rows.flatMap((row) =>
    row
      .filter((c) => c.folded !== '')
      .map(
        (c): Line => ({
          ...plainLine(c.text, page, c.folded),
          ...(c.box ? { box: c.box } : {}),
          furniture: 'running-header',
        }),
      ),
  )
}

/** Counts the texts that stand by themselves in the document: as a cell, as a line, or behind the number of a heading. */
function timesIn(pages: readonly Block[][]): Times {
  const known = new Map<string, number>()
  const add = (folded: string): void => {
    const text = withoutWhite(folded)
    known.set(text, (known.get(text) ?? 0) + 1)
  }
  for (const block of pages.flat()) {
    if (block.kind === 'table') for (const cell of block.rows.flat()) add(cell.folded)
    else {
      add(block.folded)
      const heading = block.folded.replace(/^[^\s】]{1,12}[\s】]/u, '')
      if (heading !== block.folded) add(heading)
    }
  }
  return (text) => known.get(text) ?? 0
}

/** Blocks of all pages in one row, tables that go on over a page break put together. */
function stitchPages(pages: readonly Block[][]): Block[] {
  const result: Block[] = []
  let known: Times | undefined
  const times: Times = (text) => {
    known ??= timesIn(pages)
    return known(text)
  }
  for (const blocks of pages) {
    const own = blocks.findIndex((b) => b.kind === 'table' || !b.furniture)
    const previous = result.findLastIndex((b) => b.kind === 'table' || !b.furniture)
    const above = result[previous]
    const below = blocks[own]
    const stitched =
      isDrawn(above) && isDrawn(below) && !isOverleaf(above, below) ? stitch(above, below, times) : undefined
    if (!stitched) result.push(...blocks)
    else {
      result[previous] = stitched.table
      result.push(
        ...blocks.slice(0, own),
        ...repeatedLabels(stitched.repeated, blocks[own]?.page),
        ...blocks.slice(own + 1),
      )
    }
  }
  const joined = joinBeside(result, (cells, page) => repeatedLabels([cells], page))
  for (const block of joined) if (isDrawn(block)) markHeader(block)
  return joined
}

interface DecoratedPage {
  redline: PageRedline
  /** Rules that are no strikes or underlines. */
  rules: readonly Rule[]
  /** Its characters, where the document is short. */
  glyphs?: readonly Glyph[]
}

/** UTF-16 units of the longest document whose characters are kept from the first look at its pages to the second. */
const longestKept = 100_000

/** What the strikes and underlines of a page say. */
function decorated(source: Source, page: SourcePage): DecoratedPage {
  const { runs = [], rules = [] } = page.glyphs ?? {}
  if (rules.length === 0 && !hasColors(runs))
    return { redline: { struck: [], underlined: [], colors: new Set(), inline: new Set() }, rules }
  const glyphs = glyphsOf(page, source.text)
  const decorations = decorationsOf(rules, glyphs)
  return {
    redline: redlineOf(runs, glyphs, decorations),
    rules: decorations.rules,
    ...(source.text.length <= longestKept ? { glyphs } : {}),
  }
}

function layOut(source: Source): DrawnLayout {
  // Page by page and twice over: the characters of a long document all at once would take a gigabyte.
  const pages = source.pages.map((page) => decorated(source, page))
  const found = marksOf(
    pages.map((p) => p.redline),
    (page) => source.pages[page]?.glyphs?.runs ?? [],
  )
  const marks = source.before ? marksBefore(found) : found
  const blocks = source.pages.map((page, i) => {
    const { rules, glyphs = glyphsOf(page, source.text) } = pages[i] as DecoratedPage
    return layoutPage(page, glyphs, rules, marks)
  })
  markFurniture(
    blocks.map((own, i) => ({
      width: source.pages[i]?.glyphs?.width ?? 0,
      height: source.pages[i]?.glyphs?.height ?? 0,
      lines: own.filter((b) => b.kind === 'line'),
    })),
  )
  const recognized = blocks.flatMap((own, i) => {
    const page = source.pages[i]
    const isWhole = page?.recognized && page.recognized.from === undefined
    return isWhole ? [{ height: page.glyphs?.height ?? 0, blocks: own }] : []
  })
  markRecognizedFurniture(recognized)
  return { blocks: stitchPages(blocks), marks }
}

const layouts = new WeakMap<Source, DrawnLayout>()

/** Lines and tables of a source whose pages are drawn, in reading order, and what a redline did to its characters; worked out once. */
export function drawnLayout(source: Source): DrawnLayout {
  const layout = layouts.get(source) ?? layOut(source)
  layouts.set(source, layout)
  knownMarks.set(source, layout.marks)
  return layout
}
