import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readJournal } from '../../packages/batch/src/journal/read-journal.ts'
import { startTrialServer } from '../../packages/batch/src/trial/trial-server.ts'
import { drawDocuments } from '../batch-documents.ts'
import { peakMemoryOf } from '../peak-memory.ts'
import { type PoisonDocument, poisonDocuments } from '../poison.ts'
import type { Row } from './measure.ts'
import { command } from './process-tree.ts'

/** Two thousand documents with a hundredth of poison; fewer where a machine is slow or busy. */
const documents = Number(process.env.KYOYAKU_BENCH_DOCUMENTS ?? 2000)
const texts = Math.round(documents * 0.9)
const pdfs = Math.round(documents * 0.091)
const poisonSeeds = [1, 2]
const seed = 5400

/** Every limit is far above what a good document takes, also on a busy machine. */
const limits = ['--timeout', '45', '--memory', '900']

/** Seconds between two strokes: long enough to get somewhere, short enough to fall into the run. */
const strokes = { least: 5, most: 15 }
const somewhere = (): number => (strokes.least + Math.random() * (strokes.most - strokes.least)) * 1000

const pause = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))
const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('close', resolve))
const start = (...args: string[]): ChildProcess => spawn(process.execPath, [command, ...args], { stdio: 'ignore' })

interface Documents {
  input: string
  names: string[]
  poison: PoisonDocument[]
}

async function drawAll(folder: string): Promise<Documents> {
  const input = join(folder, 'in')
  const { names, pdf } = await drawDocuments(input, { seed, texts, pdfs })
  const poison = (await Promise.all(poisonSeeds.map((n) => poisonDocuments(n, pdf)))).flat()
  for (const { name, bytes } of poison) writeFileSync(join(input, name), bytes)
  return { input, names, poison }
}

/** Lines of a folder's results by now. */
function linesOf(output: string): number {
  try {
    return readFileSync(join(output, 'results.ndjson'), 'latin1').split('\n').length - 1
  } catch {
    return 0
  }
}

/** What is wrong with a folder of results: documents without one, with two, and poison without its reason. */
async function faultsOf(output: string, { input, names, poison }: Documents): Promise<string> {
  const times = new Map<string, number>()
  for (const line of readFileSync(join(output, 'results.ndjson'), 'utf8').trimEnd().split('\n')) {
    const { path } = JSON.parse(line) as { path: string }
    times.set(path, (times.get(path) ?? 0) + 1)
  }
  const missing = names.filter((name) => !times.has(join(input, name))).length
  const twice = [...times.values()].filter((n) => n > 1).length
  const { paths } = await readJournal(output)
  const reasons = [...paths].flatMap(([path, state]) =>
    state.status === 'failed' ? [[path, state.failure.reason] as const] : [],
  )
  const wrong = poison.filter(({ name, reasons: possible }) => {
    const path = join(input, name)
    const found = reasons.find(([of]) => of === path || of.startsWith(`${path}!/`))
    return !found || !possible.includes(found[1])
  })
  const bad = new Set(poison.map(({ name }) => join(input, name)))
  const spoilt = reasons.filter(([path]) => !bad.has(path.split('!/')[0] ?? '')).map(([path, why]) => `${path}: ${why}`)
  const parts = [`${missing} missing`, `${twice} twice`, `${reasons.length} failures of ${poison.length}`]
  return [...parts, ...wrong.map(({ name }) => `${name} wrong`), ...spoilt].join(', ')
}

const row = async (what: string, documents: Documents, output: string, peak: number, since: number): Promise<Row> => ({
  what: `${documents.names.length} texts and PDFs with ${documents.poison.length} of poison, ${what}: ${await faultsOf(output, documents)}`,
  measured: `${Math.round(peak / 2 ** 20)} MB`,
  ratio: `${((performance.now() - since) / 1000).toFixed(0)} s`,
  wanted: '0 missing, 0 twice, parent < 300 MB',
})

async function onOneMachine(documents: Documents, output: string): Promise<Row> {
  const since = performance.now()
  const args = ['batch', documents.input, '-o', output, '-j', '2', ...limits]
  for (let i = 0; i < 3; i++) {
    const child = start(...args)
    await pause(somewhere())
    child.kill('SIGKILL')
    await ended(child)
  }
  const last = start(...args)
  const peak = peakMemoryOf(last.pid ?? 0)
  await ended(last)
  return row('killed with -9 three times', documents, output, peak(), since)
}

async function overPostgres(documents: Documents, output: string): Promise<Row | undefined> {
  const server = await startTrialServer()
  if (!server) return undefined
  const since = performance.now()
  const workers = Array.from({ length: 3 }, () => start('work', '--queue', server.url, '-j', '1', ...limits))
  try {
    const batch = start('batch', documents.input, '-o', output, '-j', '1', '--queue', server.url, ...limits)
    const peak = peakMemoryOf(batch.pid ?? 0)
    const over = ended(batch)
    // All of them have to be at work: a run that finds no server when it starts says so and ends.
    while (linesOf(output) < texts / 10 && batch.exitCode === null) await pause(1000)
    workers[0]?.kill('SIGKILL')
    await pause(somewhere())
    await server.crash?.()
    await over
    return await row(
      'three workers on PostgreSQL, one killed, the server crashed once',
      documents,
      output,
      peak(),
      since,
    )
  } finally {
    for (const worker of workers) worker.kill('SIGTERM')
    await Promise.all(workers.map((worker) => ((worker.exitCode ?? worker.signalCode) === null ? ended(worker) : 0)))
    await server.stop()
  }
}

/** What becomes of a batch that is killed, on one machine and over a server. `part`: journal or postgres. Takes minutes. */
export async function benchRecovery(part: string | undefined): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const documents = await drawAll(folder)
    const rows: Row[] = []
    if (part !== 'postgres') rows.push(await onOneMachine(documents, join(folder, 'journal')))
    const shared = part === 'journal' ? undefined : await overPostgres(documents, join(folder, 'postgres'))
    return shared ? [...rows, shared] : rows
  } finally {
    rmSync(folder, { recursive: true })
  }
}
