import { hash } from 'node:crypto'
import {
  type Finding,
  formatOf,
  isLost,
  type LostPage,
  type PageImage,
  type Source,
  type SourcePage,
  UnreadableError,
} from '@kyoyaku/core'
import { decodeImages } from './image/decode-images.ts'
import { pageLost } from './page/page-loss.ts'
import { readAhead } from './page/read-ahead.ts'
import { readSheet } from './page/read-sheet.ts'
import { sourcePage } from './page/source-of-pages.ts'
import type { Recognizer } from './recognize/recognizer.ts'
import { toldInVain, toldOf } from './text-layer/told-source.ts'

export interface ScanOptions {
  /** Reads the characters; it is not closed. */
  recognizer: Recognizer
  /** Told the number of each page that is done. */
  onProgress?: (page: number) => void
  /** What another program read on these pages, with its places: its characters are taken, rules and marks are those of the images. */
  told?: Source
}

/** Pages of images in their order, as one text. */
async function readImages(
  images: AsyncIterable<PageImage | LostPage>,
  { recognizer, onProgress, told }: ScanOptions,
): Promise<{ text: string; pages: SourcePage[]; count: number; findings: Finding[] }> {
  let text = ''
  const pages: SourcePage[] = []
  const findings: Finding[] = []
  const read = readAhead(images, async (image) => ({
    number: image.number,
    sheet: isLost(image) ? undefined : await readSheet(image, recognizer, undefined, toldOf(told, image.number)),
  }))
  let count = 0
  for await (const { number, sheet } of read) {
    count = number
    if (!sheet) {
      if (pages.length > 0) text += '\f'
      pages.push({ number, span: [text.length, text.length] })
      findings.push(pageLost(number))
    }
    for (const page of sheet ?? []) {
      if (pages.length > 0) text += '\f'
      const own = sourcePage(page, text.length, recognizer.name)
      text += own.text
      pages.push(own.page)
      findings.push(...page.findings)
    }
    onProgress?.(number)
  }
  findings.push(...toldInVain(told, (number) => number <= count))
  return { text, pages, count, findings }
}

/**
 * An image file (PNG, JPEG, TIFF of many pages) as a source: characters with their boxes and confidences, rules, marks.
 * Boxes are in points of the upright page; the few degrees that a page lay askew in the scanner are taken out of them.
 * Of several pages those that cannot be decoded come out empty and are reported.
 * @throws {UnreadableError} empty (nothing on any page), unsupported, too-large (pixels), damaged
 */
export async function readScan(bytes: Uint8Array, name: string, options: ScanOptions): Promise<Source> {
  const { text, pages, count, findings } = await readImages(decodeImages(bytes), options)
  const format = formatOf(bytes)
  if (findings.length === 0 && text.trim() === '') throw new UnreadableError('empty', { kind: format })
  return {
    info: { name, sha256: hash('sha256', bytes), format, pages: count, textLayer: 'ocr' },
    text,
    pages,
    ...(findings.length > 0 ? { findings } : {}),
  }
}
