import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { InkCell } from '../cells/page-cells.ts'
import { componentsOf, inkRuns } from '../ink/components.ts'
import { marksOf } from './mark-cells.ts'

/** Cells are so many pixels wide and high, what is drawn in a box of 100 about half of that. */
const side = 80

/** The marks of a table that holds the drawings, row by row; what they are is by row and column, `?` where they look like none. */
async function marksIn(rows: readonly string[][]): Promise<string[]> {
  const drawn = rows.flatMap((row, y) =>
    row.map((shape, x) => `<g transform="translate(${x * side + 20} ${y * side + 20}) scale(.4)">${shape}</g>`),
  )
  const size = { width: (rows[0] as string[]).length * side, height: rows.length * side }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">
    <rect width="100%" height="100%" fill="white"/><g stroke="black" stroke-width="8" fill="none">${drawn.join('')}</g></svg>`
  const grey = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer()
  const runs = inkRuns({ ...size, data: Uint8Array.from(grey, (v) => (v < 128 ? 1 : 0)) })
  const ink = componentsOf(runs)
  const cells = rows.flatMap((row, y) =>
    row.map((_, x): InkCell => {
      const [x0, y0, x1, y1] = [x * side, y * side, (x + 1) * side, (y + 1) * side]
      const own = ink.filter((c) => c.x0 >= x0 && c.x1 <= x1 && c.y0 >= y0 && c.y1 <= y1)
      return {
        cell: { box: [x0, y0, x1, y1], row: y, column: x, rowSpan: 1, columnSpan: 1 },
        x0,
        y0,
        x1,
        y1,
        ink: own,
        crumbs: [],
      }
    }),
  )
  const { marks, strangers } = marksOf({ x0: 0, y0: 0, x1: size.width, y1: size.height, cells }, runs)
  return rows.map((row, y) =>
    row
      .map((_, x) => {
        const cell = cells.find((c) => c.cell.row === y && c.cell.column === x) as InkCell
        return marks.get(cell)?.value ?? (strangers.has(cell) ? '?' : ' ')
      })
      .join(''),
  )
}

const ring = '<circle cx="50" cy="50" r="42"/>'
const disc = '<circle cx="50" cy="50" r="42" fill="black"/>'
const open = '<path d="M87 70A42 42 0 1 1 87 30"/>'
const speck = '<circle cx="47" cy="52" r="2"/>'
const cross = '<path d="M12 12L88 88M88 12L12 88"/>'
const triangle = '<path d="M50 10L92 86H8Z"/>'
const word = '<path d="M10 20H44M10 40H44M10 60H44V86H10ZM50 40H92M71 8V92"/>'

test('a ring with a speck inside is a ring', async () => {
  expect(
    await marksIn([
      [ring + speck, ring],
      [ring, disc],
    ]),
  ).toEqual(['○○', '○●'])
})

test('a word among marks is read, and doubted', async () => {
  expect(
    await marksIn([
      [ring, ring],
      [ring, ring],
      [word, ''],
    ]),
  ).toEqual(['○○', '○○', '? '])
})

test('a column of words has none', async () => {
  expect(
    await marksIn([
      [word, ring],
      [word, ring],
    ]),
  ).toEqual([' ○', ' ○'])
})

test('an open ring alone in its column is one where the table has rings as large, and nothing by itself', async () => {
  expect(
    await marksIn([
      [ring, open],
      [ring, ''],
    ]),
  ).toEqual(['○○', '○ '])
  expect(
    await marksIn([
      [word, open],
      [word, ''],
    ]),
  ).toEqual(['  ', '  '])
})

test('a cross among rings or beside them is one, a triangle among them alone: figures look like it', async () => {
  expect(
    await marksIn([
      [ring, cross, ring],
      [ring, '', cross],
    ]),
  ).toEqual(['○×○', '○ ×'])
  expect(await marksIn([[ring, ring, cross]])).toEqual(['○○×'])
  expect(await marksIn([[ring, triangle, ring]])).toEqual(['○△○'])
  expect(await marksIn([[ring, ring, triangle]])).toEqual(['○○ '])
})
