import { expect, test } from 'vitest'
import { drawJpeg } from './draw-jpeg.ts'
import { rawPdf } from './draw-pdf.ts'
import { pictureImages } from './page-images.ts'
import { withoutPhotographs } from './photographs.ts'

const size = { width: 1000, height: 600, color: true }
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
/** Hills of every shade, with a grain. */
const photograph = latin1(
  drawJpeg(size, (x, y) => 128 + 90 * Math.sin(x / 130) * Math.cos(y / 90) + ((x * 7919 + y * 104_729) % 23)),
)
/** Rules, and strokes between them. */
const table = latin1(
  drawJpeg(size, (x, y) => (x % 200 < 3 || y % 100 < 3 || (y % 100 > 40 && y % 100 < 60 && x % 9 < 3) ? 20 : 252)),
)

const pdfOf = (jpeg: string, more = '/ColorSpace /DeviceRGB', filter = '/DCTDecode'): Uint8Array =>
  rawPdf('q 200 0 0 120 0 50 cm /I Do Q 220 10 50 50 re f', '/XObject << /I 5 0 R >>', [
    `<< /Type /XObject /Subtype /Image /Width 1000 /Height 600 /BitsPerComponent 8 ${more} /Filter ${filter} /Length ${jpeg.length} >>\nstream\n${jpeg}\nendstream`,
  ])

async function seen(bytes: Uint8Array): Promise<(number | undefined)[]> {
  const found = []
  for await (const { number, lost } of pictureImages(bytes, [1])) found.push(number, lost?.length)
  return found
}

test('a photograph is taken out, which is no loss, and a table is not', async () => {
  expect(withoutPhotographs(pdfOf(photograph))).not.toEqual(pdfOf(photograph))
  expect(await seen(pdfOf(photograph))).toEqual([])
  expect(await seen(pdfOf(table))).toEqual([1, undefined])
})

test.each([
  ['a table', pdfOf(table)],
  ['a photograph with opacity', pdfOf(photograph, '/ColorSpace /DeviceRGB /SMask 5 0 R')],
  ['a photograph turned over', pdfOf(photograph, '/ColorSpace /DeviceRGB /Decode [1 0 1 0 1 0]')],
  ['colours of another kind', pdfOf(photograph, '/ColorSpace [/Separation /K /DeviceGray 6 0 R]')],
  ['another coding around it', pdfOf(photograph, '/ColorSpace /DeviceRGB', '[/FlateDecode /DCTDecode]')],
  ['a photograph that ends early', pdfOf(photograph.slice(0, -900))],
])('%s stays', (_, bytes) => expect(withoutPhotographs(bytes)).toBe(bytes))
