import type { Box, PageImage } from '@kyoyaku/core'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { decodedImage, type Lie, onSheet, type Pixels, pixelsOf, turned } from './image-pixels.ts'
import { type Matrix, matrixOf } from './matrix.ts'
import { openPdf, type PdfPassword } from './open-pdf.ts'
import { operationsOf, soleImage } from './painted-image.ts'
import { loadPdfjs, type Pdfjs } from './pdfjs.ts'
import { renderPages } from './render-page.ts'

export interface PageImagesOptions extends PdfPassword {
  /** Resolution of pages that have to be drawn; 300 where absent. */
  dpi?: number
}

/** A4 at 600 dpi: a larger image is drawn at the usual resolution instead, which is all that recognition uses. */
const pixelLimit = 40_000_000
/** Of the page's area: a smaller image is a picture on it. */
const coverShare = 0.8
/** Of the size of an image: what strays less from the axes is rounding. */
const straight = 1e-3
/** An image that leaves the page's edge by less than this share of it is the page. */
const edgeShare = 0.005
/** A decoded object that has not arrived after this long will not: its decoder failed silently. */
const patience = 20_000

/** Where an image stands and which way it lies; undefined where it is slanted. */
function placeOf([a, b, c, d, e, f]: Matrix): { box: Box; lie: Lie } | undefined {
  const size = Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d)
  const upright = Math.abs(b) + Math.abs(c) <= size * straight
  const swapped = Math.abs(a) + Math.abs(d) <= size * straight
  if (size === 0 || upright === swapped) return undefined
  const xs = [e, e + a + c]
  const ys = [f, f + b + d]
  // Rows of an image run from the top of its unit square, which is its far end in the y direction of the page's own space.
  return {
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    lie: upright
      ? { swapped: false, mirroredX: a < 0, mirroredY: d > 0 }
      : { swapped: true, mirroredX: c > 0, mirroredY: b < 0 },
  }
}

/** The pixels that lie on a page as those of the whole page: cut or filled up with paper where image and page differ. */
function asPage(pixels: Pixels, box: Box, page: { width: number; height: number }): Pixels {
  const [x0, y0, x1, y1] = box
  const off = Math.max(
    Math.abs(x0) / page.width,
    Math.abs(x1 - page.width) / page.width,
    Math.abs(y0) / page.height,
    Math.abs(y1 - page.height) / page.height,
  )
  if (off <= edgeShare) return pixels
  const perX = pixels.width / (x1 - x0)
  const perY = pixels.height / (y1 - y0)
  return onSheet(pixels, {
    width: Math.max(1, Math.round(page.width * perX)),
    height: Math.max(1, Math.round(page.height * perY)),
    left: Math.round(x0 * perX),
    top: Math.round(y0 * perY),
  })
}

/** A decoded object of a page. pdfjs calls back when it is there, and never where decoding failed without a word. */
function objectOf(page: PDFPageProxy, object: unknown): Promise<unknown> {
  if (typeof object !== 'string') return Promise.resolve(object)
  const store = object.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patience)
    store.get(object, (value: unknown) => {
      clearTimeout(timer)
      resolve(value)
    })
  })
}

/** The image that a page is, straight out of the file; undefined where the page has to be drawn. */
async function embeddedImage(pdfjs: Pdfjs, document: PDFDocumentProxy, number: number): Promise<PageImage | undefined> {
  const page = await document.getPage(number)
  try {
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE })
    const image = soleImage(matrixOf(transform), operationsOf(pdfjs, list))
    const place = image && placeOf(image.matrix)
    if (!image || !place || !(width > 0 && height > 0)) return undefined
    const [x0, y0, x1, y1] = place.box
    const covered =
      Math.max(0, Math.min(x1, width) - Math.max(x0, 0)) * Math.max(0, Math.min(y1, height) - Math.max(y0, 0))
    if (covered < width * height * coverShare) return undefined
    const decoded = decodedImage(await objectOf(page, image.object))
    const pixels = decoded && pixelsOf(decoded)
    if (!pixels) return undefined
    return { number, ...asPage(turned(pixels, place.lie), place.box, { width, height }), page: { width, height } }
  } finally {
    page.cleanup()
  }
}

/** A canvas of any size, as far as pdfjs asks: it decodes no image larger than the largest canvas at full size. */
class AnyCanvas {
  width = 0
  height = 0
  getContext(): unknown {
    return { fillRect: () => {}, getImageData: () => ({ data: [0, 0, 0, 255] }) }
  }
}

/** Runs `work` with a canvas for pdfjs to measure, unless the platform has one. */
async function withCanvas<T>(work: () => Promise<T>): Promise<T> {
  const scope = globalThis as { OffscreenCanvas?: unknown }
  if (scope.OffscreenCanvas !== undefined) return work()
  scope.OffscreenCanvas = AnyCanvas
  try {
    return await work()
  } finally {
    delete scope.OffscreenCanvas
  }
}

/** A page as it is drawn, in colour where it has any: red seals are told apart by it. */
async function* drawnPage(bytes: Uint8Array, number: number, options: PageImagesOptions): AsyncGenerator<PageImage> {
  for await (const image of renderPages(bytes, [number], { ...options, color: true })) {
    const { width, height, data } = image
    yield { ...image, ...pixelsOf({ width, height, data, kind: 2 }) }
  }
}

/**
 * Pages of a PDF as pixels, one after the other. A page that is one image comes as that image, at its own resolution and as it is
 * seen on the page; any other is drawn at `dpi`, grey where it has no colour to speak of. `numbers` are 1-based; a page that cannot be had is left out.
 * Throws UnreadableError where the file cannot be opened.
 */
export async function* pageImages(
  bytes: Uint8Array,
  numbers: Iterable<number>,
  options: PageImagesOptions = {},
): AsyncGenerator<PageImage> {
  const pdfjs = await loadPdfjs()
  const document = await openPdf(pdfjs, bytes, options, { maxImageSize: pixelLimit })
  try {
    for (const number of numbers) {
      if (!Number.isInteger(number) || number < 1 || number > document.numPages) continue
      const embedded = await withCanvas(() => embeddedImage(pdfjs, document, number)).catch(() => undefined)
      if (embedded) yield embedded
      else yield* drawnPage(bytes, number, options)
    }
  } finally {
    await document.loadingTask.destroy()
  }
}
