import { faultLine } from '../faults.ts'
import { keepDocuments } from '../kept-documents.ts'
import { say } from '../locale.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhole } from '../written-file.ts'
import { diffWords } from './diff-words.ts'

/** Writes a result of documents to a file, or to standard output without one. False where it could not be written. */
export async function deliver(
  terminal: Terminal,
  documents: readonly string[],
  output: string | undefined,
  contents: string | Uint8Array,
): Promise<boolean> {
  if (output === undefined) {
    await terminal.write(contents)
    return true
  }
  try {
    keepDocuments(documents)(output)
    writeWhole(output, [contents])
  } catch (error) {
    terminal.tell(faultLine(output, error, terminal.locale))
    return false
  }
  terminal.tell(say(diffWords.written, terminal.locale, { file: output }))
  return true
}
