import { constants, existsSync } from 'node:fs'
import { access, opendir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { resultsName } from '@kyoyaku/batch'
import {
  DamagedResultError,
  type ExportFormat,
  exportFormats,
  exportTables,
  FolderInPlaceError,
  TooManyRowsError,
} from '@kyoyaku/batch/export'
import type { CommandLine } from '../command-line.ts'
import { failedStatus } from '../exit-status.ts'
import { faultLine } from '../faults.ts'
import { say, type Words } from '../locale.ts'
import { oneLine } from '../one-line.ts'
import type { Terminal } from '../terminal.ts'
import { makeFolder } from '../written-file.ts'
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
  damaged: {
    ja: 'kyoyaku: {file}: {path} の行が壊れています。その行を消して kyoyaku batch で読み取り直してください',
    en: 'kyoyaku: {file}: the line of {path} is damaged; take it out and read it again with kyoyaku batch',
  },
  folderInPlace: {
    ja: 'kyoyaku: {path}: 同じ名前のフォルダーがあります。そのフォルダーの名前を変えるか、-o に別のフォルダーを指定してください',
    en: 'kyoyaku: {path}: a folder has this name; rename it, or name another folder with -o',
  },
  written: { ja: '{path} を書きました', en: 'wrote {path}' },
  cut: {
    ja: '{n} か所の文が Excel のセルの上限（32,767 字）を超えるため、途中で切って … を付けました。全文は --to csv・parquet・sqlite にあります',
    en: '{n} texts are longer than a cell of Excel holds (32,767 characters) and end in …; --to csv, parquet and sqlite have all of them',
  },
  rows: { ja: '行数: {list}', en: 'rows: {list}' },
} as const satisfies Record<string, Words>

const isExportFormat = (value: string | undefined): value is ExportFormat =>
  exportFormats.some((format) => format === value)

/** What an error is about: the results where it names them, as those that cannot be read, and else what is written. */
function errorPlace(error: unknown, dir: string, target: string): string {
  const path = String((error as { path?: unknown }).path ?? '')
  return path === dir || path.endsWith(resultsName) ? dir : target
}

/** `kyoyaku export`: the results of a batch as tables. */
export async function exportFolder(terminal: Terminal, dir: string, values: CommandLine['values']): Promise<number> {
  keepHeapSmall()
  const { locale } = terminal
  if (!isExportFormat(values.to)) {
    terminal.tell(say(words.noFormat, locale, { names: exportFormats.join(', ') }))
    return failedStatus
  }
  const file = join(dir, resultsName)
  const target = values.output ?? join(dir, 'export')
  try {
    // Rights that are missing, and files that are no folder, are told apart from results that are missing.
    if (existsSync(dir)) {
      await (await opendir(dir)).close()
      await access(dir, constants.R_OK | constants.X_OK)
    }
    if (!existsSync(file)) {
      terminal.tell(say(words.noResults, locale, { dir, name: quoted(dir) }))
      return failedStatus
    }
    makeFolder(target)
    const { paths, rows, cutTexts } = await exportTables(dir, values.to, target)
    for (const path of paths) terminal.tell(say(words.written, locale, { path: relative('.', path) || path }))
    if (cutTexts > 0) terminal.tell(say(words.cut, locale, { n: cutTexts }))
    const list = Object.entries(rows).map(([table, n]) => `${table} ${n}`)
    terminal.tell(say(words.rows, locale, { list: list.join(', ') }))
    return 0
  } catch (error) {
    if (error instanceof TooManyRowsError) terminal.tell(say(words.tooMany, locale, { dir, table: error.message }))
    else if (error instanceof DamagedResultError)
      terminal.tell(oneLine(say(words.damaged, locale, { file, path: error.path })))
    else if (error instanceof FolderInPlaceError)
      terminal.tell(oneLine(say(words.folderInPlace, locale, { path: relative('.', error.path) || error.path })))
    else terminal.tell(faultLine(errorPlace(error, dir, target), error, locale))
    return failedStatus
  }
}
