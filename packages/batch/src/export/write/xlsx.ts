import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import writeXlsxFile, { type Cell, type Row as SheetRow } from 'write-excel-file/node'
import type { ColumnType, Row, Value } from '../column.ts'
import { japanese } from '../columns-japanese.ts'
import type { TableShape } from '../rows.ts'
import { partOf, refuseFolder, type TableWriter, TooManyRowsError } from './writer.ts'

/** Rows of a sheet and characters of a cell that Excel opens. */
const sheetRows = 1_048_576
const cellLength = 32_767
/** Cells that are held in memory until the workbook is written; above this it is no workbook for a person. */
const cellLimit = 5_000_000

const cut = '…'
const forbidden =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const widths: Record<ColumnType, number> = { text: 24, integer: 12, number: 14, boolean: 8 }

/** Excel reads _x000D_ in a text as the character of that number, and _x005F_ as the sign that begins it. */
const escaped = /_(?=x[\dA-Fa-f]{4}_)/g

const printable = (text: string): string => {
  const clean = text.replace(forbidden, '')
  return (clean.length > cellLength ? clean.slice(0, cellLength - cut.length) + cut : clean).replace(escaped, '_x005F_')
}

/** A cell with its type said, so that text that looks like a formula, a number or a date stays text. */
function cellOf(value: Value): Cell {
  if (value === undefined) return null
  if (typeof value === 'string') return { type: String, value: printable(value) }
  if (typeof value === 'number') return { type: Number, value }
  return { type: Boolean, value }
}

/** One workbook, a sheet a table with its header frozen, and a first sheet that says what every column means, in Japanese and English. */
export async function xlsxWriter(path: string, shapes: readonly TableShape[]): Promise<TableWriter> {
  await mkdir(dirname(path), { recursive: true })
  await refuseFolder(path)
  const part = partOf(path)
  const header = (names: readonly string[]): SheetRow =>
    names.map((value) => ({ type: String, value, fontWeight: 'bold' as const }))
  const sheets = new Map(
    shapes.map(({ name, columns }) => [
      name,
      { names: columns.map((c) => c.name), columns, data: [header(columns.map((c) => c.name))] as SheetRow[] },
    ]),
  )
  const about = shapes.flatMap(({ name, columns }) =>
    columns.map(
      (c): SheetRow =>
        [name, c.name, c.type, japanese[c.about] ?? '', c.about].map((value) => ({ type: String, value })),
    ),
  )
  let cells = 0
  let longTexts = 0
  return {
    add: async (table, rows: readonly Row[]) => {
      const sheet = sheets.get(table)
      if (!sheet) return
      for (const row of rows)
        sheet.data.push(
          sheet.names.map((name) => {
            const value = row[name]
            if (typeof value === 'string' && value.length > cellLength) longTexts++
            return cellOf(value)
          }),
        )
      cells += rows.length * sheet.names.length
      if (sheet.data.length > sheetRows || cells > cellLimit) throw new TooManyRowsError(table)
    },
    end: async () => {
      const first = {
        sheet: 'columns',
        data: [header(['table', 'column', 'type', '説明', 'about']), ...about],
        columns: [{ width: 16 }, { width: 20 }, { width: 10 }, { width: 60 }, { width: 80 }],
        stickyRowsCount: 1,
      }
      const others = [...sheets].map(([sheet, { data, columns }]) => ({
        sheet,
        data,
        columns: columns.map(({ type }) => ({ width: widths[type] })),
        stickyRowsCount: 1,
      }))
      await writeXlsxFile([first, ...others]).toFile(part)
      await rename(part, path)
      return [path]
    },
    cutTexts: () => longTexts,
    abandon: () => rm(part, { force: true }),
  }
}
