import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { implausibility, inForm, numberOf, type SeenNumber, valueOfSeen, written } from './plausibility.ts'

const seen = (characters: string, confidence = 0.95, more: Partial<SeenNumber> = {}): SeenNumber => ({
  characters,
  confidences: [...characters].map(() => confidence),
  others: [],
  isMoney: true,
  ...more,
})

test.each([
  ['1,234', 1234],
  ['△30', -30],
  ['12.5', 12.5],
  ['－'.normalize('NFKC'), 0],
  ['1,23', undefined],
  ['', undefined],
])('%s is %s', (characters, value) => expect(numberOf(characters)).toBe(value))

test.each([
  ['9.700', true, '9,700'],
  ['9.700', false, '9.700'],
  ['9,877.829', false, '9,877,829'],
  ['5,864,.000', true, '5,864,000'],
  ['4B,498,006', true, '48,498,006'],
  ['12.5', true, '12.5'],
])('%s (of money: %s) is printed %s', (characters, isMoney, printed) =>
  expect(inForm(characters, isMoney)).toBe(printed),
)

test('a column of grouped numbers has none with two digits behind a comma', () => {
  expect(valueOfSeen(seen('20.00', 0.9, { isGrouped: true }))).toBeUndefined()
  expect(valueOfSeen(seen('20.000', 0.9, { isGrouped: true }))).toBe(20000)
})

test('a digit as wide as two has lost another, which is what another engine read there', () => {
  const rooms = [1, 2, 0.4, 1, 1, 1]
  expect(valueOfSeen(seen('14,500', 0.99, { rooms }))).toBeUndefined()
  expect(valueOfSeen(seen('14,500', 0.99, { rooms, others: ['144.500'] }))).toBe(144500)
  expect(valueOfSeen(seen('14,500', 0.99, { rooms, others: ['145.000'] }))).toBeUndefined()
  expect(implausibility(seen('14,500', 0.99, { rooms }), 144500)).toBeLessThan(1)
})

test('a digit has less room for another where its comma was not seen', () => {
  const rooms = [1.6, 0.4, 1, 1, 1]
  expect(valueOfSeen(seen('8,651', 0.99, { rooms }))).toBeUndefined()
  expect(valueOfSeen(seen('86515', 0.99, { rooms }))).toBe(86515)
})

test('digits that touch have the ink of their neighbours, and lost none', () =>
  expect(valueOfSeen(seen('1,500', 0.99, { rooms: [1, 0.4, 0.5, 0.53, 2.01] }))).toBe(1500))

test('what is seen is the likeliest reading', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 1, max: 99_999_999 }), (a, b) => {
      expect(implausibility(seen(written(a)), a)).toBe(0)
      if (a !== b) expect(implausibility(seen(written(a)), b)).toBeGreaterThan(0)
    }),
  ))

test.each([
  ['8,000', 6000, '8,000', 1000],
  ['70.00', 70_000, '70.00', 7000],
  ['1,00', 1000, '1,00', 1900],
])('%s is rather %i than, as %s, %i', (a, near, b, far) =>
  expect(implausibility(seen(a), near)).toBeLessThan(implausibility(seen(b), far)),
)

test('a sure character is doubted less', () =>
  expect(implausibility(seen('8,000', 0.99), 6000)).toBeGreaterThan(implausibility(seen('8,000', 0.5), 6000)))

test('never throws', () => fc.assert(fc.property(fc.string(), fc.double(), (s, n) => implausibility(seen(s), n) >= 0)))
