import { isLost, type LostPage, type PageImage } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { rawPdf } from './draw-pdf.ts'
import { pageImages, pictureImages } from './page-images.ts'
import { renderPages } from './render-page.ts'

const hex = (bytes: readonly number[]): string => `${bytes.map((b) => b.toString(16).padStart(2, '0')).join('')}>`

/** An image of 3 × 2 pixels, every one another grey. */
const greys = [0, 40, 80, 120, 160, 200]
function imageObject(colours: string, bits: number, data: readonly number[], more = ''): string {
  const body = hex(data)
  return `<< /Type /XObject /Subtype /Image /Width 3 /Height 2 /ColorSpace ${colours} /BitsPerComponent ${bits} /Filter /ASCIIHexDecode /Length ${body.length} ${more} >>\nstream\n${body}\nendstream`
}
const grey = imageObject('/DeviceGray', 8, greys)
const resources = '/XObject << /I 5 0 R >>'

async function first(images: AsyncGenerator<PageImage | LostPage>): Promise<PageImage> {
  for await (const image of images) if (!isLost(image)) return image
  throw new Error('no image')
}
const pixelsOf = (image: PageImage): number[] => Array.from(image.data)

/** What the renderer shows in the middle of each of `width` by `height` fields of the page. */
async function rendered(bytes: Uint8Array, width: number, height: number): Promise<number[]> {
  const page = await first(renderPages(bytes, [1], { dpi: 72 }))
  return Array.from({ length: width * height }, (_, i) => {
    const x = Math.floor((((i % width) + 0.5) * page.width) / width)
    const y = Math.floor(((Math.floor(i / width) + 0.5) * page.height) / height)
    return page.data[y * page.width + x] as number
  })
}

const lies = [
  ['upright', '300 0 0 200 0 0'],
  ['upside down', '-300 0 0 -200 300 200'],
  ['mirrored', '-300 0 0 200 300 0'],
  ['mirrored top to bottom', '300 0 0 -200 0 200'],
  ['a quarter to the right', '0 -200 300 0 0 200'],
  ['a quarter to the left', '0 200 -300 0 300 0'],
  ['along its diagonal', '0 200 300 0 0 0'],
] as const
const turns = ['', '/Rotate 90', '/Rotate 180', '/Rotate 270'] as const

test.each(lies.flatMap(([name, matrix]) => turns.map((turn) => [name, turn, matrix] as const)))(
  'takes out an image that lies %s on a page with "%s" as it is seen',
  async (_, turn, matrix) => {
    const bytes = rawPdf(`q ${matrix} cm /I Do Q`, resources, [grey], turn)
    const image = await first(pageImages(bytes, [1]))
    expect(pixelsOf(image).toSorted((a, b) => a - b)).toEqual(greys)
    expect(pixelsOf(image)).toEqual(await rendered(bytes, image.width, image.height))
  },
)

test.each([
  ['one bit a pixel', imageObject('/DeviceGray', 1, [0b01000000, 0b10100000]), [0, 255, 0, 255, 0, 255]],
  [
    'a stencil',
    imageObject('/DeviceGray', 1, [0b01000000, 0b10100000], '/ImageMask true').replace('/ColorSpace /DeviceGray', ''),
    [0, 255, 0, 255, 0, 255],
  ],
  [
    'colours that are greys',
    imageObject(
      '/DeviceRGB',
      8,
      greys.flatMap((g) => [g, g, g]),
    ),
    greys,
  ],
  [
    'inks',
    imageObject('/DeviceCMYK', 8, [0, 0, 0, 0, 255].flatMap((k) => [0, 0, 0, k]).concat([0, 0, 0, 0])),
    undefined,
  ],
])('takes out %s', async (_, object, expected) => {
  const image = await first(pageImages(rawPdf('q 300 0 0 200 0 0 cm /I Do Q', resources, [object]), [1]))
  expect([image.width, image.height, image.channels, image.page]).toEqual([3, 2, 1, { width: 300, height: 200 }])
  if (expected) expect(pixelsOf(image)).toEqual(expected)
  else expect(image.data[4]).toBeLessThan(60)
})

test('keeps colours', async () => {
  const red = imageObject(
    '/DeviceRGB',
    8,
    greys.flatMap(() => [255, 0, 0]),
  )
  const image = await first(pageImages(rawPdf('q 300 0 0 200 0 0 cm /I Do Q', resources, [red]), [1]))
  expect([image.channels, ...image.data.subarray(0, 3)]).toEqual([3, 255, 0, 0])
})

test.each([
  ['something is painted on top', 'q 300 0 0 200 0 0 cm /I Do Q 10 10 50 50 re f'],
  ['it is slanted', 'q 300 20 -20 200 0 0 cm /I Do Q'],
  ['it is a picture', 'q 100 0 0 100 0 0 cm /I Do Q'],
  ['there is none', '10 10 50 50 re f'],
])('draws the page where %s', async (_, content) => {
  const image = await first(pageImages(rawPdf(content, resources, [grey]), [1]))
  expect([image.width, image.height]).toEqual([1250, 833])
})

/** A page whose first image covers its upper half and whose second one the lower. */
const halves = 'q 300 0 0 100 0 100 cm /I Do Q q 300 0 0 100 0 0 cm /J Do Q'
const two = '/XObject << /I 5 0 R /J 6 0 R >>'
const stencil = imageObject('/DeviceGray', 1, [0b01000000, 0b10100000], '/ImageMask true').replace(
  '/ColorSpace /DeviceGray',
  '',
)
const all = async (bytes: Uint8Array): Promise<(PageImage | LostPage)[]> => {
  const pages = []
  for await (const page of pageImages(bytes, [1])) pages.push(page)
  return pages
}

test('puts a page of strips together as it is seen, at their own resolution', async () => {
  const turned = imageObject('/DeviceGray', 8, greys.toReversed())
  const bytes = rawPdf(halves, two, [grey, turned])
  const image = await first(pageImages(bytes, [1]))
  expect([image.width, image.height]).toEqual([3, 2])
  const fine = 'q 300 0 0 100 0 100 cm /I Do Q q 0 100 -300 0 300 0 cm /J Do Q'
  const other = await first(pageImages(rawPdf(fine, two, [grey, turned]), [1]))
  expect(pixelsOf(other)).toEqual(await rendered(rawPdf(fine, two, [grey, turned]), other.width, other.height))
})

test('puts what is painted through a stencil in its colour on the picture behind it', async () => {
  const layers = 'q 300 0 0 200 0 0 cm /I Do Q 1 0 0 rg q 300 0 0 200 0 0 cm /J Do Q'
  const image = await first(pageImages(rawPdf(layers, two, [grey, stencil]), [1]))
  expect([image.width, image.height, image.channels]).toEqual([3, 2, 3])
  expect(pixelsOf(image).slice(0, 6)).toEqual([255, 0, 0, 40, 40, 40])
})

const noImage =
  '<< /Type /XObject /Subtype /Image /Width 90 /Height 60 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length 4 >>\nstream\nnone\nendstream'

test.each([
  ['an image that is none', 'q 300 0 0 200 0 0 cm /I Do Q', resources, [noImage]],
  ['such images alone', halves, two, [noImage, noImage]],
])('says that a page is lost that shows %s', async (_, content, names, objects) =>
  expect(await all(rawPdf(content, names, objects))).toMatchObject([{ number: 1, lost: { code: 'damaged' } }]),
)

test.each([
  ['alone', halves],
  ['on a page that is drawn', `${halves} 0 190 10 10 re f`],
])('says where an image is lost among others, %s', async (_, content) =>
  expect(await all(rawPdf(content, two, [grey, noImage]))).toMatchObject([{ lost: [[0, 100, 300, 200]] }]),
)

/** 30 × 20 pixels whose left half is black, as copiers code them that take JBIG2 for a kind of fax. */
const fax = `00000000300001000000130000001e000000140000000000000000000000000000012600010000001f0000001e00000014000000000000000000012\
6a18ffffffffffffffc004004>`
const faxImage = `<< /Type /XObject /Subtype /Image /Width 30 /Height 20 /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter [/ASCIIHexDecode /JBIG2Decode] /Length ${fax.length} >>\nstream\n${fax}\nendstream`

test.each([
  ['alone', ''],
  ['with a stamp on it', '0 190 10 10 re f'],
])('shows JBIG2 that is coded as a fax, %s', async (_, stamp) => {
  const bytes = rawPdf(`q 300 0 0 200 0 0 cm /I Do Q ${stamp}`, resources, [faxImage])
  const { width, height, data } = await first(pageImages(bytes, [1]))
  const row = (height >> 1) * width
  expect([data[row + Math.round(width * 0.25)], data[row + Math.round(width * 0.75)]]).toEqual([0, 255])
})

test('a page that shows nothing and lacks nothing is not lost', async () => {
  const white = imageObject('/DeviceGray', 8, Array(6).fill(255))
  expect(await all(rawPdf('q 300 0 0 200 0 0 cm /I Do Q', resources, [white]))).toMatchObject([{ width: 3, height: 2 }])
})

test('fills up with paper where the image leaves a margin', async () => {
  const image = await first(pageImages(rawPdf('q 300 0 0 180 0 0 cm /I Do Q', resources, [grey]), [1]))
  expect([image.width, image.height]).toEqual([3, 2])
})

test('leaves out pages that are not there', async () => {
  const numbers: number[] = []
  for await (const { number } of pageImages(rawPdf('q 300 0 0 200 0 0 cm /I Do Q', resources, [grey]), [0, 1, 2, 1.5]))
    numbers.push(number)
  expect(numbers).toEqual([1])
})

test('gives the pictures of a page without what is painted beside them, where they may hold writing', async () => {
  const side = { width: 200, height: 100 }
  const data = Array.from({ length: side.width * side.height }, (_, i) => (i % 20 < 2 ? 0 : 255))
  const written = imageObject('/DeviceGray', 8, data).replace('/Width 3 /Height 2', '/Width 200 /Height 100')
  const content = 'q 100 0 0 50 0 150 cm /I Do Q q 100 0 0 50 0 100 cm /J Do Q 200 10 50 50 re f'
  const bytes = rawPdf(content, two, [written, grey])
  const found: PageImage[] = []
  for await (const image of pictureImages(bytes, [1])) found.push(image)
  expect(found.map(({ number, width, height, page }) => [number, width, height, page])).toEqual([
    [1, 600, 400, { width: 300, height: 200 }],
  ])
  const [image] = found
  const dark = (y: number): number =>
    [...(image?.data.subarray(y * 600, (y + 1) * 600) ?? [])].filter((v) => v < 9).length
  expect([dark(50), dark(150), dark(350)]).toEqual([20, 0, 0])
})

test('says where a picture of a page with text cannot be decoded, unless it is as small as a seal', async () => {
  const content = 'q 100 0 0 50 0 150 cm /I Do Q q 20 0 0 20 200 100 cm /I Do Q 200 10 50 50 re f'
  const found: PageImage[] = []
  for await (const image of pictureImages(rawPdf(content, resources, [noImage]), [1])) found.push(image)
  expect(found).toMatchObject([{ number: 1, page: { width: 300, height: 200 }, lost: [[0, 0, 100, 50]] }])
  expect(found[0]?.data.every((value) => value === 255)).toBe(true)
})
