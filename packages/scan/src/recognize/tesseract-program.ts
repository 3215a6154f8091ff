import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { greyMap, isReadable } from './grey-map.ts'
import { readHocr } from './hocr.ts'
import type { Crop, CropHint, ReadCharacter, Recognizer } from './recognizer.ts'
import { type PooledWorker, workerPool } from './worker-pool.ts'

/** An installed tesseract and the model that it is to read with. */
export interface TesseractProgram {
  version: string
  language: string
}

/** Models by how well they read Japanese of offices; distributions put the first one under either name. */
const languages = ['script/Japanese', 'Japanese', 'jpn'] as const

const lookLimit = 10_000

/** What `tesseract` on the PATH can read Japanese with; undefined where there is none. */
export async function findTesseract(command = 'tesseract'): Promise<TesseractProgram | undefined> {
  const run = promisify(execFile)
  try {
    const { stdout } = await run(command, ['--list-langs'], { timeout: lookLimit })
    const installed = new Set(stdout.split('\n').map((name) => name.trim()))
    const language = languages.find((name) => installed.has(name))
    if (!language) return undefined
    const about = await run(command, ['--version'], { timeout: lookLimit })
    return { version: /tesseract v?([\d.]+)/u.exec(`${about.stdout}${about.stderr}`)?.[1] ?? '', language }
  } catch {
    return undefined
  }
}

/** Crops that one process reads at the most … */
const batchSize = 64
/** … and how many make a second one worth its start, which costs as much as six lines: pages overlap, so that no core waits. */
const worthAProcess = 32
const startTime = 30_000
/** A line takes 25 ms of an idle core. */
const timeForACrop = 2_000
const pixelsAMillisecond = 20

interface Item {
  crop: Crop
  hint: CropHint
  resolve(read: ReadCharacter[]): void
  reject(cause: unknown): void
}

/** Crops that one process can read: they have the same layout and need the same of the engine. */
interface Batch {
  crops: readonly Crop[]
  segmentation: '6' | '7'
  alternatives: boolean
}

/** Runs the program on a list of images given on its standard input; what it prints. */
function printed(command: string, args: readonly string[], list: string, stopped: AbortSignal): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  // One thread each: several processes share the cores better than threads of one.
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' }
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], env, signal: stopped, windowsHide: true })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.on('error', reject)
  child.stdin.on('error', () => {})
  child.on('close', (code) =>
    code === 0 ? resolve(Buffer.concat(chunks).toString('utf8')) : reject(new Error(`tesseract ended with ${code}`)),
  )
  child.stdin.end(list)
  return promise
}

async function startWorker(command: string, language: string): Promise<PooledWorker<Batch, ReadCharacter[][]>> {
  const directory = await mkdtemp(join(tmpdir(), 'kyoyaku-'))
  const stopping = new AbortController()
  return {
    async run({ crops, segmentation, alternatives }) {
      const files = crops.map((_, i) => join(directory, `${i}.pgm`))
      await Promise.all(crops.map((crop, i) => writeFile(files[i] as string, greyMap(crop))))
      const settings = {
        tessedit_create_hocr: '1',
        hocr_char_boxes: '1',
        tessedit_do_invert: '0',
        lstm_choice_mode: alternatives ? '2' : '0',
      }
      const args = ['stdin', 'stdout', '-l', language, '--psm', segmentation, '--dpi', '300']
      for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`)
      const pages = readHocr(await printed(command, args, files.join('\n'), stopping.signal))
      if (pages.length !== crops.length) throw new Error(`${pages.length} of ${crops.length} crops read`)
      return pages
    },
    async stop() {
      stopping.abort()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

export interface TesseractProgramOptions {
  /** Processes at the most; one for each core where not given. */
  jobs?: number
  command?: string
}

/** The installed tesseract: many crops a process. Crops that come in at once are read together. */
export function tesseractProgram(program: TesseractProgram, options: TesseractProgramOptions = {}): Recognizer {
  const { jobs = availableParallelism(), command = 'tesseract' } = options
  const size = Math.max(1, jobs)
  const pool = workerPool<Batch, ReadCharacter[][] | undefined>({
    size,
    start: () => startWorker(command, program.language),
    timeLimit: ({ crops }) =>
      startTime + crops.reduce((sum, c) => sum + timeForACrop + (c.width * c.height) / pixelsAMillisecond, 0),
    givenUp: undefined,
  })
  let waiting: Item[] = []
  let gathering = false
  let hasRead = false

  /** Halves a batch that failed until the crop that harms the engine is alone. An engine that never reads anything is broken. */
  async function readAll(batch: Batch): Promise<ReadCharacter[][]> {
    const read = await pool.run(batch)
    if (read) {
      hasRead = true
      return read
    }
    if (batch.crops.length === 1) {
      if (!hasRead) throw new Error(`${command} with the model ${program.language} ends without a result`)
      return [[]]
    }
    const half = batch.crops.length >> 1
    const parts = [batch.crops.slice(0, half), batch.crops.slice(half)]
    return (await Promise.all(parts.map((crops) => readAll({ ...batch, crops })))).flat()
  }

  async function readItems(items: readonly Item[], segmentation: Batch['segmentation']): Promise<void> {
    const alternatives = items[0]?.hint.alphabet !== 'any'
    try {
      const read = await readAll({ crops: items.map((item) => item.crop), segmentation, alternatives })
      const empty: Item[] = []
      items.forEach((item, i) => {
        const characters = read[i] ?? []
        if (characters.length === 0 && segmentation === '7') empty.push(item)
        else item.resolve(characters)
      })
      if (empty.length > 0) await readItems(empty, '6')
    } catch (cause) {
      for (const item of items) item.reject(cause)
    }
  }

  /** Shares what waits among the processes, by what one process can read. */
  function distribute(): void {
    gathering = false
    const kinds = Map.groupBy(waiting, ({ hint }) => `${hint.layout} ${hint.alphabet !== 'any'}`)
    waiting = []
    for (const items of kinds.values()) {
      const processes = Math.max(1, Math.min(size, Math.round(items.length / worthAProcess)))
      const each = Math.min(batchSize, Math.ceil(items.length / processes))
      for (let i = 0; i < items.length; i += each)
        readItems(items.slice(i, i + each), items[0]?.hint.layout === 'line' ? '7' : '6')
    }
  }

  return {
    name: `tesseract ${program.version} ${program.language}`,
    parallel: size * batchSize,
    recognize(crop, hint) {
      if (!isReadable(crop)) return Promise.resolve([])
      const { promise, resolve, reject } = Promise.withResolvers<ReadCharacter[]>()
      waiting.push({ crop, hint, resolve, reject })
      if (!gathering) setTimeout(distribute, 0)
      gathering = true
      return promise
    },
    close: () => pool.close(),
  }
}
