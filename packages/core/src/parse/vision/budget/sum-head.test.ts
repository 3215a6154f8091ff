import { expect, test } from 'vitest'
import { headOf, yearsInRow } from './sum-head.ts'

const yearsOf = (cells: readonly string[]) => yearsInRow(cells, cells.map(headOf))

test.each([
  ['R6予算', { kind: 'year', year: 2024 }],
  ['Ｒ４～Ｒ８総事業費'.normalize('NFKC').replace('～', '~'), { kind: 'total' }],
  ['うち国庫支出金', { kind: 'source', name: '国庫支出金' }],
])('%s heads sums', (bare, head) => expect(headOf(bare)).toEqual(head))

test('reads years that leave their era out by those beside them', () => {
  expect(yearsOf(['令和2年度', '3年度', '4年度', '計'])).toEqual([2020, 2021, 2022, undefined])
  expect(yearsOf(['29年度', '30年度', '31年度'])).toEqual([2017, 2018, 2019])
  expect(yearsOf(['3年度', '4年度'])).toEqual([2021, 2022])
})
test.each([[['1年度', '2年度']], [['3年度', '5年度']], [['3年度', '400']], [['令和2年度', '令和3年度']]])(
  '%j has no years to complete',
  (cells) => expect(yearsOf(cells)).toBeUndefined(),
)
