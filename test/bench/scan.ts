import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  printOf,
  processorSeconds,
  type ScanLookName,
  type ScannedPage,
  scanCasesOf,
  scansOf,
} from '../../packages/corpus/src/index.ts'
import { defaultRecognizer, readScan } from '../../packages/scan/src/index.ts'
import type { Row } from './measure.ts'

/** A page with the lines that are printed on it. */
interface Page {
  scan: ScannedPage
  lines: string[]
}

/** What reads a page: its text, lines as lines. */
interface Reading {
  read(page: ScannedPage): Promise<string>
  close(): Promise<void>
}

const looks: readonly ScanLookName[] = ['degraded300', 'fax200']
const seed = 900
/** An agreement and a vision, … */
const documents = 2
/** … and so many pages of each: the first of a vision is its cover. */
const pagesOfEach = 3

const bare = (text: string): string => text.normalize('NFKC').replace(/[^\S\n]+/gu, '')

async function pagesIn(look: ScanLookName): Promise<Page[]> {
  const pages: Page[] = []
  for (const one of scanCasesOf(seed, documents)) {
    const print = printOf(one)
    let n = 0
    for await (const scan of scansOf(one, print, look)) {
      pages.push({ scan, lines: (print.sheets[n]?.texts ?? []).map((t) => bare(t.text)) })
      if (++n === pagesOfEach) break
    }
  }
  return pages
}

async function kyoyaku(engine: 'tesseract.js' | 'tesseract'): Promise<Reading> {
  const recognizer = await defaultRecognizer({ engine })
  return {
    read: async ({ bytes }) => (await readScan(bytes, 'bench', { recognizer })).text,
    close: () => recognizer.close(),
  }
}

interface Worker {
  recognize(image: Uint8Array): Promise<{ data: { text: string } }>
  terminate(): Promise<unknown>
}

/** The peer on whole pages, with the model that is used here on single lines. */
async function tesseractJs(): Promise<Reading> {
  const { resolve } = createRequire(new URL('../../packages/scan/package.json', import.meta.url))
  const { default: library } = (await import(pathToFileURL(resolve('tesseract.js')).href)) as {
    default: { createWorker(language: string, mode: number, options: object): Promise<Worker> }
  }
  const langPath = join(dirname(resolve('@tesseract.js-data/jpn/package.json')), '4.0.0_best_int')
  const worker = await library.createWorker('jpn', 1, { langPath, gzip: true, cacheMethod: 'none' })
  return {
    read: async ({ bytes }) => (await worker.recognize(bytes)).data.text,
    close: async () => void (await worker.terminate()),
  }
}

const model = 'script/Japanese'
const models = ['script/Japanese', 'Japanese']

function installedModel(): string | undefined {
  const { status, stdout } = spawnSync('tesseract', ['--list-langs'], { encoding: 'utf8' })
  return status === 0 ? models.find((m) => stdout.split('\n').includes(m)) : undefined
}

/** The program on whole pages; one core, as ours is counted by the sum of all. */
function program(language: string): Reading {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  return {
    read: async ({ bytes, format, dpi }) => {
      const file = join(folder, `page.${format}`)
      writeFileSync(file, bytes)
      const settings = ['-l', language, '--dpi', String(dpi)]
      const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
      return spawnSync('tesseract', [file, '-', ...settings], { encoding: 'utf8', env }).stdout
    },
    close: async () => rmSync(folder, { recursive: true }),
  }
}

interface Measured {
  secondsAPage: number
  /** Share of printed lines that were read without an error. */
  lines: number
}

async function measure(pages: readonly Page[], reading: Reading): Promise<Measured> {
  // What starting takes is paid once, by the page before the first.
  await reading.read((pages[0] as Page).scan)
  let found = 0
  const before = processorSeconds()
  const texts: string[] = []
  for (const { scan } of pages) texts.push(bare(await reading.read(scan)))
  const secondsAPage = (processorSeconds() - before) / pages.length
  pages.forEach(({ lines }, i) => {
    found += lines.filter((line) => texts[i]?.includes(line)).length
  })
  await reading.close()
  return { secondsAPage, lines: found / pages.reduce((n, p) => n + p.lines.length, 0) }
}

function rowsOf(what: string, ours: Measured, theirs: Measured, wanted: string): Row[] {
  const percent = (n: number): string => `${(100 * n).toFixed(1)} %`
  return [
    {
      what: `${what}: CPU seconds a page, the engine on whole pages beside it`,
      measured: `${ours.secondsAPage.toFixed(2)} / ${theirs.secondsAPage.toFixed(2)}`,
      ratio: (ours.secondsAPage / theirs.secondsAPage).toFixed(2),
      wanted,
    },
    {
      what: `${what}: printed lines read without an error`,
      measured: `${percent(ours.lines)} / ${percent(theirs.lines)}`,
      ratio: (ours.lines / theirs.lines).toFixed(2),
      wanted: '> 1',
    },
  ]
}

/** Scanned pages, read cell by cell and line by line, beside the same engines on whole pages. */
export async function benchScan(): Promise<Row[]> {
  const rows: Row[] = []
  const installed = installedModel()
  for (const look of looks) {
    const pages = await pagesIn(look)
    const ours = await measure(pages, await kyoyaku('tesseract.js'))
    rows.push(...rowsOf(`${look}, tesseract.js`, ours, await measure(pages, await tesseractJs()), '≤ 3'))
    if (installed === undefined) continue
    const better = await measure(pages, await kyoyaku('tesseract'))
    rows.push(...rowsOf(`${look}, tesseract ${installed}`, better, await measure(pages, program(installed)), '≤ 1.5'))
  }
  if (installed === undefined)
    rows.push({ what: `tesseract with ${model}`, measured: 'not installed', ratio: '', wanted: '' })
  return rows
}
