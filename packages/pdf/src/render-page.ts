import type { PDFiumDocument, PDFiumLibrary, PDFiumPage } from '@hyzyla/pdfium'
import { type PageImage, sizeLimit, UnreadableError } from '@kyoyaku/core'

export interface RenderOptions {
  /** Dots an inch; 300 where not given, lowered for a page that would have more than 40 million pixels. */
  dpi?: number
  /** Red, green and blue instead of grey. */
  color?: boolean
  password?: string
}

/** What engines of text recognition are trained on. */
const usualDpi = 300
/** A page of A3 at 450 dpi, A4 at 600: four times what recognition wants, and a few hundred MB at the most in colour. */
const pixelLimit = 40_000_000

const pointsAnInch = 72

let loading: Promise<PDFiumLibrary> | undefined

/** The renderer, with the program inside its package, started on first use. */
async function loadLibrary(): Promise<PDFiumLibrary> {
  loading ??= import('@hyzyla/pdfium').then(({ PDFiumLibrary }) => PDFiumLibrary.init())
  return loading
}

async function open(bytes: Uint8Array, password: string | undefined): Promise<PDFiumDocument> {
  if (bytes.length === 0) throw new UnreadableError('empty')
  if (bytes.length > sizeLimit) throw new UnreadableError('too-large', { size: bytes.length, limit: sizeLimit })
  const library = await loadLibrary()
  try {
    return await library.loadDocument(bytes, password)
  } catch (cause) {
    const locked = cause instanceof Error && cause.message.includes('password')
    throw new UnreadableError(locked ? 'locked' : 'damaged', { kind: 'pdf' })
  }
}

/** Pixels for a size in points: as many as asked for, fewer where the page is huge, never none. */
export function pixelsOf(width: number, height: number, dpi: number): { width: number; height: number } {
  const wanted = dpi / pointsAnInch
  const most = Math.sqrt(pixelLimit / Math.max(width * height, 1))
  const scale = Math.min(wanted, most)
  const side = (points: number) => Math.min(pixelLimit, Math.max(1, Math.round(points * scale)))
  return { width: side(width), height: side(height) }
}

/** Four bytes a pixel become three: paper is opaque. */
function withoutAlpha(data: Uint8Array): Uint8Array {
  const pixels = data.length >> 2
  const out = new Uint8Array(pixels * 3)
  for (let i = 0; i < pixels; i++) {
    out[3 * i] = data[4 * i] as number
    out[3 * i + 1] = data[4 * i + 1] as number
    out[3 * i + 2] = data[4 * i + 2] as number
  }
  return out
}

async function draw(page: PDFiumPage, number: number, options: RenderOptions): Promise<PageImage> {
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const size = pixelsOf(originalWidth, originalHeight, options.dpi ?? usualDpi)
  const colorSpace = options.color ? 'BGRA' : 'Gray'
  // A given size, because a scale would be applied to the size in whole points.
  const { data } = await page.render({ ...size, scale: 1, colorSpace, render: 'bitmap', renderFormFields: true })
  return {
    number,
    ...size,
    channels: options.color ? 3 : 1,
    data: options.color ? withoutAlpha(data) : data,
    page: { width: originalWidth, height: originalHeight },
  }
}

/**
 * Pages of a PDF drawn as they would be printed, one after the other: grey at 300 dpi where nothing else is asked for.
 * A page that would have more than 40 million pixels is drawn at a lower resolution, which its `width` over `page.width` tells.
 * `numbers` are 1-based; without them, every page. A page that is not there or cannot be drawn is left out.
 * Throws UnreadableError where the file cannot be opened.
 */
export async function* renderPages(
  bytes: Uint8Array,
  numbers?: Iterable<number>,
  options: RenderOptions = {},
): AsyncGenerator<PageImage> {
  const document = await open(bytes, options.password)
  let broken = false
  try {
    const count = document.getPageCount()
    for (const number of numbers ?? Array.from({ length: count }, (_, i) => i + 1)) {
      if (!Number.isInteger(number) || number < 1 || number > count) continue
      let image: PageImage
      try {
        image = await draw(document.getPage(number - 1), number, options)
      } catch (cause) {
        // A fault inside the renderer leaves its memory as it was in the middle of something.
        if (cause instanceof Error && cause.name === 'RuntimeError') {
          loading = undefined
          broken = true
          return
        }
        continue
      }
      yield image
    }
  } finally {
    if (!broken) document.destroy()
  }
}
