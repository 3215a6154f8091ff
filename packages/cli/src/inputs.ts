import { closeSync, createReadStream, fstatSync, openSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { formatOf, type Source, sizeLimit, UnreadableError } from '@kyoyaku/core'
import { standardInput } from './command-line.ts'
import { notImage, notRecognised } from './faults.ts'
import { type ReadOptions, readerOf, readOcr } from './readers.ts'

const standardInputName = 'stdin'
/** What can have been recognised elsewhere. */
const pageImageFormats: ReadonlySet<string> = new Set(['pdf', 'png', 'jpeg', 'tiff'])

/** Whole documents are needed before anything is understood, so the limit stands against endless pipes too. */
async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > sizeLimit) throw new UnreadableError('too-large', { limit: sizeLimit })
    parts.push(chunk)
  }
  return parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts, size)
}

/** Files are read at once: nothing else waits to be done, and what reads them meanwhile takes longer to load than they do. */
async function bytesOfFile(path: string): Promise<Uint8Array> {
  const file = openSync(path, 'r')
  try {
    const stat = fstatSync(file)
    if (stat.size > sizeLimit) throw new UnreadableError('too-large', { size: stat.size, limit: sizeLimit })
    // Pipes and devices have no size and may have no end.
    if (stat.isFile() || stat.isDirectory()) return readFileSync(file)
    return await bytesOf(createReadStream(path, { fd: file, autoClose: false }))
  } finally {
    closeSync(file)
  }
}

const contentsOf = async (path: string): Promise<{ bytes: Uint8Array; name: string }> => {
  const isInput = path === standardInput
  const bytes = isInput ? await bytesOf(process.stdin) : await bytesOfFile(path)
  if (bytes.length === 0) throw new UnreadableError('empty')
  return { bytes, name: isInput ? standardInputName : basename(path) }
}

/**
 * What another program recognised, as a file name of the command line.
 * @throws {UnreadableError} for anything else; errors of the file system as Node gives them
 */
export async function ocrSourceOf(path: string): Promise<Source> {
  const { bytes, name } = await contentsOf(path)
  try {
    return await readOcr(bytes, name)
  } catch (error) {
    const other = error instanceof UnreadableError && error.code === 'unsupported'
    throw other ? Object.assign(new Error(path), { code: notRecognised }) : error
  }
}

/**
 * The source that a file name of the command line stands for.
 * @throws {UnreadableError} for contents that are no text; errors of the file system as Node gives them
 */
export async function sourceOf(path: string, options: ReadOptions = {}): Promise<Source> {
  const { bytes, name } = await contentsOf(path)
  const format = formatOf(bytes)
  if (options.told && !pageImageFormats.has(format)) throw Object.assign(new Error(path), { code: notImage })
  return readerOf(format)(bytes, name, options)
}
