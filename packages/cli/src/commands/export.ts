import { existsSync } from 'node:fs'
import { access } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { resultsName } from '@kyoyaku/batch'
import { type ExportFormat, exportFormats, exportTables, TooManyRowsError } from '@kyoyaku/batch/export'
import type { CommandLine } from '../command-line.ts'
import { failedStatus } from '../exit-status.ts'
import { faultLine } from '../faults.ts'
import { say, type Words } from '../locale.ts'
import type { Terminal } from '../terminal.ts'
import { quoted } from './batch-words.ts'
import { keepHeapSmall } from './small-heap.ts'

const words = {
  noFormat: {
    ja: 'kyoyaku: --to で形式を指定してください（{names}）',
    en: 'kyoyaku: --to is missing; the formats are {names}',
  },
  noResults: {
    ja: 'kyoyaku: {dir}: 読み取った結果がありません。先に kyoyaku batch PATH... -o {name} で読み取ってください',
    en: 'kyoyaku: {dir}: holds no results; read documents into it first with kyoyaku batch PATH... -o {name}',
  },
  tooMany: {
    ja: 'kyoyaku: {dir}: 表 {table} の行が多すぎて Excel では開けません。--to parquet か --to sqlite を使ってください',
    en: 'kyoyaku: {dir}: the table {table} has more rows than a workbook takes; use --to parquet or --to sqlite',
  },
  written: { ja: '{path} を書きました', en: 'wrote {path}' },
  rows: { ja: '行数: {list}', en: 'rows: {list}' },
} as const satisfies Record<string, Words>

const isExportFormat = (value: string | undefined): value is ExportFormat =>
  exportFormats.some((format) => format === value)

/** `kyoyaku export`: the results of a batch as tables. */
export async function exportFolder(terminal: Terminal, dir: string, values: CommandLine['values']): Promise<number> {
  keepHeapSmall()
  const { locale } = terminal
  if (!isExportFormat(values.to)) {
    terminal.tell(say(words.noFormat, locale, { names: exportFormats.join(', ') }))
    return failedStatus
  }
  try {
    await access(dir)
    if (!existsSync(join(dir, resultsName))) {
      terminal.tell(say(words.noResults, locale, { dir, name: quoted(dir) }))
      return failedStatus
    }
    const { paths, rows } = await exportTables(dir, values.to, values.output ?? join(dir, 'export'))
    for (const path of paths) terminal.tell(say(words.written, locale, { path: relative('.', path) || path }))
    const list = Object.entries(rows).map(([table, n]) => `${table} ${n}`)
    terminal.tell(say(words.rows, locale, { list: list.join(', ') }))
    return 0
  } catch (error) {
    terminal.tell(
      error instanceof TooManyRowsError
        ? say(words.tooMany, locale, { dir, table: error.message })
        : faultLine(dir, error, locale),
    )
    return failedStatus
  }
}
