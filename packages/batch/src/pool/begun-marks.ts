import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * How many documents a process has begun, in a file that has no name: the process writes the number before each document, and its
 * parent, whom this does not wake, reads it when the process is dead. So the document that took it along is known though
 * replies of those before it were still on their way.
 */
export interface BegunMarks {
  file: number
  count(): number
  close(): void
}

const width = 4

/** Nothing where the system's folder for temporary files takes none. */
export function openBegunMarks(): BegunMarks | undefined {
  try {
    const path = join(tmpdir(), `kyoyaku-${randomUUID()}`)
    const file = openSync(path, 'wx+', 0o600)
    unlinkSync(path)
    const mark = Buffer.alloc(width)
    return {
      file,
      count: () => (readSync(file, mark, 0, width, 0) === width ? mark.readUInt32LE() : 0),
      close: () => closeSync(file),
    }
  } catch {
    return undefined
  }
}

/** Tells with each call that one more document is begun. */
export function begunWriter(file: number): () => void {
  const mark = Buffer.alloc(width)
  let count = 0
  return () => {
    mark.writeUInt32LE(++count)
    writeSync(file, mark, 0, width, 0)
  }
}
