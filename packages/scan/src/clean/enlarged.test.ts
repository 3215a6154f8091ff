import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enlarged } from './enlarged.ts'
import { blank } from './raster.ts'

test('what is of one value stays so, white or not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 90 }),
      fc.nat(255),
      (width, height, value) => {
        const { data } = enlarged(blank(width, height, value), width + 30, height + 7)
        expect(data.every((v) => v === value)).toBe(true)
      },
    ),
    { numRuns: 50 },
  )
})

test('an edge stays where it was, and as sharp as it can be', () => {
  const page = blank(200, 4, 255)
  for (let y = 0; y < 4; y++) page.data.fill(0, y * 200 + 80, y * 200 + 120)
  const { data } = enlarged(page, 300, 6)
  const row = [...data.subarray(300, 600)]
  expect([row[118], row[121], row[178], row[181]]).toEqual([255, 0, 0, 255])
  expect(row.slice(0, 117).every((v) => v === 255)).toBe(true)
})
