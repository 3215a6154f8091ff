import { expect, test } from 'vitest'
import { textOf } from '../../../text/text.ts'
import { stepAndSum } from './step-and-sum.ts'

test.each([
  ['協議 0千円', '協議', '0千円'],
  ['1,000千円', undefined, '1,000千円'],
  ['金沢市 500千円、内灘町 200千円', '金沢市 500千円、内灘町 200千円', undefined],
  ['各年度 200千円', '各年度 200千円', undefined],
])('reads %s as step %s and sum %s', (cell, step, sum) => {
  const read = stepAndSum(textOf(cell, 0, cell.length))
  expect([read.step?.value, read.sum?.value]).toEqual([step, sum])
})
