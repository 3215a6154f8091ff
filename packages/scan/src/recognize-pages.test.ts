import { type LostPage, type PageImage, type Source, UnreadableError } from '@kyoyaku/core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawImage, row, squareReader } from './page/drawn-image.ts'
import { recognizePages } from './recognize-pages.ts'

const pdf: Source = {
  info: { name: 'a.pdf', sha256: '', format: 'pdf', pages: 2, textLayer: 'digital' },
  text: '第１条\f',
  pages: [
    { number: 1, span: [0, 3] },
    { number: 2, span: [4, 4] },
  ],
}

async function imageOf(number: number, more: Partial<PageImage> = {}): Promise<PageImage> {
  const { data, info } = await sharp(await drawImage(row(300, 300, 5)))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { number, width: info.width, height: info.height, channels: 1, data: new Uint8Array(data), ...more }
}
const read = (image: PageImage | LostPage): Promise<Source> =>
  recognizePages(pdf, [image], { recognizer: squareReader() })

test('a page is read, the others stay', async () => {
  const { text, info, findings } = await read(await imageOf(2))
  expect([text, info.textLayer, findings]).toEqual(['第１条\f国国国国国', 'mixed', undefined])
})

test('a page that could not be had is reported', async () => {
  const { text, findings } = await read({ number: 2, lost: new UnreadableError('damaged') })
  expect([text, findings?.map((f) => [f.code, f.at])]).toEqual(['第１条\f', [['page-unreadable', { page: 2 }]]])
})

test('what is lost of a page is reported', async () => {
  const { text, findings } = await read(await imageOf(2, { lost: [[0, 120, 412.8, 172.8]] }))
  expect([text, findings?.map((f) => [f.code, f.at])]).toEqual([
    '第１条\f国国国国国',
    [['ink-unread', { page: 2, bbox: [0, 120, 412.8, 172.8] }]],
  ])
})

test('what is lost of the pictures beside the text of a page is reported, and the text stays', async () => {
  const image = await imageOf(1, { lost: [[0, 120, 412.8, 172.8]] })
  const options = { recognizer: squareReader(), pictures: new Set([1]) }
  const { text, findings } = await recognizePages(pdf, [image], options)
  expect([text, findings?.map((f) => [f.code, f.at])]).toEqual([
    pdf.text,
    [['ink-unread', { page: 1, bbox: [0, 120, 412.8, 172.8] }]],
  ])
})
