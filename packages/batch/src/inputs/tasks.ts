import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sizeLimit } from '@kyoyaku/core/unreadable'
import { faultOf, RefusedError } from '../pool/fault.ts'
import { taskKey } from '../queue/task-key.ts'
import type { DocumentPlace, Task } from '../schema/task.ts'
import { memberChunks } from './archive.ts'
import type { ListedFile } from './files.ts'
import { matchOcr, type OcrMatches, ocrFilesIn } from './ocr-files.ts'
import { placesOf } from './places.ts'
import type { Refusal } from './refusal.ts'

export type Offered = { task: Task } | { refusal: Refusal }

const readSize = 1 << 18

/** One buffer for all files, which are hashed one after the other: a new one each keeps the collector of garbage busy. */
const buffer = Buffer.allocUnsafeSlow(readSize)

/** The bytes of a small file, read at once: handing it to another thread four times takes a multiple of the time. */
function smallFile(path: string): Uint8Array | undefined {
  const stat = statSync(path)
  // It may never end, and who reads it later finds it empty.
  if (!stat.isFile()) throw new RefusedError('refused', 'a pipe or a device')
  if (stat.size >= readSize) return undefined
  const file = openSync(path, 'r')
  try {
    const length = readSync(file, buffer, 0, readSize, 0)
    return length < readSize ? buffer.subarray(0, length) : undefined
  } finally {
    closeSync(file)
  }
}

/** The bytes of a file; each chunk is valid until the next. */
async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  const small = smallFile(path)
  if (small) {
    yield small
    // On a slow disk many of them take long together: what else there is to do comes between.
    await nextTurn()
    return
  }
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size > sizeLimit) throw new RefusedError('too-large', `${size} bytes`)
    for (let position = 0; ; ) {
      const { bytesRead } = await file.read(buffer, 0, readSize, position)
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead)
      position += bytesRead
      // A short read of a regular file is its end.
      if (bytesRead < readSize && position >= size) return
    }
  } finally {
    await file.close()
  }
}

async function hashOf(chunks: AsyncIterable<Uint8Array>): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of chunks) {
    hash.update(chunk)
    size += chunk.length
  }
  return { sha256: hash.digest('hex'), size }
}

/** What a result depends on besides the contents. */
export interface Pipeline {
  /** The program and its version. */
  version: string
  locale: Task['locale']
}

/** The pipeline as it stands in keys and in lines of the journal. */
export const pipelineName = ({ version, locale }: Pipeline): string => `${version} ${locale}`

const chunksOf = ({ file, member }: DocumentPlace): AsyncIterable<Uint8Array> =>
  member ? memberChunks(file, member) : fileChunks(file)

async function taskOf(place: DocumentPlace, pipeline: Pipeline, ocr?: DocumentPlace): Promise<Offered> {
  const { path } = place
  try {
    const { sha256, size } = await hashOf(chunksOf(place))
    const { locale } = pipeline
    const told = ocr && { ...ocr, sha256: (await hashOf(chunksOf(ocr))).sha256 }
    const key = taskKey(told ? `${sha256} ${told.sha256}` : sha256, pipelineName(pipeline))
    return { task: { ...place, key, sha256, size, locale, ...(told ? { ocr: told } : {}) } }
  } catch (error) {
    return { refusal: { path, ...faultOf(error) } }
  }
}

/** Where the characters of documents lie, and who is told what was found there. */
export interface OcrFolder {
  folder: string
  tell: (matches: OcrMatches) => void
}

/** The files of operands as tasks, archives opened, each with the hash of its contents; or why it is none. */
export async function* tasksOf(
  files: AsyncIterable<ListedFile>,
  pipeline: Pipeline,
  ocr?: OcrFolder,
): AsyncGenerator<Offered> {
  if (!ocr) {
    for await (const place of placesOf(files)) yield 'reason' in place ? { refusal: place } : taskOf(place, pipeline)
    return
  }
  // Whose characters a file has is seen among all documents.
  const places: (DocumentPlace | Refusal)[] = []
  for await (const place of placesOf(files)) places.push(place)
  const documents = places.filter((place): place is DocumentPlace => !('reason' in place))
  const matches = matchOcr(documents, await ocrFilesIn(ocr.folder))
  ocr.tell(matches)
  const apart = new Set([...matches.taken.values()].map(({ path }) => path))
  for (const place of places) {
    const { path } = place
    const doubt = matches.doubtful.get(path)
    if ('reason' in place) yield { refusal: place }
    else if (doubt !== undefined) yield { refusal: { path, reason: 'ocr', message: doubt } }
    else if (!apart.has(path)) yield taskOf(place, pipeline, matches.taken.get(path))
  }
}
