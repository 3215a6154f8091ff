import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { bytesOf, casesOf } from '../packages/corpus/src/index.ts'

/** So many different documents of each kind are drawn; the others differ from them in nothing that is read. */
const drawnTexts = 40
const drawnPdfs = 6

export interface DrawnFolder {
  /** Names of the files below the folder, sorted. */
  names: string[]
  /** Bytes of one of the PDFs. */
  pdf: Uint8Array
}

const ofKind = (seed: number, count: number, kind: 'text' | 'pdf'): Promise<Uint8Array[]> =>
  Promise.all(casesOf(seed, count, kind).map(bytesOf))

/** The n-th copy of a document: other bytes, the same words. */
const copied = (bytes: Uint8Array, n: number, kind: 'text' | 'pdf'): Uint8Array =>
  Buffer.concat([bytes, Buffer.from(kind === 'pdf' ? `% ${n}\n` : '\n'.repeat(n))])

/** Fills a folder with so many copies of the files of another one, no two of the same bytes. */
export function copyDocuments(folder: string, { from, count }: { from: string; count: number }): void {
  const files = readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
  if (files.length === 0) throw new Error(`no file lies in ${from}`)
  mkdirSync(folder, { recursive: true })
  for (let i = 0; i < count; i++) {
    const name = files[i % files.length] as string
    const bytes = readFileSync(join(from, name))
    const kind = extname(name) === '.pdf' ? 'pdf' : 'text'
    writeFileSync(join(folder, `${i}-${name}`), copied(bytes, Math.floor(i / files.length), kind))
  }
}

/** Fills a folder with agreements and visions, texts and PDFs, no two files of the same bytes. */
export async function drawDocuments(
  folder: string,
  { seed, texts, pdfs }: { seed: number; texts: number; pdfs: number },
): Promise<DrawnFolder> {
  const names: string[] = []
  const sources = {
    text: await ofKind(seed, Math.min(texts, drawnTexts), 'text'),
    pdf: await ofKind(seed, Math.min(Math.max(pdfs, 1), drawnPdfs), 'pdf'),
  }
  for (const [kind, count, extension] of [
    ['text', texts, 'txt'],
    ['pdf', pdfs, 'pdf'],
  ] as const)
    for (let i = 0; i < count; i++) {
      const drawn = sources[kind]
      const name = `${i % 10}/${kind}-${i}.${extension}`
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, copied(drawn[i % drawn.length] as Uint8Array, Math.floor(i / drawn.length), kind))
      names.push(name)
    }
  return { names: names.sort(), pdf: sources.pdf[0] as Uint8Array }
}
