import { expect, test } from 'vitest'
import { correctedLines, correctedTable } from '../recognized-text.ts'

test.each([['Ⅰ　産業に係る政策分野', 'Ⅱ　交通に係る政策分野', '川づくりに係る政策分野']])(
  'a kanji like strokes that is sure begins a word: %s',
  (...lines) => expect(correctedLines(lines.join('\n')).split('\n').at(-1)).toBe(lines.at(-1)),
)

test('Roman numbers of fields of policy, read as strokes and as a kanji', () => {
  const seen =
    'T　産業の振興に係る政策分野\n(1)　販路\nTI都市の拠点性に係る政策分野\n(1)　路線\n血暮らしの安心に係る政策分野\n(1)　医療'
  const right =
    'Ⅰ　産業の振興に係る政策分野\n(1)　販路\nⅡ　都市の拠点性に係る政策分野\n(1)　路線\nⅢ　暮らしの安心に係る政策分野\n(1)　医療'
  expect(correctedLines(seen, { unsure: ['血'] })).toBe(right)
})

test('the first item under a pillar where it was misread, as it stands under another', () => {
  const seen =
    'Ⅰ　産業に係る政策分野\n(1)　観光\nⅡ　都市に係る政策分野\n(C13滞在する観光\nⅢ　暮らしに係る政策分野\n名1高度な医療'
  const right =
    'Ⅰ　産業に係る政策分野\n(1)　観光\nⅡ　都市に係る政策分野\n(1)滞在する観光\nⅢ　暮らしに係る政策分野\n(1)高度な医療'
  expect(correctedLines(seen, { unsure: ['(C13', '名1'] })).toBe(right)
  expect(correctedLines(seen).split('\n')[3]).toBe('(C13滞在する観光')
})

test('labels down a column of a table', () => {
  const rows = ['ア　観光', 'イ　創業', 'ウ　医療', '工図書館', 'オ　交通', '工業の振興'].map((label) => [
    label,
    '行う。',
  ])
  expect(correctedTable(rows).rows.map(([label]) => label)).toEqual([
    'ア　観光',
    'イ　創業',
    'ウ　医療',
    'エ図書館',
    'オ　交通',
    '工業の振興',
  ])
})

test('a field of policy in the row of a table whose number was lost, after others that have one', () => {
  const role = ['観光', '案内する。', '協力する。']
  const head = (text: string): string[] => [text, '', '']
  const rows = [
    ['取組', '甲の役割', '乙の役割'],
    ...[head('I　産業に係る政策分野'), role, head('ll　都市に係る政策分野'), role, head('暮らしに係る政策分野'), role],
  ]
  const read = correctedTable(rows).rows
  expect([1, 3, 5].map((r) => read[r]?.[0])).toEqual([
    'Ⅰ　産業に係る政策分野',
    'Ⅱ　都市に係る政策分野',
    'Ⅲ　暮らしに係る政策分野',
  ])
})

test('a bracket of which the number was lost, before the second of a list', () => {
  const seen = '第６条　次に掲げる事項を協議する。\n(計画に関する事項\n(2)　費用に関する事項\n(3)　その他の事項'
  const right = '第６条　次に掲げる事項を協議する。\n(1)計画に関する事項\n(2)　費用に関する事項\n(3)　その他の事項'
  expect(correctedLines(seen)).toBe(right)
})

test('a word that begins with a kanji like the next letter is none of a list', () => {
  const lines = '第３条　次による。\n(ア)　観光\n(イ)　創業\n(ウ)　乙の役割\n工場見学の受入れを行う。\n(エ)　医療'
  expect(correctedLines(lines)).toBe(lines)
})

test('the heading of an article whose number is no numeral, between two that leave but one', () => {
  const articles = (seen: string): string =>
    ['第六条', seen, '第八条'].map((head) => `${head}　両町は、協議して定める。`).join('\n')
  expect(correctedLines(articles('第巧条'))).toBe(articles('第七条'))
})
