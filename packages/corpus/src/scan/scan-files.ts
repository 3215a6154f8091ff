import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { type FontName, fontFile } from '../draw/fonts.ts'
import type { DrawnText } from '../draw/sheet.ts'
import type { ScannedPage } from './degrade.ts'

/** Pages as one PDF, an image a page, as scanners write them; `hidden` is the text that lies under each image, right or wrong. */
export function scanPdf(
  pages: readonly ScannedPage[],
  hidden: readonly (readonly DrawnText[])[] = [],
  font: FontName = 'sans',
): Promise<Uint8Array> {
  const document = new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    info: { CreationDate: new Date(0), ModDate: new Date(0), Producer: 'corpus', Creator: 'corpus' },
  })
  const chunks: Uint8Array[] = []
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    document.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))))
    document.on('error', reject)
    pages.forEach(({ bytes, page }, i) => {
      document.addPage({ size: [page.width, page.height], margin: 0 })
      document.image(Buffer.from(bytes), 0, 0, page)
      for (const { x, y, text, size } of hidden[i] ?? []) {
        document.font(fontFile(font)).fontSize(size)
        // Text that no pen paints is what programs for recognition lay over a page; pdfkit knows no such mode by itself.
        document.addContent('3 Tr')
        document.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', features: [] })
        document.addContent('0 Tr')
      }
    })
    document.end()
  })
}

/** Pages as one TIFF, all made as large as the largest of them; grey, compressed without loss. */
export async function scanTiff(pages: readonly ScannedPage[]): Promise<Uint8Array> {
  const width = Math.max(...pages.map((p) => p.width))
  const height = Math.max(...pages.map((p) => p.height))
  const same = await Promise.all(
    pages.map(({ bytes }) =>
      sharp(bytes)
        .resize({ width, height, fit: 'contain', position: 'left top', background: 'white' })
        .png()
        .toBuffer(),
    ),
  )
  return sharp(same, { join: { animated: true } })
    .toColourspace('b-w')
    .withDensity(pages[0]?.dpi ?? 300)
    .tiff({ compression: 'lzw' })
    .toBuffer()
}
