import { expect, test } from 'vitest'
import { correctedTable } from '../recognized-text.ts'

const head = ['事業費', '令和5年度', '令和6年度', '令和7年度']

test.each([
  [['千円', '1,200', '1,300', '1,4o人'], ['1,4o']],
  [['千円', '1,200', '1,300', '8誠3'], ['8誠3']],
  [['千円', '1,200', '1,300', '未定'], []],
  [['千円', '1,200', '1,300', '－'], []],
])('in a row of amounts, what is no number is doubted: %j', (row, doubts) =>
  expect(correctedTable([head, ['千円', '3,100', '2,200', '1,700'], row]).doubts).toEqual(doubts),
)

test('words in rows of words are not doubted', () =>
  expect(correctedTable([head, ['主な取組', '第1回の会議', '第2回の会議', '検証']]).doubts).toEqual([]))
