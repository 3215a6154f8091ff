import type { Rule } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { addRule, endRow, type RuleList } from './dot-row.ts'

const dot = (x: number, y: number): Rule => ({ x0: x, x1: x + 1, y0: y, y1: y, width: 1, color: '#000000' })
function rulesOf(...added: readonly Rule[]): Rule[] {
  const list: RuleList = { rules: [] }
  for (const { x0, y0, x1, y1, width, color } of added) addRule(list, x0, y0, x1, y1, width, color)
  endRow(list)
  return list.rules
}
const row = (n: number, at: (i: number) => Rule): Rule[] => Array.from({ length: n }, (_, i) => at(i))

test.each<[string, Rule[], number[][]]>([
  ['a row of dots as one rule', row(9, (i) => dot(10 + 3 * i, 50)), [[10, 50, 35, 50]]],
  ['a column of dots as one rule', row(9, (i) => dot(10, 50 + 3 * i)), [[10.5, 49.5, 10.5, 74.5]]],
  ['dots drawn backwards', row(9, (i) => dot(34 - 3 * i, 50)), [[10, 50, 35, 50]]],
  [
    'a row and the column at its end',
    [...row(9, (i) => dot(10 + 3 * i, 50)), ...row(9, (i) => dot(34, 53 + 3 * i))],
    [
      [10, 50, 35, 50],
      [34.5, 52.5, 34.5, 77.5],
    ],
  ],
  [
    'few dots as dots',
    row(2, (i) => dot(10 + 3 * i, 50)),
    [
      [10, 50, 11, 50],
      [13, 50, 14, 50],
    ],
  ],
  [
    'dots far apart as dots',
    row(2, (i) => dot(10 + 9 * i, 50)),
    [
      [10, 50, 11, 50],
      [19, 50, 20, 50],
    ],
  ],
])('reads %s', (_, added, wanted) => {
  expect(rulesOf(...added).map((r) => [r.x0, r.y0, r.x1, r.y1])).toEqual(wanted)
})
