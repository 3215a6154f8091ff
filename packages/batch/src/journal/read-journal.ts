import { join } from 'node:path'
import { type JournalLine, journalLine, type ResultHead, resultHead } from '../schema/outcome.ts'
import { addJournalLine, addResult, emptyIndex, type JournalIndex, journalName, resultsName, seam } from './journal.ts'
import { readLines } from './line-file.ts'

// A module of its own: a run that begins has nothing to read, and is spared the validation of lines.

const closing = 0x7d

/** The head of a line of results.ndjson; undefined where the line is damaged. The result itself is not parsed. */
export function headOf(line: Buffer): ResultHead | undefined {
  const end = line.indexOf(seam)
  // The end of the result, and that of the line.
  if (end < 0 || line.at(-1) !== closing || line.at(-2) !== closing) return undefined
  try {
    return resultHead.safeParse(JSON.parse(`${line.toString('utf8', 0, end)}}`)).data
  } catch {
    return undefined
  }
}

/** A line of journal.ndjson; undefined where it is damaged. */
export function journalLineOf(line: Buffer): JournalLine | undefined {
  try {
    return journalLine.safeParse(JSON.parse(line.toString())).data
  } catch {
    return undefined
  }
}

/** Takes a line into an index. */
export type VisitLine = (index: JournalIndex, line: Buffer) => void

export const visitResult: VisitLine = (index, line) => {
  const head = headOf(line)
  if (head) addResult(index, head)
  else index.damagedLines++
}

export const visitJournal: VisitLine = (index, line) => {
  const read = journalLineOf(line)
  if (read) addJournalLine(index, read)
  else index.damagedLines++
}

/** Reads the journal of a folder without opening it for writing. Results come first: a key done is not failed. */
export async function readJournal(folder: string): Promise<JournalIndex> {
  const index = emptyIndex()
  for await (const { line } of readLines(join(folder, resultsName))) visitResult(index, line)
  for await (const { line } of readLines(join(folder, journalName))) visitJournal(index, line)
  return index
}
