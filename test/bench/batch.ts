import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { copyDocuments, drawDocuments } from '../batch-documents.ts'
import { middle, type Row } from './measure.ts'
import { command, runTree, type TreeRun } from './process-tree.ts'

const loop = join(import.meta.dirname, 'read-loop.ts')

/** Pairs of runs, one after the other, so that what else the machine does falls on both. */
const rounds = Number(process.env.KYOYAKU_BENCH_ROUNDS ?? 3)

/**
 * Texts of some kilobytes take tens of milliseconds, PDFs some hundreds. What every process does once, as compiling and
 * loading the dictionary, takes as long as some hundred texts: with few documents it decides what is measured.
 */
const texts = Number(process.env.KYOYAKU_BENCH_DOCUMENTS ?? 1600)
const pdfs = Math.ceil(texts / 6)

/** So many texts fill the cache of compiled code before anything is measured. */
const warmingTexts = 40

const seed = 5200

/** Where documents of a kind lie, how many they are, and where their results go. */
interface Place {
  what: string
  input: string
  output: string
}

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
  /** After the first one, from which on time is taken. */
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
async function overhead({ what, input, output }: Place): Promise<Row[]> {
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

const all = (numbers: readonly number[]): string => numbers.map((n) => n.toFixed(2)).join(', ')
const best = (rates: readonly number[]): string => Math.max(...rates).toFixed(1)

/** Documents a second of two jobs and of others, run in turn, as a row. */
async function beside(
  { what, input, output }: Place,
  other: { what: string; wanted: string; rate: () => Promise<number> },
): Promise<Row> {
  const [rates, others]: [number[], number[]] = [[], []]
  for (let i = 0; i < rounds; i++) {
    others.push(await other.rate())
    rates.push(rateOf(await batch(input, output, 2)))
  }
  const ratios = rates.map((rate, i) => rate / (others[i] as number))
  const machine = `${availableParallelism()} CPUs, load ${loadavg()[0]?.toFixed(1)}`
  return {
    what: `${what}: documents a second of two jobs, of ${other.what} (${machine}; by pairs ${all(ratios)})`,
    measured: `${best(rates)} / ${best(others)}`,
    ratio: middle(ratios).toFixed(2),
    wanted: other.wanted,
  }
}

/** Two jobs on two CPUs beside one job on one, its parent with it. */
const speedUp = (place: Place): Promise<Row> =>
  beside(place, {
    what: 'one job on one CPU',
    wanted: '≥ 1.85',
    rate: async () => rateOf(await batch(place.input, place.output, 1, true)),
  })

/** Two jobs beside one that may use all CPUs: V8 compiles beside it there, and what hands out work runs beside it. */
const gain = (place: Place): Promise<Row> =>
  beside(place, {
    what: 'one job on all CPUs',
    wanted: 'what jobs gain',
    rate: async () => rateOf(await batch(place.input, place.output, 1)),
  })

/** What the machine makes of two loops at once, beside one: each of them on a CPU of its own would be 2. */
async function ceiling({ what, input }: Place): Promise<Row> {
  const ratios: number[] = []
  for (let i = 0; i < rounds; i++) {
    const alone = rateOfLoop(await runTree([loop, input]))
    const loops = await Promise.all([runTree([loop, input]), runTree([loop, input])])
    ratios.push(loops.reduce((sum, run) => sum + rateOfLoop(run), 0) / alone)
  }
  return {
    what: `${what}: two loops at the same time, to one (by pairs ${all(ratios)})`,
    measured: middle(ratios).toFixed(2),
    ratio: best(ratios),
    wanted: 'what the machine has',
  }
}

/** What is measured of each kind of document, by the name of the part. `machine` is measured only where it is asked for. */
const parts: Readonly<Record<string, readonly ((place: Place) => Promise<Row | Row[]>)[]>> = {
  overhead: [overhead],
  jobs: [speedUp],
  machine: [gain, ceiling],
}
const usualParts = ['overhead', 'jobs']

/** Documents to measure on: copies of the files of a folder that is given, else drawn ones. */
async function placesIn(folder: string, output: string, given: string | undefined): Promise<Place[]> {
  if (given !== undefined) {
    const input = join(folder, 'given')
    copyDocuments(input, { from: given, count: texts })
    return [{ what: `${texts} copies of the files of ${basename(given)}`, input, output }]
  }
  const [small, large] = [join(folder, 'texts'), join(folder, 'pdfs')]
  await drawDocuments(small, { seed, texts, pdfs: 0 })
  await drawDocuments(large, { seed, texts: 0, pdfs })
  return [
    { what: `${texts} texts`, input: small, output },
    { what: `${pdfs} PDFs`, input: large, output },
  ]
}

/**
 * What a batch costs beside the reading itself, and what more jobs gain. `given` is a part, to measure that alone, or a
 * folder, to measure on copies of its files.
 */
export async function benchBatch(given: string | undefined): Promise<Row[]> {
  const part = given !== undefined && given in parts ? given : undefined
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const [few, output] = [join(folder, 'few'), join(folder, 'out')]
  const rows: Row[] = []
  try {
    await drawDocuments(few, { seed, texts: warmingTexts, pdfs: 1 })
    const places = await placesIn(folder, output, part === undefined ? given : undefined)
    await batch(few, output, 1)
    for (const name of part === undefined ? usualParts : [part])
      for (const measure of parts[name] ?? []) for (const place of places) rows.push(...[await measure(place)].flat())
    return rows
  } finally {
    rmSync(folder, { recursive: true })
  }
}
