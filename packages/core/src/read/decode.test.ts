import Encoding from 'encoding-japanese'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from './decode.ts'
import { sizeLimit, UnreadableError } from './unreadable.ts'

const agreement = '（目的）\r\n第１条　この協約は、甲及び乙が連携して取り組む事項を定める。\r\n'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, order: 'le' | 'be', mark = ''): Uint8Array => {
  const bytes = new Uint8Array(Buffer.from(mark + text, 'utf16le'))
  return order === 'le' ? bytes : new Uint8Array(Buffer.from(bytes).swap16())
}
const legacy = (text: string, to: 'SJIS' | 'EUCJP' | 'JIS'): Uint8Array =>
  Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to, from: 'UNICODE' }))

const why = (bytes: Uint8Array): unknown => {
  try {
    return decode(bytes)
  } catch (error) {
    if (error instanceof UnreadableError) return [error.code, error.data]
    throw error
  }
}

describe('tells the encoding', () => {
  test.each([
    ['utf-8', utf8(agreement)],
    ['utf-8', utf8(`\ufeff${agreement}`)],
    ['utf-16le', utf16(agreement, 'le', '\ufeff')],
    ['utf-16be', utf16(agreement, 'be', '\ufeff')],
    ['utf-16le', utf16(agreement, 'le')],
    ['utf-16be', utf16(agreement, 'be')],
    ['shift_jis', legacy(agreement, 'SJIS')],
    ['euc-jp', legacy(agreement, 'EUCJP')],
    ['iso-2022-jp', legacy(agreement, 'JIS')],
  ])('reads %s and keeps line ends', (encoding, bytes) => expect(decode(bytes)).toEqual({ encoding, text: agreement }))

  test('reads the circled numbers and the wave dash of Windows', () =>
    expect(decode(Uint8Array.of(0x87, 0x40, 0x82, 0xa0, 0x81, 0x60, 0x82, 0xa2)).text).toBe('①あ～い'))

  test('reads half-width kana among other text', () =>
    expect(decode(legacy('相談ｻｰﾋﾞｽの共同利用に関する経費を負担する。\n', 'SJIS')).encoding).toBe('shift_jis'))

  test('takes plain ASCII for UTF-8', () => expect(decode(utf8('1,000\n')).encoding).toBe('utf-8'))

  test('tells Shift_JIS from EUC-JP by what any sentence looks like', () => {
    const word = fc.constantFrom(
      '連携',
      '取組',
      'する。',
      'こと、',
      '甲及び乙',
      'サービス',
      '第１条',
      '\n',
      '医療',
      'この協約は',
    )
    fc.assert(
      fc.property(fc.array(word, { minLength: 3 }), (words) => {
        const text = `${words.join('')}とする。`
        expect(decode(legacy(text, 'SJIS'))).toEqual({ encoding: 'shift_jis', text })
        expect(decode(legacy(text, 'EUCJP'))).toEqual({ encoding: 'euc-jp', text })
      }),
    )
  })
})

describe('refuses what holds no text', () => {
  test.each([
    ['no bytes', new Uint8Array(), ['empty', {}]],
    ['nothing but white space', utf8(' \r\n　'), ['empty', {}]],
    ['a PDF', utf8('%PDF-1.7\n'), ['binary', { kind: 'pdf' }]],
    ['a bitmap', Uint8Array.of(0x42, 0x4d, 54, 3, 0, 0, 0, 0, 0, 0, 54), ['binary', { kind: 'bmp' }]],
    ['a photograph of a telephone', utf8('\0\0\0\x18ftypheic\0\0\0\0'), ['binary', { kind: 'heic' }]],
    ['JPEG 2000', utf8('\0\0\0\x0cjP  \r\n'), ['binary', { kind: 'jpeg2000' }]],
    ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20), ['binary', { kind: 'zip' }]],
    ['bytes with zeros', Uint8Array.of(1, 0, 0, 7, 200, 0, 0, 255), ['binary', {}]],
    ['a text cut inside a character', utf8(agreement).slice(0, -4), ['undecodable', {}]],
    ['more than the limit', new Uint8Array(sizeLimit + 1), ['too-large', { size: sizeLimit + 1, limit: sizeLimit }]],
  ])('%s', (_, bytes, expected) => expect(why(bytes)).toEqual(expected))
})

test('any bytes are read or refused, never anything else', () =>
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void why(bytes))))

test('any text comes back from UTF-8', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~ぁ-ん一-龠]+$/u), (text) => {
      fc.pre(text.trim() !== '')
      expect(decode(utf8(text)).text).toBe(text)
    }),
  ))
