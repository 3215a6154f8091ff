import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createRandom,
  drawPageLook,
  drawPdf,
  layOut,
  manuscriptFor,
  measureOf,
  type Sheet,
} from '../../packages/corpus/src/index.ts'
import { peakMemoryOf } from '../peak-memory.ts'
import { type Row, thousands } from './measure.ts'
import { command, runTree } from './process-tree.ts'

const pages = Number(process.env.KYOYAKU_BENCH_PAGES ?? 2000)
const megabyte = 2 ** 20
const worker = join(import.meta.dirname, 'pdf-work.ts')

/** Agreements and visions in turn until there are so many pages. */
async function writeLongPdf(file: string): Promise<void> {
  const measure = measureOf()
  const look = drawPageLook(createRandom('look'))
  const sheets: Sheet[] = []
  for (let i = 0; sheets.length < pages; i++) {
    const type = i % 2 === 0 ? 'agreement' : 'vision'
    sheets.push(...layOut(manuscriptFor({ seed: `long/${i}`, type, form: 'pdf' }), look, measure))
  }
  writeFileSync(file, await drawPdf(sheets.slice(0, pages)))
}

async function peakOf(args: readonly string[]): Promise<number> {
  let peak = (): number => 0
  const started = (pid: number): void => {
    peak = peakMemoryOf(pid)
  }
  const { status } = await runTree(args, { started })
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}`)
  return peak() / megabyte
}

/** Memory that a document of thousands of pages takes, in the command and in the library. */
export async function benchLongPdf(folder: string): Promise<Row[]> {
  const file = join(folder, 'long.pdf')
  await writeLongPdf(file)
  const output = join(folder, 'long')
  mkdirSync(output)
  const runs = [
    ['kyoyaku parse', [command, 'parse', file, '-o', output]],
    ['readPdf', [worker, 'source', '1', folder, file]],
  ] as const
  const rows: Row[] = []
  for (const [name, args] of runs)
    rows.push({
      what: `${thousands(pages)} pages of PDF, ${name}: megabytes held at most`,
      measured: thousands(await peakOf(args)),
      ratio: '',
      wanted: '< 500',
    })
  return rows
}
