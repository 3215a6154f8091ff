import { expect, test } from 'vitest'
import { placesOf } from './place.ts'

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
