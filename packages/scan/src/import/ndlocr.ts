import { boxOf, numberOf, shareOf } from './measures.ts'
import type { OcrBox, OcrDocument, OcrLine, OcrPage } from './ocr-page.ts'
import { childrenOf, findAll, type XmlElement } from './xml-tree.ts'

function boxOfElement({ attributes }: XmlElement): OcrBox | undefined {
  const [x, y] = [numberOf(attributes.get('X')), numberOf(attributes.get('Y'))]
  const [width, height] = [numberOf(attributes.get('WIDTH')), numberOf(attributes.get('HEIGHT'))]
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined
  return boxOf(x, y, x + width, y + height)
}

/** Lines of the text, and headers and page numbers, which are blocks that say something. */
const saysSomething = (e: XmlElement): boolean =>
  (e.name === 'LINE' || e.name === 'BLOCK') && (e.attributes.get('STRING') ?? '').trim() !== ''

/** Readings of kana beside kanji: the text holds what they read. */
const isReading = (e: XmlElement): boolean => e.attributes.get('TYPE') === 'ルビ'

const lineOf = (line: XmlElement): OcrLine => ({
  words: [[{ text: line.attributes.get('STRING') ?? '', confidence: shareOf(line.attributes.get('CONF')) }]],
  box: boxOfElement(line),
})

const pageOf = (page: XmlElement): OcrPage => ({
  width: numberOf(page.attributes.get('WIDTH')),
  height: numberOf(page.attributes.get('HEIGHT')),
  lines: findAll(page, saysSomething)
    .filter((line) => !isReading(line))
    .map(lineOf),
  // A table is a region without cells: nothing is known of its rules.
  tables: [],
})

/** XML of NDLOCR, the engine of the National Diet Library, and of its small sister. */
export function readNdlocr(root: XmlElement): OcrDocument {
  const pages = root.name === 'PAGE' ? [root] : childrenOf(root, 'PAGE')
  return { engine: 'NDLOCR', pages: pages.map(pageOf) }
}
