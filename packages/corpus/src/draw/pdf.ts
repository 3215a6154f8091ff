import PDFDocument from 'pdfkit'
import { type FontName, fontFile } from './fonts.ts'
import type { DrawnRule, Measure, Sheet } from './sheet.ts'

/** Fixed, so that the same sheets are the same bytes. */
const created = new Date(0)

function newDocument(): PDFKit.PDFDocument {
  return new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    info: { CreationDate: created, ModDate: created, Producer: 'corpus', Creator: 'corpus' },
  })
}

/** Widths of the characters of a font, in ems. */
export function measureOf(font: FontName = 'sans'): Measure {
  const known = new Map<string, number>()
  let measuring: PDFKit.PDFDocument | undefined
  return (c) => {
    let width = known.get(c)
    if (width === undefined) {
      measuring ??= newDocument().font(fontFile(font)).fontSize(1000)
      width = measuring.widthOfString(c) / 1000
      known.set(c, width)
    }
    return width
  }
}

/** Side of a dot and distance of dots, in points. */
const dot = 0.6
const dotDistance = 1.8

function drawRule(document: PDFKit.PDFDocument, rule: DrawnRule): void {
  const { x0, y0, x1, y1, width, color, look } = rule
  if (look === 'dotted') {
    const length = Math.max(x1 - x0, y1 - y0)
    document.fillColor(color)
    for (let d = 0; d <= length; d += dotDistance) {
      const [x, y] = x1 > x0 ? [x0 + d, y0] : [x0, y0 + d]
      document.rect(x - dot / 2, y - dot / 2, dot, dot)
    }
    document.fill()
    return
  }
  document.save().lineWidth(width).strokeColor(color)
  if (look === 'dashed') document.dash(3, { space: 2 })
  document.moveTo(x0, y0).lineTo(x1, y1).stroke().restore()
}

/** Sheets as a PDF with an embedded Japanese font; the same sheets are the same bytes. */
export function drawPdf(sheets: readonly Sheet[], font: FontName = 'sans'): Promise<Uint8Array> {
  const document = newDocument()
  const chunks: Uint8Array[] = []
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    document.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))))
    document.on('error', reject)
    for (const { width, height, texts, rules } of sheets) {
      document.addPage({ size: [width, height], margin: 0 }).font(fontFile(font))
      for (const rule of rules) drawRule(document, rule)
      for (const { x, y, text, size, color } of texts) {
        document.fontSize(size).fillColor(color)
        document.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', features: [] })
      }
    }
    document.end()
  })
}
