import { hash } from 'node:crypto'
import type { Source, SourcePage } from '@kyoyaku/core'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Font, plainFont } from './graphics-state.ts'
import { matrixOf } from './matrix.ts'
import { openPdf, type PdfPassword } from './open-pdf.ts'
import { type PageSetup, type ReadPage, readPage } from './page-reading.ts'
import { loadPdfjs, type Pdfjs } from './pdfjs.ts'
import { symbolsOf } from './symbol-font.ts'

export type ReadPdfOptions = PdfPassword

interface FontData {
  name?: unknown
  vertical?: unknown
  composite?: unknown
  isType3Font?: unknown
  fontMatrix?: unknown
  clearData?: () => void
}

/** The font with pdfjs's name for it; a plain one where it could not be loaded. */
function fontOf(page: PDFPageProxy, id: string): Font {
  let data: FontData = {}
  try {
    data = (page.commonObjs.get(id) ?? {}) as FontData
    // Its outlines, which pdfjs keeps for drawing, are not asked for.
    data.clearData?.()
  } catch {
    // Not resolved: the font is broken and its characters come with what widths they have.
  }
  const unit = (data.fontMatrix as readonly unknown[] | undefined)?.[0]
  return {
    ...plainFont(id),
    vertical: data.vertical === true,
    unit: typeof unit === 'number' && unit > 0 ? unit : 0.001,
    symbols: typeof data.name === 'string' ? symbolsOf(data.name) : undefined,
    numbered: data.composite === true || data.isType3Font === true,
  }
}

async function readOne(
  pdfjs: Pdfjs,
  page: PDFPageProxy,
  start: number,
  fonts: Map<string, Font>,
  isShown: PageSetup['isShown'],
): Promise<ReadPage> {
  const viewport = page.getViewport({ scale: 1 })
  const font = (id: string): Font => {
    const known = fonts.get(id) ?? fontOf(page, id)
    fonts.set(id, known)
    return known
  }
  const setup = {
    width: viewport.width,
    height: viewport.height,
    base: matrixOf(viewport.transform),
    start,
    font,
    fonts,
    isShown,
  }
  try {
    const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE })
    return readPage(setup, pdfjs.OPS, list)
  } catch {
    // A page whose content is damaged is read as an empty one; its neighbours are not lost with it.
    return readPage(setup, pdfjs.OPS, noOperations)
  }
}

/** Which of a document's layers are shown; all of them where it does not say. */
async function layersOf(document: PDFDocumentProxy): Promise<PageSetup['isShown']> {
  try {
    const layers = await document.getOptionalContentConfig({ intent: 'display' })
    return (layer) => {
      try {
        return layers.isVisible(layer)
      } catch {
        return true
      }
    }
  } catch {
    return () => true
  }
}

/** Pages of an opened document one after the other, each let go of before the next. */
async function* pagesOf(
  pdfjs: Pdfjs,
  document: PDFDocumentProxy,
): AsyncGenerator<{ page: SourcePage; read: ReadPage }> {
  let start = 0
  const isShown = await layersOf(document)
  const fonts = new Map<string, Font>()
  for (let number = 1; number <= document.numPages; number++) {
    let read: ReadPage
    try {
      const page = await document.getPage(number)
      read = await readOne(pdfjs, page, start, fonts, isShown)
      page.cleanup()
    } catch {
      read = readPage(
        { width: 0, height: 0, base: [1, 0, 0, 1, 0, 0], start, font: plainFont, fonts: new Map(), isShown },
        pdfjs.OPS,
        noOperations,
      )
    }
    yield { page: { number, span: [start, start + read.text.length], glyphs: read.glyphs }, read }
    start += read.text.length + 1
  }
}

const noOperations = { fnArray: [], argsArray: [] }

/** A layer is the work of text recognition where this share of its characters is not painted. */
const hiddenShare = 0.9

function textLayerOf(shown: number, hidden: number): Source['info']['textLayer'] {
  if (shown === 0 || hidden === 0) return 'digital'
  return hidden / shown >= hiddenShare ? 'ocr' : 'mixed'
}

/**
 * A PDF as a source: its text in drawing order, pages parted by form feeds, with the place, font and colour of every character,
 * and the lines and areas around them. Throws UnreadableError where the file cannot be opened; a damaged page comes out empty.
 */
export async function readPdf(bytes: Uint8Array, name: string, options: ReadPdfOptions = {}): Promise<Source> {
  const pdfjs = await loadPdfjs()
  const document = await openPdf(pdfjs, bytes, options)
  try {
    const pages: SourcePage[] = []
    const texts: string[] = []
    let [shown, hidden] = [0, 0]
    for await (const { page, read } of pagesOf(pdfjs, document)) {
      pages.push(page)
      texts.push(read.text)
      shown += read.shown
      hidden += read.hidden
    }
    return {
      info: {
        name,
        sha256: hash('sha256', bytes),
        format: 'pdf',
        pages: pages.length,
        textLayer: textLayerOf(shown, hidden),
      },
      text: texts.join('\f'),
      pages,
    }
  } finally {
    await document.loadingTask.destroy()
  }
}
