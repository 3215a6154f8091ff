import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Value } from '../column.ts'
import type { TableShape } from '../rows.ts'
import { partOf, type TableWriter } from './writer.ts'

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

/** A CSV file a table (UTF-8 with byte order mark, RFC 4180) in a folder. */
export async function csvWriter(folder: string, shapes: readonly TableShape[]): Promise<TableWriter> {
  await mkdir(folder, { recursive: true })
  const open = new Map<string, { stream: WriteStream; names: string[] }>()
  for (const { name, columns } of shapes) {
    const stream = createWriteStream(partOf(pathOf(folder, name)))
    stream.write(byteOrderMark + csvLine(columns.map((column) => column.name)))
    open.set(name, { stream, names: columns.map((column) => column.name) })
  }
  return {
    add: async (table, rows) => {
      const file = open.get(table)
      if (!file || rows.length === 0) return
      const text = rows.map((row) => csvLine(file.names.map((name) => row[name]))).join('')
      if (!file.stream.write(text)) await new Promise<void>((resolve) => file.stream.once('drain', resolve))
    },
    end: async () => {
      const paths: string[] = []
      for (const [table, { stream }] of open) {
        stream.end()
        await finished(stream)
        const path = pathOf(folder, table)
        await rename(partOf(path), path)
        paths.push(path)
      }
      return paths
    },
    abandon: async () => {
      for (const [table, { stream }] of open) {
        stream.destroy()
        await rm(partOf(pathOf(folder, table)), { force: true })
      }
    },
  }
}
