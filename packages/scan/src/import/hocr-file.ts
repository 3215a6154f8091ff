import { boxOf, numberOf, shareOf } from './measures.ts'
import type { OcrBox, OcrDocument, OcrLine, OcrPage, OcrPiece } from './ocr-page.ts'
import { findAll, textOf, type XmlElement } from './xml-tree.ts'

const pointsAnInch = 72

const lineClasses = ['ocr_line', 'ocrx_line', 'ocr_header', 'ocr_footer', 'ocr_caption', 'ocr_textfloat']

const hasClass = (element: XmlElement, ...names: string[]): boolean =>
  (element.attributes.get('class') ?? '').split(/\s+/u).some((name) => names.includes(name))

/** Properties of an element as hOCR writes them: `bbox 1 2 3 4; x_wconf 95`. */
function propertiesOf(element: XmlElement): ReadonlyMap<string, string[]> {
  const parts = (element.attributes.get('title') ?? '').split(';').map((part) => part.trim().split(/\s+/u))
  return new Map(parts.map(([name = '', ...values]) => [name, values]))
}

const boxFrom = (values: readonly string[] | undefined): OcrBox | undefined => {
  const [x0, y0, x1, y1] = (values ?? []).map(numberOf)
  return boxOf(x0, y0, x1, y1)
}

/** Characters of a word with boxes of their own, where the engine was asked for them; the choices below them are no text. */
function charactersOf(word: XmlElement): OcrPiece[] {
  return findAll(word, (e) => hasClass(e, 'ocrx_cinfo')).flatMap((e): OcrPiece[] => {
    const properties = propertiesOf(e)
    const box = boxFrom(properties.get('x_bboxes') ?? properties.get('bbox'))
    const text = textOf(e).trim()
    if (!box || text === '') return []
    return [{ text, box, confidence: shareOf((properties.get('x_conf') ?? properties.get('x_confs'))?.[0], 100) }]
  })
}

function wordOf(word: XmlElement): OcrPiece[] {
  const characters = charactersOf(word)
  const properties = propertiesOf(word)
  const confidence = shareOf(properties.get('x_wconf')?.[0], 100)
  if (characters.length > 0) return characters.map((c) => ({ ...c, confidence: c.confidence ?? confidence }))
  const text = textOf(word).trim()
  const each = (properties.get('x_confs') ?? []).map((value) => shareOf(value, 100) ?? 0)
  const confidences = each.length === [...text].length ? each : undefined
  return text === '' ? [] : [{ text, box: boxFrom(properties.get('bbox')), confidence, confidences }]
}

function lineOf(line: XmlElement): OcrLine {
  const words = findAll(line, (e) => hasClass(e, 'ocrx_word', 'ocr_word'))
  const box = boxFrom(propertiesOf(line).get('bbox'))
  if (words.length > 0) return { words: words.map(wordOf).filter((pieces) => pieces.length > 0), box }
  return { words: [wordOf(line)], box }
}

function pageOf(page: XmlElement): OcrPage {
  const properties = propertiesOf(page)
  const box = boxFrom(properties.get('bbox'))
  const resolution = numberOf(properties.get('scan_res')?.[0])
  return {
    width: box?.x1,
    height: box?.y1,
    scale: resolution !== undefined && resolution > 0 ? resolution / pointsAnInch : undefined,
    lines: findAll(page, (e) => hasClass(e, ...lineClasses)).map(lineOf),
    tables: [],
  }
}

/** hOCR, as tesseract, ocropy and kraken write it. */
export function readHocrFile(root: XmlElement): OcrDocument {
  const system = findAll(root, (e) => e.name === 'meta' && e.attributes.get('name') === 'ocr-system')[0]
  const engine = system?.attributes.get('content')
  return { ...(engine ? { engine } : {}), pages: findAll(root, (e) => hasClass(e, 'ocr_page')).map(pageOf) }
}
