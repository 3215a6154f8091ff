import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { noPlace, overFolder } from './faults.ts'

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code

/** What is told of a place to write to; of one to read from the same codes of the system say something else. */
const placeCodes = new Map<unknown, string>([
  ['EISDIR', overFolder],
  ['ENOENT', noPlace],
])

function ofPlace(error: unknown): unknown {
  const code = placeCodes.get(codeOf(error))
  return code === undefined ? error : Object.assign(error as Error, { code })
}

/** Makes a folder and those above it. Node's own way never ends below a folder that takes none, as /proc. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return
    const above = dirname(path)
    if (codeOf(error) !== 'ENOENT' || existsSync(above)) throw ofPlace(error)
    makeFolder(above)
    makeFolder(path)
  }
}

function writePieces(path: string, pieces: Iterable<string | Uint8Array>, mode?: number): void {
  const file = openSync(path, 'w', mode)
  try {
    for (const piece of pieces) writeFileSync(file, piece)
  } finally {
    closeSync(file)
  }
}

/**
 * Writes a file whole or not at all, with the folders above it: half a result looks like one, and the one that was
 * there stays until there is another. Devices and pipes take what comes.
 */
export function writeWhole(target: string, pieces: Iterable<string | Uint8Array>): void {
  makeFolder(dirname(target))
  const there = statSync(target, { throwIfNoEntry: false })
  try {
    if (there && !there.isFile()) {
      writePieces(target, pieces)
      return
    }
    const path = there ? realpathSync(target) : target
    const part = join(dirname(path), `.kyoyaku-${process.pid}.part`)
    try {
      writePieces(part, pieces, there?.mode)
      renameSync(part, path)
    } catch (error) {
      if (existsSync(part)) unlinkSync(part)
      throw error
    }
  } catch (error) {
    throw ofPlace(error)
  }
}
