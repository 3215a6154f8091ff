import { type Source, type TablesResult, tables } from '@kyoyaku/core'
import type { Engine } from '../engine.ts'
import { csvOf, htmlOf, type TableFormat } from '../table-format.ts'
import type { Terminal } from '../terminal.ts'
import { eachSource } from './each-source.ts'

const printed: Record<TableFormat, (result: TablesResult, title: string) => string> = {
  json: (result) => `${JSON.stringify(result, undefined, 2)}\n`,
  csv: csvOf,
  html: htmlOf,
}

/** `kyoyaku tables`: every table of one document. */
export function printTables(
  terminal: Terminal,
  path: string,
  format: TableFormat,
  engine: Engine | undefined,
): Promise<number> {
  const print = async (source: Source): Promise<void> =>
    terminal.write(printed[format](tables(source), source.info.name))
  return eachSource(terminal, [path], print, engine)
}
