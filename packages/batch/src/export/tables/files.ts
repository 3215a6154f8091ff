import type { JournalIndex } from '../../journal/journal.ts'
import { type Column, integer, type Row, text } from '../column.ts'

export const fileColumns: readonly Column[] = [
  text('path', 'the file, members of archives as archive.zip!/name'),
  text('status', 'done, same (the contents of another file, whose rows serve for both) or failed'),
  text('file', 'hash, as in the column document before the dash'),
  text('reason', 'why it failed'),
  text('message', 'what was seen'),
  integer('attempts', 'how often it was tried, where it failed'),
]

/** A row for every path that a journal knows, in order. */
export function* fileRows({ paths }: JournalIndex): Generator<Row> {
  for (const [path, state] of [...paths].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const row = { path, status: state.status, file: fileId(state.sha256) || undefined }
    if (state.status !== 'failed') yield row
    else {
      const { reason, message, attempts } = state.failure
      yield { ...row, reason, message: message || undefined, attempts }
    }
  }
}

/** Characters of a file's hash that tell it from all others of a data set. */
const idLength = 16
export const fileId = (sha256: string): string => sha256.slice(0, idLength)
