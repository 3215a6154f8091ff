import { expect, test } from 'vitest'
import { placesOf, widen } from './place.ts'

test('keeps the pieces of a value and what a redline marks in each', () => {
  const run = { text: '概算の', mark: 'deleted' as const, span: [12, 15] as [number, number] }
  expect(placesOf([{ page: 2, span: [10, 20], runs: [run] }, undefined, { span: [30, 40] }])).toEqual({
    page: 2,
    span: [10, 40],
    spans: [
      [10, 20],
      [30, 40],
    ],
    runs: [run],
  })
})

test('widens a place to values behind it as if all were read at once', () => {
  const places = [
    { page: 2, span: [10, 20] as [number, number] },
    { page: 2, span: [30, 40] as [number, number] },
    {
      page: 3,
      span: [50, 60] as [number, number],
      runs: [{ text: '約', mark: 'inserted' as const, span: [52, 53] as [number, number] }],
    },
  ]
  const place = placesOf(places.slice(0, 1))
  for (const added of places.slice(1)) widen(place, added)
  expect(place).toEqual(placesOf(places))
})
