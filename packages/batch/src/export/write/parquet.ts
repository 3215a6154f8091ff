import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type BasicType, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { fileWriter } from 'hyparquet-writer/src/node.js'
import type { Column, ColumnType, Row, Value } from '../column.ts'
import type { TableShape } from '../rows.ts'
import { partOf, refuseFolder, type TableWriter } from './writer.ts'

const types: Record<ColumnType, BasicType> = { text: 'STRING', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' }

/** Rows of a row group, which are held at a time, of every table: a megabyte or two of text, enough to be packed well. */
const groupRows = 4000

const pathOf = (folder: string, table: string): string => join(folder, `${table}.parquet`)

const columnData = (columns: readonly Column[], rows: readonly Row[]) =>
  columns.map(({ name, type }) => ({
    name,
    type: types[type],
    nullable: true,
    data: rows.map((row) => row[name] ?? null) as (Value | null)[],
  }))

interface ParquetFile {
  writer: ParquetWriter
  columns: readonly Column[]
  rows: Row[]
}

/** A Parquet file a table in a folder; what the columns mean stands in the metadata under `columns`. */
export async function parquetWriter(folder: string, shapes: readonly TableShape[]): Promise<TableWriter> {
  await mkdir(folder, { recursive: true })
  const open = new Map<string, ParquetFile>()
  const abandon = async (): Promise<void> => {
    for (const name of open.keys()) await rm(partOf(pathOf(folder, name)), { force: true })
  }
  try {
    for (const { name, columns } of shapes) {
      await refuseFolder(pathOf(folder, name))
      const writer = new ParquetWriter({
        writer: fileWriter(partOf(pathOf(folder, name))),
        schema: schemaFromColumnData({ columnData: columnData(columns, []) }),
        kvMetadata: [{ key: 'columns', value: JSON.stringify(columns) }],
        createdBy: 'kyoyaku',
      })
      open.set(name, { writer, columns, rows: [] })
    }
  } catch (error) {
    await abandon()
    throw error
  }
  const flush = async (table: ParquetFile): Promise<void> => {
    const rows = table.rows.splice(0)
    await table.writer.write({ columnData: columnData(table.columns, rows), rowGroupSize: groupRows })
  }
  return {
    add: async (name, rows) => {
      const table = open.get(name)
      if (!table) return
      for (const row of rows) table.rows.push(row)
      if (table.rows.length >= groupRows) await flush(table)
    },
    end: async () => {
      const paths: string[] = []
      for (const [name, table] of open) {
        if (table.rows.length > 0) await flush(table)
        await table.writer.finish()
        const path = pathOf(folder, name)
        await rename(partOf(path), path)
        paths.push(path)
      }
      return paths
    },
    abandon,
  }
}
