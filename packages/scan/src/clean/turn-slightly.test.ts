import { expect, test } from 'vitest'
import { blank } from './raster.ts'
import { turnSlightly } from './turn-slightly.ts'

/** A page of a white and a grey half with a dark line across the middle. */
function page() {
  const own = blank(301, 201, 255)
  for (let y = 0; y < 201; y++) own.data.fill(240, y * 301 + 150, (y + 1) * 301)
  own.data.fill(0, 100 * 301, 101 * 301)
  return own
}

test('a line turns about the middle of a page, in white as in grey', () => {
  const { data } = turnSlightly(page(), 0.1, 250)
  const at = (x: number, y: number): number => data[y * 301 + x] as number
  // Ten pixels further down for every hundred to the right.
  expect([at(50, 90), at(150, 100), at(250, 110)].every((v) => v < 80)).toBe(true)
  expect([at(50, 100), at(250, 100), at(50, 60)]).toEqual([255, 240, 255])
})

test('corners that come from beyond the page are paper', () => {
  const { data } = turnSlightly(page(), 0.1, 250)
  expect([data[0], data.at(-1)]).toEqual([250, 250])
})
