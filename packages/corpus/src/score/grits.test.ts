import { expect, test } from 'vitest'
import { gridSimilarity, textSimilarity } from './grits.ts'

const table = [
  ['区分', '金額'],
  ['運営費', '1,200千円'],
  ['計', '1,200千円'],
]

test('the similarity of texts is the Dice coefficient of their longest common subsequence', () => {
  expect(textSimilarity('甲の役割', '乙の役割')).toBe(0.75)
  expect(textSimilarity('', '')).toBe(1)
  expect(textSimilarity('甲', '')).toBe(0)
})

test.each([
  ['itself', table, 6],
  ['a table without its last row', table.slice(0, 2), 4],
  ['a table with a row too many', [...table, ['', '']], 6],
  ['a table with a column too many', table.map((row) => [...row, '']), 6],
  ['nothing', [], 0],
])('a table shares with %s its places', (_, other, places) => expect(gridSimilarity(table, other)).toBe(places))
