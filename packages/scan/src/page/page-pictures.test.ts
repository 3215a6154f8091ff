import type { PageImage, Source } from '@kyoyaku/core'
import { tables } from '@kyoyaku/core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { recognizePages } from '../recognize-pages.ts'
import { drawImage, grid, row, squareReader } from './drawn-image.ts'

const words = '別表のとおり'

/** A page with a line of its own at its upper edge, and a second page. */
const pdf: Source = {
  info: { name: 'a.pdf', sha256: '', format: 'pdf', pages: 2, textLayer: 'digital' },
  text: `${words}\f第１条`,
  pages: [
    {
      number: 1,
      span: [0, words.length],
      glyphs: {
        width: 412.8,
        height: 172.8,
        runs: [
          {
            span: [0, words.length],
            font: 'F',
            size: 10,
            color: '#000000',
            rotation: 0,
            vertical: false,
            hidden: false,
          },
        ],
        boxes: Float32Array.from(Array.from(words, (_, i) => [50 + i * 10, 20, 60 + i * 10, 30]).flat()),
        rules: [],
        areas: [],
        images: [[70, 70, 330, 120]],
      },
    },
    { number: 2, span: [words.length + 1, words.length + 4] },
  ],
}

async function readPicture(shapes: string, confidence = 0.95): Promise<Source> {
  const { data, info } = await sharp(await drawImage(shapes))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const image: PageImage = {
    number: 1,
    width: info.width,
    height: info.height,
    channels: 1,
    data: new Uint8Array(data),
  }
  const squares = squareReader()
  const recognizer: typeof squares = {
    ...squares,
    recognize: async (...crop) => (await squares.recognize(...crop)).map((c) => ({ ...c, confidence })),
  }
  return recognizePages(pdf, [{ ...image, page: { width: 412.8, height: 172.8 } }], {
    recognizer,
    pictures: new Set([1]),
  })
}

const table = grid([300, 700, 1100], [300, 380, 460]) + row(320, 320, 5) + row(720, 320, 4) + row(320, 400, 4)
const lines = [250, 350, 450].map((y) => row(200, y, 20)).join('')
const chart = '<path d="M300 300V600H1100M400 600V450H500V600M600 600V400H700V600"/>'

test('a table in a picture stands on the page beside its text', async () => {
  const source = await readPicture(table)
  expect(tables(source).tables.map((t) => t.cells.map((c) => c.text))).toEqual([
    ['国国国国国', '国国国国', '国国国国', ''],
  ])
  expect([source.text.slice(0, 6), source.text.slice(-4), source.info.textLayer]).toEqual([words, '\f第１条', 'mixed'])
  const { recognized, span } = source.pages[0] ?? {}
  expect([recognized?.from, recognized?.confidences.length, recognized?.confidences[0]]).toEqual([7, span?.[1], 1])
})

test('running text in a picture is read', async () =>
  expect((await readPicture(lines)).text.match(/国/gu)).toHaveLength(60))

test('writing that is not read surely is said and not taken over', async () => {
  const { text, findings } = await readPicture(table, 0.6)
  expect([text, findings?.map((f) => [f.code, f.at])]).toEqual([pdf.text, [['ink-unread', { page: 1 }]]])
})

test.each([
  ['a chart', chart + row(320, 640, 3) + row(620, 640, 3)],
  ['a seal', '<circle cx="600" cy="300" r="90"/><path d="M550 280H650M600 240V370"/>'],
  ['a name', row(320, 300, 4)],
])('%s triggers nothing', async (_, shapes) => {
  const { text, findings, info } = await readPicture(shapes)
  expect([text, findings, info.textLayer]).toEqual([pdf.text, undefined, 'digital'])
})
