import { readFile } from 'node:fs/promises'
import { UnreadableError } from '@kyoyaku/core'
import type { Task } from '../schema/task.ts'
import { memberChunks } from './archive.ts'

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

/**
 * The contents of a task's file or member.
 * @throws {RefusedError} for damaged archives; errors of the file system as Node gives them
 */
export async function taskBytes({ file, member }: Task): Promise<Uint8Array> {
  const bytes = member ? await joined(memberChunks(file, member)) : await readFile(file)
  if (bytes.length === 0) throw new UnreadableError('empty')
  return bytes
}
