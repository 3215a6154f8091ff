import { type Source, tables, UnreadableError } from '@kyoyaku/core'
import sharp, { type Sharp } from 'sharp'
import { describe, expect, test } from 'vitest'
import { drawImage, glyph, grid, row, squareReader } from './page/drawn-image.ts'
import { readScan } from './read-scan.ts'

const recognizer = squareReader()
const read = (bytes: Uint8Array): Promise<Source> => readScan(bytes, 'page.png', { recognizer })
const cellsOf = (source: Source): string[][] => tables(source).tables.map((t) => t.cells.map((c) => c.text))

/** A TIFF of pages with a line each. */
async function pagesOf(count: number): Promise<Buffer> {
  const page = await drawImage(row(300, 300, 5))
  return sharp(Array(count).fill(page), { join: { animated: true } })
    .tiff({ compression: 'deflate' })
    .toBuffer()
}

const table = grid([300, 900, 1100, 1300], [300, 380, 460])
const marks = `${row(320, 320, 4)}<circle cx="1000" cy="340" r="18"/><circle cx="1200" cy="420" r="18" fill="black"/>`

describe('readScan', () => {
  test('reads ruled cells, marks by their shape and blank cells as blank', async () => {
    const source = await read(await drawImage(table + marks))
    expect(cellsOf(source)).toEqual([['国国国国', '○', '', '', '', '●']])
    expect(source.info).toMatchObject({ format: 'png', pages: 1, textLayer: 'ocr' })
  })

  test('gives every character a confidence and a box where it stands on the page', async () => {
    const source = await read(await drawImage(table + marks))
    const page = source.pages[0]
    const at = source.text.indexOf('○')
    const box = Array.from(page?.glyphs?.boxes.slice(at * 4, at * 4 + 4) ?? [])
    expect(((box[0] as number) + (box[2] as number)) / 2).toBeCloseTo((1000 * 72) / 300, 0)
    expect(page?.recognized?.confidences).toHaveLength(source.text.length)
    expect(page?.recognized?.engine).toBe('squares')
  })

  test.each([-3, -0.7, 1.6, 4])('reads a page that lies askew by %d degrees', async (turn) => {
    expect(cellsOf(await read(await drawImage(table + marks, { turn })))).toEqual([['国国国国', '○', '', '', '', '●']])
  })

  test('reads characters below one another as one line', async () => {
    const stack = [0, 1, 2].map((i) => glyph(320, 420 + i * 46)).join('')
    const source = await read(await drawImage(grid([300, 380, 900], [400, 600]) + stack + row(400, 480, 5)))
    expect(cellsOf(source)).toEqual([['国国国', '国国国国国']])
    expect(source.pages[0]?.glyphs?.runs.map((r) => r.vertical)).toEqual([true, false])
  })

  test('reads no dirt between characters below one another', async () => {
    const stack = [0, 1, 2].map((i) => glyph(320, 420 + i * 56)).join('')
    const dirt = '<rect x="325" y="466" width="3" height="3" fill="black"/>'
    const source = await read(await drawImage(`${grid([300, 380, 900], [400, 600])}${stack}${dirt}${row(400, 480, 5)}`))
    expect(cellsOf(source)).toEqual([['国国国', '国国国国国']])
  })

  test.each([
    ['white on black', '#101010', 'white'],
    ['white on blue', '#1f4e79', 'white'],
    ['black on yellow', '#ffe699', 'black'],
    ['black on grey', '#b0b0b0', 'black'],
  ])('reads cells that are filled: %s', async (_, fill, ink) => {
    const head = `<rect x="300" y="300" width="1000" height="80" fill="${fill}"/><g stroke="${ink}">${row(320, 320, 4)}</g>`
    const rules = `${grid([300, 900, 1100, 1300], [380, 460])}<g stroke="${ink}">${grid([300, 900, 1100, 1300], [300, 380])}</g>`
    const page = `${head}${rules}${row(320, 400, 3)}<circle cx="1000" cy="420" r="18"/>`
    expect(cellsOf(await read(await drawImage(page)))).toEqual([['国国国国', '', '', '国国国', '○', '']])
  })

  test.each([
    ['dotted', '4 8'],
    ['dashed', '16 10'],
  ])('reads cells that %s rules part', async (_, dashes) => {
    const inner = `<g stroke-dasharray="${dashes}"><path d="M300 460H1300M900 300V620M1100 300V620"/></g>`
    const inside = `${row(320, 360, 4)}<circle cx="1000" cy="380" r="18"/><circle cx="1200" cy="540" r="18" fill="black"/>`
    const page = `${grid([300, 1300], [300, 620])}${inner}${inside}`
    expect(cellsOf(await read(await drawImage(page)))).toEqual([['国国国国', '○', '', '', '', '●']])
  })

  test.each([
    ['light', 'rgb(170,170,170)'],
    ['dark', 'rgb(110,110,110)'],
  ])('reads a page with %s streaks of a dirty glass, askew', async (_, colour) => {
    const page = await sharp(await drawImage(table + marks, { turn: 1.6 }))
      .composite([
        {
          input: Buffer.from(
            `<svg width="1720" height="720"><path d="M420 0V720M906 0V720M1012 0V720M1180 0V720M1500 0V720" stroke="${colour}" stroke-width="2"/></svg>`,
          ),
          blend: 'multiply',
        },
      ])
      .png()
      .toBuffer()
    const source = await read(page)
    expect(cellsOf(source)).toEqual([['国国国国', '○', '', '', '', '●']])
    expect(source.text).toBe('国国国国\n○\n●')
  })

  test('reads a page with the black of a copier around it', async () => {
    const black =
      '<path d="M0 0H1720V12L60 40L30 700H1720V720H0Z" fill="black"/><path d="M1690 0H1720V720H1700Z" fill="black"/>'
    const source = await read(await drawImage(table + marks + black))
    expect(cellsOf(source)).toEqual([['国国国国', '○', '', '', '', '●']])
    expect(source.text).toBe('国国国国\n○\n●')
    expect(source.pages[0]?.glyphs?.rules).toHaveLength(7)
  })

  test('takes a row of dots between words for no rule', async () => {
    const page = `${row(200, 300, 5)}<g stroke-dasharray="4 12"><path d="M460 336H1100"/></g>${row(1130, 300, 1)}`
    expect((await read(await drawImage(page))).pages[0]?.glyphs?.rules).toEqual([])
  })

  test('reads two columns of text one line after the other', async () => {
    const source = await read(await drawImage(row(300, 300, 10) + row(1200, 300, 8) + row(300, 380, 6)))
    expect(source.text.split('\n').map((l) => l.length)).toEqual([10, 8, 6])
  })

  test('asks again with more white where an engine sees nothing at first', async () => {
    const heights: number[] = []
    const shy: typeof recognizer = {
      ...recognizer,
      recognize: async (crop, hint) => {
        heights.push(crop.height)
        return heights.length === 1 ? [] : recognizer.recognize(crop, hint)
      },
    }
    const source = await readScan(await drawImage(row(300, 300, 5)), 'page.png', { recognizer: shy })
    expect(source.text).toBe('国国国国国')
    expect((heights[1] as number) - (heights[0] as number)).toBe(8)
  })

  test('tells of every page that is done', async () => {
    const done: number[] = []
    const source = await readScan(await pagesOf(2), 'two.tiff', { recognizer, onProgress: (n) => done.push(n) })
    expect(done).toEqual([1, 2])
    expect(source.pages.map((p) => p.number)).toEqual([1, 2])
    expect(source.text.split('\f').map((t) => t.length)).toEqual([5, 5])
  })
})

describe('readScan reports', () => {
  const middle = ([x0, y0, x1, y1]: readonly number[] = []): string =>
    `${(((x0 as number) + (x1 as number)) / 20).toFixed()} ${(((y0 as number) + (y1 as number)) / 20).toFixed()}`
  const found = async (shapes: string): Promise<unknown[]> =>
    ((await read(await drawImage(shapes))).findings ?? []).map((f) => [f.code, middle(f.at?.bbox)])
  const seal = (color: string): string =>
    `<g stroke="${color}" stroke-width="6"><circle cx="1100" cy="340" r="90"/><path d="M1050 320H1150M1100 270V410M1060 370H1140"/></g>`

  test.each(['red', 'black'])('a round stamp in %s, whose characters are no text', async (color) => {
    expect(await found(row(200, 320, 6) + seal(color))).toEqual([['stamp-found', '26 8']])
    expect((await read(await drawImage(row(200, 320, 6) + seal(color)))).text).toBe('国国国国国国')
  })

  test.each([
    ['a stroke', '<path d="M215 333L420 336"/>'],
    ['two long strokes', '<path d="M190 332L550 328M190 344L550 340"/>'],
  ])('words struck out with %s, and doubts what it reads there', async (_, strokes) => {
    const source = await read(await drawImage(row(200, 320, 10, 30) + row(200, 420, 6, 30) + strokes))
    expect(source.findings?.map((f) => [f.code, middle(f.at?.bbox)])).toEqual([['handwriting-found', '9 8']])
    const last = source.text.lastIndexOf('国')
    const confidences = source.pages[0]?.recognized?.confidences
    expect([confidences?.[0], confidences?.[last]].map((c) => (c as number) < 0.4)).toEqual([true, false])
  })

  test('no strokes where words are underlined or large', async () => {
    const underlined = '<path d="M200 368H640"/>'
    expect(await found(row(200, 320, 10) + underlined + row(200, 450, 4, 110))).toEqual([])
  })

  test('words of which nothing was read', async () => {
    const mute: typeof recognizer = {
      ...recognizer,
      recognize: async (crop, hint) => (crop.width > 300 ? [] : recognizer.recognize(crop, hint)),
    }
    const page = await drawImage(row(200, 320, 3) + row(200, 450, 20))
    const { findings, text } = await readScan(page, 'page.png', { recognizer: mute })
    expect([text, findings?.map((f) => [f.code, f.data])]).toEqual(['国国国', [['ink-unread', { page: 1 }]]])
  })

  test('no stamp where words are written in red', async () => {
    const red = `<g stroke="#d00000">${row(200, 320, 6)}</g>`
    expect(await found(red)).toEqual([])
    expect((await read(await drawImage(red))).text).toBe('国国国国国国')
  })

  test('a page that cannot be decoded, among others that can', async () => {
    const tiff = await pagesOf(3)
    // Pixels of the second page stand between those of the others.
    tiff.fill(0xff, Math.round(tiff.length * 0.4), Math.round(tiff.length * 0.6))
    const source = await readScan(tiff, 'three.tiff', { recognizer })
    expect(source.findings).toMatchObject([{ code: 'page-unreadable', data: { page: 2 } }])
    expect(source.text).toBe('国国国国国\f\f国国国国国')
  })

  test('a page of which hardly anything can be read', async () => {
    const unsure: typeof recognizer = {
      ...recognizer,
      recognize: async (...crop) => (await recognizer.recognize(...crop)).map((c) => ({ ...c, confidence: 0.2 })),
    }
    const page = await drawImage([200, 300, 400, 500].map((y) => row(200, y, 12)).join(''))
    const source = await readScan(page, 'page.png', { recognizer: unsure })
    expect(source.findings).toMatchObject([{ code: 'page-unreadable', data: { page: 1, confidence: 0.2 } }])
  })
})

describe('readScan refuses', () => {
  const blank = (width: number, height: number, background = '#fff'): Sharp =>
    sharp({ create: { width, height, channels: 3, background } })
  const png = (width: number, height: number): Promise<Buffer> => blank(width, height).png().toBuffer()
  const why = (bytes: Uint8Array): Promise<unknown> =>
    read(bytes).then(
      () => 'read',
      (e: unknown) => (e instanceof UnreadableError ? e.code : e),
    )

  test.each([
    ['nothing', async () => new Uint8Array(), 'empty'],
    ['one pixel', () => png(1, 1), 'empty'],
    ['a format that is no image', async () => new TextEncoder().encode('第１条'), 'unsupported'],
    ['a PNG that ends early', async () => (await png(800, 800)).subarray(0, 300), 'damaged'],
    [
      'a JPEG that ends early',
      async () =>
        halfOf(
          await sharp(await drawImage(table))
            .jpeg()
            .toBuffer(),
        ),
      'damaged',
    ],
    [
      'a TIFF that ends early',
      async () =>
        halfOf(
          await sharp(await drawImage(table))
            .tiff()
            .toBuffer(),
        ),
      'damaged',
    ],
    ['a signature alone', async () => (await png(20, 20)).subarray(0, 8), 'damaged'],
    ['a white page', () => png(400, 400), 'empty'],
    ['a black page', () => blank(400, 400, '#000').png().toBuffer(), 'empty'],
    ['a moving GIF', () => blank(20, 20).gif().toBuffer(), 'unsupported'],
    ['WebP', () => blank(20, 20).webp().toBuffer(), 'unsupported'],
  ])('%s', async (_, bytes, code) => expect(await why(await bytes())).toBe(code))

  const side = 30_000
  test.each([
    [
      'PNG',
      async () => patched(await png(20, 20), (file) => [16, 20].forEach((at) => void file.writeUInt32BE(side, at))),
    ],
    [
      'JPEG',
      async () =>
        patched(await blank(64, 64).jpeg().toBuffer(), (file) => {
          const frame = file.indexOf(Uint8Array.of(0xff, 0xc0))
          for (const at of [frame + 5, frame + 7]) file.writeUInt16BE(side, at)
        }),
    ],
    [
      'TIFF',
      async () =>
        patched(await blank(64, 64).tiff({ compression: 'none' }).toBuffer(), (file) => {
          // Width and height, the first two entries of the directory.
          const directory = file.readUInt32LE(4)
          for (const entry of [directory + 2, directory + 14]) {
            file.writeUInt16LE(4, entry + 2)
            file.writeUInt32LE(side, entry + 8)
          }
        }),
    ],
  ])('a %s that says it has 900 million pixels, before it is unpacked', async (_, bytes) =>
    expect(await why(await bytes())).toBe('too-large'),
  )
})

const halfOf = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length >> 1)

function patched(bytes: Buffer, change: (file: Buffer) => void): Buffer {
  const file = Buffer.from(bytes)
  change(file)
  return file
}

test.each([
  ['CMYK', (image: Sharp) => image.toColourspace('cmyk').jpeg().toBuffer()],
  ['16 bits', (image: Sharp) => image.toColourspace('rgb16').png().toBuffer()],
  ['one bit', (image: Sharp) => image.toColourspace('b-w').png({ colours: 2 }).toBuffer()],
  ['transparent paper', (image: Sharp) => image.ensureAlpha().png().toBuffer()],
])('reads an image in %s', async (_, kept) => {
  const bytes = await kept(sharp(await drawImage(table + marks)).withMetadata({ density: 300 }))
  expect(cellsOf(await read(bytes))).toEqual([['国国国国', '○', '', '', '', '●']])
})
