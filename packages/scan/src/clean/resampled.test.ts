import fc from 'fast-check'
import { expect, test } from 'vitest'
import { darknessOf } from './darkness.ts'
import { blank, type Raster } from './raster.ts'
import { resampled } from './resampled.ts'

const changed = (page: Raster, size: { width: number; height: number }, angle: number, paper = 250): Raster =>
  resampled(page, darknessOf(page, 8), size, angle, paper)

/** A page of a white and a grey half with a dark line across the middle. */
function page(): Raster {
  const own = blank(301, 201, 255)
  for (let y = 0; y < 201; y++) own.data.fill(240, y * 301 + 150, (y + 1) * 301)
  own.data.fill(0, 100 * 301, 101 * 301)
  return own
}

test('a line turns about the middle of a page, in white as in grey', () => {
  const { data } = changed(page(), { width: 301, height: 201 }, 0.1)
  const at = (x: number, y: number): number => data[y * 301 + x] as number
  // Ten pixels further down for every hundred to the right.
  expect([at(50, 90), at(150, 100), at(250, 110)].every((v) => v < 80)).toBe(true)
  expect([at(50, 100), at(250, 100), at(50, 60)]).toEqual([255, 240, 255])
})

test('a line that turns while its page becomes larger lies where it does on the larger page', () => {
  const { data } = changed(page(), { width: 602, height: 402 }, 0.1)
  const at = (x: number, y: number): number => data[y * 602 + x] as number
  expect([at(100, 180), at(300, 200), at(500, 220)].every((v) => v < 80)).toBe(true)
  expect([at(100, 200), at(500, 200), at(100, 120)]).toEqual([255, 240, 255])
})

test('corners that come from beyond the page are paper', () => {
  const { data } = changed(page(), { width: 301, height: 201 }, 0.1)
  expect([data[0], data.at(-1)]).toEqual([250, 250])
})

test('what is of one value stays so in another size, white or not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 90 }),
      fc.integer({ min: 2, max: 90 }),
      fc.nat(255),
      (width, height, value) => {
        const { data } = changed(blank(width, height, value), { width: width + 30, height: height + 7 }, 0, value)
        expect(data.every((v) => v === value)).toBe(true)
      },
    ),
    { numRuns: 50 },
  )
})

test('an edge stays where it was', () => {
  const own = blank(200, 4, 255)
  for (let y = 0; y < 4; y++) own.data.fill(0, y * 200 + 80, y * 200 + 120)
  const { data } = changed(own, { width: 300, height: 6 }, 0)
  const row = [...data.subarray(900, 1200)]
  expect([row[118], row[121], row[178], row[181]]).toEqual([255, 0, 0, 255])
  expect(row.slice(1, 117).every((v) => v === 255)).toBe(true)
})
