import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sizeLimit } from '@kyoyaku/core/unreadable'
import { faultOf, RefusedError } from '../pool/fault.ts'
import { taskKey } from '../queue/task-key.ts'
import type { MemberPlace, Task } from '../schema/task.ts'
import { listMembers, memberChunks } from './archive.ts'
import type { ListedFile } from './files.ts'
import type { Refusal } from './refusal.ts'

export type Offered = { task: Task } | { refusal: Refusal }

const archiveName = /\.zip$/iu
const zipMagic = Buffer.from('PK')
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

async function taskOf(
  source: { path: string; file: string; name: string; member?: MemberPlace },
  pipeline: Pipeline,
): Promise<Offered> {
  const { path, file, member } = source
  try {
    const { sha256, size } = await hashOf(member ? memberChunks(file, member) : fileChunks(file))
    const { locale } = pipeline
    return { task: { ...source, key: taskKey(sha256, pipelineName(pipeline)), sha256, size, locale } }
  } catch (error) {
    return { refusal: { path, ...faultOf(error) } }
  }
}

/** Whether a file is an archive of documents. Office documents are archives too, but bear other names. */
async function isArchive(path: string): Promise<boolean> {
  if (!archiveName.test(path)) return false
  try {
    if (!statSync(path).isFile()) return false
    const file = await open(path)
    try {
      const { buffer } = await file.read(Buffer.alloc(zipMagic.length), 0, zipMagic.length, 0)
      return buffer.equals(zipMagic)
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}

async function* tasksOfArchive(archive: string, pipeline: Pipeline): AsyncGenerator<Offered> {
  try {
    for await (const member of listMembers(archive)) {
      if (!('place' in member)) yield { refusal: member }
      else {
        const { path, name, place } = member
        yield taskOf({ path, file: archive, name, member: place }, pipeline)
      }
    }
  } catch (error) {
    yield { refusal: { path: archive, ...faultOf(error) } }
  }
}

/** The files of operands as tasks, archives opened, each with the hash of its contents; or why it is none. */
export async function* tasksOf(files: AsyncIterable<ListedFile>, pipeline: Pipeline): AsyncGenerator<Offered> {
  for await (const file of files) {
    if ('reason' in file) yield { refusal: file }
    else if (await isArchive(file.path)) yield* tasksOfArchive(file.path, pipeline)
    else yield taskOf({ path: file.path, file: file.path, name: basename(file.path) }, pipeline)
  }
}
