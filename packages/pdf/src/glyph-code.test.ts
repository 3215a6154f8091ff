import { expect, test } from 'vitest'
import { countCode, withoutGlyphCodes } from './glyph-code.ts'
import { plainFont } from './graphics-state.ts'

const unknown = '\ufffd'

/** The text of a page in one font; `codes` are those of its characters, by default the characters themselves. */
function told(text: string, codes: readonly number[] = Array.from(text, (c) => c.charCodeAt(0))): string {
  const font = plainFont('F')
  const same = Array.from(text, (c, i) => (countCode(font, c, codes[i]) ? i : -1)).filter((i) => i >= 0)
  const style = { font: 'F', size: 10, color: '#000000', rotation: 0, vertical: false, hidden: false }
  const runs = { numbers: [0, text.length, 0], styles: [style] }
  return withoutGlyphCodes(text, 0, runs, new Map([['F', font]]), same)
}

test.each([
  ['numbers of glyphs are no text', '瑬僿ײל׽䃷㲊⛨舅玮㎢⪦', unknown.repeat(12)],
  ['nor are those of the first glyphs of a font', '\x05\x12*3K!"#$%&()\x1f', unknown.repeat(14)],
  ['codes of a font that is not embedded are its characters', '連携協約を締結する。', '連携協約を締結する。'],
  ['so are short numbers in brackets', '(1)', '(1)'],
])('%s', (_, text, expected) => expect(told(text)).toBe(expected))

test('a bullet without an entry in the map of its font is not known, a figure with its own number by chance is', () => {
  const text = `ǀ医療の充実と交通の確保1`
  const codes = Array.from(text, (c, i) => (i === 0 || c === '1' ? c.charCodeAt(0) : i + 20))
  expect(told(text, codes)).toBe(`${unknown}医療の充実と交通の確保1`)
})
