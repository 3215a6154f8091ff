import type { PageImage, Source } from '@kyoyaku/core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawImage, grid, row, squareReader } from '../page/drawn-image.ts'
import { readScan } from '../read-scan.ts'
import { twoPages } from './two-up.ts'

const side = { width: 1720, height: 1216 }
/** Lines of a left and of a right page, which stand at the same heights. */
const left = [200, 300, 400, 500].map((y) => row(120, y, 12)).join('')
const right = [200, 300, 400].map((y) => row(1000, y, 10)).join('')

async function imageOf(shapes: string, size: { width: number; height: number } = side): Promise<PageImage> {
  const { data, info } = await sharp(await drawImage(shapes, size))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { number: 1, width: info.width, height: info.height, channels: 1, data: new Uint8Array(data) }
}

test.each([
  ['two pages side by side', left + right, side, true],
  ['with dirt between them', `${left + right}<path d="M860 300V303"/>`, side, true],
  ['one page in landscape', [200, 300, 400].map((y) => row(120, y, 34)).join(''), side, false],
  ['with a title over both', `${left + right}${row(700, 100, 8)}`, side, false],
  ['with a rule between them', `${left + right}<path d="M860 150V900"/>`, side, false],
  ['with a rule between them all the way', `${left + right}<path d="M860 0V1216"/>`, side, true],
  ['with the shadow of a spine', `${left + right}<path d="M860 0V1216" stroke-width="60" stroke="#333"/>`, side, true],
  ['with the number of the sheet', `${left + right}${row(830, 1150, 2, 24)}`, side, true],
  [
    'a table as high as the page, an empty column in its middle',
    grid(
      [100, 700, 1000, 1600],
      Array.from({ length: 24 }, (_, i) => 30 + i * 46),
    ) +
      left +
      right,
    side,
    false,
  ],
  ['with a remark below both', `${left + right}${row(600, 1150, 12)}`, side, false],
  ['of which one is blank', left, side, false],
  ['two columns of a page that is higher than wide', left + right, { width: 1720, height: 2400 }, false],
] as const)('%s', async (_, shapes, size, isTwo) =>
  expect(twoPages(await imageOf(shapes, size)) !== undefined).toBe(isTwo),
)

test('two pages of a sheet are read one after the other, in the places of the sheet', async () => {
  const source: Source = await readScan(await drawImage(left + right, side), 'sheet.png', {
    recognizer: squareReader(),
  })
  expect(source.text.split('\f').map((t) => t.split('\n').map((l) => l.length))).toEqual([
    [12, 12, 12, 12],
    [10, 10, 10],
  ])
  expect([source.info.pages, source.pages.map((p) => p.number)]).toEqual([1, [1, 1]])
  const x = source.pages.map((p) => Math.round((((p.glyphs?.boxes[0] ?? 0) / 72) * 300) / 20) * 20)
  expect(x).toEqual([120, 1000])
})
