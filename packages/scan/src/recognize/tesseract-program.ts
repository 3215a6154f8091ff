import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { greyMap, isReadable } from './grey-map.ts'
import { readHocr } from './hocr.ts'
import type { Crop, CropHint, ReadCharacter, Recognizer } from './recognizer.ts'
import { isDoubtful, modelLettering, surerOf } from './surer-reading.ts'
import { type Segmentation, startTesseract, type TesseractProcess, type TesseractProgram } from './tesseract-process.ts'
import { type PooledWorker, workerPool } from './worker-pool.ts'

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

/** Crops that one process can read: they have the same layout. */
interface Batch {
  crops: readonly Crop[]
  segmentation: Segmentation
}

async function startWorker(
  command: string,
  program: TesseractProgram,
): Promise<PooledWorker<Batch, ReadCharacter[][]>> {
  const directory = await mkdtemp(join(tmpdir(), 'kyoyaku-'))
  const processes = new Map<Segmentation, TesseractProcess>()
  return {
    async run({ crops, segmentation }) {
      const files = crops.map((_, i) => join(directory, `${i}.pgm`))
      await Promise.all(crops.map((crop, i) => writeFile(files[i] as string, greyMap(crop))))
      const process = processes.get(segmentation) ?? startTesseract(command, program, segmentation)
      processes.set(segmentation, process)
      const pages = readHocr(await process.read(files))
      if (pages.length !== crops.length) throw new Error(`${pages.length} of ${crops.length} crops read`)
      return pages
    },
    async stop() {
      for (const process of processes.values()) process.stop()
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
    start: () => startWorker(command, program),
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

  /** Lines that were read with doubt in some character are read again, as the program finds lines by itself; the surer reading is kept. */
  async function readLines(crops: readonly Crop[]): Promise<ReadCharacter[][]> {
    const read = await readAll({ crops, segmentation: '13' })
    const doubtful = [...read.keys()].filter((i) => isDoubtful(read[i] ?? []))
    if (doubtful.length === 0) return read
    const again = await readAll({ crops: doubtful.map((i) => crops[i] as Crop), segmentation: '7' })
    doubtful.forEach((i, k) => {
      read[i] = surerOf(read[i] ?? [], again[k] ?? [])
    })
    return read
  }

  async function readItems(items: readonly Item[], layout: CropHint['layout']): Promise<void> {
    const crops = items.map((item) => item.crop)
    try {
      const read = layout === 'line' ? await readLines(crops) : await readAll({ crops, segmentation: '6' })
      items.forEach((item, i) => void item.resolve(read[i] ?? []))
    } catch (cause) {
      for (const item of items) item.reject(cause)
    }
  }

  /** Shares what waits among the processes, by what one process can read. */
  function distribute(): void {
    gathering = false
    const kinds = Map.groupBy(waiting, ({ hint }) => hint.layout)
    waiting = []
    for (const [layout, items] of kinds) {
      const processes = Math.max(1, Math.min(size, Math.round(items.length / worthAProcess)))
      const each = Math.min(batchSize, Math.ceil(items.length / processes))
      for (let i = 0; i < items.length; i += each) readItems(items.slice(i, i + each), layout)
    }
  }

  return {
    name: `tesseract ${program.version} ${program.language}`,
    parallel: size * batchSize,
    lettering: modelLettering,
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
