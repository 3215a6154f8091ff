import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kanjiOf, numeralOf } from './numeral.ts'

test.each([
  ['12', 12],
  ['十', 10],
  ['二十', 20],
  ['百八', 108],
  ['二百五十二', 252],
  ['八百四十六', 846],
  ['一〇', 10],
  ['二五二', 252],
  ['①', 1],
  ['㊿', 50],
  ['⑴', 1],
  ['Ⅳ', 4],
])('reads %s as %i', (text, number) => expect(numeralOf(text)).toBe(number))

test.each(['', '十十', '二二十', '一a', '千'.repeat(13), 'ア'])('reads no number in %j', (text) =>
  expect(numeralOf(text)).toBeUndefined(),
)

test('kanji numerals that are written are read back', () =>
  fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (n) => numeralOf(kanjiOf(n)) === n)))
