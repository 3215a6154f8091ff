import type { Source } from '@kyoyaku/core'
import { tables } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { drawImage, grid, row, squareReader } from '../page/drawn-image.ts'
import { readScan } from '../read-scan.ts'
import type { Recognizer } from '../recognize/recognizer.ts'

/** A page of the size of the drawn ones in units of the file, three of which make four pixels, with words at places in pixels. */
function toldOf(...words: readonly (readonly [text: string, x: number, y: number])[]): Source {
  const text = words.map(([word]) => word).join('')
  const boxes = words.flatMap(([word, x, y]) =>
    Array.from(word, (_, i) => [x + i * 44, y, x + i * 44 + 40, y + 40]).flat(),
  )
  return {
    info: { name: 'a.xml', sha256: '', format: 'alto', pages: 1, textLayer: 'ocr' },
    text,
    pages: [
      {
        number: 1,
        span: [0, text.length],
        glyphs: {
          width: 1720 * 0.75,
          height: 720 * 0.75,
          runs: [],
          boxes: Float32Array.from(boxes, (n) => n * 0.75),
          rules: [],
          areas: [],
          images: [],
        },
        recognized: { engine: 'elsewhere', confidences: new Float32Array(text.length).fill(0.9), others: [] },
      },
    ],
  }
}

const table = grid([300, 900, 1100], [300, 380, 460]) + row(320, 320, 4) + row(320, 400, 3)
const mark = '<circle cx="1000" cy="340" r="18"/>'
const read = async (shapes: string, told: Source): Promise<Source> =>
  readScan(await drawImage(shapes), 'page.png', { recognizer: squareReader(), told })
const cellsOf = (source: Source): string[] => tables(source).tables.flatMap((t) => t.cells.map((c) => c.text))

test('characters are those of the file, rules and marks those of the image', async () => {
  const source = await read(table + mark, toldOf(['観光振興', 320, 320], ['0', 980, 320], ['図書館', 320, 400]))
  expect(cellsOf(source)).toEqual(['観光振興', '○', '図書館', ''])
  expect([source.pages[0]?.recognized?.confidences[0]?.toFixed(1), source.findings]).toEqual(['0.9', undefined])
})

test('lines of which the file has nothing are read', async () =>
  expect(cellsOf(await read(table, toldOf(['観光振興', 320, 320])))).toEqual(['観光振興', '', '国国国', '']))

test('what the file has where there is no ink is said', async () => {
  const { findings } = await read(table, toldOf(['観光振興', 320, 320], ['図書館', 320, 400], ['余', 1400, 650]))
  expect(findings).toMatchObject([{ code: 'ocr-low-confidence', data: { text: '余' }, at: { page: 1 } }])
})

test('a file of another page is not heard', async () => {
  const source = await read(table, toldOf(['別の頁の文字です', 1200, 650]))
  expect([cellsOf(source)[0], source.findings?.map((f) => f.code)]).toEqual(['国国国国', ['text-layer-rejected']])
})

const reader = (value: string): Recognizer => {
  const squares = squareReader(value)
  return {
    ...squares,
    recognize: async (crop, options) =>
      (await squares.recognize(crop, options)).map((c) => ({ ...c, confidence: 0.98 })),
  }
}

test('a file that says something else than the page surely shows is not heard', async () => {
  const told = toldOf(['観光振興', 320, 320], ['図書館', 320, 400])
  const source = await readScan(await drawImage(table), 'page.png', { recognizer: reader('国'), told })
  expect([cellsOf(source)[0], source.findings?.map((f) => f.code)]).toEqual(['国国国国', ['text-layer-rejected']])
  const same = toldOf(['国国国国', 320, 320], ['国国国', 320, 400])
  const heard = await readScan(await drawImage(table), 'page.png', { recognizer: reader('国'), told: same })
  expect(heard.findings).toBeUndefined()
})

test('pages of the file that the image lacks are said', async () => {
  const told = toldOf(['観光振興', 320, 320], ['図書館', 320, 400])
  const { findings } = await read(table, { ...told, pages: [...told.pages, { number: 2, span: [7, 7] }] })
  expect(findings).toMatchObject([{ code: 'text-layer-rejected', at: { page: 2 } }])
})
