import type { FoundTable, TableCell, TablesResult } from '@kyoyaku/core'
import { escaped } from '@kyoyaku/report/escape'

export const tableFormats = ['json', 'csv', 'html'] as const
export type TableFormat = (typeof tableFormats)[number]

export const isTableFormat = (value: string | undefined): value is TableFormat =>
  tableFormats.some((format) => format === value)

/** Spreadsheets run what begins like this as a formula, also after white space. */
const formula = /^\s*[=+\-@＝＋－＠\t\r]/u

/** One field of RFC 4180; an apostrophe before what a spreadsheet would run. */
function csvField(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text
  return /[",\r\n']/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** Cells by row and column; places that a cell to the left or above spans are empty. */
function gridOf(table: FoundTable): (TableCell | undefined)[][] {
  const rows: (TableCell | undefined)[][] = Array.from({ length: table.rows }, () =>
    Array.from({ length: table.cols }, () => undefined),
  )
  for (const cell of table.cells) (rows[cell.row] ?? [])[cell.col] = cell
  return rows
}

/** Tables one below the other, an empty line between them; a cell over several rows or columns stands in the first. */
export function csvOf({ tables }: TablesResult): string {
  return tables
    .map((table) =>
      gridOf(table)
        .map((row) => `${row.map((cell) => csvField(cell?.text ?? '')).join(',')}\r\n`)
        .join(''),
    )
    .join('\r\n')
}

function htmlCell(cell: TableCell): string {
  const tag = cell.header ? 'th' : 'td'
  const rows = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''
  const columns = cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ''
  return `<${tag}${rows}${columns}>${escaped(cell.text)}</${tag}>`
}

/** A page of its own with all tables, spans kept. */
export function htmlOf({ tables }: TablesResult, title: string): string {
  const body = tables.map((table) => {
    const rows = gridOf(table).map((row) => `<tr>${row.map((cell) => (cell ? htmlCell(cell) : '')).join('')}</tr>\n`)
    return `<table>\n${rows.join('')}</table>\n`
  })
  const style = 'table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid;padding:.2em .4em}'
  return `<!doctype html>\n<html lang="ja">\n<meta charset="utf-8">\n<title>${escaped(title)}</title>\n<style>${style}</style>\n${body.join('')}</html>\n`
}
