import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawDocuments } from '../batch-documents.ts'
import { middle, type Row } from './measure.ts'
import { command, runTree, type TreeRun } from './process-tree.ts'

const loop = join(import.meta.dirname, 'read-loop.ts')

/** Pairs of runs, one after the other, so that what else the machine does falls on both. */
const rounds = Number(process.env.KYOYAKU_BENCH_ROUNDS ?? 3)

/** Texts of some kilobytes take tens of milliseconds, PDFs some hundreds. */
const texts = Number(process.env.KYOYAKU_BENCH_DOCUMENTS ?? 800)
const pdfs = Math.ceil(texts / 4)

const seed = 5200

async function batch(input: string, output: string, jobs: number, oneCpu = false): Promise<TreeRun> {
  rmSync(output, { recursive: true, force: true })
  const args = [command, 'batch', input, '-o', output, '-j', String(jobs), '--json', '--locale', 'en']
  const run = await runTree(args, { oneCpu })
  if (run.status !== 0) throw new Error(`batch ended with ${run.status}`)
  return run
}

/** Documents a second from the first result on: until then processes start. */
function rateOf({ lines }: TreeRun): number {
  const done = lines.filter(({ text }) => text.startsWith('{"event":"done"'))
  return (done.length - 1) / ((done.at(-1)?.at ?? 0) - (done[0]?.at ?? 0))
}

interface LoopResult {
  documents: number
  seconds: number
  cpuSeconds: number
}

const resultOfLoop = ({ lines }: TreeRun): LoopResult => JSON.parse(lines[0]?.text ?? '{}') as LoopResult
const rateOfLoop = (run: TreeRun): number => resultOfLoop(run).documents / resultOfLoop(run).seconds

/** CPU that the documents themselves took, as the processes that read them tell. */
const readingOf = ({ lines }: TreeRun): number =>
  (JSON.parse(lines.at(-1)?.text ?? '{}') as { cpuSeconds: number }).cpuSeconds

const percent = (ratio: number): string => `${ratio < 1 ? '' : '+'}${((ratio - 1) * 100).toFixed(1)} %`
const seconds = (runs: readonly number[]): string => Math.min(...runs).toFixed(1)

/**
 * CPU of a batch with one job, beside that of the same reader in one loop. On a busy machine the reading itself costs
 * now more, now less: the second row leaves it out of both.
 */
async function overhead(what: string, input: string, output: string): Promise<Row[]> {
  const [batches, loops]: [TreeRun[], TreeRun[]] = [[], []]
  for (let i = 0; i < rounds; i++) {
    loops.push(await runTree([loop, input]))
    batches.push(await batch(input, output, 1))
  }
  const cpuOf = (runs: readonly TreeRun[]): number[] => runs.map(({ cpu }) => cpu)
  const besides = batches.map((run) => run.cpu - readingOf(run))
  const besidesLoop = loops.map((run) => run.cpu - resultOfLoop(run).cpuSeconds)
  const reading = middle(batches.map(readingOf))
  const pairs = batches.map(({ cpu }, i) => cpu / (loops[i]?.cpu ?? Number.NaN))
  return [
    {
      what: `${what}: CPU of a batch and all its processes, of one loop beside it, in seconds; by pairs ${pairs.map(percent).join(', ')}`,
      measured: `${seconds(cpuOf(batches))} / ${seconds(cpuOf(loops))}`,
      ratio: percent(Math.min(...cpuOf(batches)) / Math.min(...cpuOf(loops))),
      wanted: '≤ 5 %',
    },
    {
      what: `${what}: CPU beside the reading, starting included, of a batch and of the loop, and the difference as a share of the reading`,
      measured: `${middle(besides).toFixed(2)} / ${middle(besidesLoop).toFixed(2)}`,
      ratio: percent(1 + (middle(besides) - middle(besidesLoop)) / reading),
      wanted: '≤ 5 %',
    },
  ]
}

/**
 * Two jobs beside one that has one CPU, and beside one that may use both: V8 compiles beside it there, and what hands out
 * work runs beside it. What the machine makes of two loops beside one is the most that can be reached.
 */
async function speedUp(what: string, input: string, output: string): Promise<Row[]> {
  const [one, both, two, ceiling]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let i = 0; i < rounds; i++) {
    one.push(rateOf(await batch(input, output, 1, true)))
    both.push(rateOf(await batch(input, output, 1)))
    two.push(rateOf(await batch(input, output, 2)))
    const alone = rateOfLoop(await runTree([loop, input]))
    const loops = await Promise.all([runTree([loop, input]), runTree([loop, input])])
    ceiling.push(loops.reduce((sum, run) => sum + rateOfLoop(run), 0) / alone)
  }
  const ratios = (of: readonly number[]): number[] => two.map((rate, i) => rate / (of[i] as number))
  const load = loadavg()[0]?.toFixed(1)
  const best = (rates: readonly number[]): string => Math.max(...rates).toFixed(1)
  const all = (numbers: readonly number[]): string => numbers.map((n) => n.toFixed(2)).join(', ')
  return [
    {
      what: `${what}: documents a second of two jobs, of one with one CPU (${availableParallelism()} CPUs, load ${load}; by pairs ${all(ratios(one))})`,
      measured: `${best(two)} / ${best(one)}`,
      ratio: middle(ratios(one)).toFixed(2),
      wanted: '≥ 1.85',
    },
    {
      what: `${what}: of one with all CPUs (by pairs ${all(ratios(both))})`,
      measured: `${best(two)} / ${best(both)}`,
      ratio: middle(ratios(both)).toFixed(2),
      wanted: 'what jobs gain',
    },
    {
      what: `${what}: two loops at the same time, to one (by pairs ${all(ceiling)})`,
      measured: middle(ceiling).toFixed(2),
      ratio: Math.max(...ceiling).toFixed(2),
      wanted: 'what the machine has',
    },
  ]
}

/** What a batch costs beside the reading itself, and what more jobs gain; `part` asks for one of the two: overhead or jobs. */
export async function benchBatch(part: string | undefined): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const [small, large, output] = ['texts', 'pdfs', 'out'].map((name) => join(folder, name)) as [string, string, string]
  const folders = [
    [`${texts} texts`, small],
    [`${pdfs} PDFs`, large],
  ] as const
  const rows: Row[] = []
  try {
    await drawDocuments(small, { seed, texts, pdfs: 0 })
    await drawDocuments(large, { seed, texts: 0, pdfs })
    // The first run fills the cache of compiled code.
    await batch(small, output, 1)
    if (part !== 'jobs') for (const [what, input] of folders) rows.push(...(await overhead(what, input, output)))
    if (part !== 'overhead') for (const [what, input] of folders) rows.push(...(await speedUp(what, input, output)))
    return rows
  } finally {
    rmSync(folder, { recursive: true })
  }
}
