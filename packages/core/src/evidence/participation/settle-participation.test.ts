import { expect, test } from 'vitest'
import { drawSource, gridRules } from '../../layout/draw-page.ts'
import { clean } from '../../text/clean.ts'
import { correctedBlocks } from '../corrected-blocks.ts'
import { asRecognized } from '../recognized-text.ts'

const head = ['事業名', '倉吉市', '三朝町', '琴浦町']

/** A grid of two projects over the sheet of the first, as evidence leaves their first rows: marks and list. */
function settled(marks: string[], list: string, unsure: string[] = []): [string, string, string[], string[]] {
  const rows = [head, ['見本市の開催', ...marks], ['図書の貸出し', '○', '', '○']]
  const sheet = [
    ['事業名', '見本市の開催'],
    ['連携市町', list],
    ['事業目的', '販路を広げる。'],
  ]
  const cells = (table: string[][], x: number, y: number) =>
    table.flatMap((row, r) =>
      row.flatMap((text, c) => (text === '' ? [] : [{ x: 22 + c * x, y: y + 14 + r * 20, text, size: 9 }])),
    )
  const source = drawSource({
    rules: [
      ...gridRules([20, 110, 200, 290, 380], [40, 60, 80, 100]),
      ...gridRules([20, 120, 420], [140, 160, 180, 200]),
    ],
    texts: [
      ...cells(rows, 90, 40),
      ...sheet.flatMap(([label = '', value = ''], r) => [
        { x: 22, y: 154 + r * 20, text: label, size: 9 },
        { x: 122, y: 154 + r * 20, text: value, size: 9 },
      ]),
    ],
  })
  const { blocks, evidence } = correctedBlocks(asRecognized(source, { unsure }))
  const [grid, own] = blocks.flatMap((b) => (b.kind === 'table' ? [b.rows] : []))
  return [
    (grid?.[1] ?? [])
      .slice(1)
      .map((c) => c.text.value || '_')
      .join(''),
    clean(own?.[1]?.[1]?.text ?? { value: '', offsets: new Int32Array() }).value,
    (evidence?.corrections ?? []).map((c) => `${c.from}→${c.to} ${c.proof}`),
    (evidence?.doubts ?? []).map((doubt) => doubt.value),
  ]
}

test.each([
  [['○', 'Q', ''], '倉吉市、三朝町', ['○○_', '倉吉市、三朝町', ['Q→○ participation']]],
  [['○', '', 'Q'], '倉吉市', ['○__', '倉吉市', ['Q→ participation']]],
  [['○', 'Q', '○'], '全市町', ['○○○', '全市町', ['Q→○ participation']]],
])('a mark that was read as none is what the list says: %j %s', (marks, list, right) =>
  expect(settled(marks, list).slice(0, 3)).toEqual(right),
)

test('where list and grid contradict in what is sure, neither is changed', () =>
  expect(settled(['○', 'Q', '○'], '倉吉市、三朝町').slice(0, 3)).toEqual(['○Q○', '倉吉市、三朝町', []]))

test.each([
  [['○', '○', ''], '倉吉市、三胡町', '倉吉市、三朝町'],
  [['○', '○', ''], '倉吉市、三町', '倉吉市、三朝町'],
  [['○', '', ''], '倉吉市、三胡町', '倉吉市、三胡町'],
  [['○', '○', ''], '琴浦町、三胡町', '琴浦町、三胡町'],
  [['○', '○', ''], '倉吉市、大山観光局', '倉吉市、大山観光局'],
  // 三木町 and 三宅町 are towns elsewhere.
  [['○', '○', ''], '倉吉市、三木町', '倉吉市、三朝町'],
  [['', '○', '○'], '三宅町、琴補町', '三朝町、琴浦町'],
  [['○', '', ''], '倉吉市、三木町', '倉吉市、三木町'],
  [['○', '○', ''], '倉吉市、三朝町、三木町', '倉吉市、三朝町、三木町'],
])('a misread name of a list is the one that the grid has: %j %s', (marks, list, right) =>
  expect(settled(marks, list)[1]).toBe(right),
)

test.each([
  [['○', '', ''], '倉吉市、三木町', ['三木町']],
  [['○', '○', ''], '倉吉市、三木町', []],
  [['○', '○', ''], '倉吉市、三朝町、三木町', []],
  [['○', '', ''], '倉吉市、米子市', []],
])('a town of a list that is no head and is like one that the list lacks is doubted: %j %s', (marks, list, doubts) =>
  expect(settled(marks, list)[3]).toEqual(doubts),
)

test('marks are not settled by a list whose town may be one of the heads', () =>
  expect(settled(['○', 'Q', ''], '倉吉市、三木町')[0]).toBe('○Q_'))

test('a mark that stands nowhere else among many is doubted, and is what the list says', () => {
  const names = ['倉吉市', '三朝町', '琴浦町']
  const marks = ['○', '×', '○']
  const rows = [['事業名', ...names], ...[...'一二三四五六七八'].map((n) => [`講座その${n}`, ...marks])]
  ;(rows[3] as string[])[2] = '▼'
  const grid = (list: string) => {
    const source = drawSource({
      rules: [
        ...gridRules(
          [20, 110, 200, 290, 380],
          Array.from({ length: 10 }, (_, i) => 40 + i * 20),
        ),
        ...gridRules([20, 120, 420], [240, 260, 280]),
      ],
      texts: [
        ...rows.flatMap((row, r) => row.map((text, c) => ({ x: 22 + c * 90, y: 54 + r * 20, text, size: 9 }))),
        ...[
          ['事業名', '講座その三'],
          ['連携市町', list],
        ].flatMap((row, r) =>
          row.map((text, c) => ({ x: 22 + c * 100, y: 254 + r * 20, text: text as string, size: 9 })),
        ),
      ],
    })
    const { blocks, evidence } = correctedBlocks(asRecognized(source, { confidence: 1 }))
    const [table] = blocks.flatMap((b) => (b.kind === 'table' ? [b.rows] : []))
    return [table?.[3]?.[2]?.text.value, (evidence?.doubts ?? []).map((doubt) => doubt.value)]
  }
  expect(grid('倉吉市、琴浦町')).toEqual(['×', []])
  expect(grid('琴浦町、米子観光局')).toEqual(['▼', ['▼']])
})
