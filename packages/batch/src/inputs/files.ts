import { glob, lstat, opendir, realpath, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { journalName, resultsName } from '../journal/journal.ts'
import { faultOf } from '../pool/fault.ts'
import type { Refusal } from './refusal.ts'

export type ListedFile = { path: string } | Refusal

const magic = /[*?[\]{}]/u

/** Files of a folder and the folders in it, in order of their names; hidden ones and links to folders are left out. */
async function* filesIn(folder: string, without: string): AsyncGenerator<ListedFile> {
  const folders: string[] = []
  const files: string[] = []
  try {
    for await (const entry of await opendir(folder)) {
      if (entry.name.startsWith('.')) continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) folders.push(path)
      else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) files.push(path)
    }
  } catch (error) {
    yield { path: folder, ...faultOf(error) }
    return
  }
  for (const path of files.sort()) yield { path }
  for (const path of folders.sort()) if (path !== without) yield* filesIn(path, without)
}

/** Links that lead nowhere stay in the list, so that they are reported. */
async function isFile(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory()
  } catch {
    return true
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch {
    return undefined
  }
}

/** What runs and exports write into the folder of the results, which may be that of the documents or among what a shell made of `*`. */
const ownNames = [
  resultsName,
  journalName,
  ...['csv', 'parquet'].map((folder) => join('export', folder) + sep),
  ...['xlsx', 'sqlite'].map((ending) => join('export', `kyoyaku.${ending}`)),
]

/**
 * The files that operands stand for: files, folders with all that is in them, and globs that the shell left alone.
 * A name that exists is taken as it is, brackets and all. `without` is the folder that results go to.
 */
export async function* listFiles(
  operands: Iterable<string> | AsyncIterable<string>,
  without: string,
): AsyncGenerator<ListedFile> {
  const output = await realpath(without).catch(() => resolve(without))
  const own = [...new Set([output, resolve(without)])].flatMap((folder) => ownNames.map((name) => join(folder, name)))
  const isOwn = (path: string): boolean =>
    own.some((name) => (name.endsWith(sep) ? path.startsWith(name) : path === name))
  const seen = new Set<string>()
  const once = (path: string): boolean => seen.size !== seen.add(path).size
  for await (const operand of operands) {
    const path = resolve(operand)
    const kind = await kindOf(path)
    const found: AsyncIterable<ListedFile> | ListedFile[] =
      kind === 'folder'
        ? filesIn(await realpath(path), output)
        : kind === 'file'
          ? [{ path }]
          : magic.test(operand)
            ? globbed(operand, output)
            : [{ path, ...(await missing(path)) }]
    for await (const file of found) if (!isOwn(file.path) && once(file.path)) yield file
  }
}

async function missing(path: string): Promise<Omit<Refusal, 'path'>> {
  try {
    await lstat(path)
    return { reason: 'missing', message: 'a link that leads nowhere' }
  } catch (error) {
    return faultOf(error)
  }
}

async function* globbed(pattern: string, without: string): AsyncGenerator<ListedFile> {
  const paths: string[] = []
  for await (const path of glob(pattern)) paths.push(resolve(path))
  paths.sort()
  if (paths.length === 0) yield { path: resolve(pattern), reason: 'missing', message: 'nothing matches' }
  for (const path of paths) {
    const kind = await kindOf(path)
    if (kind === 'folder') yield* filesIn(path, without)
    else yield { path }
  }
}
