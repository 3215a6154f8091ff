import { expect, test } from 'vitest'
import { drawSource, gridRules } from '../../layout/draw-page.ts'
import { correctedBlocks } from '../corrected-blocks.ts'
import { asRecognized } from '../recognized-text.ts'

/** A grid of three projects under the heads over the list of each in its own sheet; returns the heads as evidence leaves them. */
function heads(names: string[], marks: string[], lists: string[]): string[] {
  const titles = ['見本市の開催', '図書の貸出し', '職員の研修']
  const rows = [
    ['事業名', ...names],
    ...titles.map((title, r) => [title, ...(marks[r] as string).replaceAll('_', ' ')]),
  ]
  const sheet = titles.flatMap((title, r) => [
    ['事業名', title],
    ['連携市町', lists[r] as string],
  ])
  const source = drawSource({
    rules: [
      ...gridRules([20, 110, 200, 290, 380], [40, 60, 80, 100, 120]),
      ...gridRules([20, 120, 420], [160, 180, 200, 220, 240, 260, 280]),
    ],
    texts: [
      ...rows.flatMap((row, r) =>
        row.flatMap((text, c) => (text.trim() === '' ? [] : [{ x: 22 + c * 90, y: 54 + r * 20, text, size: 9 }])),
      ),
      ...sheet.flatMap((row, r) => row.map((text, c) => ({ x: 22 + c * 100, y: 174 + r * 20, text, size: 9 }))),
    ],
  })
  const { blocks } = correctedBlocks(asRecognized(source))
  const [grid] = blocks.flatMap((b) => (b.kind === 'table' ? [b.rows] : []))
  return (grid?.[0] ?? []).slice(1).map((cell) => cell.text.value)
}

const lists = ['倉吉市、湯梨浜町', '湯梨浜町、琴浦町', '倉吉市、琴浦町']

test('a head misread as no name is the one that the lists have where its column has marks', () =>
  expect(heads(['倉吉市', '湯漢兵町', '琴浦町'], ['○○_', '_○○', '○_○'], lists)).toEqual([
    '倉吉市',
    '湯梨浜町',
    '琴浦町',
  ]))

test('a head misread as another town is the one that the lists have where its column has marks', () => {
  const own = lists.map((list) => list.replace('湯梨浜町', '三朝町'))
  expect(heads(['倉吉市', '三木町', '琴浦町'], ['○○_', '_○○', '○_○'], own)).toEqual(['倉吉市', '三朝町', '琴浦町'])
})

test.each([
  ['a mark where no list has the name', ['○○_', '_○○', '○○○'], lists],
  ['one project alone', ['○○_', '__○', '○_○'], ['倉吉市、湯梨浜町', '琴浦町', '倉吉市、琴浦町']],
  [
    'a head that a list has as well',
    ['○○_', '_○○', '○_○'],
    ['湯漢兵町、湯梨浜町', '湯梨浜町、琴浦町', '倉吉市、琴浦町'],
  ],
])('a head stays as it was read: %s', (_, marks, own) =>
  expect(heads(['倉吉市', '湯漢兵町', '琴浦町'], marks, own)).toEqual(['倉吉市', '湯漢兵町', '琴浦町']),
)

test.each([
  ['倉吉市', '湯漢兵町', '琴浦町', '湯梨浜町'],
  ['倉吉市', '羽合町', '琴浦町', '羽合町'],
  ['米子市', '湯漢兵町', '琴浦町', '湯漢兵町'],
])('a head that is no name is that of the same heads printed again: %s %s %s', (first, second, third, right) => {
  const rows = [
    ['事業名', '倉吉市', '湯梨浜町', '琴浦町'],
    ['見本市の開催', '○', '', '○'],
    ['事業名', first, second, third],
    ['図書の貸出し', '○', '○', ''],
  ]
  const source = drawSource({
    rules: [
      ...gridRules([20, 110, 200, 290, 380], [40, 60, 80]),
      ...gridRules([20, 110, 200, 290, 380], [140, 160, 180]),
    ],
    texts: rows.flatMap((row, r) =>
      row.flatMap((text, c) =>
        text === '' ? [] : [{ x: 22 + c * 90, y: (r < 2 ? 54 : 114) + r * 20, text, size: 9 }],
      ),
    ),
  })
  const { blocks } = correctedBlocks(asRecognized(source))
  const [, again] = blocks.flatMap((b) => (b.kind === 'table' ? [b.rows] : []))
  expect(again?.[0]?.[2]?.text.value).toBe(right)
})
