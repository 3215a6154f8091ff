import type { Block, Manuscript, ManuscriptParagraph, ManuscriptTable } from '../manuscript/manuscript.ts'
import type { Measure, PageLook, Sheet } from './sheet.ts'
import { drawBands, type RowBand } from './table-drawing.ts'
import { linesWithin, padding, type SetTable, setTable } from './table-layout.ts'
import { drawLine, setLine } from './typesetting.ts'

interface Setting {
  look: PageLook
  measure: Measure
  sheets: Sheet[]
  /** Where the next thing begins on the last sheet. */
  y: number
}

const bottomOf = ({ look }: Setting): number => look.height - look.margin
const newSheet = ({ look }: Setting): Sheet => ({
  width: look.width,
  height: look.height,
  texts: [],
  rules: [],
  cells: [],
})

function nextPage(setting: Setting): void {
  setting.sheets.push(newSheet(setting))
  setting.y = setting.look.margin
}

const current = (setting: Setting): Sheet => setting.sheets.at(-1) as Sheet

function drawParagraph(setting: Setting, p: ManuscriptParagraph): void {
  const { look, measure } = setting
  const room = (look.width - 2 * look.margin) / look.size
  const lines = setLine(p.line, room - p.indent, room - p.hang, measure)
  const height = look.size * look.leading
  lines.forEach((line, i) => {
    if (setting.y + height > bottomOf(setting)) nextPage(setting)
    const left = (i === 0 ? p.indent : p.hang) * look.size
    const rest = (room - line.width) * look.size
    const x = look.margin + (p.place === 'left' ? left : p.place === 'center' ? rest / 2 : rest)
    drawLine(current(setting), line, { x, y: setting.y + look.size, size: look.size }, look, measure)
    setting.y += height
  })
}

/** Rows that a cell holds together and that no page break may part: a heading and what it heads. */
const isCut = (set: SetTable, row: number): boolean =>
  set.cells.some((c) => c.cell.rowSpan > 1 && row >= c.cell.row && row < c.cell.row + c.cell.rowSpan)

/** Height of the rows that a cell beginning in this one holds together; 0 where none does. */
function heldHeight(set: SetTable, row: number): number {
  const last = Math.max(row, ...set.cells.filter((c) => c.cell.row === row).map((c) => row + c.cell.rowSpan - 1))
  return last === row ? 0 : set.heights.slice(row, last + 1).reduce((n, h) => n + h, 0)
}

/** Most lines that a cell of the row has. */
const linesIn = (set: SetTable, row: number): number =>
  Math.max(1, ...set.cells.filter((c) => c.cell.row === row).map((c) => c.lines.length))

/** Parts a row at the page's end: lines that fit stand above, the others go on below. At least one line stands on each. */
function splitRow(set: SetTable, row: number, room: number): [RowBand, RowBand] | undefined {
  const lines = linesIn(set, row)
  const fit = linesWithin(set, room)
  if (fit < 1 || fit >= lines || isCut(set, row)) return undefined
  const band = (from: number, to: number): RowBand => ({
    row,
    height: (to - from) * set.lineHeight + 2 * padding,
    lines: [from, to],
  })
  return [band(0, fit), band(fit, lines)]
}

/** A table's rows by page; the room on the first is what its page has left. */
function pagesOf(set: SetTable, setting: Setting): RowBand[][] {
  const { look } = setting
  const full = bottomOf(setting) - look.margin
  const header = look.repeatHeader ? set.table.headerRows : 0
  const headerBands = Array.from({ length: header }, (_, row): RowBand => ({ row, height: set.heights[row] as number }))
  const headerHeight = headerBands.reduce((n, b) => n + b.height, 0)
  const pages: RowBand[][] = [[]]
  let room = bottomOf(setting) - setting.y
  const turn = (): void => {
    pages.push([...headerBands])
    room = full - headerHeight
  }
  // The heading stands on one page, the first row under it.
  const head = set.heights.slice(0, set.table.headerRows + 1).reduce((n, h) => n + h, 0)
  if (set.table.headerRows > 1 && head > room && head <= full) {
    pages.push([])
    room = full
  }
  for (let row = 0; row < set.table.rows; row++) {
    const height = set.heights[row] as number
    const kept = look.keepSpans ? heldHeight(set, row) : 0
    if (kept > room && kept <= full / 2 && (pages.at(-1)?.length ?? 0) > header) turn()
    const parts = height > room && look.splitRows && row >= set.table.headerRows ? splitRow(set, row, room) : undefined
    if (parts) {
      pages.at(-1)?.push(parts[0])
      turn()
      pages.at(-1)?.push(parts[1])
      room -= parts[1].height
      continue
    }
    // A page of nothing but the header would be no page of the table.
    if (height > room && !(row <= set.table.headerRows && pages.length > 1)) {
      const moved = row === set.table.headerRows ? (pages[0]?.splice(0) ?? []) : []
      if (moved.length > 0) {
        pages.push(moved)
        room = full - moved.reduce((n, b) => n + b.height, 0)
      } else turn()
    }
    pages.at(-1)?.push({ row, height })
    room -= height
  }
  return pages
}

/** Makes the last row of a cell that a page break cuts as high as what is left of its lines needs. */
function growCutRows(set: SetTable, pages: readonly RowBand[][]): void {
  const spanning = set.cells.filter(({ cell }) => cell.rowSpan > 1 && cell.row >= set.table.headerRows)
  for (const { cell, lines } of spanning) {
    const last = cell.row + cell.rowSpan - 1
    let left = lines.length
    for (const bands of pages) {
      const here = bands.filter((b) => b.row >= cell.row && b.row <= last)
      const height = here.reduce((n, b) => n + b.height, 0)
      const end = here.find((b) => b.row === last)
      const needed = left * set.lineHeight + 2 * padding
      if (end && height < needed) end.height += needed - height
      if (here.length > 0) left -= Math.min(left, linesWithin(set, height))
    }
  }
}

function drawTable(setting: Setting, table: ManuscriptTable): void {
  const { look, measure } = setting
  const set = setTable(table, look.width - 2 * look.margin, look, measure)
  setting.y += look.size * 0.4
  const pages = pagesOf(set, setting)
  growCutRows(set, pages)
  pages.forEach((bands, i) => {
    if (i > 0) nextPage(setting)
    drawBands(current(setting), set, bands, { x: look.margin, y: setting.y }, look, measure)
    setting.y += bands.reduce((n, b) => n + b.height, 0)
  })
  setting.y += look.size * 0.4
}

function drawBlock(setting: Setting, block: Block): void {
  if (block.kind === 'paragraph') drawParagraph(setting, block)
  else if (block.kind === 'table') drawTable(setting, block)
  else if (block.kind === 'page') nextPage(setting)
  else setting.y += block.lines * setting.look.size * setting.look.leading
}

/** Numbers and headers of pages, in the margins. */
function furnish({ look, measure, sheets }: Setting, header: string): void {
  const centred = (sheet: Sheet, text: string, y: number): void => {
    const [line] = setLine([{ text }], Infinity, Infinity, measure)
    if (!line) return
    const size = look.size * 0.9
    drawLine(sheet, line, { x: (look.width - line.width * size) / 2, y, size }, look, measure)
  }
  sheets.forEach((sheet, i) => {
    if (look.runningHeader && i > 0) centred(sheet, header, look.margin * 0.6)
    if (look.pageNumber) centred(sheet, look.pageNumber(i + 1), look.height - look.margin * 0.5)
  })
}

/** A manuscript set on pages. */
export function layOut(manuscript: Manuscript, look: PageLook, measure: Measure): Sheet[] {
  const setting: Setting = { look, measure, sheets: [], y: 0 }
  nextPage(setting)
  for (const block of manuscript.blocks) drawBlock(setting, block)
  furnish(setting, manuscript.runningHeader ?? '')
  return setting.sheets
}
