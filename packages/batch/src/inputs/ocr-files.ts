import { realpath } from 'node:fs/promises'
import type { DocumentPlace } from '../schema/task.ts'
import { listFiles } from './files.ts'
import { placesOf } from './places.ts'

/** What programs put behind the name of a document where they write what they recognised of it. */
const ocrEnding = /(?:\.(?:alto|page|hocr|ndlocr|ocr))?\.(?:xml|hocr|html?)$/u
/** Documents of which characters can be recognised. */
const imageEnding = /\.(?:pdf|png|jpe?g|tiff?)$/u
/** Folders into which programs put files of one format; they say nothing about the document. */
const formatFolder = /^(?:alto|page|hocr|ndlocr|xml|ocr)$/u

/** Names as they compare: some systems take them apart into letters and marks, others fold capitals. */
const partsOf = (path: string): string[] =>
  path
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\.zip!\//gu, '/')
    .split(/[\\/]/u)

interface OcrFile {
  place: DocumentPlace
  /** Name of the document, with its own ending or without. */
  document: string
  /** Folders from the one that was named down, and from the root, that say where the document lies. */
  within: string[]
  folders: string[]
}

function ocrFileOf(place: DocumentPlace, depth: number): OcrFile | undefined {
  const folders = partsOf(place.path)
  const name = folders.pop() ?? ''
  const document = name.replace(ocrEnding, '')
  if (document === name) return undefined
  const ofOneDocument = new Set([document, document.replace(imageEnding, '')])
  const says = (folder: string, i: number): boolean =>
    i < depth || !(formatFolder.test(folder) || ofOneDocument.has(folder))
  return {
    place,
    document,
    within: folders.slice(depth).filter((f, i) => says(f, i + depth)),
    folders: folders.filter(says),
  }
}

/** The files below a folder, or in an archive, that by their names hold recognised text. */
export async function ocrFilesIn(folder: string): Promise<OcrFile[]> {
  const root = await realpath(folder)
  const depth = partsOf(root.replace(/\.zip$/iu, '')).length
  const found: OcrFile[] = []
  for await (const place of placesOf(listFiles([root], root))) {
    const file = 'reason' in place ? undefined : ocrFileOf(place, depth)
    if (file) found.push(file)
  }
  return found
}

/** How many of the last names agree. */
function agreeing(a: readonly string[], b: readonly string[]): number {
  let n = 0
  while (n < a.length && n < b.length && a.at(-1 - n) === b.at(-1 - n)) n++
  return n
}

/** What became of a document: the file with its characters, why none of several is taken, or nothing that bears its name. */
export interface OcrMatches {
  taken: ReadonlyMap<string, DocumentPlace>
  doubtful: ReadonlyMap<string, string>
  /** Paths of documents for which there is none, and of files that belong to no document. */
  missing: readonly string[]
  unused: readonly string[]
}

interface Fit {
  file: OcrFile
  /** Folders that agree; half a step more for the whole name. */
  rank: number
}

/** The files that fit a document best; more than one where nothing tells which. */
function bestFits(folders: readonly string[], name: string, files: ReadonlyMap<string, OcrFile[]>): Fit[] {
  const fits = [...new Set([name, name.replace(imageEnding, '')])]
    .flatMap((document) => files.get(document) ?? [])
    .filter(({ within }) => agreeing(within, folders) === within.length)
    .map((file) => ({ file, rank: agreeing(file.folders, folders) + (file.document === name ? 0.5 : 0) }))
  const best = Math.max(...fits.map(({ rank }) => rank))
  return fits.filter(({ rank }) => rank === best)
}

/**
 * Which file has the characters of which document: `NAME.xml`, `NAME.pdf.xml`, `NAME.alto.xml`, `NAME.hocr` and the like, where its
 * folders are those of the document. One that documents of several folders fit alike is of none for sure.
 */
export function matchOcr(documents: readonly DocumentPlace[], ocrFiles: readonly OcrFile[]): OcrMatches {
  const files = Map.groupBy(ocrFiles, ({ document }) => document)
  const doubtful = new Map<string, string>()
  const claims = new Map<OcrFile, { path: string; folder: string; rank: number }[]>()
  const missing: string[] = []
  for (const { path } of documents) {
    const folders = partsOf(path)
    const name = folders.pop() ?? ''
    if (!imageEnding.test(name)) continue
    const [first, second] = bestFits(folders, name, files)
    if (!first) missing.push(path)
    else if (second) doubtful.set(path, `both ${first.file.place.path} and ${second.file.place.path} fit`)
    else
      claims.set(first.file, [...(claims.get(first.file) ?? []), { path, folder: folders.join('/'), rank: first.rank }])
  }
  const taken = new Map<string, DocumentPlace>()
  for (const [{ place }, claimed] of claims) {
    const best = Math.max(...claimed.map(({ rank }) => rank))
    const nearest = claimed.filter(({ rank }) => rank === best)
    const folders = new Set(nearest.map(({ folder }) => folder))
    for (const { path, rank } of claimed) {
      if (rank < best) missing.push(path)
      else if (folders.size > 1) doubtful.set(path, `${place.path} fits documents in several folders`)
      else taken.set(path, place)
    }
  }
  const used = new Set([...taken.values()].map(({ path }) => path))
  const inDoubt = [...doubtful.values()]
  const unused = ocrFiles
    .map(({ place }) => place.path)
    .filter((path) => !used.has(path) && !inDoubt.some((message) => message.includes(path)))
  return { taken, doubtful, missing, unused }
}
