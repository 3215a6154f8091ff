import { expect, test } from 'vitest'
import { isBlank, isWhite, withoutWhite } from './characters.ts'

test('white space is what \\s has it', () => {
  for (let unit = 0; unit <= 0xffff; unit++) expect(isWhite(unit)).toBe(/\s/u.test(String.fromCharCode(unit)))
})

test.each(['', '基準値', ' 基 準　値\n', '\u2003甲', '\ufeff'])('%j is without its white space', (text) => {
  expect(withoutWhite(text)).toBe(text.replace(/\s/gu, ''))
  expect(isBlank(text, 0, text.length)).toBe(/^\s*$/u.test(text))
})
