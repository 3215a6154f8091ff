import type { Document, ParseResult } from '@kyoyaku/core'
import { type Column, type Row, text } from './column.ts'
import type { CodeOf } from './municipality-codes.ts'
import { documentColumns, placeColumns } from './place-columns.ts'

/** One document of a result, for the tables to take their rows from. */
export interface Subject {
  result: ParseResult
  document: Document
  /** Stands in the column `document` of every table. */
  id: string
  path: string
  codeOf: CodeOf
}

export interface Table {
  name: string
  about: string
  columns: readonly Column[]
  rows(subject: Subject): Iterable<Row>
}

/** A table whose rows are of documents: which document and where in it are columns of all of them. */
export function documentTable(
  name: string,
  about: string,
  columns: readonly Column[],
  rows: (subject: Subject) => Iterable<Row>,
): Table {
  return {
    name,
    about,
    columns: [...documentColumns, ...columns, ...placeColumns],
    *rows(subject) {
      const own = { document: subject.id, path: subject.path }
      for (const row of rows(subject)) yield { ...own, ...row }
    },
  }
}

export const projectColumns: readonly Column[] = [
  text('project', 'key of the project in the table projects'),
  text('project_title', 'its title'),
]
