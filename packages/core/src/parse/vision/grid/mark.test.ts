import { expect, test } from 'vitest'
import { isLegend, isMark, participates, readLegend } from './mark.ts'

test.each(['○', '〇', '◯', '⭕', '◎', '●', '△', '×', '－', '—', '⭕️'])('%s is a mark', (c) =>
  expect(isMark(c)).toBe(true),
)
test.each(['', '1', '市', '○○', 'ア'])('%j is none', (c) => expect(isMark(c)).toBe(false))

test.each([
  ['○', true],
  ['◎', true],
  ['△', true],
  ['A', true],
  ['×', false],
  ['－', false],
])('%s takes part without a legend: %s', (mark, is) => expect(participates(mark, new Map())).toBe(is))

test('the legend decides', () => {
  const legend = new Map(readLegend('〇:参加 △:検討中 A:主催'))
  expect(['○', '△', 'A'].map((m) => participates(m, legend))).toEqual([true, false, true])
})

test('tells a legend from a placeholder', () => {
  expect(isLegend('〇:参加 ◎:中心市')).toBe(true)
  expect(isLegend('〇〇市:参加')).toBe(false)
})

test.each(['不参画', '参画しない', '未実施', '非参加', '連携しない'])(
  'a legend that says %s of × lets nobody take part by it',
  (said) => {
    expect(new Map(readLegend(`〇:参画 ×:${said}`))).toEqual(
      new Map([
        ['〇', true],
        ['×', false],
      ]),
    )
  },
)
