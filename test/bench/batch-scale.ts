import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgresQueue } from '../../packages/batch/src/postgres/index.ts'
import { taskKey } from '../../packages/batch/src/queue/task-key.ts'
import type { Task } from '../../packages/batch/src/schema/task.ts'
import { startTrialServer } from '../../packages/batch/src/trial/trial-server.ts'
import { readerOf } from '../../packages/cli/src/readers.ts'
import { tokenizer } from '../../packages/cli/src/tokenizer.ts'
import { formatOf, parse } from '../../packages/core/src/index.ts'
import { bytesOf, casesOf, printOf, scanCasesOf, scansOf } from '../../packages/corpus/src/index.ts'
import { peakMemoryBelow, peakMemoryOf } from '../peak-memory.ts'
import { cpuOf, type Row, thousands } from './measure.ts'
import { command, runTree } from './process-tree.ts'

const megabyte = 2 ** 20

/** Documents whose reading costs next to nothing, so that what is around it shows. */
const manyDocuments = [2500, 10_000] as const

const smallText = (n: number): string =>
  `共同処理条例\n\n（趣旨）\n第１条　この条例は、第${n}号の共同処理に関し必要な事項を定める。\n`

interface Peaks {
  run: number
  export: number
  cpu: number
}

/** Enqueues, runs and exports so many small documents; bytes that the parent and the export held at most, and all CPU. */
async function smallDocuments(count: number, folder: string): Promise<Peaks> {
  const input = join(folder, `in-${count}`)
  for (let i = 0; i < count; i++) {
    const place = join(input, String(i % 100))
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, `${i}.txt`), smallText(i))
  }
  const output = join(folder, `out-${count}`)
  const watched = async (...args: string[]): Promise<{ peak: number; cpu: number }> => {
    let peak = (): number => 0
    const started = (pid: number): void => {
      peak = peakMemoryOf(pid)
    }
    const run = await runTree([command, ...args], { started })
    if (run.status !== 0) throw new Error(`${args[0]} ended with ${run.status}`)
    return { peak: peak(), cpu: run.cpu }
  }
  const read = await watched('batch', input, '-o', output, '-j', '2')
  const exported = await watched('export', output, '--to', 'parquet')
  return { run: read.peak, export: exported.peak, cpu: read.cpu }
}

async function flatMemory(folder: string): Promise<Row[]> {
  const found: Peaks[] = []
  for (const count of manyDocuments) found.push(await smallDocuments(count, folder))
  const [few, many] = found as [Peaks, Peaks]
  const [less, more] = manyDocuments.map(thousands)
  return (['run', 'export'] as const).map((what) => ({
    what: `${more} small documents, ${what}: megabytes held at most, beside ${less} (CPU of the run ${many.cpu.toFixed(0)} s)`,
    measured: `${thousands(many[what] / megabyte)} / ${thousands(few[what] / megabyte)}`,
    ratio: (many[what] / few[what]).toFixed(2),
    wanted: 'flat, < 300 MB',
  }))
}

const pagesSeed = 5300
const pagesCases = 24

/** CPU that a page takes by kind of document, reading and understanding together. */
async function cpuOfPages(): Promise<Row[]> {
  const rows: Row[] = []
  for (const [kind, form] of [
    ['text', 'plain text, a page is a thousand characters'],
    ['pdf', 'PDF with text in it'],
  ] as const) {
    const costs = new Map<string, { cpu: number; pages: number; documents: number }>()
    for (const one of casesOf(pagesSeed, pagesCases, kind)) {
      const bytes = await bytesOf(one)
      const read = async (): Promise<void> => {
        const source = await readerOf(formatOf(bytes))(bytes, 'bench', { jobs: 1 })
        const result = await parse(source, { tokenizer })
        pages = result.source.pages ?? Math.ceil(source.text.length / 1000)
      }
      let pages = 1
      await read()
      const cpu = await cpuOf(read)
      const cost = costs.get(one.type) ?? { cpu: 0, pages: 0, documents: 0 }
      costs.set(one.type, { cpu: cost.cpu + cpu, pages: cost.pages + pages, documents: cost.documents + 1 })
    }
    for (const [type, { cpu, pages, documents }] of costs)
      rows.push({
        what: `${type}s as ${form}: milliseconds of CPU a page, and a document`,
        measured: `${(cpu / pages).toFixed(1)} / ${(cpu / documents).toFixed(0)}`,
        ratio: (pages / documents).toFixed(1),
        wanted: 'pages a document',
      })
  }
  return rows
}

const scanSeed = 5500
const scannedPages = 6
const scanLooks = ['degraded300', 'fax200'] as const
const scanEngines = ['tesseract.js', 'tesseract'] as const

/** CPU that a scanned page takes in a batch, and the memory of a process that reads scans, with the programs that it runs. */
async function cpuOfScans(folder: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const look of scanLooks) {
    const input = join(folder, look)
    mkdirSync(input)
    let n = 0
    for (const one of scanCasesOf(scanSeed, 2)) {
      for await (const { bytes, format } of scansOf(one, printOf(one), look)) {
        writeFileSync(join(input, `${n}.${format}`), bytes)
        if (++n % (scannedPages / 2) === 0) break
      }
    }
    for (const engine of scanEngines) {
      let peak = (): number => 0
      const started = (pid: number): void => {
        peak = peakMemoryBelow(pid)
      }
      const args = ['batch', input, '-o', join(folder, `${look}-${engine}`), '-j', '1', '--engine', engine, '--json']
      const { lines } = await runTree([command, ...args], { started })
      const { cpuSeconds, pages } = JSON.parse(lines.at(-1)?.text ?? '{}') as { cpuSeconds: number; pages: number }
      rows.push({
        what: `scans, ${look}, by ${engine}: seconds of CPU a page, and memory of the process`,
        measured: `${(cpuSeconds / pages).toFixed(1)} / ${thousands(peak() / megabyte)} MB`,
        ratio: String(pages),
        wanted: 'pages read',
      })
    }
  }
  return rows
}

const emptyJobs = 1500
const takers = [1, 4, 16] as const

const emptyTask = (version: string, n: number): Task => {
  const path = `/nowhere/${n}`
  return { key: taskKey(path, version), path, file: path, name: `${n}`, sha256: path, size: 1, locale: 'ja' }
}

/** Jobs a second that a queue on PostgreSQL hands out and takes back, when they are nothing but that. */
async function emptyQueue(): Promise<Row[]> {
  const server = await startTrialServer()
  if (!server) return []
  const rows: Row[] = []
  for (const count of takers) {
    const version = `bench ${count}`
    const queues = await Promise.all(
      Array.from({ length: count }, () => openPostgresQueue({ url: server.url, version })),
    )
    const tasks = Array.from({ length: emptyJobs }, (_, i) => emptyTask(version, i))
    const [first] = queues
    const enqueueStart = performance.now()
    for (let i = 0; i < tasks.length; i += 64) await first?.enqueue(tasks.slice(i, i + 64))
    const enqueued = (performance.now() - enqueueStart) / 1000
    const start = performance.now()
    const facts = { pages: 1, kinds: [], diagnostics: {} }
    await Promise.all(
      queues.map(async (queue) => {
        for (let claims = await queue.claim(1); claims.length > 0; claims = await queue.claim(1))
          for (const claim of claims)
            await queue.complete(claim, { json: '{}', facts, seconds: 0, cpuSeconds: 0, attempts: 1 })
      }),
    )
    const taken = (performance.now() - start) / 1000
    rows.push({
      what: `empty jobs on PostgreSQL, ${count} workers on this machine: claimed and completed a second, beside enqueued`,
      measured: thousands(emptyJobs / taken),
      ratio: `${thousands(emptyJobs / enqueued)} in`,
      wanted: 'far above documents',
    })
    for (const queue of queues) await queue.close()
  }
  await server.stop()
  return rows
}

/** What numbers of scale are made of: memory over many documents, CPU a page, and jobs of a queue. `part`: memory, pages, scans or queue. */
export async function benchScale(part: string | undefined): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    return [
      ...(part === undefined || part === 'pages' ? await cpuOfPages() : []),
      ...(part === undefined || part === 'scans' ? await cpuOfScans(folder) : []),
      ...(part === undefined || part === 'queue' ? await emptyQueue() : []),
      ...(part === undefined || part === 'memory' ? await flatMemory(folder) : []),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
