import { expect, test } from 'vitest'
import { drawSource } from '../../layout/draw-page.ts'
import { correctedBlocks } from '../corrected-blocks.ts'
import { asRecognized, correctedLines } from '../recognized-text.ts'

const corrected = (...lines: readonly (readonly [em: number, text: string])[]): string[] =>
  correctedBlocks(
    asRecognized(drawSource({ texts: lines.map(([em, text], i) => ({ x: 50 + em * 10, y: 60 + i * 18, text })) })),
  ).blocks.flatMap((block) => (block.kind === 'line' ? [block.text.value] : []))

const opening = [
  [0, '第３条　甲は、次による。'],
  [1, '(1)産業'],
  [2, 'ア販路の開拓'],
] as const

test('gives an item in empty brackets the letter before that of the next in its column, and no number', () =>
  expect(corrected(...opening, [3, '()内容'], [4, '農家を助ける。'], [3, '(イ)甲の役割']).slice(3)).toEqual([
    '(ア)内容',
    '農家を助ける。',
    '(イ)甲の役割',
  ]))

test('gives it none where the next item stands in another column', () =>
  expect(corrected(...opening, [1, '()都市'], [2, 'ア医療'], [3, '(ア)内容'], [3, '(イ)役割'])[3]).toBe('(2)都市'))

test.each(['アァ', 'アア', 'エエ', 'エ エ', 'ウツ'])('reads %s before a name as one letter', (seen) =>
  expect(corrected([0, `${seen}　医療の確保`])[0]).toBe(`${seen[0]}　医療の確保`),
)

test('dirt before the letter of an item, where the one before it heads a line above', () => {
  const seen = '(ア)　内容\n取り組む。\n(イ)　甲の役割\n行う。\nて(ウ)　乙の役割\n行うことについ\nて(エ)の規定による。'
  expect(correctedLines(seen).split('\n').slice(4)).toEqual([
    '(ウ)　乙の役割',
    '行うことについ',
    'て(エ)の規定による。',
  ])
})

test('a small letter that heads a name is that of an item', () =>
  expect(corrected([0, 'ェ消費生活の相談'])[0]).toBe('エ消費生活の相談'))

const titled = (...titles: readonly string[]) =>
  titles.flatMap((title) => [[2, title] as const, [3, '(ア)内容'] as const, [4, '連携する。'] as const])

test.each([
  ['ご地場産業の魅力', 'エ地場産業の魅力'],
  ['こエ地場産業の魅力', 'エ地場産業の魅力'],
])('the letter of a title over items, read as %s', (seen, right) =>
  expect(
    corrected(...opening.slice(0, 2), ...titled('ア販路の開拓', 'イ起業の支援', 'ウ観光の振興', seen)).at(-3),
  ).toBe(right),
)

test('a title over items has no letter where the others have none', () =>
  expect(corrected(...opening.slice(0, 2), ...titled('販路の開拓', '起業の支援', 'ご地場の産業')).at(-3)).toBe(
    'ご地場の産業',
  ))
