import type { JournalLine, ResultHead } from '../schema/outcome.ts'

export const resultsName = 'results.ndjson'
export const journalName = 'journal.ndjson'

/** Stands between the head of a line and its result. A quote inside a string is escaped, so no path can hold it. */
export const seam = ',"result":'

/** One line of results.ndjson in parts. The result is JSON already, and goes through as it is. */
export const resultLine = (head: ResultHead, json: string | Uint8Array): (string | Uint8Array)[] => [
  `${JSON.stringify(head).slice(0, -1)}${seam}`,
  json,
  '}\n',
]

/** What became of a path last. */
export type PathState =
  | { status: 'done' | 'same'; seq: number; key: string; sha256: string }
  | { status: 'failed'; seq: number; key: string; sha256: string; failure: JournalLine & { type: 'failed' } }

/** What a journal says, as the newest line about every path and key has it. */
export interface JournalIndex {
  /** Keys that have a result, with the hash of their contents. */
  done: Map<string, string>
  /** Keys whose last word is a failure. */
  failed: Map<string, JournalLine & { type: 'failed' }>
  paths: Map<string, PathState>
  lastSeq: number
  damagedLines: number
}

export const emptyIndex = (): JournalIndex => ({
  done: new Map(),
  failed: new Map(),
  paths: new Map(),
  lastSeq: 0,
  damagedLines: 0,
})

function setPath(index: JournalIndex, path: string, state: PathState): void {
  const known = index.paths.get(path)
  if (known === undefined || known.seq < state.seq) index.paths.set(path, state)
  index.lastSeq = Math.max(index.lastSeq, state.seq)
}

export function addResult(index: JournalIndex, { seq, key, path, sha256 }: ResultHead): void {
  index.done.set(key, sha256)
  index.failed.delete(key)
  setPath(index, path, { status: 'done', seq, key, sha256 })
}

export function addJournalLine(index: JournalIndex, line: JournalLine): void {
  const { seq, key, path } = line
  if (line.type === 'same') {
    setPath(index, path, { status: 'same', seq, key, sha256: index.done.get(key) ?? '' })
    return
  }
  if (!index.done.has(key)) index.failed.set(key, line)
  setPath(index, path, { status: 'failed', seq, key, sha256: line.sha256, failure: line })
}
