import { join } from 'node:path'
import { rowsOfFolder, type TableShape, tableShapes } from './rows.ts'
import type { TableWriter } from './write/writer.ts'

export const exportFormats = ['xlsx', 'csv', 'parquet', 'sqlite'] as const
export type ExportFormat = (typeof exportFormats)[number]

type OpenWriter = (target: string, shapes: readonly TableShape[]) => Promise<TableWriter>

/** Loaded when used: each brings its library. */
const writers: Record<ExportFormat, OpenWriter> = {
  csv: async (target, shapes) => (await import('./write/csv.ts')).csvWriter(join(target, 'csv'), shapes),
  parquet: async (target, shapes) =>
    (await import('./write/parquet.ts')).parquetWriter(join(target, 'parquet'), shapes),
  sqlite: async (target, shapes) =>
    (await import('./write/sqlite.ts')).sqliteWriter(join(target, 'kyoyaku.sqlite'), shapes),
  xlsx: async (target, shapes) => (await import('./write/xlsx.ts')).xlsxWriter(join(target, 'kyoyaku.xlsx'), shapes),
}

export interface Exported {
  paths: string[]
  /** How many rows each table has. */
  rows: Record<string, number>
  /** Texts that are longer than a cell of a workbook and end in … there. */
  cutTexts: number
}

/**
 * Writes the data set of a folder as tables below `target`. The folder may be in use by a run: what is in it by now counts.
 * @throws {TooManyRowsError} where a workbook would not open
 */
export async function exportTables(folder: string, format: ExportFormat, target: string): Promise<Exported> {
  const writer = await writers[format](target, tableShapes)
  const rows = Object.fromEntries(tableShapes.map(({ name }) => [name, 0]))
  try {
    for await (const group of rowsOfFolder(folder)) {
      await writer.add(group.table, group.rows)
      rows[group.table] = (rows[group.table] ?? 0) + group.rows.length
    }
    return { paths: await writer.end(), rows, cutTexts: writer.cutTexts?.() ?? 0 }
  } catch (error) {
    await writer.abandon()
    throw error
  }
}
