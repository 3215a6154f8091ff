import { type Source, type TablesResult, tables } from '@kyoyaku/core'
import type { Engine } from '../engine.ts'
import { jsonPieces } from '../json-pieces.ts'
import { say, type Words } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import { csvOf, htmlOf, type TableFormat } from '../table-format.ts'
import type { Terminal } from '../terminal.ts'
import { eachSource } from './each-source.ts'

const printed: Record<TableFormat, (result: TablesResult, title: string) => Iterable<string>> = {
  json: jsonPieces,
  csv: (result) => [csvOf(result)],
  html: (result, title) => [htmlOf(result, title)],
}

const noTable: Words = { ja: '表が見つかりません', en: 'holds no table' }

/** `kyoyaku tables`: every table of one document. */
export function printTables(
  terminal: Terminal,
  path: string,
  format: TableFormat,
  engine: Engine | undefined,
): Promise<number> {
  const print = async (source: Source): Promise<boolean> => {
    const result = tables(source)
    if (result.tables.length === 0) terminal.tell(`kyoyaku: ${oneLine(path)}: ${say(noTable, terminal.locale)}`)
    for (const piece of printed[format](result, source.info.name)) await terminal.write(piece)
    return true
  }
  return eachSource(terminal, [path], print, engine)
}
