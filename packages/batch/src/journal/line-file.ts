import { type FileHandle, open } from 'node:fs/promises'

const newline = 0x0a
const chunkSize = 1 << 20

/** Lines wait so many milliseconds for others: a sync costs as much for one line as for many. */
const groupTime = 200
/** With so many bytes waiting nobody waits any longer. */
const groupSize = 4 << 20

/** A file of lines that grows by whole lines only. */
export interface LineFile {
  /** Resolves when the lines, given in parts, are on the disk. Lines given within a moment share one write and one sync. */
  append(...parts: (string | Uint8Array)[]): Promise<void>
  /** Lets nothing wait for others. */
  flush(): Promise<void>
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

/** Every whole line of a file that exists, with the offset of its end; the buffer is valid until the next one. */
export async function* readLines(path: string): AsyncGenerator<{ line: Buffer; end: number }> {
  let handle: FileHandle
  try {
    handle = await open(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  try {
    yield* linesOf(handle)
  } finally {
    await handle.close()
  }
}

async function writeWhole(handle: FileHandle, parts: readonly Uint8Array[]): Promise<void> {
  const { bytesWritten } = await handle.writev(parts)
  const whole = parts.reduce((sum, { length }) => sum + length, 0)
  if (bytesWritten === whole) return
  // A full disk or a signal: the rest, or the error that says why.
  const rest = Buffer.concat(parts).subarray(bytesWritten)
  for (let done = 0; done < rest.length; ) done += (await handle.write(rest, done)).bytesWritten
}

/**
 * Opens a file to append to, after visiting its lines; a line that a killed process left half written is cut off.
 * `visitor` is asked once, for the first line.
 */
export async function openLineFile(path: string, visitor: () => Promise<(line: Buffer) => void>): Promise<LineFile> {
  const handle = await open(path, 'a+')
  let whole = 0
  let visit: ((line: Buffer) => void) | undefined
  for await (const { line, end } of linesOf(handle)) {
    visit ??= await visitor()
    visit(line)
    whole = end
  }
  await handle.truncate(whole)
  let waiting: Uint8Array[] = []
  let size = 0
  let group: { written: Promise<void>; go: () => void } | undefined
  let last: Promise<void> = Promise.resolve()
  const write = async (): Promise<void> => {
    const parts = waiting
    waiting = []
    size = 0
    group = undefined
    await writeWhole(handle, parts)
    await handle.datasync()
  }
  const begin = (): { written: Promise<void>; go: () => void } => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, groupTime)
    const go = (): void => {
      clearTimeout(timer)
      resolve()
    }
    // A failed write fails every later one too: after it nobody knows what the file holds.
    last = Promise.all([last, promise]).then(write)
    last.catch(() => {})
    return { written: last, go }
  }
  const flush = async (): Promise<void> => {
    group?.go()
    await last
  }
  return {
    append: (...parts) => {
      for (const part of parts) {
        const bytes = typeof part === 'string' ? Buffer.from(part) : part
        waiting.push(bytes)
        size += bytes.length
      }
      group ??= begin()
      if (size >= groupSize) group.go()
      return group.written
    },
    flush,
    close: async () => {
      await flush().catch(() => {})
      await handle.close()
    },
  }
}
