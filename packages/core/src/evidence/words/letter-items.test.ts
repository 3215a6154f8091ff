import { expect, test } from 'vitest'
import { drawSource } from '../../layout/draw-page.ts'
import { correctedBlocks } from '../corrected-blocks.ts'
import { asRecognized } from '../recognized-text.ts'

/** What evidence makes of lines, each with how far it is set in, in ems. */
const corrected = (lines: readonly (readonly [number, string])[], unsure: readonly string[] = []): string[] =>
  correctedBlocks(
    asRecognized(drawSource({ texts: lines.map(([em, text], i) => ({ x: 50 + em * 10, y: 60 + i * 18, text })) }), {
      unsure,
    }),
  ).blocks.flatMap((block) => (block.kind === 'line' ? [block.text.value] : []))

const items = (...seen: string[]) => seen.map((text) => [2, text] as const)

test.each([
  [
    ['(m3取組の内容', '(b)甲の役割', '(c)乙の役割', '(d)丙の役割'],
    ['(a)取組の内容', '(b)甲の役割', '(c)乙の役割', '(d)丙の役割'],
  ],
  [
    [
      '(a)取組の内容',
      '(b)甲の役割',
      '(c)乙の役割',
      '(dd丙の役割',
      '(m2取組の内容',
      '(b)甲の役割',
      '(c)乙の役割',
      '(d11)丙の役割',
    ],
    [
      '(a)取組の内容',
      '(b)甲の役割',
      '(c)乙の役割',
      '(d)丙の役割',
      '(a)取組の内容',
      '(b)甲の役割',
      '(c)乙の役割',
      '(d)丙の役割',
    ],
  ],
  [
    ['(a)取組の内容', '(b)甲の役割', '(c)乙の役割', '(d丙の役割'],
    ['(a)取組の内容', '(b)甲の役割', '(c)乙の役割', '(d)丙の役割'],
  ],
  [
    ['a滞在する観光の推進', 'D地場産業の振興', 'Cc中心市街地の再生', 'd医療の確保', 'e人材の育成'],
    ['a滞在する観光の推進', 'b地場産業の振興', 'c中心市街地の再生', 'd医療の確保', 'e人材の育成'],
  ],
  [
    ['(m3取組の内容', '(も)甲の役割', '(c)乙の役割', '(d)丙の役割', '(m3取組の内容', '(もb)甲の役割', '(c)乙の役割'],
    ['(a)取組の内容', '(b)甲の役割', '(c)乙の役割', '(d)丙の役割', '(a)取組の内容', '(b)甲の役割', '(c)乙の役割'],
  ],
])('letters of items by the others of their column: %j', (seen, right) =>
  expect(corrected(items(...seen), ['D地', 'Cc'])).toEqual(right),
)

test('what was read in the gap behind a letter is the gap', () =>
  expect(corrected(items('a 観光の推進', 'b 産業の振興', 'Cc_中心市街地の再生', 'd 医療の確保'), ['Cc'])[2]).toBe(
    'c 中心市街地の再生',
  ))

test.each([
  [['(a)取組の内容', '(b)甲の役割', '(c)乙の役割', '(KPI)の設定']],
  [['a滞在する観光の推進', 'b地場産業の振興', 'c医療の確保', 'ICTの活用を進める']],
  [['(m3取組の内容', '(b)甲の役割']],
  [['a滞在する観光の推進', 'b地場産業の振興', 'できることから取り組む', 'd医療の確保']],
])('what begins with letters and is no item stays: %j', (seen) => expect(corrected(items(...seen))).toEqual(seen))
