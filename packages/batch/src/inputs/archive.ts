import type { Readable } from 'node:stream'
import { sizeLimit } from '@kyoyaku/core/unreadable'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { faultOf, RefusedError } from '../pool/fault.ts'
import type { MemberPlace } from '../schema/task.ts'
import type { Refusal } from './refusal.ts'

/** Bounds of an archive: a prefecture's documents fit into it, a bomb does not. */
const archiveLimits = {
  members: 100_000,
  /** Bytes of all members together. */
  total: 16 * 2 ** 30,
  /** Text deflates to a twentieth, forms with much white to a fiftieth; above this, and not small, it is a bomb. */
  ratio: 200,
  ratioFrom: 2 ** 24,
} as const

/** Between the path of an archive and the name of a member. */
const memberSeparator = '!/'

const unixLink = 0xa000
const unixKind = 0xf000
const stored = 0
const deflated = 8

const options = { lazyEntries: true, decodeStrings: false, autoClose: false, validateEntrySizes: true } as const

/** Windows writes names in its own encoding and says nothing about it. */
function nameOf(entry: Entry): string {
  const bytes = entry.fileName as unknown as Uint8Array
  const encodings = entry.generalPurposeBitFlag & 0x800 ? ['utf-8'] : ['utf-8', 'shift_jis']
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes).replaceAll('\\', '/')
    } catch {}
  }
  return Buffer.from(bytes).toString('latin1')
}

const leavesFolder = (name: string): boolean =>
  name.startsWith('/') || /^[A-Za-z]:/u.test(name) || name.split('/').includes('..') || name.includes('\0')

/** Why a member is not read; undefined where it is. Names are labels only: nothing is ever written under them. */
function refusalOf(entry: Entry, name: string): Omit<Refusal, 'path'> | undefined {
  const { compressedSize, uncompressedSize, compressionMethod } = entry
  if (leavesFolder(name)) return { reason: 'refused', message: 'its name leaves the archive' }
  if (((entry.externalFileAttributes >>> 16) & unixKind) === unixLink) return { reason: 'refused', message: 'a link' }
  if (entry.generalPurposeBitFlag & 1) return { reason: 'locked', message: 'encrypted' }
  if (compressionMethod !== stored && compressionMethod !== deflated)
    return { reason: 'unsupported', message: `compression method ${compressionMethod}` }
  if (uncompressedSize > sizeLimit) return { reason: 'too-large', message: `${uncompressedSize} bytes unpacked` }
  if (uncompressedSize > archiveLimits.ratioFrom && uncompressedSize > compressedSize * archiveLimits.ratio)
    return { reason: 'refused', message: `unpacks to ${Math.round(uncompressedSize / compressedSize)} times its size` }
  return undefined
}

export type ListedMember = { path: string; name: string; place: MemberPlace } | Refusal

/** What an archive of documents holds, each member with its place or why it is not read. Nothing is unpacked. */
export async function* listMembers(archive: string): AsyncGenerator<ListedMember> {
  const zip = await openZip(archive)
  let count = 0
  let total = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry)
      if (name.endsWith('/') || isHidden(name)) continue
      const path = `${archive}${memberSeparator}${name}`
      const refusal = refusalOf(entry, name)
      if (refusal) {
        yield { path, ...refusal }
        continue
      }
      total += entry.uncompressedSize
      if (++count > archiveLimits.members || total > archiveLimits.total)
        throw new RefusedError('refused', 'the archive holds too much')
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
      const { compressedSize, uncompressedSize: size, compressionMethod } = entry
      const place = { start: fileDataStart, compressedSize, size, deflated: compressionMethod === deflated }
      yield { path, name: name.slice(name.lastIndexOf('/') + 1), place }
    }
  } catch (error) {
    yield { path: archive, ...damaged(error) }
  } finally {
    zip.close()
  }
}

/** What the Finder and others add to an archive, and files that a folder would not show either. */
const isHidden = (name: string): boolean => name.split('/').some((part) => /^\.[^.]|^__MACOSX$/u.test(part))

/** yauzl throws plain errors where the structure of an archive is broken. */
function damaged(error: unknown): Omit<Refusal, 'path'> {
  const fault = faultOf(error)
  return fault.reason === 'failed' ? { ...fault, reason: 'damaged' } : fault
}

async function openZip(archive: string): Promise<ZipFile> {
  try {
    return await openPromise(archive, options)
  } catch (error) {
    const { reason, message } = damaged(error)
    throw new RefusedError(reason, message)
  }
}

/** Bytes of a member as they come; more than its place says are an error, so that no bomb goes off. */
export async function* memberChunks(archive: string, place: MemberPlace): AsyncGenerator<Buffer> {
  const zip = await openZip(archive)
  const { start, compressedSize, size, deflated: inflate } = place
  try {
    // The form of it that returns a promise calls the wrong function in this version.
    const stream = await new Promise<Readable>((resolve, reject) =>
      zip.openReadStreamLowLevel(start, compressedSize, 0, compressedSize, inflate, size, (error, opened) =>
        error ? reject(error) : resolve(opened),
      ),
    )
    yield* stream as AsyncIterable<Buffer>
  } catch (error) {
    const { reason, message } = damaged(error)
    throw new RefusedError(reason, message)
  } finally {
    zip.close()
  }
}
