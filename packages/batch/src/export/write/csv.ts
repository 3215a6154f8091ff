import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Value } from '../column.ts'
import type { TableShape } from '../rows.ts'
import { partOf, refuseFolder, type TableWriter } from './writer.ts'

/** Spreadsheets run what begins like this as a formula, also after white space and in full width; a dash alone they do not. */
const formula = /^\s*[=+\-@＝＋－＠]\s*\S|^[\t\r]/u

/** Excel takes a file for Unicode only with this in front. */
const byteOrderMark = '\ufeff'

/** One field of RFC 4180. Text that a spreadsheet would run gets an apostrophe before it; numbers stay numbers. */
export function csvField(value: Value): string {
  if (value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const harmless = formula.test(value) ? `'${value}` : value
  return /[",\r\n']/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const csvLine = (values: readonly Value[]): string => `${values.map(csvField).join(',')}\r\n`

const pathOf = (folder: string, table: string): string => join(folder, `${table}.csv`)

/** Characters that wait to be written together. */
const waitingLimit = 1 << 16

interface CsvFile {
  path: string
  names: string[]
  handle: FileHandle
  waiting: string
}

async function flush(file: CsvFile): Promise<void> {
  const text = file.waiting
  file.waiting = ''
  await file.handle.appendFile(text)
}

/** A CSV file a table (UTF-8 with byte order mark, RFC 4180) in a folder. */
export async function csvWriter(folder: string, shapes: readonly TableShape[]): Promise<TableWriter> {
  await mkdir(folder, { recursive: true })
  const files = new Map<string, CsvFile>()
  const abandon = async (): Promise<void> => {
    for (const { handle, path } of files.values()) {
      await handle.close()
      await rm(partOf(path), { force: true })
    }
  }
  try {
    for (const { name, columns } of shapes) {
      const path = pathOf(folder, name)
      await refuseFolder(path)
      const names = columns.map((column) => column.name)
      files.set(name, { path, names, handle: await open(partOf(path), 'w'), waiting: byteOrderMark + csvLine(names) })
    }
  } catch (error) {
    await abandon()
    throw error
  }
  return {
    add: async (table, rows) => {
      const file = files.get(table)
      if (!file) return
      for (const row of rows) file.waiting += csvLine(file.names.map((name) => row[name]))
      if (file.waiting.length > waitingLimit) await flush(file)
    },
    end: async () => {
      for (const file of files.values()) await flush(file)
      for (const { handle, path } of files.values()) {
        await handle.close()
        await rename(partOf(path), path)
      }
      return [...files.values()].map(({ path }) => path)
    },
    abandon,
  }
}
