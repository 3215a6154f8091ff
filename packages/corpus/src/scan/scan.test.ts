import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { bend } from './bend.ts'
import { degrade } from './degrade.ts'
import { pensOf, printOf, scanCasesOf } from './scan-case.ts'
import { scanPdf, scanTiff } from './scan-files.ts'
import { type ScanLookName, scanLooks } from './scan-look.ts'

/** A black bar in the middle of white paper. */
function bar(width = 120, height = 90): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 40; y < 50; y++) data.fill(0, y * width + 20, y * width + 100)
  return { width, height, data }
}
const scan = (look: ScanLookName, seed = '1') =>
  degrade({ ...bar(), number: 1, channels: 1 }, scanLooks[look], createRandom(seed))
const statsOf = async (bytes: Uint8Array) => (await sharp(bytes).stats()).channels[0]

test.each(Object.keys(scanLooks) as ScanLookName[])('%s: the same seed is the same scan', async (look) => {
  expect((await scan(look)).bytes).toEqual((await scan(look)).bytes)
})

test('clean is what was drawn', async () => {
  const pixels = await sharp((await scan('clean300')).bytes)
    .greyscale()
    .raw()
    .toBuffer()
  expect(new Uint8Array(pixels)).toEqual(bar().data)
})

test('fax is black and white, degraded is grey paper', async () => {
  const fax = await sharp((await scan('fax200')).bytes)
    .greyscale()
    .raw()
    .toBuffer()
  expect(new Set(fax)).toEqual(new Set([0, 255]))
  expect((await statsOf((await scan('degraded300')).bytes))?.mean).toBeLessThan(235)
})

test('another page lies otherwise', async () => {
  expect((await scan('degraded300', '1')).bytes).not.toEqual((await scan('degraded300', '2')).bytes)
})

test('a page is bent about its middle: its right side sinks when turned clockwise', () => {
  const darkest = (x: number) => {
    const { width, height, data } = bend(bar(), { angle: 5, warp: 0, phase: 0 })
    const dark = Array.from({ length: height }, (_, y) => y).filter((y) => (data[y * width + x] as number) < 128)
    return dark.reduce((n, y) => n + y, 0) / dark.length
  }
  expect(darkest(90)).toBeGreaterThan(darkest(30) + 4)
  expect((darkest(90) + darkest(29)) / 2).toBeCloseTo(44.5, 0)
})

test('a page that lies on its side is as wide as it was high', async () => {
  const pages = await Promise.all(['1', '2', '3', '4', '5'].map((seed) => scan('turned200', seed)))
  expect(pages.some((p) => p.width === 90 && p.page.width === 90 * (72 / 200))).toBe(true)
})

test('pages make a TIFF and a PDF', async () => {
  const pages = [await scan('fax200'), await scan('degraded300')]
  expect((await sharp(await scanTiff(pages)).metadata()).pages).toBe(2)
  expect(new TextDecoder('latin1').decode(await scanPdf(pages)).match(/\/Type \/Page\b/gu)).toHaveLength(2)
})

test('cells of a sheet lie side by side and hold its texts', () => {
  const print = printOf(scanCasesOf(1, 2)[1] as never)
  const cells = print.sheets.flatMap((s) => s.cells)
  expect(cells.length).toBeGreaterThan(50)
  expect(cells.every(({ box: [x0, y0, x1, y1] }) => x1 > x0 && y1 > y0)).toBe(true)
})

test('pens leave colour on the page, and black on that of a fax', async () => {
  const [one] = scanCasesOf(2, 1)
  const marks = pensOf(one as never, printOf(one as never), 1)
  expect(marks.length).toBeGreaterThan(0)
  const [x, y] = [60, 45]
  const ring = {
    ...(marks[0] as (typeof marks)[number]),
    ink: [0.9, 0.2, 0.2] as const,
    strokes: [
      [
        [x / 5, y / 10],
        [x / 4, y / 10],
      ],
    ] as const,
  }
  const look = (name: ScanLookName) =>
    degrade({ ...bar(), number: 1, channels: 1 }, scanLooks[name], createRandom('1'), [ring])
  expect((await sharp((await look('penned300')).bytes).metadata()).channels).toBe(3)
  expect((await look('pennedfax200')).format).toBe('png')
})
