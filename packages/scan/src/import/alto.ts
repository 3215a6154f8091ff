import { around, boxOf, numberOf, shareOf } from './measures.ts'
import type { OcrBox, OcrDocument, OcrLine, OcrPage, OcrPiece, OcrTable } from './ocr-page.ts'
import { childrenOf, findAll, textOf, type XmlElement } from './xml-tree.ts'

const pointsAnInch = 72
/** Units to the point by their names; a pixel is as large as the page says. */
const scales: Readonly<Record<string, number>> = { mm10: 254 / pointsAnInch, inch1200: 1200 / pointsAnInch }

const boxOfElement = ({ attributes }: XmlElement): OcrBox | undefined => {
  const [x, y] = [numberOf(attributes.get('HPOS')), numberOf(attributes.get('VPOS'))]
  const [width, height] = [numberOf(attributes.get('WIDTH')), numberOf(attributes.get('HEIGHT'))]
  return boxOf(
    x,
    y,
    x !== undefined && width !== undefined ? x + width : undefined,
    y !== undefined && height !== undefined ? y + height : undefined,
  )
}

/** Confidence of each character as the format has it: a digit each, or numbers apart, 0 for sure and 9 for unsure. */
function confidencesOf(written: string | undefined, length: number): number[] | undefined {
  if (!written) return undefined
  const parts = written.trim().split(/\s+/u)
  const values = parts.length === length ? parts : [...parts.join('')]
  if (values.length !== length) return undefined
  return values.map((value) => 1 - (shareOf(value, 9) ?? 0))
}

function piecesOf(string: XmlElement): OcrPiece[] {
  const glyphs = childrenOf(string, 'Glyph')
  const text = string.attributes.get('CONTENT') ?? ''
  if (glyphs.length > 0 && glyphs.map((g) => g.attributes.get('CONTENT') ?? '').join('') === text)
    return glyphs.map((glyph) => ({
      text: glyph.attributes.get('CONTENT') ?? '',
      box: boxOfElement(glyph),
      confidence: shareOf(glyph.attributes.get('GC')) ?? shareOf(string.attributes.get('WC')),
    }))
  return [
    {
      text,
      box: boxOfElement(string),
      confidence: shareOf(string.attributes.get('WC')),
      confidences: confidencesOf(string.attributes.get('CC'), [...text].length),
    },
  ]
}

const lineOf = (line: XmlElement): OcrLine => ({
  words: childrenOf(line, 'String', 'HYP').map(piecesOf),
  box: boxOfElement(line),
})

/** Blocks of what is called a table are its cells. */
function tablesOf(page: XmlElement): OcrTable[] {
  const isTable = (e: XmlElement) => e.name === 'ComposedBlock' && /table/iu.test(e.attributes.get('TYPE') ?? '')
  return findAll(page, isTable)
    .map((table) => findAll(table, (e) => e.name === 'TextBlock').flatMap((cell) => boxOfElement(cell) ?? []))
    .filter((cells) => cells.length > 1)
}

function pageOf(page: XmlElement, scale: number | undefined): OcrPage {
  const lines = findAll(page, (e) => e.name === 'TextLine').map(lineOf)
  const inner = around(findAll(page, (e) => e.name === 'PrintSpace').flatMap((e) => boxOfElement(e) ?? []))
  return {
    width: numberOf(page.attributes.get('WIDTH')) ?? inner?.x1,
    height: numberOf(page.attributes.get('HEIGHT')) ?? inner?.y1,
    scale,
    lines,
    tables: tablesOf(page),
  }
}

/** ALTO of the Library of Congress, versions 2 to 4. */
export function readAlto(root: XmlElement): OcrDocument {
  const first = (name: string): string | undefined => {
    const found = findAll(root, (e) => e.name === name)[0]
    return found && textOf(found).trim()
  }
  const scale = scales[first('MeasurementUnit') ?? '']
  const engine = [first('softwareName'), first('softwareVersion')].filter(Boolean).join(' ')
  return {
    ...(engine ? { engine } : {}),
    pages: findAll(root, (e) => e.name === 'Page').map((page) => pageOf(page, scale)),
  }
}
