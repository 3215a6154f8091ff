import { glob, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import kuromoji from 'kuromoji'
import { describe, expect, test } from 'vitest'
import { kuromojiTokenizer } from './kuromoji-tokenizer.ts'

/** The parts of the analyser that its declarations leave out. */
interface Analyser {
  getLattice(text: string): unknown
  viterbi_searcher: { forward(lattice: unknown): { nodes_end_at: { shortest_cost: number }[][] } }
}

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

describe('knows the words of the dictionary', () => {
  const known = tokenize.words
  test('as its own builder loads them', async () => {
    const require = createRequire(import.meta.url)
    const dicPath = join(dirname(require.resolve('kuromoji/package.json')), 'dict')
    const built = await new Promise<Analyser>((resolve, reject) =>
      kuromoji
        .builder({ dicPath })
        .build((error, analyser) => (error ? reject(error) : resolve(analyser as unknown as Analyser))),
    )
    const cost = (text: string): number | undefined =>
      built.viterbi_searcher.forward(built.getLattice(text)).nodes_end_at.at(-1)?.[0]?.shortest_cost
    for await (const path of glob('fixtures/{agreement,vision,outline}/*/input.txt'))
      for (const line of (await readFile(path, 'utf8')).split('\n'))
        expect([line, known?.pathCost(line.slice(0, 200))]).toEqual([line, cost(line.slice(0, 200))])
  })
  test.each([
    ['医療', true],
    ['療医', false],
  ])('%j: %j', (text, is) => expect(known?.isWord(text)).toBe(is))
  test('a null character is an unknown one', () => expect(known?.pathCost('医\0療')).toBeGreaterThan(0))
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
