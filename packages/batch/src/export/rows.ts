import type { ParseResult } from '@kyoyaku/core'
import { readJournal } from '../journal/read-journal.ts'
import { resultsOfFolder } from '../journal/results.ts'
import type { Column, Row } from './column.ts'
import { codesFor } from './municipality-codes.ts'
import type { Subject, Table } from './table.ts'
import { articles } from './tables/articles.ts'
import { diagnosticColumns, diagnosticRows } from './tables/diagnostics.ts'
import { documents } from './tables/documents.ts'
import { fileColumns, fileId, fileRows } from './tables/files.ts'
import { indicators } from './tables/indicators.ts'
import { initiatives, roles } from './tables/initiatives.ts'
import { participation } from './tables/participation.ts'
import { parties } from './tables/parties.ts'
import { budgets, funding, projects, spending } from './tables/projects.ts'

const documentTables: readonly Table[] = [
  documents,
  parties,
  articles,
  initiatives,
  roles,
  projects,
  participation,
  budgets,
  spending,
  funding,
  indicators,
]

export interface TableShape {
  name: string
  about: string
  columns: readonly Column[]
}

/** All tables of a data set, in the order in which they are written. */
export const tableShapes: readonly TableShape[] = [
  ...documentTables.map(({ name, about, columns }) => ({ name, about, columns })),
  { name: 'diagnostics', about: 'one row a diagnostic', columns: diagnosticColumns },
  { name: 'files', about: 'one row a file that was given, failed ones and copies too', columns: fileColumns },
]

/** Rows of one table, as they come out of one file. */
export interface RowGroup {
  table: string
  rows: Row[]
}

/** Rows of files are given in groups of so many: there may be as many as files. */
const filesAtOnce = 1000

function* groupsOf(result: ParseResult, path: string): Generator<RowGroup> {
  const file = fileId(result.source.sha256)
  for (const [i, document] of result.documents.entries()) {
    const subject: Subject = { result, document, id: `${file}-${i + 1}`, path, codeOf: codesFor(document) }
    for (const table of documentTables) yield { table: table.name, rows: [...table.rows(subject)] }
  }
  yield { table: 'diagnostics', rows: [...diagnosticRows(result, file, path)] }
}

/**
 * Every row of a folder's data set, file by file, in no more memory than one result takes. Of a file that was read
 * more than once the last reading counts; contents that lie in several files are given once.
 */
export async function* rowsOfFolder(folder: string): AsyncGenerator<RowGroup> {
  const index = await readJournal(folder)
  for await (const { path, result } of resultsOfFolder(folder, { index })) yield* groupsOf(result, path)
  let rows: Row[] = []
  for (const row of fileRows(index)) {
    if (rows.push(row) < filesAtOnce) continue
    yield { table: 'files', rows }
    rows = []
  }
  if (rows.length > 0) yield { table: 'files', rows }
}
