import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import { standardInput } from './command-line.ts'

const stemOf = (path: string): string => (path === standardInput ? 'stdin' : basename(path, extname(path)))

/** Bytes of UTF-8 that common file systems allow in a name; a text cut to the second has room for numbers and endings. */
const nameLimit = 255
const cutLimit = 200

/** A text cut where a name becomes too long for a file system. */
function cut(text: string): string {
  if (Buffer.byteLength(text) <= cutLimit) return text
  let kept = ''
  let size = 0
  for (const c of text) {
    size += Buffer.byteLength(c)
    if (size > cutLimit) break
    kept += c
  }
  return kept
}

/** A text of a document as part of a file name on any system. */
export const safeName = (text: string): string =>
  cut(text.replace(/[\s\p{C}\\/:*?"<>|]+/gu, ' ').trim()).replace(/^\.+|[. ]+$/gu, '')

/** A path whose last name is short enough for its extension; a hash keeps apart what was cut to the same. */
function fitting(path: string, extension: string): string {
  const name = basename(path)
  if (Buffer.byteLength(name + extension) <= nameLimit) return path + extension
  // Loaded here alone: it takes longer than most of what a short run does.
  const { createHash } = process.getBuiltinModule('node:crypto')
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return join(dirname(path), `${cut(name)}-${hash}${extension}`)
}

/** The folder that holds all the files. */
function folderOf(paths: readonly string[]): string {
  const [first = [], ...rest] = paths.map((path) => dirname(resolve(path)).split(sep))
  const same = first.findIndex((part, i) => rest.some((parts) => parts[i] !== part))
  return (same < 0 ? first : first.slice(0, same)).join(sep) || sep
}

/**
 * The name of every file's result. Files that share a name keep their folders and extensions, so that no result
 * overwrites another: `a/協約.txt` and `b/協約.txt` become `a/協約.txt.json` and `b/協約.txt.json`. Names that the extension
 * would make too long are cut.
 */
export function outputNames(paths: readonly string[], extension: string): Map<string, string> {
  const distinct = [...new Set(paths)]
  const byStem = Map.groupBy(distinct, (path) => stemOf(path).toLowerCase())
  const folder = folderOf(distinct.filter((path) => path !== standardInput))
  return new Map(
    distinct.map((path) => {
      const alone = byStem.get(stemOf(path).toLowerCase())?.length === 1
      const name = alone || path === standardInput ? stemOf(path) : relative(folder, resolve(path))
      return [path, fitting(name, extension)]
    }),
  )
}
