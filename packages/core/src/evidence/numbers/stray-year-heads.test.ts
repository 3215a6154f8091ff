import { expect, test } from 'vitest'
import { correctedTable } from '../recognized-text.ts'

const sums = ['', '1,200', '340', '560', '2,100']

test.each([
  [
    ['事業費', '有H27年度', '有H28年度', '有H29年度', '計'],
    ['H27年度', 'H28年度', 'H29年度'],
  ],
  [
    ['事業費', '中令和3年度', '中令和4年度', '中令和5年度', '計'],
    ['令和3年度', '令和4年度', '令和5年度'],
  ],
  [
    ['事業費', '仮R3年度', '済R4年度', '案R5年度', '計'],
    ['仮R3年度', '済R4年度', '案R5年度'],
  ],
  [
    ['期間', '自令和3年度', '至令和4年度', '', ''],
    ['自令和3年度', '至令和4年度', ''],
  ],
  [
    ['事業費', '(R3年度)', '(R4年度)', '(R5年度)', '計'],
    ['(R3年度)', '(R4年度)', '(R5年度)'],
  ],
])('what stands alike before all years of %j is no part of them', (heads, right) =>
  expect(correctedTable([heads, sums]).rows[0]?.slice(1, 4)).toEqual(right),
)

test('what stands otherwise before each of them is none where it is unsure', () =>
  expect(
    correctedTable([['事業費', '年R3年度', '・R4年度', '済R5年度', '計'], sums], {
      unsure: ['年R', '・R', '済R'],
    }).rows[0]?.slice(1, 4),
  ).toEqual(['R3年度', 'R4年度', 'R5年度']))
