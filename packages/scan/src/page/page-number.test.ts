import { expect, test } from 'vitest'
import { withHyphens } from './page-number.ts'

test.each([
  ['ー1一', '-1-'],
  ['—12-', '-12-'],
  ['一1', '一1'],
  ['ー1一の', 'ー1一の'],
])('%s on a line of its own is %s', (seen, right) => {
  const line = Array.from(seen, (value) => ({ value, confidence: 0.9, x0: 0, y0: 0, x1: 10, y1: 10 }))
  expect(
    withHyphens(line)
      .map((c) => c.value)
      .join(''),
  ).toBe(right)
})
