import { type Finding, type Format, readText, type Source, UnreadableError } from '@kyoyaku/core'
import { type Engine, recognizer } from './engine.ts'

export interface ReadOptions {
  /** Who recognises characters on page images; `auto` where absent. */
  engine?: Engine | undefined
  /** Lines recognised at once; one a core where absent. */
  jobs?: number
  /** Told how many page images are done, and of how many where that is known. */
  onPage?: (done: number, all?: number) => void
}

export type Reader = (bytes: Uint8Array, name: string, options: ReadOptions) => Promise<Source>

/** A PDF: its text, and that of pages which are images. */
const readPages: Reader = async (bytes, name, { engine = 'auto', jobs, onPage }) => {
  const { pageImages, readPdf, recognitionNeeds } = await import('@kyoyaku/pdf')
  const source = await readPdf(bytes, name)
  const needs = recognitionNeeds(source)
  if (needs.size === 0) return source
  const { recognizePages, untrustedPages } = await import('@kyoyaku/scan')
  const own = await recognizer(engine, jobs)
  const layers = new Set([...needs].flatMap(([number, need]) => (need === 'ocr-layer' ? [number] : [])))
  const findings: Finding[] = []
  let done = 0
  async function* images(): ReturnType<typeof pageImages> {
    for await (const image of pageImages(bytes, needs.keys())) {
      onPage?.(++done, needs.size)
      yield image
    }
  }
  const untrusted = untrustedPages(source, images(), layers, {
    recognizer: own,
    reject: (finding) => findings.push(finding),
  })
  const read = await recognizePages(source, untrusted, { recognizer: own })
  return findings.length > 0 ? { ...read, findings: [...findings, ...(read.findings ?? [])] } : read
}

const readImage: Reader = async (bytes, name, { engine = 'auto', jobs, onPage }) => {
  const { readScan } = await import('@kyoyaku/scan')
  return readScan(bytes, name, {
    recognizer: await recognizer(engine, jobs),
    ...(onPage ? { onProgress: (page: number) => onPage(page) } : {}),
  })
}

/** Who reads what, loaded on first use. A format without a row is told apart from text and refused by name. */
const readers: Readonly<Partial<Record<Format, Reader>>> = {
  text: readText,
  pdf: readPages,
  png: readImage,
  jpeg: readImage,
  tiff: readImage,
}

/** @throws {UnreadableError} unsupported, where this build has no reader for the format. */
export function readerOf(format: Format): Reader {
  const reader = readers[format]
  if (!reader) throw new UnreadableError('unsupported', { kind: format })
  return reader
}
