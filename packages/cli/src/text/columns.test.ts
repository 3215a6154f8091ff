import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneLine } from '../one-line.ts'
import { fit, left, right, width, wrap } from './columns.ts'

test.each([
  ['abc', 3],
  ['連携', 4],
  ['ｱｲ', 2],
  ['１a', 3],
  ['𠮷', 2],
  ['か\u3099', 2],
  ['', 0],
])('%j takes %i columns', (text, columns) => expect(width(text)).toBe(columns))

test('pads to columns', () => expect([left('市', 4), right('市', 4)]).toEqual(['市  ', '  市']))
test('cuts what is too long', () => expect(fit('連携中枢都市圏', 8)).toBe('連携中…'))
test('keeps a value on one line', () => expect(oneLine(' あ\u001b[1m\r\n　い ')).toBe('あ [1m い'))

describe('wraps', () => {
  test('Japanese at any character', () => expect(wrap('あいうえお', 4)).toEqual(['あい', 'うえ', 'お']))
  test('with punctuation hanging', () => expect(wrap('あい。うえ', 4)).toEqual(['あい。', 'うえ']))
  test('with Latin words whole', () => expect(wrap('see the ICT plan', 8)).toEqual(['see the', 'ICT plan']))
})

const text = fc.stringMatching(/^[ぁ-んァ-ヶ一-龠ｱ-ﾝ a-z0-9、。（）]*$/u)

test('nothing is lost in wrapping but spaces', () =>
  fc.assert(
    fc.property(text, fc.integer({ min: 10, max: 100 }), (value, columns) => {
      expect(wrap(value, columns).join('').replaceAll(' ', '')).toBe(value.replace(/\s/gu, ''))
    }),
  ))

test('what is cut fits', () =>
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 60 }), (value, columns) => {
      expect(width(fit(value, columns))).toBeLessThanOrEqual(columns)
    }),
  ))
