import { expect, test } from 'vitest'
import { symbolOf, symbolsOf } from './symbol-font.ts'

const read = (font: string, unicode: string, code?: number): string | undefined => {
  const symbols = symbolsOf(font)
  return symbols && symbolOf(symbols, unicode, code)
}

test.each<[string, string, number | undefined, string | undefined]>([
  ['Wingdings-Regular', '¡', 0xa1, '○'],
  ['ABCDEF+Wingdings', '\uf0fc', 3, '✓'],
  ['Wingdings2', 'P', 0x50, '✓'],
  ['Webdings', '\uf06e', undefined, '●'],
  ['ZapfDingbats', 'm', 0x6d, '○'],
  ['ABCDEF+Wingdings', '○', 0xa1, undefined],
  ['MS-Mincho', '¡', 0xa1, undefined],
])('%s: %s', (font, unicode, code, expected) => expect(read(font, unicode, code)).toBe(expected))
