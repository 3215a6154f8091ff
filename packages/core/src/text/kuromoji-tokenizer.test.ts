import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kuromojiTokenizer } from './kuromoji-tokenizer.ts'

const tokenize = await kuromojiTokenizer({ terms: ['和気町', '中町'] })
const words = (text: string): string[] => tokenize(text).map((token) => token.surface)
const contentWords = (text: string): string[] =>
  tokenize(text)
    .filter((token) => token.content)
    .map((token) => token.surface)

describe('cuts text into words', () => {
  test.each([
    ['甲及び乙は、', ['甲', '及び', '乙', 'は', '、']],
    ['連携中枢都市圏ビジョン懇談会を開く', ['連携中枢都市圏ビジョン', '懇談会', 'を', '開く']],
    ['和気町の医療', ['和気町', 'の', '医療']],
    ['１５，０００千円', ['１５，０００', '千', '円']],
    ['ＰＲ活動', ['ＰＲ', '活動']],
    ['𠮷野の𠮷田', ['𠮷', '野', 'の', '𠮷', '田']],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected))

  test('keeps the words that carry meaning apart from the others', () =>
    expect(contentWords('救急医療の体制を整備することとする。')).toEqual(['救急', '医療', '体制', '整備']))

  test('leaves a term alone that begins inside a word', () => expect(words('田中町長')).not.toContain('中町'))
})

test('surfaces joined give the text', () =>
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[ぁ-んァ-ヶ一-龠０-９ 、𠮷]*$/u)),
      (text) => {
        expect(words(text).join('')).toBe(text)
      },
    ),
  ))

test.each(['1', 'あ', '亜', '―', ' '])('200,000 times %j end', (character) => {
  const text = character.repeat(200_000)
  expect(words(text).join('')).toBe(text)
})
