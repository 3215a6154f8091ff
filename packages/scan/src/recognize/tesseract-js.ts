import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js'
import { greyMap, isReadable } from './grey-map.ts'
import { readHocr } from './hocr.ts'
import type { Crop, CropHint, ReadCharacter, Recognizer } from './recognizer.ts'
import { isDoubtful, modelLettering, surerOf } from './surer-reading.ts'
import { type PooledWorker, workerPool } from './worker-pool.ts'

interface Job {
  crop: Crop
  hint: CropHint
}

/** The most accurate model that the engine runs at full speed, inside its package: nothing is downloaded. */
const modelDirectory = () =>
  fileURLToPath(new URL('./4.0.0_best_int', import.meta.resolve('@tesseract.js-data/jpn/package.json')))

/** A line of 60 characters takes .4 s of an idle core; a machine may be busy with so much else that a hundredth of one is left. */
const timeForACrop = 60_000
/** Pixels for which a millisecond is added: blocks hold many lines. */
const pixelsAMillisecond = 20

/** Each worker holds 200 MB; more than this helps no one page. */
const mostWorkers = 8

const parametersOf = (hint: CropHint, psm: PSM): Record<string, string> => ({
  tessedit_pageseg_mode: psm,
  // Alternatives cost a quarter more: for numbers, where each character counts.
  lstm_choice_mode: hint.alphabet === 'any' ? '0' : '2',
})

async function startWorker(): Promise<PooledWorker<Job, ReadCharacter[]>> {
  const { promise: broken, reject: fail } = Promise.withResolvers<never>()
  broken.catch(() => {})
  const options = {
    langPath: modelDirectory(),
    gzip: true,
    cacheMethod: 'none',
    errorHandler: (cause: unknown) => fail(new Error(String(cause))),
  }
  const worker = await Promise.race([createWorker('jpn', OEM.LSTM_ONLY, options), broken])
  const thread = threadOf(worker)
  thread?.on('error', (cause: unknown) => fail(new Error(String(cause))))
  thread?.on('exit', () => fail(new Error('the worker has ended')))
  await worker.setParameters({
    // The engine prints statistics of blank images otherwise.
    debug_file: '/dev/null',
    user_defined_dpi: '300',
    // Crops are dark on light: a second look at an inverted one would cost time and bring nothing.
    tessedit_do_invert: '0',
    hocr_char_boxes: '1',
  })
  let parameters = ''
  const read = async (file: Uint8Array, hint: CropHint, psm: PSM): Promise<ReadCharacter[]> => {
    const wanted = parametersOf(hint, psm)
    const key = JSON.stringify(wanted)
    if (key !== parameters) await worker.setParameters(wanted)
    parameters = key
    const { data } = await worker.recognize(Buffer.from(file), {}, { hocr: true, text: false })
    return readHocr(data.hocr ?? '').flat()
  }
  /** Taken as it is, and where that leaves doubt as the engine finds the line by itself. */
  const readLine = async (file: Uint8Array, hint: CropHint): Promise<ReadCharacter[]> => {
    const first = await read(file, hint, PSM.RAW_LINE)
    return isDoubtful(first) ? surerOf(first, await read(file, hint, PSM.SINGLE_LINE)) : first
  }
  return {
    async run({ crop, hint }) {
      const file = greyMap(crop)
      const line = hint.layout === 'line' ? await Promise.race([readLine(file, hint), broken]) : []
      return line.length > 0 ? line : await Promise.race([read(file, hint, PSM.SINGLE_BLOCK), broken])
    },
    async stop() {
      await worker.terminate()
    },
  }
}

/** The thread behind a worker, which its types do not mention: the only way to hear of its death. */
function threadOf(worker: Worker): { on(event: string, heard: (cause: unknown) => void): void } | undefined {
  const thread: unknown = (worker as unknown as { worker?: unknown }).worker
  return typeof thread === 'object' && thread !== null && 'on' in thread
    ? (thread as { on(event: string, heard: (cause: unknown) => void): void })
    : undefined
}

export interface TesseractJsOptions {
  /** Workers at the most; one for each core where not given. */
  jobs?: number
}

/** tesseract as WebAssembly with its Japanese model: comes with a plain install, on every platform. */
export function tesseractJs(options: TesseractJsOptions = {}): Recognizer {
  const size = Math.max(1, Math.min(options.jobs ?? availableParallelism(), mostWorkers))
  const pool = workerPool<Job, ReadCharacter[]>({
    size,
    start: startWorker,
    timeLimit: ({ crop }) => timeForACrop + (crop.width * crop.height) / pixelsAMillisecond,
    givenUp: [],
  })
  return {
    name: 'tesseract.js 7 jpn best_int',
    parallel: size,
    lettering: modelLettering,
    recognize: (crop, hint) => (isReadable(crop) ? pool.run({ crop, hint }) : Promise.resolve([])),
    close: () => pool.close(),
  }
}
