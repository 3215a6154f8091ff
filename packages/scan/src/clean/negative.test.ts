import { expect, test } from 'vitest'
import { positive } from './negative.ts'

/** A page of strokes on a ground, a stroke in every eighth row. */
const pageOf = (ground: number, stroke: number, isSlip = false) => ({
  width: 400,
  height: 400,
  data: Uint8Array.from({ length: 160_000 }, (_, i) => {
    const [x, y] = [i % 400, Math.floor(i / 400)]
    if (isSlip) return x > 100 && x < 250 && y > 100 && y < 250 ? 255 : ground
    return y % 8 === 0 && x % 40 > 9 ? stroke : ground
  }),
})

test.each([
  ['black on white', pageOf(250, 10), false],
  ['white on black', pageOf(10, 250), true],
  ['light blue on blue', pageOf(80, 200), true],
  ['black on paper in little light', pageOf(90, 10), false],
  ['a slip on a dark lid', pageOf(20, 20, true), false],
  ['nothing but black', pageOf(0, 0), false],
])('%s', (_, page, isTurned) =>
  expect(positive(page).data[0]).toBe(isTurned ? 255 - (page.data[0] as number) : page.data[0]),
)
