import { expect, test } from 'vitest'
import { linePlaces } from './line-places.ts'

test.each([
  [0, 1, 1],
  [2, 1, 3],
  [4, 2, 1],
  [7, 2, 3],
  [8, 3, 1],
])('offset %i is line %i, column %i', (offset, line, column) =>
  expect(linePlaces('あ𠮷\n𠮷い\nう')(offset)).toEqual({ line, column }),
)
