import type { ParseResult } from '@kyoyaku/core'
import { type Column, type Row, text } from '../column.ts'
import { placeColumns, placeOf } from '../place-columns.ts'

/** Diagnostics are of a file: which of its documents they are about is not always to be told. */
export const diagnosticColumns: readonly Column[] = [
  text('file', 'hash of the file, as in the column document before the dash'),
  text('path', 'the file, members of archives as archive.zip!/name'),
  text('code', 'code, as the documentation of @kyoyaku/core lists it'),
  text('severity', 'error, warning or info'),
  text('message', 'the words for a person'),
  text('data', 'what it is about, as JSON'),
  ...placeColumns,
]

export function* diagnosticRows({ diagnostics }: ParseResult, file: string, path: string): Generator<Row> {
  for (const { code, severity, message, data, at } of diagnostics)
    yield { file, path, code, severity, message, data: data && JSON.stringify(data), ...placeOf(at) }
}
