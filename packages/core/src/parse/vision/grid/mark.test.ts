import { expect, test } from 'vitest'
import { isLegend, isMark, isUnderstood, participates, readLegend } from './mark.ts'

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

test.each([
  ['〇...連携する町 △...今後参加を検討する町', { 〇: true, '△': false }],
  ['〇・・・参加 ×・・・不参加', { 〇: true, '×': false }],
  ['「〇」は参加、「△」は未定', { 〇: true, '△': false }],
  ['〇印は参加する町、空欄は参加しない町', { 〇: true }],
  ['凡例 〇 参加 △ 検討中 - 不参加', { 〇: true, '△': false, '-': false }],
  ['(◎主催 〇参加 ●参加予定)', { '◎': true, 〇: true, '●': false }],
  ['〇:参加 (〇):検討中', { 〇: true, '(〇)': false }],
  ['〇参加者の募集', {}],
  ['凡例 主:主体となって実施、参:参加、協:協議中、-:検討中', { 主: true, 参: true, 協: false, '-': false }],
  ['〇:参加、検:検討中、空欄:不参加', { 〇: true, 検: false }],
  ['甲:主体となって実施、乙:協力する', {}],
  ['問:企画課 電:実施中', {}],
  ['参:参加する市町', {}],
  ['〇 窓口の設置を検討 ● 相談の実施', {}],
])('what %s says of marks', (folded, says) => expect(Object.fromEntries(readLegend(folded))).toEqual(says))

test.each([
  ['○※1', true],
  ['－※1', false],
  ['×(※2)', false],
  ['○（R7から）', true],
  ['○（予定）', false],
  ['(○)', true],
  ['×不参加', false],
  ['◎主催', true],
  ['△検討', false],
  ['参加', true],
  ['不参加', false],
  ['無', false],
  ['有', true],
  ['検討中', false],
  ['R7～', true],
  ['R7参加予定', false],
])('%s takes part: %s, and is understood', (mark, is) => {
  expect(participates(mark, new Map())).toBe(is)
  expect(isUnderstood(mark, new Map())).toBe(true)
})

test.each(['☓', 'B', '三', '1,200', '図書館の相互利用'])('%s is no word or mark whose meaning is known', (text) =>
  expect(isUnderstood(text, new Map())).toBe(false),
)

test('a mark with a remark is what the legend says of the mark', () => {
  const legend = new Map(readLegend('〇:参加 △:検討中 ●:参加予定'))
  expect(['△※1', '●(R7)', '○※2'].map((m) => participates(m, legend))).toEqual([false, false, true])
})

test('what △ means is not known where the legend tells of other marks alone', () => {
  const legend = new Map(readLegend('〇:参加 ◎:中心市 人:検討'))
  expect(['○', '△', '△※1', '×'].map((m) => isUnderstood(m, legend))).toEqual([true, false, false, true])
  expect(isUnderstood('△', new Map())).toBe(true)
  expect(isUnderstood('△※1', new Map(readLegend('△:検討')))).toBe(true)
})
