import sharp from 'sharp'
import { expect, test } from 'vitest'
import { rawPdf } from './draw-pdf.ts'
import { pictureImages } from './page-images.ts'
import { withoutPhotographs } from './photographs.ts'

const [width, height] = [1000, 600]

/** A JPEG of the shades that `shade` gives, as latin1. */
async function jpegOf(shade: (x: number, y: number) => number, progressive = false): Promise<string> {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) =>
    shade(Math.floor(i / 3) % width, Math.floor(i / 3 / width)),
  )
  const image = sharp(data, { raw: { width, height, channels: 3 } })
  return (await image.jpeg({ quality: 90, progressive }).toBuffer()).toString('latin1')
}

/** Hills of every shade, with a grain. */
const hills = (x: number, y: number): number =>
  128 + 90 * Math.sin(x / 130) * Math.cos(y / 90) + ((x * 7919 + y * 104_729) % 23)
const photograph = await jpegOf(hills)
/** Rules, and strokes between them. */
const table = await jpegOf((x, y) =>
  x % 200 < 3 || y % 100 < 3 || (y % 100 > 40 && y % 100 < 60 && x % 9 < 3) ? 20 : 252,
)

const pdfOf = (jpeg: string, more = '/ColorSpace /DeviceRGB', filter = '/DCTDecode', wide = width): Uint8Array =>
  rawPdf('q 200 0 0 120 0 50 cm /I Do Q 220 10 50 50 re f', '/XObject << /I 5 0 R >>', [
    `<< /Type /XObject /Subtype /Image /Width ${wide} /Height ${height} /BitsPerComponent 8 ${more} /Filter ${filter} /Length ${jpeg.length} >>\nstream\n${jpeg}\nendstream`,
  ])

async function seen(bytes: Uint8Array): Promise<(number | undefined)[]> {
  const found = []
  for await (const { number, lost } of pictureImages(bytes, [1])) found.push(number, lost?.length)
  return found
}

test('a photograph is taken out, which is no loss, and a table is not', async () => {
  expect(await withoutPhotographs(pdfOf(photograph))).not.toEqual(pdfOf(photograph))
  expect(await seen(pdfOf(photograph))).toEqual([])
  expect(await seen(pdfOf(table))).toEqual([1, undefined])
})

test('a photograph that becomes sharper as it comes is one', async () => {
  const jpeg = await jpegOf(hills, true)
  expect(await withoutPhotographs(pdfOf(jpeg))).not.toEqual(pdfOf(jpeg))
})

test.each([
  ['a table', pdfOf(table)],
  ['a photograph with opacity', pdfOf(photograph, '/ColorSpace /DeviceRGB /SMask 5 0 R')],
  ['a photograph turned over', pdfOf(photograph, '/ColorSpace /DeviceRGB /Decode [1 0 1 0 1 0]')],
  ['colours of another kind', pdfOf(photograph, '/ColorSpace [/Separation /K /DeviceGray 6 0 R]')],
  ['another coding around it', pdfOf(photograph, '/ColorSpace /DeviceRGB', '[/FlateDecode /DCTDecode]')],
  ['a photograph that ends early', pdfOf(photograph.slice(0, -9000))],
  ['a photograph of another size than it says', pdfOf(photograph, '/ColorSpace /DeviceRGB', '/DCTDecode', 2000)],
])('%s stays', async (_, bytes) => expect(await withoutPhotographs(bytes)).toBe(bytes))
