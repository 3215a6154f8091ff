import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agree } from './agree.ts'
import type { ReadCharacter } from './recognizer.ts'

/** A reading of ten pixels a character; `_` is a character that the reader of numbers does not know. */
const reading = (text: string, confidence = 0.9): ReadCharacter[] =>
  [...text].map((value, i) => ({
    value: value === '_' ? '' : value,
    confidence,
    x0: 10 * i,
    y0: 0,
    x1: 10 * i + 9,
    y1: 20,
  }))
const engines = ['first', 'second'] as const
const combined = (a: string, b: string, options: { a?: number; b?: number; isNumber?: boolean } = {}) =>
  agree(reading(a, options.a), reading(b, options.b), { engines, isNumber: options.isNumber ?? false })
const textOf = (characters: readonly ReadCharacter[]) => characters.map((c) => c.value).join('')
const othersOf = (characters: readonly ReadCharacter[]) => characters.flatMap((c) => c.other ?? [])

test('numbers that both read alike get surer; the words around them stay as they are', () => {
  const read = combined('1,590千円', '1,590__')
  expect(textOf(read)).toBe('1,590千円')
  expect(othersOf(read)).toEqual([])
  expect(read.slice(0, 5).every((c) => c.confidence > 0.99)).toBe(true)
  expect(read.slice(5).map((c) => c.confidence)).toEqual([0.9, 0.9])
})

test('a number that differs is the second reader’s where it is sure, and carries the other reading', () => {
  const read = combined('1,690千円', '1,590__')
  expect(textOf(read)).toBe('1,590千円')
  expect(othersOf(read)).toEqual([{ length: 5, value: '1,690', engine: 'first' }])
  expect(read[2]?.confidence).toBeLessThan(0.5)
})

test.each([
  ['1.590千円', '1,590__'],
  ['1,590千円', '1.590__'],
  ['1590千円', '1,590__'],
  ['1.234,590円', '1,234.590_'],
])('digits that both read alike are no less sure for a separator: %s and %s', (a, b) => {
  const read = combined(a, b)
  expect(textOf(read).replace(/[千円]/gu, '')).toMatch(/^1,(?:234[.,])?590$/u)
  expect(othersOf(read).length).toBe(a.includes('234') ? 1 : 0)
})

test('digits that the first reader lost are put back in their place', () => {
  const firsts = reading('1805千円').filter((_, i) => i !== 0)
  const read = agree(firsts, reading('1805__'), { engines })
  expect(textOf(read)).toBe('1805千円')
  expect(othersOf(read)).toEqual([{ length: 4, value: '805', engine: 'first' }])
})

test('a second reader with fewer digits, or an unsure one, is not believed but heard', () => {
  const fewer = agree(reading('第26号'), reading('__6_').slice(2), { engines })
  expect([textOf(fewer), othersOf(fewer)]).toEqual(['第26号', [{ length: 2, value: '6', engine: 'second' }]])
  const unsure = combined('36人', '86_', { b: 0.6 })
  expect([textOf(unsure), othersOf(unsure)]).toEqual(['36人', [{ length: 2, value: '86', engine: 'second' }]])
})

test('what the first reader is sure is no number stays; what is known to be one, or read with doubt, is a number', () => {
  expect(textOf(combined('引', '3', { a: 0.98, b: 0.97 }))).toBe('引')
  expect(textOf(combined('る', '2', { a: 0.98, b: 0.97, isNumber: true }))).toBe('2')
  expect(textOf(combined('骨', '11', { a: 0.7, b: 0.99 }))).toBe('11')
  expect(textOf(combined('', '12', { b: 0.99 }))).toBe('12')
  expect(textOf(combined('Rl年', '_1_', { a: 0.98, b: 0.99 }))).toBe('R1年')
})

test('numbers far apart are checked apart', () => {
  const read = combined('令和8年12月', '__3_12_')
  expect(textOf(read)).toBe('令和3年12月')
  expect(othersOf(read)).toEqual([{ length: 1, value: '8', engine: 'first' }])
})

test('whatever two readers say, confidences are shares and others lie inside the line', () => {
  const line = fc.string({ unit: fc.constantFrom(...'0123456789,.-△%千円年_'), maxLength: 30 })
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(line, line, share, share, (a, b, ca, cb) => {
      const read = combined(a, b, { a: ca, b: cb })
      read.forEach((c, i) => {
        expect(c.confidence).toBeGreaterThanOrEqual(0)
        expect(c.confidence).toBeLessThanOrEqual(1)
        expect(i + (c.other?.length ?? 0)).toBeLessThanOrEqual(read.length)
      })
      expect(textOf(agree(reading(a), [], { engines }))).toBe(textOf(reading(a)))
      if (a === b) expect(othersOf(read)).toEqual([])
    }),
  )
})
