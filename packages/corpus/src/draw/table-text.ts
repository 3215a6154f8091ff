import { type ManuscriptCell, type ManuscriptTable, validText } from '../manuscript/manuscript.ts'
import { placesOf } from '../manuscript/table-builder.ts'
import { breakLines, widthOf } from './line-breaking.ts'

const textsOf = (cell: ManuscriptCell | undefined): string[] => cell?.lines.map(validText) ?? []

/** Cells parted by tabs, a row a line; places that a cell reaches into are empty. */
export const tsvLines = (table: ManuscriptTable): string[] =>
  placesOf(table).map((row) => row.map((c) => textsOf(c).join(' ')).join('\t'))

/** Two or more lines of a cell are a list. */
function markdownCell(cell: ManuscriptCell | undefined): string {
  const lines = textsOf(cell)
  return (lines.length > 1 ? lines.join('<br>') : (lines[0] ?? '')).replaceAll('|', '\\|')
}

export function markdownLines(table: ManuscriptTable): string[] {
  const rows = placesOf(table).map((row) => `| ${row.map(markdownCell).join(' | ')} |`)
  return [rows[0] ?? '', `|${table.widths.map(() => ' --- |').join('')}`, ...rows.slice(1)]
}

/** Texts no wider than this are set on one line: sums, years, names. Authors make columns wide enough for them. */
const unbroken = 16
/** No column is narrower. */
const narrowest = 6

/** The widest text of each column that is set on one line. */
function leastWidths(table: ManuscriptTable): number[] {
  const least = table.widths.map(() => narrowest)
  for (const cell of table.cells) {
    if (cell.colSpan > 1 || cell.rowSpan > 1 || !cell.align) continue
    const width = widthOf(textsOf(cell).join(''))
    if (width <= unbroken) least[cell.col] = Math.max(least[cell.col] as number, width)
  }
  return least
}

/** Half-width columns between the columns of a table. */
const gutter = 2

function columnWidths(table: ManuscriptTable, width: number): number[] {
  const total = table.widths.reduce((n, w) => n + w, 0)
  const least = leastWidths(table)
  const room = width - gutter * (table.widths.length - 1)
  return table.widths.map((w, i) => Math.max(least[i] as number, Math.floor((room * w) / total / 2) * 2))
}

const sum = (ns: readonly number[]): number => ns.reduce((n, w) => n + w, 0)

/** Lines of a cell broken to the width of the columns that it takes. */
function wrapCell(cell: ManuscriptCell | undefined, widths: readonly number[]): string[] {
  if (!cell) return []
  const own = widths.slice(cell.col, cell.col + cell.colSpan)
  const room = sum(own) + gutter * (own.length - 1)
  return textsOf(cell).flatMap((t) => breakLines(t, room))
}

/** Columns lined up by spaces, as `pdftotext -layout` prints a table; `between` blank lines part its rows. */
export function alignedLines(table: ManuscriptTable, width: number, between: number): string[] {
  const widths = columnWidths(table, width)
  const starts = widths.map((_, i) => sum(widths.slice(0, i)) + gutter * i)
  return placesOf(table).flatMap((row, r) => {
    const wrapped = row.map((c) => wrapCell(c, widths))
    const height = Math.max(1, ...wrapped.map((w) => w.length))
    const lines: string[] = []
    for (let i = 0; i < height; i++) {
      let line = ''
      wrapped.forEach((w, c) => {
        const text = w[i]
        if (!text) return
        line += ' '.repeat(Math.max(0, (starts[c] as number) - widthOf(line))) + text
      })
      lines.push(line)
    }
    return [...(r > 0 ? new Array<string>(between).fill('') : []), ...lines]
  })
}

/** Cells no wider than this stand on the line of their row: marks, and names of municipalities at the top of a grid. */
const shortCell = 10
/** So many of them make a line; fewer are cells like all others. */
const fewest = 3

/** Short cells that follow one another are one line of the page, as they are for a program that reads it line by line. */
function joinShort(cells: readonly string[][]): string[][] {
  const out: string[][] = []
  for (let i = 0; i < cells.length; ) {
    let end = i
    while (end < cells.length && cells[end]?.length === 1 && widthOf(cells[end]?.[0] ?? '') <= shortCell) end++
    if (end - i >= fewest) out.push([cells.slice(i, end).flat().join(' ')])
    else out.push(...cells.slice(i, Math.max(end, i + 1)))
    i = Math.max(end, i + 1)
  }
  return out
}

/** Whether a table is one of short columns: marks. Others are read cell by cell. */
const isGrid = (table: ManuscriptTable): boolean => table.widths.length > 6 && table.headerRows > 0

/** The cells of a table one after another, row by row, each as a paragraph of lines as wide as its column. */
export function cellParagraphs(table: ManuscriptTable, width: number): string[][] {
  const widths = columnWidths(table, width)
  return placesOf(table).flatMap((row) => {
    const cells = row
      .map((c) => (isGrid(table) && c?.header ? [textsOf(c).join('')] : wrapCell(c, widths)))
      .map((lines) => lines.filter((l) => l !== ''))
      .filter((lines) => lines.length > 0)
    return isGrid(table) ? joinShort(cells) : cells
  })
}
