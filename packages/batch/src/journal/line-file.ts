import { type FileHandle, open } from 'node:fs/promises'

const newline = 0x0a
const chunkSize = 1 << 20

/** A file of lines that grows by whole lines only. */
export interface LineFile {
  /** Resolves when the lines are on the disk. Lines given while others are written share one write and one sync. */
  append(lines: string): Promise<void>
  close(): Promise<void>
}

/** The lines of a file from its beginning, as bytes without their ends; what follows the last line end is left out. */
async function* linesOf(handle: FileHandle): AsyncGenerator<{ line: Buffer; end: number }> {
  const chunk = Buffer.allocUnsafe(chunkSize)
  let parts: Buffer[] = []
  let position = 0
  for (;;) {
    const { bytesRead } = await handle.read(chunk, 0, chunkSize, position)
    if (bytesRead === 0) return
    let start = 0
    for (;;) {
      const end = chunk.subarray(0, bytesRead).indexOf(newline, start)
      if (end < 0) break
      const tail = chunk.subarray(start, end)
      yield { line: parts.length === 0 ? tail : Buffer.concat([...parts, tail]), end: position + end + 1 }
      parts = []
      start = end + 1
    }
    if (start < bytesRead) parts.push(Buffer.from(chunk.subarray(start, bytesRead)))
    position += bytesRead
  }
}

/** Every whole line of a file that exists; the buffer is valid until the next one. */
export async function* readLines(path: string): AsyncGenerator<Buffer> {
  let handle: FileHandle
  try {
    handle = await open(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  try {
    for await (const { line } of linesOf(handle)) yield line
  } finally {
    await handle.close()
  }
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done)).bytesWritten
}

/** Opens a file to append to, after visiting its lines; a line that a killed process left half written is cut off. */
export async function openLineFile(path: string, visit: (line: Buffer) => void): Promise<LineFile> {
  const handle = await open(path, 'a+')
  let size = 0
  for await (const { line, end } of linesOf(handle)) {
    visit(line)
    size = end
  }
  await handle.truncate(size)
  let waiting: string[] = []
  let writing: Promise<void> | undefined
  const write = async (): Promise<void> => {
    // One turn of the loop, so that what ends at the same moment is written together.
    await new Promise((resolve) => setImmediate(resolve))
    const text = waiting
    waiting = []
    writing = undefined
    for (const lines of text) await writeWhole(handle, Buffer.from(lines))
    await handle.datasync()
  }
  let last: Promise<void> = Promise.resolve()
  return {
    append: (lines) => {
      waiting.push(lines)
      if (writing === undefined) {
        // A failed write fails every later one too: after it nobody knows what the file holds.
        writing = last.then(write)
        last = writing
      }
      return writing
    },
    close: async () => {
      await last.catch(() => {})
      await handle.close()
    },
  }
}
