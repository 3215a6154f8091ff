import { readText, type Source, type SourcePage, UnreadableError } from '@kyoyaku/core'
import { layLines } from '../page/em-boxes.ts'
import { sourcePage } from '../page/source-of-pages.ts'
import { readAlto } from './alto.ts'
import { readHocrFile } from './hocr-file.ts'
import { layOutLine, plainText, unsaid } from './lay-out-line.ts'
import { around } from './measures.ts'
import { readNdlocr } from './ndlocr.ts'
import type { OcrDocument, OcrLine, OcrPage } from './ocr-page.ts'
import { readPageXml } from './page-xml.ts'
import { rulesOfTable } from './table-rules.ts'
import { parseXml, type XmlElement } from './xml-tree.ts'

/** Formats by the name of their root element, without its prefix. */
const formats: Readonly<Record<string, { name: string; read: (root: XmlElement) => OcrDocument }>> = {
  alto: { name: 'alto', read: readAlto },
  PcGts: { name: 'page-xml', read: readPageXml },
  OCRDATASET: { name: 'ndlocr', read: readNdlocr },
  html: { name: 'hocr', read: readHocrFile },
}

/** A header with its comments is no longer than this. */
const headLength = 16_384
const rootElement = /<(?:[A-Za-z][\w.-]{0,60}:)?(?<name>[A-Za-z]\w{0,30})[\s/>]/u
const notElements = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![^>]*>/gu
/** What makes a web page one of recognised text. */
const hocrSign = /\bocr(?:_page|-system|-capabilities)\b/u

/** The beginning as text: byte order marks and zero bytes of UTF-16 left out. */
const headOf = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes.subarray(0, headLength)).replace(/[\0\u00ef\u00bb\u00bf\u00fe\u00ff]/gu, '')

function formatNameOf(head: string): string | undefined {
  if (!/^\s*</u.test(head)) return undefined
  const name = rootElement.exec(head.replace(notElements, ''))?.groups?.name ?? ''
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined
  if (!format || (format.name === 'hocr' && !hocrSign.test(head))) return undefined
  return format.name
}

/** Whether a file is text recognised by another program: ALTO, hOCR, PAGE XML, or the XML of NDLOCR. */
export function isOcrXml(bytes: Uint8Array): boolean {
  return formatNameOf(headOf(bytes)) !== undefined
}

/** Long and short side of A4 in points: the size of pages whose files say nothing. */
const a4 = [841.89, 595.28] as const
const usualEm = 10.5

/** Pages with a longer side outside of this, in points, were not measured: engines write 70 dots an inch for want of a number. */
const plausibleSide = [200, 2400] as const

/** How many units of the file make a point. */
function scaleOf(page: OcrPage, width: number, height: number): number {
  const side = Math.max(width, height) / (page.scale ?? 0)
  if (page.scale !== undefined && side >= plausibleSide[0] && side <= plausibleSide[1]) return page.scale
  return Math.max(Math.max(width, height) / a4[0], Math.min(width, height) / a4[1]) || 1
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0

interface Part {
  text: string
  page: SourcePage
}

/** A page of which only the words are known, and how sure they are. */
function unplaced(lines: readonly OcrLine[], number: number, start: number, engine: string): Part {
  const texts = lines.map(plainText)
  const text = texts.join('\n')
  const confidences = new Float32Array(text.length).fill(1)
  let at = 0
  texts.forEach((own, i) => {
    const said = lines[i]?.words.flat().flatMap((piece) => piece.confidence ?? []) ?? []
    const mean = said.length > 0 ? said.reduce((a, b) => a + b, 0) / said.length : unsaid
    confidences.fill(mean, at, at + own.length)
    at += own.length + 1
  })
  return { text, page: { number, span: [start, start + text.length], recognized: { engine, confidences, others: [] } } }
}

/** A page as part of a source whose text begins at `start`. */
function pageAt(page: OcrPage, number: number, start: number, engine: string): Part {
  const said = page.lines.filter((line) => plainText(line) !== '')
  const lines = said.map(layOutLine).filter((line) => line !== undefined)
  const extent = around(lines)
  // A line without a place would be lost among those that have one: then none has.
  if (!extent || lines.length < said.length) return unplaced(said, number, start, engine)
  const width = Math.max(page.width ?? 0, extent.x1)
  const height = Math.max(page.height ?? 0, extent.y1)
  const scale = scaleOf(page, width, height)
  const across = lines.map(({ vertical, x0, y0, x1, y1 }) => (vertical ? x1 - x0 : y1 - y0))
  return sourcePage(
    {
      number,
      width: width / scale,
      height: height / scale,
      scale,
      lines: layLines(lines, median(across) || usualEm * scale),
      rules: page.tables.flatMap((table) => rulesOfTable(table, scale)),
      findings: [],
    },
    start,
    engine,
  )
}

/**
 * Text that another program recognised, with places and confidences as far as the file has them. Pages are parted by form feeds.
 * @throws {UnreadableError} empty, undecodable, too-large, unsupported (no such format, entities declared), damaged (no XML)
 */
export async function readOcrXml(bytes: Uint8Array, name: string): Promise<Source> {
  const { info, text: xml } = await readText(bytes, name)
  const format = formatNameOf(xml.slice(0, headLength))
  if (format === undefined) throw new UnreadableError('unsupported', { kind: 'xml' })
  const root = parseXml(xml, format)
  const known = Object.hasOwn(formats, root.name) ? formats[root.name] : undefined
  if (!known) throw new UnreadableError('unsupported', { kind: 'xml' })
  const document = known.read(root)
  if (document.pages.length === 0) throw new UnreadableError('empty')
  let text = ''
  const pages: SourcePage[] = []
  for (const [i, page] of document.pages.entries()) {
    if (i > 0) text += '\f'
    const own = pageAt(page, i + 1, text.length, document.engine ?? format)
    text += own.text
    pages.push(own.page)
  }
  if (text.trim() === '') throw new UnreadableError('empty')
  return { info: { ...info, format, pages: pages.length, textLayer: 'ocr' }, text, pages }
}
