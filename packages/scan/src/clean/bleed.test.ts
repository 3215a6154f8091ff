import { expect, test } from 'vitest'
import { binarise } from './binarise.ts'
import { withoutBleed } from './bleed.ts'
import type { Raster } from './raster.ts'

const size = 640
const [paper, print] = [250, 40]

/** A page with rows of frames as large as characters, each of that brightness. */
function written(...rows: number[]): Raster {
  const data = new Uint8Array(size * size).fill(paper)
  rows.forEach((value, r) => {
    for (let n = 0; n < 8; n++)
      for (let k = 0; k < 36; k++)
        for (let thick = 0; thick < 4; thick++) {
          const [x, y] = [60 + n * 60, 60 + r * 80]
          for (const i of [(y + thick) * size + x + k, (y + k) * size + x + thick, (y + 35 - thick) * size + x + k])
            data[i] = value
        }
  })
  return { width: size, height: size, data }
}

const front = (page: Raster): Raster | undefined => withoutBleed(page, binarise(page))?.grey

test('takes what shines through from the back of the sheet out, and leaves the print', () =>
  expect(front(written(print, 190, print, 190))?.data).toEqual(written(print, paper, print, paper).data))

test('finds nothing on a page of one kind of print', () => {
  expect(front(written(print, print, print))).toBeUndefined()
  expect(front(written(110, print, 110))).toBeUndefined()
})
