import { type Box, type LostPage, type PageImage, UnreadableError } from '@kyoyaku/core'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { composed, type PlacedImage, resolutionOf } from './composed-page.ts'
import { cutJbig2 } from './cut-jbig2.ts'
import {
  channelsOf,
  decodedImage,
  type Lie,
  onSheet,
  type Pixels,
  pixelLimit,
  pixelsOf,
  turned,
} from './image-pixels.ts'
import { filledUp, isEven, paperFrom } from './lost-pixels.ts'
import { type Matrix, matrixOf } from './matrix.ts'
import { openPdf, type PdfPassword } from './open-pdf.ts'
import { operationsOf, paintedImages } from './painted-image.ts'
import { loadPdfjs, type Pdfjs } from './pdfjs.ts'
import { withoutPhotographs } from './photographs.ts'
import { isPicture } from './recognition-need.ts'
import { renderPages } from './render-page.ts'
import { mayHoldWriting } from './written-picture.ts'

export interface PageImagesOptions extends PdfPassword {
  /** Resolution of pages that have to be drawn; 300 where absent. */
  dpi?: number
}

/** Of the page's area: a smaller image is a picture on it. */
const coverShare = 0.8
/** Of the size of an image: what strays less from the axes is rounding. */
const straight = 1e-3
/** An image that leaves the page's edge by less than this share of it is the page. */
const edgeShare = 0.005
const pointsAnInch = 72
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

/** The part of an image's box that its rows from a share of them on stand in. */
function boxBelow({ box: [x0, y0, x1, y1], lie }: { box: Box; lie: Lie }, share: number): Box {
  const part = (from: number, to: number, mirrored: boolean): [number, number] =>
    mirrored ? [from, to - (to - from) * share] : [from + (to - from) * share, to]
  const [left, right] = lie.swapped ? part(x0, x1, lie.mirroredX) : [x0, x1]
  const [top, bottom] = lie.swapped ? [y0, y1] : part(y0, y1, lie.mirroredY)
  return [left, top, right, bottom]
}

/** What a page shows of images, decoded. */
interface SeenPage {
  width: number
  height: number
  /** In the order they are painted in. */
  placed: PlacedImage[]
  /** Boxes of those that could not be decoded. */
  lost: Box[]
  /** All there is to see are these images. */
  isWhole: boolean
}

async function seenPage(
  pdfjs: Pdfjs,
  document: PDFDocumentProxy,
  number: number,
  cut: ReadonlySet<string>,
): Promise<SeenPage> {
  const page = await document.getPage(number)
  try {
    const { width, height, transform } = page.getViewport({ scale: 1 })
    const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE })
    const { images, overpainted } = paintedImages(matrixOf(transform), operationsOf(pdfjs, list))
    const seen: SeenPage = { width, height, placed: [], lost: [], isWhole: !overpainted && width > 0 && height > 0 }
    for (const { matrix, object, ink } of images) {
      const place = placeOf(matrix)
      const image = place && decodedImage(await objectOf(page, object))
      if (!place) seen.isWhole = false
      else if (image) {
        const ended =
          filledUp({ ...image, channels: channelsOf(image) }) ??
          (cut.has(`${image.width} ${image.height}`) && !channelsOf(image) ? paperFrom(image) : undefined)
        if (ended !== undefined) seen.lost.push(boxBelow(place, ended))
        seen.placed.push({ image, ...place, ...(ink === undefined ? {} : { ink }) })
      } else seen.lost.push(place.box)
    }
    return seen
  } finally {
    page.cleanup()
  }
}

/** Share of a page that images stand on, each counted for itself. */
function coverOf({ width, height }: SeenPage, boxes: readonly Box[]): number {
  const area = boxes.reduce(
    (n, [x0, y0, x1, y1]) =>
      n + Math.max(0, Math.min(x1, width) - Math.max(x0, 0)) * Math.max(0, Math.min(y1, height) - Math.max(y0, 0)),
    0,
  )
  return area / (width * height)
}

const black = '#000000'

/** The pixels of a page that is nothing but images, as many as the finest have; undefined where it has to be drawn. */
function pixelsOfPage(page: SeenPage): Pixels | undefined {
  const { width, height, placed } = page
  const [first] = placed
  if (!page.isWhole || !first || coverOf(page, [...placed.map((p) => p.box), ...page.lost]) < coverShare)
    return undefined
  if (placed.length === 1 && (first.ink ?? black) === black) {
    const pixels = pixelsOf(first.image)
    return pixels && asPage(turned(pixels, first.lie), first.box, page)
  }
  const scale = Math.min(resolutionOf(placed), Math.sqrt(pixelLimit / (width * height)))
  return composed(placed, { width: Math.round(width * scale), height: Math.round(height * scale), scale })
}

/** The image that a page is, straight out of the file. */
function embeddedImage(number: number, page: SeenPage): PageImage | undefined {
  const pixels = pixelsOfPage(page)
  if (!pixels) return undefined
  const { width, height, lost } = page
  return { number, ...pixels, page: { width, height }, ...(lost.length > 0 ? { lost } : {}) }
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

/** The darker of two pictures of the same size, pixel by pixel. */
function darkened(drawn: PageImage, over: Pixels): void {
  const per = drawn.channels / over.channels
  for (let i = 0; i < drawn.data.length; i++) {
    const other = over.data[per === 3 ? Math.floor(i / 3) : i] as number
    if (other < (drawn.data[i] as number)) drawn.data[i] = other
  }
}

/** Longer pages (in points) than A3 whose images have a pixel to the point are none of such paper: drawing them larger shows no more. */
const longestPaper = 1200
const samePixel = 0.02
const isInPixels = ({ width, height, placed }: SeenPage): boolean =>
  Math.max(width, height) > longestPaper && placed.length > 0 && Math.abs(resolutionOf(placed) - 1) < samePixel

/** Name of the coding of whose forms the renderer leaves one out without a word; dictionaries of streams are never compressed. */
const jbig2 = 'JBIG2Decode'

/** A page as it is drawn, in colour where it has any: red seals are told apart by it. What the renderer leaves out is put in. */
async function* drawnPage(
  bytes: Uint8Array,
  number: number,
  seen: SeenPage | undefined,
  options: PageImagesOptions,
): AsyncGenerator<PageImage | LostPage> {
  const dpi = seen && isInPixels(seen) ? pointsAnInch : options.dpi
  for await (const image of renderPages(bytes, [number], { ...options, ...(dpi ? { dpi } : {}), color: true })) {
    const { width, height, page } = image
    if (seen && seen.placed.length > 0 && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(jbig2)) {
      const over = composed(seen.placed, { width, height, scale: width / (page?.width ?? width) })
      if (over) darkened(image, over)
    }
    const own = { ...image, ...pixelsOf({ width, height, data: image.data, kind: 2 }) }
    const scale = width / (page?.width ?? width)
    const lost = (seen?.lost ?? []).filter((box) => isEven(own, box.map((n) => n * scale) as unknown as Box))
    const ended = filledUp(own)
    if (ended !== undefined && page) lost.push([0, ended * page.height, page.width, page.height])
    const isBlank = !seen?.placed.length && isEven(own, [0, 0, width, height])
    yield isBlank ? lostPage(number) : { ...own, ...(lost.length > 0 ? { lost } : {}) }
    return
  }
  yield lostPage(number)
}

const lostPage = (number: number): LostPage => ({ number, lost: new UnreadableError('damaged', { kind: 'pdf' }) })

/**
 * Pages of a PDF as pixels, one after the other. A page that is nothing but images comes as these, at their own resolution and as they are
 * seen on the page; any other is drawn at `dpi`, grey where it has no colour to speak of. `numbers` are 1-based, those of no page are left out.
 * Where images of a page cannot be decoded it says so, and a page that shows nothing for that is lost.
 * Throws UnreadableError where the file cannot be opened.
 */
export async function* pageImages(
  bytes: Uint8Array,
  numbers: Iterable<number>,
  options: PageImagesOptions = {},
): AsyncGenerator<PageImage | LostPage> {
  const pdfjs = await loadPdfjs()
  const document = await openPdf(pdfjs, bytes, options, { maxImageSize: pixelLimit })
  const cut = cutJbig2(bytes)
  try {
    for (const number of numbers) {
      if (!Number.isInteger(number) || number < 1 || number > document.numPages) continue
      const seen = await withCanvas(() => seenPage(pdfjs, document, number, cut)).catch(() => undefined)
      const embedded = seen && embeddedImage(number, seen)
      if (embedded) yield embedded
      else yield* drawnPage(bytes, number, seen, options)
    }
  } finally {
    await document.loadingTask.destroy()
  }
}

/** A white page with a pixel to the point: nothing of what stands on it could be decoded. */
function blankPage({ width, height }: SeenPage): Pixels {
  const [w, h] = [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))]
  return { width: w, height: h, channels: 1, data: new Uint8Array(w * h).fill(255) }
}

/**
 * The pictures of pages that have text as well, as they stand on otherwise white paper; pages with none that may hold writing are left out.
 * Pictures that cannot be decoded are `lost`: what they held nobody knows.
 */
export async function* pictureImages(
  bytes: Uint8Array,
  numbers: Iterable<number>,
  options: PageImagesOptions = {},
): AsyncGenerator<PageImage> {
  const pdfjs = await loadPdfjs()
  const document = await openPdf(pdfjs, await withoutPhotographs(bytes), options, { maxImageSize: pixelLimit })
  const cut = cutJbig2(bytes)
  try {
    for (const number of numbers) {
      const seen = await withCanvas(() => seenPage(pdfjs, document, number, cut)).catch(() => undefined)
      if (!seen) continue
      const { width, height } = seen
      const written = seen.placed.filter(mayHoldWriting)
      const lost = seen.lost.filter((box) => isPicture(seen, box))
      if (written.length === 0 && lost.length === 0) continue
      const scale = Math.min(resolutionOf(written), Math.sqrt(pixelLimit / (width * height)))
      const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
      const pixels = written.length > 0 ? composed(written, { ...size, scale }) : blankPage(seen)
      if (pixels) yield { number, ...pixels, page: { width, height }, ...(lost.length > 0 ? { lost } : {}) }
    }
  } finally {
    await document.loadingTask.destroy()
  }
}
