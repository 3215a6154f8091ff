import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { faultOf } from '../pool/fault.ts'
import type { DocumentPlace } from '../schema/task.ts'
import { listMembers } from './archive.ts'
import type { ListedFile } from './files.ts'
import type { Refusal } from './refusal.ts'

const archiveName = /\.zip$/iu
const zipMagic = Buffer.from('PK')

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

async function* placesInArchive(archive: string): AsyncGenerator<DocumentPlace | Refusal> {
  try {
    for await (const member of listMembers(archive)) {
      if (!('place' in member)) yield member
      else yield { path: member.path, file: archive, name: member.name, member: member.place }
    }
  } catch (error) {
    yield { path: archive, ...faultOf(error) }
  }
}

/** Where the documents of files lie, archives opened; or why there is none. */
export async function* placesOf(files: AsyncIterable<ListedFile>): AsyncGenerator<DocumentPlace | Refusal> {
  for await (const file of files) {
    if ('reason' in file) yield file
    else if (await isArchive(file.path)) yield* placesInArchive(file.path)
    else yield { path: file.path, file: file.path, name: basename(file.path) }
  }
}
