import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse, tables } from '../../packages/core/src/index.ts'
import { readPdf } from '../../packages/pdf/src/index.ts'
import { loadPdfjs, openingOptions } from '../../packages/pdf/src/pdfjs.ts'
import { cpuOf, middle } from './measure.ts'

// One way over the PDFs of a list, in a process of its own: prints what it took and what it found as JSON.

type Texts = string[]

/** From bytes to documents. */
const documents = async (bytes: Uint8Array): Promise<Texts> => {
  await parse(await readPdf(bytes, ''))
  return []
}

/** Reading alone. */
const source = async (bytes: Uint8Array): Promise<Texts> => {
  await readPdf(bytes, '')
  return []
}

const found = async (bytes: Uint8Array): Promise<Texts> =>
  tables(await readPdf(bytes, '')).tables.flatMap((table) => table.cells.map((cell) => cell.text))

/** What pdfjs offers itself: the text of every page, with no table and no document. */
async function textContent(bytes: Uint8Array): Promise<Texts> {
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({ ...openingOptions(), data: Uint8Array.from(bytes) })
  const document = await task.promise
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n)
    await page.getTextContent()
    page.cleanup()
  }
  await task.destroy()
  return []
}

/** Libraries that find tables, out of a folder that they were installed into. */
const from = (folder: string, name: string) =>
  import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)).href)

async function pdfParse(bytes: Uint8Array, folder: string): Promise<Texts> {
  const { PDFParse } = await from(folder, 'pdf-parse')
  const parser = new PDFParse({ data: Uint8Array.from(bytes) })
  const { pages } = (await parser.getTable()) as { pages: { tables: string[][][] }[] }
  await parser.destroy()
  return pages.flatMap((page) => page.tables.flat(2))
}

interface Structure {
  type?: string
  raw?: string
  contents?: Structure[]
  blocks?: Structure[]
  lines?: { text: string }[]
}

const textOf = ({ lines = [], contents = [], blocks = [] }: Structure): string =>
  lines.map((line) => line.text).join('') + [...contents, ...blocks].map(textOf).join('')

const cellsOf = (structure: Structure): Texts =>
  structure.raw === 'TD'
    ? [textOf(structure)]
    : [...(structure.contents ?? []), ...(structure.blocks ?? [])].flatMap(cellsOf)

async function mupdf(bytes: Uint8Array, folder: string): Promise<Texts> {
  const { Document } = await from(folder, 'mupdf')
  const document = Document.openDocument(bytes, 'application/pdf')
  const texts: Texts = []
  for (let n = 0; n < document.countPages(); n++)
    texts.push(...cellsOf(JSON.parse(document.loadPage(n).toStructuredText('vectors,table-hunt').asJSON())))
  return texts
}

const ways: Readonly<Record<string, (bytes: Uint8Array, folder: string) => Promise<Texts>>> = {
  documents,
  source,
  tables: found,
  textContent,
  'pdf-parse': pdfParse,
  mupdf,
}

const [, , names = '', times = '1', folder = '', ...files] = process.argv
const runs = names.split(',').map((name) => ({ name, cpu: [] as number[], cells: [] as Texts[] }))
const bytes = files.map((file) => Uint8Array.from(readFileSync(file)))
// Ways take turns, so that what else the machine does falls on all of them.
for (let i = 0; i < Number(times); i++) {
  for (const run of runs) {
    const cells: Texts[] = []
    const taken = await cpuOf(async () => {
      for (const file of bytes) cells.push((await ways[run.name]?.(file, folder)) ?? [])
    })
    run.cpu.push(taken)
    run.cells = cells
  }
}
// The first time is the slowest: what is compiled then is compiled for all.
const settled = (cpu: number[]): number => middle(cpu.length > 1 ? cpu.slice(1) : cpu)
process.stdout.write(JSON.stringify(runs.map(({ name, cpu, cells }) => ({ name, cpu: settled(cpu), cells }))))
process.exit(0)
