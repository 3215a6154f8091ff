import { type Finding, formatOf, type PageImage, type Source, type SourcePage, UnreadableError } from '@kyoyaku/core'
import { decodeImages, type LostPage } from './image/decode-images.ts'
import { readPage } from './page/read-page.ts'
import { sourcePage } from './page/source-of-pages.ts'
import type { Recognizer } from './recognize/recognizer.ts'

export interface ScanOptions {
  /** Reads the characters; it is not closed. */
  recognizer: Recognizer
  /** Told the number of each page that is done. */
  onProgress?: (page: number) => void
}

/** Pages of images read one after the other, each as part of a text that begins at `start`. */
async function readImages(
  images: AsyncIterable<PageImage | LostPage>,
  { recognizer, onProgress }: ScanOptions,
): Promise<{ text: string; pages: SourcePage[]; findings: Finding[] }> {
  let text = ''
  const pages: SourcePage[] = []
  const findings: Finding[] = []
  for await (const image of images) {
    if (pages.length > 0) text += '\f'
    if ('lost' in image) {
      const { number } = image
      pages.push({ number, span: [text.length, text.length] })
      findings.push({ code: 'page-unreadable', data: { page: number, confidence: 0 }, at: { page: number } })
    } else {
      const read = await readPage(image, recognizer)
      const own = sourcePage(read, text.length, recognizer.name)
      text += own.text
      pages.push(own.page)
      findings.push(...read.findings)
    }
    onProgress?.(image.number)
  }
  return { text, pages, findings }
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, '0')).join('')
}

/**
 * An image file (PNG, JPEG, TIFF of many pages) as a source: characters with their boxes and confidences, rules, marks.
 * Boxes are in points of the upright page; the few degrees that a page lay askew in the scanner are taken out of them.
 * Of several pages those that cannot be decoded come out empty and are reported.
 * @throws {UnreadableError} empty (nothing on any page), unsupported, too-large (pixels), damaged
 */
export async function readScan(bytes: Uint8Array, name: string, options: ScanOptions): Promise<Source> {
  const { text, pages, findings } = await readImages(decodeImages(bytes), options)
  const format = formatOf(bytes)
  if (findings.length === 0 && text.trim() === '') throw new UnreadableError('empty', { kind: format })
  return {
    info: { name, sha256: await sha256(bytes), format, pages: pages.length, textLayer: 'ocr' },
    text,
    pages,
    ...(findings.length > 0 ? { findings } : {}),
  }
}
