import { basename, dirname, extname, relative, resolve, sep } from 'node:path'
import { standardInput } from './inputs.ts'

const stemOf = (path: string): string => (path === standardInput ? 'stdin' : basename(path, extname(path)))

/** Bytes of UTF-8 that a name may take, below the 255 of common file systems so that numbers and endings still fit. */
const nameLimit = 200

/** A text of a document as part of a file name on any system. */
export function safeName(text: string): string {
  let name = ''
  let size = 0
  for (const c of text.replace(/[\s\p{C}\\/:*?"<>|]+/gu, ' ').trim()) {
    size += Buffer.byteLength(c)
    if (size > nameLimit) break
    name += c
  }
  return name.replace(/^\.+|[. ]+$/gu, '')
}

/** The folder that holds all the files. */
function folderOf(paths: readonly string[]): string {
  const [first = [], ...rest] = paths.map((path) => dirname(resolve(path)).split(sep))
  const same = first.findIndex((part, i) => rest.some((parts) => parts[i] !== part))
  return (same < 0 ? first : first.slice(0, same)).join(sep) || sep
}

/**
 * The name of every file's result. Files that share a name keep their folders and extensions, so that no result
 * overwrites another: `a/協約.txt` and `b/協約.txt` become `a/協約.txt.json` and `b/協約.txt.json`.
 */
export function outputNames(paths: readonly string[], extension: string): Map<string, string> {
  const distinct = [...new Set(paths)]
  const byStem = Map.groupBy(distinct, (path) => stemOf(path).toLowerCase())
  const folder = folderOf(distinct.filter((path) => path !== standardInput))
  return new Map(
    distinct.map((path) => {
      const alone = byStem.get(stemOf(path).toLowerCase())?.length === 1
      return [path, (alone || path === standardInput ? stemOf(path) : relative(folder, resolve(path))) + extension]
    }),
  )
}
