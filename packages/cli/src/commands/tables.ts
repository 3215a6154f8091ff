import { type TablesResult, tables } from '@kyoyaku/core'
import { csvOf, htmlOf, type TableFormat } from '../table-format.ts'
import type { Terminal } from '../terminal.ts'
import { eachSource } from './each-source.ts'

const printed: Record<TableFormat, (result: TablesResult, title: string) => string> = {
  json: (result) => `${JSON.stringify(result, undefined, 2)}\n`,
  csv: csvOf,
  html: htmlOf,
}

/** `kyoyaku tables`: every table of one document. */
export function printTables(terminal: Terminal, path: string, format: TableFormat): Promise<number> {
  return eachSource(terminal, [path], async (source) => {
    await terminal.write(printed[format](tables(source), source.info.name))
  })
}
