import { type Cell as SheetCell, Workbook, type Worksheet } from '@cj-tech-master/excelts'
import { placedCells } from '../paper/grid.ts'
import { textOfCell } from '../paper/lines.ts'
import type { Block, Cell, Column, Mark, Paper, Run, Table } from '../paper/paper.ts'

/** Excel refuses longer texts in a cell. */
const longestText = 32_000
const more = '…'

/** Characters of all columns of a sheet together: what fits A4 lying at a readable size. */
const sheetWidth = 130
const narrowest = 5

/** Points: a line of ten-point text, and the tallest row that Excel knows. */
const lineHeight = 14
const tallestRow = 409

/** Half-width columns that a text takes, as far as a spreadsheet must know. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, c) => sum + (/^[ -~\uff61-\uff9f]$/u.test(c) ? 1 : 2), 0)

/** Lines that a cell takes in a column of a width; its programs do not measure rich text themselves. */
const linesIn = (cell: Cell, width: number): number =>
  cell.lines.reduce((sum, { indent, runs }) => {
    const text = widthOf(runs.map((run) => run.text).join('')) + 2 * indent
    return sum + Math.max(1, Math.ceil(text / Math.max(1, width - 1)))
  }, 0)

const underlines: Readonly<Record<Mark, 'single' | 'double'>> = { single: 'single', double: 'double', frame: 'double' }

interface Font {
  size: number
  bold?: boolean
  underline?: 'single' | 'double'
}

const fontOf = (run: Run): Font => ({ size: 10, ...(run.mark ? { underline: underlines[run.mark] } : {}) })

/** The runs of a cell, lines parted by line breaks, never longer than a cell may be. */
function runsOf(cell: Cell): Run[] {
  const runs = cell.lines.flatMap(({ indent, runs: own }, i): Run[] => [
    ...(i > 0 || indent > 0 ? [{ text: `${i > 0 ? '\n' : ''}${'　'.repeat(indent)}` }] : []),
    ...own,
  ])
  let room = longestText
  return runs.flatMap((run): Run[] => {
    if (room <= 0) return []
    const text = run.text.length > room ? run.text.slice(0, room) + more : run.text
    room -= run.text.length
    return [{ ...run, text }]
  })
}

/** Numbers as numbers; everything else as text, whatever it looks like: no text of a document is ever a formula. */
function fill(target: SheetCell, cell: Cell, column: Column | undefined, contrast: boolean): void {
  const runs = runsOf(cell)
  if (cell.amount !== undefined && !contrast) {
    target.value = cell.amount
    target.numFmt = '#,##0.###;[Red]-#,##0.###'
    // The format leaves a bare point behind whole numbers.
    if (Number.isInteger(cell.amount)) target.numFmt = '#,##0;[Red]-#,##0'
  } else if (runs.some((run) => run.mark)) {
    target.value = { richText: runs.map((run) => ({ text: run.text, font: fontOf(run) })) }
  } else if (runs.length > 0) target.value = runs.map((run) => run.text).join('')
  target.font = { size: 10, ...(cell.heading ? { bold: true } : {}) }
  target.alignment = {
    vertical: 'top',
    wrapText: true,
    horizontal: column?.align === 'end' ? 'right' : column?.align === 'center' ? 'center' : 'left',
  }
}

function writeTable(sheet: Worksheet, table: Table, from: number): number {
  const heights = table.rows.map(() => 1)
  const head = sheet.getRow(from)
  table.columns.forEach((column, c) => {
    const cell = head.getCell(c + 1)
    cell.value = column.heading
    cell.font = { size: 10, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEEF0F4' } }
    cell.border = {
      top: { style: 'thin' },
      bottom: { style: 'thin' },
      left: { style: 'thin' },
      right: { style: 'thin' },
    }
  })
  const contrast = table.contrast === true
  table.rows.forEach((row, r) => {
    const last = table.rows[r + 1]?.start ?? true
    table.columns.forEach((_, c) => {
      sheet.getCell(from + 1 + r, c + 1).border = {
        left: { style: 'thin' },
        right: { style: 'thin' },
        ...(row.start ? { top: { style: 'thin' } } : {}),
        ...(last ? { bottom: { style: 'thin' } } : {}),
      }
    })
  })
  for (const { row, column, cell } of placedCells(table)) {
    const [y, x] = [from + 1 + row, column + 1]
    fill(sheet.getCell(y, x), cell, cell.heading ? undefined : table.columns[column], contrast)
    const spans = Math.max(cell.rows ?? 1, cell.columns ?? 1) > 1
    const numeric = cell.amount !== undefined && !contrast
    if (!spans && !numeric)
      heights[row] = Math.max(heights[row] ?? 1, linesIn(cell, sheet.getColumn(x).width ?? narrowest))
    if (spans) sheet.mergeCells(y, x, y + (cell.rows ?? 1) - 1, x + (cell.columns ?? 1) - 1)
  }
  heights.forEach((lines, r) => {
    sheet.getRow(from + 1 + r).height = Math.min(tallestRow, lines * lineHeight + 2)
  })
  return from + 1 + table.rows.length
}

/** A sheet's name: no sign that Excel forbids, no name twice, 31 characters at most. */
function nameOf(caption: string, taken: Set<string>): string {
  const base =
    caption
      .replace(/[[\]:*?/\\']/g, ' ')
      .slice(0, 28)
      .trim() || '表'
  let name = base
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} ${n}`
  taken.add(name.toLowerCase())
  return name
}

function sheetFor(workbook: Workbook, table: Table, name: string, before: readonly string[]): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ state: 'frozen', xSplit: 0, ySplit: before.length + 1 }],
  })
  const whole = table.columns.reduce((sum, column) => sum + column.share, 0)
  table.columns.forEach((column, c) => {
    sheet.getColumn(c + 1).width = Math.max(narrowest, Math.round((column.share / whole) * sheetWidth))
  })
  before.forEach((text, i) => {
    const cell = sheet.getCell(i + 1, 1)
    cell.value = text
    cell.font = { size: i === 0 ? 12 : 10, bold: i === 0 }
  })
  const end = writeTable(sheet, table, before.length + 1)
  sheet.pageSetup.printTitlesRow = `${before.length + 1}:${before.length + 1}`
  sheet.pageSetup.printArea = `A1:${sheet.getColumn(table.columns.length).letter}${end}`
}

/** A paper as an Excel workbook: a sheet a table, sums as numbers, changes underlined within their cells. */
export async function xlsxOf(paper: Paper): Promise<Uint8Array> {
  const workbook = new Workbook()
  workbook.title = paper.title
  const taken = new Set<string>()
  const isTable = (block: Block): block is Table & { screen?: true } => block.kind === 'table' && !block.screen
  const tables = paper.blocks.filter(isTable)
  for (const table of tables) {
    const caption = table.contrast ? (table.caption.split('　').at(-1) ?? '') : table.caption
    const before = [table.contrast ? paper.title : table.caption, ...(table.legend === undefined ? [] : [table.legend])]
    sheetFor(workbook, table, nameOf(caption, taken), before)
  }
  if (tables.length === 0) {
    const sheet = workbook.addWorksheet(nameOf('', taken))
    const said = paper.blocks.flatMap((b) =>
      b.kind === 'text' ? [textOfCell({ lines: [{ indent: 0, runs: b.runs }] })] : [],
    )
    for (const [i, text] of [paper.title, ...said].entries()) sheet.getCell(i + 1, 1).value = text
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
