import { around, boxOf, boxOfPoints, numberOf, shareOf } from './measures.ts'
import type { OcrBox, OcrDocument, OcrLine, OcrPage, OcrPiece, OcrTable } from './ocr-page.ts'
import { childrenOf, findAll, textOf, type XmlElement } from './xml-tree.ts'

const pointsAnInch = 72
const centimetresAnInch = 2.54

/** Outlines are one attribute of points, or an element for each point in the oldest files. */
function boxOfElement(element: XmlElement): OcrBox | undefined {
  const [outline] = childrenOf(element, 'Coords')
  if (!outline) return undefined
  const written = boxOfPoints(outline.attributes.get('points'))
  if (written) return written
  const points = childrenOf(outline, 'Point').flatMap(({ attributes }): OcrBox[] => {
    const [x, y] = [numberOf(attributes.get('x')), numberOf(attributes.get('y'))]
    return x === undefined || y === undefined ? [] : [{ x0: x, y0: y, x1: x, y1: y }]
  })
  const all = around(points)
  return all && boxOf(all.x0, all.y0, all.x1, all.y1)
}

/** The text of an element: the reading that the file puts first. */
function readingOf(element: XmlElement): OcrPiece | undefined {
  const readings = childrenOf(element, 'TextEquiv')
  const rank = (e: XmlElement): number => numberOf(e.attributes.get('index')) ?? 0
  const [best] = readings.toSorted((a, b) => rank(a) - rank(b))
  const [text] = best ? childrenOf(best, 'Unicode', 'PlainText') : []
  if (!best || !text) return undefined
  return { text: textOf(text), box: boxOfElement(element), confidence: shareOf(best.attributes.get('conf')) }
}

/** The characters of a word one by one where the file has them and they spell the word. */
function piecesOf(word: XmlElement): OcrPiece[] {
  const whole = readingOf(word)
  const glyphs = childrenOf(word, 'Glyph').flatMap((glyph) => readingOf(glyph) ?? [])
  const spelt = glyphs.map((g) => g.text).join('')
  if (glyphs.length > 0 && (!whole || spelt === whole.text)) return glyphs
  return whole ? [whole] : []
}

/** A line goes by its words where they say what the line says: a corrected line leaves old words behind. */
function wordsOf(line: XmlElement): OcrPiece[][] {
  const whole = readingOf(line)
  const words = childrenOf(line, 'Word').map(piecesOf)
  const letters = (text: string): string => text.replace(/\s/gu, '')
  const spelt = letters(words.flatMap((pieces) => pieces.map((p) => p.text)).join(''))
  if (spelt !== '' && (!whole || spelt === letters(whole.text))) return words
  return whole ? [[whole]] : []
}

const downwards = (element: XmlElement): boolean | undefined => {
  const direction = element.attributes.get('readingDirection')
  return direction === undefined ? undefined : direction === 'top-to-bottom'
}

/** Lines of a region and of those inside; a region with text of its own alone has lines of unknown place inside its box. */
function linesOf(region: XmlElement, vertical: boolean | undefined): OcrLine[] {
  const own = downwards(region) ?? vertical
  const lines = childrenOf(region).flatMap((child): OcrLine[] => {
    if (child.name === 'TextLine')
      return [{ words: wordsOf(child), box: boxOfElement(child), vertical: downwards(child) ?? own }]
    return child.name.endsWith('Region') ? linesOf(child, own) : []
  })
  if (lines.length > 0) return lines
  const whole = readingOf(region)
  if (!whole) return []
  const rows = whole.text.split('\n').filter((row) => row.trim() !== '')
  const { box } = whole
  return rows.map((text, i) => {
    const row = box && {
      ...box,
      y0: box.y0 + ((box.y1 - box.y0) * i) / rows.length,
      y1: box.y0 + ((box.y1 - box.y0) * (i + 1)) / rows.length,
    }
    return { words: [[{ ...whole, text, box: row }]], box: row, vertical: own }
  })
}

/** Regions inside what is called a table are its cells. */
function tablesOf(page: XmlElement): OcrTable[] {
  return findAll(page, (e) => e.name === 'TableRegion')
    .map((table) => childrenOf(table, 'TextRegion').flatMap((cell) => boxOfElement(cell) ?? []))
    .filter((cells) => cells.length > 1)
}

/** Pixels to the point, where the file says how fine the image is. */
function scaleOf({ attributes }: XmlElement): number | undefined {
  const resolution = numberOf(attributes.get('imageXResolution'))
  if (resolution === undefined || resolution <= 0) return undefined
  const unit = attributes.get('imageResolutionUnit')
  if (unit === 'PPCM') return (resolution * centimetresAnInch) / pointsAnInch
  return unit === undefined || unit === 'PPI' ? resolution / pointsAnInch : undefined
}

const pageOf = (page: XmlElement): OcrPage => ({
  width: numberOf(page.attributes.get('imageWidth')),
  height: numberOf(page.attributes.get('imageHeight')),
  scale: scaleOf(page),
  lines: childrenOf(page).flatMap((child) => (child.name.endsWith('Region') ? linesOf(child, undefined) : [])),
  tables: tablesOf(page),
})

/** PAGE XML of PRImA, of any year. */
export function readPageXml(root: XmlElement): OcrDocument {
  const [creator] = findAll(root, (e) => e.name === 'Creator')
  const engine = creator && textOf(creator).trim()
  return { ...(engine ? { engine } : {}), pages: childrenOf(root, 'Page').map(pageOf) }
}
