import { expect, test } from 'vitest'
import { drawSource } from '../../layout/draw-page.ts'
import { correctedBlocks } from '../corrected-blocks.ts'
import { asRecognized } from '../recognized-text.ts'

/** What evidence makes of lines, each with how far it is set in, in ems. */
const corrected = (lines: readonly (readonly [number, string])[]): string[] =>
  correctedBlocks(
    asRecognized(drawSource({ texts: lines.map(([em, text], i) => ({ x: 50 + em * 10, y: 60 + i * 18, text })) })),
  ).blocks.flatMap((block) => (block.kind === 'line' ? [block.text.value] : []))

const opening = [[0, '第２条　甲は、次による。']] as const

test('an item without brackets in the column of the others has them', () =>
  expect(
    corrected([...opening, [1, '(1)計画'], [1.3, '2費用'], [1, '3期間'], [0, '2公表の方法は、別に定める。']]),
  ).toEqual(['第２条　甲は、次による。', '(1)計画', '(2)費用', '(3)期間', '2公表の方法は、別に定める。']))

test('items that lost one bracket, or are read as numbers in circles, have theirs', () =>
  expect(corrected([...opening, [1, '(1)計画'], [1, '2)費用'], [1, '(③期間'], [1, '④人員']]).slice(1)).toEqual([
    '(1)計画',
    '(2)費用',
    '(3)期間',
    '(4)人員',
  ]))

test.each([
  [
    'a paragraph after items, also where the number of one before was lost',
    [
      [1, '(1)計画'],
      [1, '(2)費用'],
      [0.2, '3公表の方法は、別に定める。'],
    ],
  ],
  [
    'a number in a list that is not set in',
    [
      [0, '(1)計画'],
      [0, '(2)費用'],
      [0, '3公表の方法は、別に定める。'],
    ],
  ],
  [
    'a number that does not go on',
    [
      [1, '(1)計画'],
      [1, '4費用'],
    ],
  ],
  [
    'a number that counts what follows',
    [
      [1, '(1)計画の作成に要する'],
      [1, '2年の期間'],
    ],
  ],
] as const)('%s stays', (_, lines) => {
  const seen = [...opening, ...lines]
  expect(corrected(seen)).toEqual(seen.map(([, text]) => text))
})

test.each([
  [
    'brackets lost and read as 1 or as circles',
    [
      [1, '①計画'],
      [1, '(②費用'],
      [1, '⑬③期間'],
      [1, '4会議'],
    ],
    ['(1)計画', '(2)費用', '(3)期間', '(4)会議'],
  ],
  [
    'brackets read as other characters, and twice',
    [
      [1, '人1)計画'],
      [1, '(2))費用'],
      [1, '(3 q)期間'],
    ],
    ['(1)計画', '(2)費用', '(3)期間'],
  ],
  [
    'a list below another item',
    [
      [1, '1)計画'],
      [1, '(2 費用のうち次に掲げるもの'],
      [2, 'ア 人件費'],
      [2, 'イ 旅費'],
      [1, '13期間'],
    ],
    ['(1)計画', '(2) 費用のうち次に掲げるもの', 'ア 人件費', 'イ 旅費', '(3)期間'],
  ],
] as const)('a whole list of torn labels: %s', (_, lines, right) =>
  expect(corrected([...opening, ...lines]).slice(1)).toEqual(right),
)

test.each([
  ['of letters', ['(a)計画', '(b)費用', '(c)期間']],
  ['of numbers in kanji', ['(一)計画', '(二)費用', '(三)期間']],
  ['with a space in it', ['(1 )計画', '(2 )費用']],
  ['closed on one side', ['1)計画', '2)費用', '3)期間']],
  ['in circles', ['①計画', '②費用', '③期間']],
  ['without brackets', ['1 計画', '2 費用', '3 期間']],
])('lists that are printed so stay: %s', (_, items) =>
  expect(corrected([...opening, ...items.map((item) => [1, item] as const)]).slice(1)).toEqual(items),
)
