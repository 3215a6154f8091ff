import { type Format, formatOf, readText, type Source, UnreadableError } from '@kyoyaku/core'
import { type Engine, type EngineOptions, recognizer } from './engine.ts'

export interface ReadOptions extends EngineOptions {
  /** Who recognises characters on page images; `auto` where absent. */
  engine?: Engine | undefined
  /** What another program recognised on the page images. */
  told?: Source | undefined
  /** Told how many page images are done, and of how many where that is known. */
  onPage?: (done: number, all?: number) => void
}

export type Reader = (bytes: Uint8Array, name: string, options: ReadOptions) => Promise<Source>

/** Bytes from which on a PDF has hundreds of pages: much passes through of which little is kept. */
const longPdf = 8 * 2 ** 20

/** A source that says something; of one that does not nothing could be reported. */
function withText(source: Source): Source {
  if (source.text.trim() === '' && !source.findings?.length)
    throw new UnreadableError('empty', { kind: source.info.format })
  return source
}

/** A PDF: its text, and that of pages which are images. */
const readPages: Reader = async (bytes, name, { engine = 'auto', onPage, told, ...options }) => {
  if (bytes.length >= longPdf) (await import('./commands/small-heap.ts')).keepHeapSmall()
  const { pageImages, pagesWithPictures, pictureImages, readPdf, recognitionNeeds } = await import('@kyoyaku/pdf')
  const source = await readPdf(bytes, name)
  const needs = recognitionNeeds(source)
  const pictures = new Set(pagesWithPictures(source))
  const pictured = pictureImages(bytes, pictures)
  // Most pictures are photographs, for which nobody has to be started who reads.
  const first = pictures.size > 0 ? await pictured.next() : undefined
  if (needs.size === 0 && first?.value === undefined)
    return withText(told ? { ...source, findings: [{ code: 'text-layer-rejected', data: {} }] } : source)
  const { recognizePages } = await import('@kyoyaku/scan')
  const own = await recognizer(engine, options)
  const layers = new Set([...needs].flatMap(([number, need]) => (need === 'ocr-layer' ? [number] : [])))
  let done = 0
  const onProgress = (): void => onPage?.(++done, pictures.size > 0 ? undefined : needs.size)
  async function* images(): ReturnType<typeof pageImages> {
    if (first?.value) yield first.value
    if (pictures.size > 0) yield* pictured
    if (needs.size > 0) yield* pageImages(bytes, needs.keys())
  }
  return withText(
    await recognizePages(source, images(), {
      recognizer: own,
      layers,
      pictures,
      onProgress,
      ...(told ? { told } : {}),
    }),
  )
}

const readImage: Reader = async (bytes, name, { engine = 'auto', onPage, told, ...options }) => {
  const { readScan } = await import('@kyoyaku/scan')
  return readScan(bytes, name, {
    recognizer: await recognizer(engine, options),
    ...(told ? { told } : {}),
    ...(onPage ? { onProgress: (page: number) => onPage(page) } : {}),
  })
}

/** Past a byte order mark and an empty line or two, XML begins with this. */
const xmlStart = /^(?:\ufeff|ï»¿)?\s{0,8}</u
export const looksLikeXml = (bytes: Uint8Array): boolean =>
  xmlStart.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64)))

/** Text, or what another program recognised: ALTO, hOCR, PAGE XML and its like are text too. */
const readTextOrXml: Reader = async (bytes, name) => {
  if (!looksLikeXml(bytes)) return readText(bytes, name)
  const { isOcrXml, readOcrXml } = await import('@kyoyaku/scan')
  return isOcrXml(bytes) ? readOcrXml(bytes, name) : readText(bytes, name)
}

/** Who reads what, loaded on first use. A format without a row is told apart from text and refused by name. */
const readers: Readonly<Partial<Record<Format, Reader>>> = {
  text: readTextOrXml,
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

/**
 * What another program recognised on the pages of a document.
 * @throws {UnreadableError} unsupported, for anything else
 */
export async function readOcr(bytes: Uint8Array, name: string): Promise<Source> {
  const format = formatOf(bytes)
  if (format !== 'text') throw new UnreadableError('unsupported', { kind: format })
  const told = await readTextOrXml(bytes, name, {})
  if (told.info.textLayer !== 'ocr') throw new UnreadableError('unsupported', { kind: told.info.format })
  return told
}
