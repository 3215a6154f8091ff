import { type Source, tables } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { drawPdf } from './draw-pdf.ts'
import { readPdf } from './read-pdf.ts'

type Draw = (d: PDFKit.PDFDocument, x: number, y: number) => void

/** A grid of two projects and two towns; the mark stands at the first project under the first town. */
const grid = (draw: Draw): Promise<Source> =>
  drawPdf([
    (d) => {
      for (const x of [50, 150, 200, 250]) d.moveTo(x, 50).lineTo(x, 110).stroke()
      for (const y of [50, 70, 90, 110]) d.moveTo(50, y).lineTo(250, y).stroke()
      d.text('事業', 55, 55).text('三好市', 155, 55).text('美馬市', 205, 55).text('観光', 55, 75).text('医療', 55, 95)
      draw(d, 175, 80)
    },
  ]).then((bytes) => readPdf(bytes, ''))

const marked = async (draw: Draw): Promise<string | undefined> =>
  tables(await grid(draw)).tables[0]?.cells.find((c) => c.row === 1 && c.col === 1)?.text

test.each<[string, string, Draw]>([
  ['a ring', '○', (d, x, y) => d.circle(x, y, 5).stroke()],
  ['an oval', '○', (d, x, y) => d.ellipse(x, y, 7, 5).stroke()],
  ['a disc', '●', (d, x, y) => d.circle(x, y, 5).fill()],
  ['a disc with a white one on it', '○', (d, x, y) => d.circle(x, y, 5).fill().circle(x, y, 4).fill('#ffffff')],
  ['a disc with a hole', '○', (d, x, y) => d.circle(x, y, 5).circle(x, y, 4).fill('even-odd')],
  ['two rings', '◎', (d, x, y) => d.circle(x, y, 5).stroke().circle(x, y, 3).stroke()],
  ['a triangle', '△', (d, x, y) => d.polygon([x, y - 5], [x + 5, y + 4], [x - 5, y + 4]).stroke()],
  [
    'two slanted strokes',
    '×',
    (d, x, y) =>
      d
        .moveTo(x - 4, y - 4)
        .lineTo(x + 4, y + 4)
        .moveTo(x - 4, y + 4)
        .lineTo(x + 4, y - 4)
        .stroke(),
  ],
  [
    'a ring around a word',
    '有',
    (d, x, y) =>
      d
        .text('有', x - 5, y - 5)
        .circle(x, y, 7)
        .stroke(),
  ],
  ['a ring across the border of two cells', '', (d, x, y) => d.circle(x + 25, y, 5).stroke()],
])('%s in a cell is read as %s', async (_, expected, draw) => expect(await marked(draw)).toBe(expected))

test('bullets and buttons outside of tables are no text of lines', async () => {
  const source = await readPdf(await drawPdf([(d) => d.circle(45, 55, 3).fill().text('取組', 55, 50)]), '')
  expect(tables(source).tables).toEqual([])
})

test('small images in cells are marks of which nothing is known', async () => {
  const image =
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='
  const draw: Draw = (d, x, y) => {
    for (const [dx, dy] of [
      [0, 0],
      [50, 0],
      [0, 20],
    ] as const)
      d.image(image, x + dx - 5, y + dy - 5, { width: 10, height: 10 })
  }
  expect(await marked(draw)).toBe('\ufffd')
})
