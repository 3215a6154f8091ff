import { readFileSync } from 'node:fs'
import { UnreadableError } from '@kyoyaku/core/unreadable'
import type { MemberPlace, Task } from '../schema/task.ts'

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
export async function taskBytes({ file, member }: Task): Promise<Uint8Array> {
  // The process has nothing else to do meanwhile: handing a file to another thread costs more than reading it.
  const bytes = member ? await bytesOfMember(file, member) : readFileSync(file)
  if (bytes.length === 0) throw new UnreadableError('empty')
  return bytes
}
