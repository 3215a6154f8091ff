import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { UnreadableError } from '@kyoyaku/core/unreadable'
import { faultOf, RefusedError } from '../pool/fault.ts'
import type { DocumentPlace, MemberPlace, Task } from '../schema/task.ts'

async function bytesOfMember(archive: string, member: MemberPlace): Promise<Buffer> {
  // Most processes never see an archive.
  const { memberChunks } = await import('./archive.ts')
  const parts: Uint8Array[] = []
  for await (const chunk of memberChunks(archive, member)) parts.push(chunk)
  return Buffer.concat(parts)
}

/**
 * The contents of a task's file or member.
 * @throws {RefusedError} for damaged archives; errors of the file system as Node gives them
 */
export async function taskBytes({ file, member }: DocumentPlace): Promise<Uint8Array> {
  // The process has nothing else to do meanwhile: handing a file to another thread costs more than reading it.
  const bytes = member ? await bytesOfMember(file, member) : readFileSync(file)
  if (bytes.length === 0) throw new UnreadableError('empty')
  return bytes
}

/**
 * What `read` makes of the file with the characters of a task; nothing where it has none.
 * @throws {RefusedError} `ocr` with the path of the file, whatever is wrong with it; errors of disk and network as they are
 */
export async function readOcrFile<T>(
  { ocr }: Task,
  read: (bytes: Uint8Array, name: string) => Promise<T>,
): Promise<T | undefined> {
  if (!ocr) return undefined
  try {
    const bytes = await taskBytes(ocr)
    const same = createHash('sha256').update(bytes).digest('hex') === ocr.sha256
    if (!same) throw new RefusedError('changed', '')
    return await read(bytes, ocr.name)
  } catch (error) {
    const { reason } = faultOf(error)
    if (reason === 'input') throw error
    throw new RefusedError('ocr', `${ocr.path}: ${reason}`)
  }
}
