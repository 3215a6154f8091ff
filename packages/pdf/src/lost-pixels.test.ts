import { expect, test } from 'vitest'
import { filledUp, isEven } from './lost-pixels.ts'

/** A grey page of 40 by 100 pixels. */
const pageOf = (value: (x: number, y: number) => number) => ({
  width: 40,
  height: 100,
  channels: 1 as const,
  data: Uint8Array.from({ length: 4000 }, (_, i) => value(i % 40, Math.floor(i / 40))),
})
const grain = (x: number, y: number): number => 200 + ((x * 7 + y * 13) % 31)

test.each([
  ['even grey', () => 128, 0.3],
  ['the last block over and over', (x: number, y: number) => 120 + (((x % 8) * 9 + y) % 100), 0.3],
  ['paper', () => 255, undefined],
  ['black', () => 0, 0.3],
  ['black but for a pixel', (x: number, y: number) => (y === 99 && x === 20 ? 9 : 0), undefined],
  ['paper with a grain', grain, undefined],
])('an image that goes on as %s from its 30th row on', (_, rest, from) =>
  expect(filledUp(pageOf((x, y) => (y < 30 ? grain(x, y) : rest(x, y))))).toBe(from),
)

test('a bar at the lower edge is printed there', () =>
  expect(filledUp(pageOf((x, y) => (y < 96 ? grain(x, y) : 0)))).toBeUndefined())

test('a fax whose lower rows are all ink ends above them', () => {
  const data = Uint8Array.from({ length: 500 }, (_, i) => (i < 250 ? 0xf0 : 0))
  expect([filledUp({ width: 40, height: 100, channels: undefined, data }), data[249], data[250]]).toEqual([
    0.5, 0xf0, 255,
  ])
})

test('what is filled up becomes paper', () => {
  const page = pageOf((x, y) => (y < 30 ? grain(x, y) : 128))
  filledUp(page)
  expect([page.data[1199], page.data[1200], page.data.at(-1)]).toEqual([grain(39, 29), 255, 255])
})

test('a box of one shade', () => {
  const page = pageOf((x, y) => (y < 30 ? grain(x, y) : 128))
  expect([isEven(page, [0, 30, 40, 100]), isEven(page, [0, 29, 40, 100])]).toEqual([true, false])
})
