import { expect, test } from 'vitest'
import { checkedWords } from './checked-words.ts'
import { commonKanji } from './common-kanji.ts'
import type { Alphabet, Crop, ReadCharacter } from './recognizer.ts'

const crop: Crop = { width: 400, height: 40, data: new Uint8Array(400 * 40).fill(255) }
type Seen = readonly [text: string, ...confidences: number[]]

/** Characters 30 pixels apart; .99 sure where nothing is said. */
const read = ([text, ...confidences]: Seen, by = 0): ReadCharacter[] =>
  [...text].map((value, i) => ({
    value,
    confidence: confidences[i] ?? 0.99,
    x0: i * 30 + by,
    y0: 5,
    x1: i * 30 + 28 + by,
    y1: 33,
  }))

async function checked(first: Seen, second: Seen, alphabet: Alphabet = 'any', by = 0) {
  const recognizer = { name: 'a', parallel: 1, recognize: async () => read(first), close: async () => {} }
  const line = await checkedWords(recognizer, {
    name: 'b',
    readText: async () => read(second, by),
    knows: (c) => c !== '圏',
  }).recognize(crop, {
    alphabet,
    layout: 'line',
  })
  return line.map((c) => c.value + (c.other ? `(${c.other.value} ${c.other.engine})` : '')).join('')
}

test.each([
  ['a doubtful kanji is what the second reader surely sees', ['床所', 0.99, 0.7], ['床掘'], '床掘(所 a)'],
  ['what it sees less surely stands beside it', ['床所', 0.99, 0.7], ['床掘', 1, 0.85], '床所(掘 b)'],
  ['what it sees unsurely counts for nothing', ['床所', 0.99, 0.7], ['床掘', 1, 0.5], '床所'],
  ['a sure one is not looked at', ['床所'], ['床掘'], '床所'],
  ['nor are figures', ['1件', 0.5], ['二件'], '1件'],
  ['of forms that Chinese writes it knows nothing', ['設備', 0.6], ['设备'], '設備'],
  ['what it lacks it takes for another', ['圏内', 0.6], ['固内'], '圏内'],
  ['often for its neighbour', ['疾域', 0.6], ['域域'], '疾(域 b)域'],
  ['a kana looks like a kanji', ['エ夫', 0.95], ['工夫'], 'エ夫'],
  ['a doubtful one may be a kanji', ['きう', 0.6], ['言う'], 'き(言 b)う'],
] as const)('%s', async (_, first, second, seen) => expect(await checked(first, second)).toBe(seen))

test('what it sees elsewhere is another character', async () =>
  expect(await checked(['圏', 0.6], ['域'], 'any', 40)).toBe('圏'))

test('beside a kana it sees what it knows too early', async () => {
  expect(await checked(['選は', 0.6], ['乙'], 'any', 26)).toBe('乙(選 a)は')
  expect(await checked(['び選は', 0.99, 0.6], ['乙'], 'any', 4)).toBe('び乙(選 a)は')
  expect(await checked(['選は', 0.6], ['乙'], 'any', 40)).toBe('選は')
  expect(await checked(['選市', 0.6], ['乙'], 'any', 26)).toBe('選市')
})

test('fields of figures are none of its business', async () =>
  expect(await checked(['床所', 0.9, 0.7], ['床掘'], 'amount')).toBe('床所'))

test('readers that agree are surer than one', async () => {
  const recognizer = { name: 'a', parallel: 1, recognize: async () => read(['市', 0.6]), close: async () => {} }
  const hint = { alphabet: 'any', layout: 'line' } as const
  const [seen] = await checkedWords(recognizer, {
    name: 'b',
    readText: async () => read(['市', 0.9]),
    knows: () => true,
  }).recognize(crop, hint)
  expect(seen?.confidence).toBeGreaterThan(0.95)
})

test('kanji of Japanese are known in their Japanese form', () =>
  expect(['設', '设', '圏', '垣', 'か'].map((c) => commonKanji().has(c))).toEqual([true, false, true, true, false]))
