import { expect, it } from 'vitest'
import type { Source } from '../read/source.ts'
import { blocksOf } from './blocks.ts'
import { type DrawnText, drawSource, gridRules, horizontal } from './draw-page.ts'

/** Lines as they are, tables as rows of words, furniture in brackets. */
const read = (source: Source): string[] =>
  blocksOf(source).flatMap((b) => {
    if (b.kind === 'line') return [b.furniture ? `[${b.text.value}]` : b.text.value]
    return b.rows.map((row) => row.map((c) => (c.covered ? '^' : c.text.value)).join('|'))
  })

const at = (x: number, y: number, text: string, more: Partial<DrawnText> = {}): DrawnText => ({ x, y, text, ...more })
const grid = [at(105, 112, '区分'), at(205, 112, '金額'), at(105, 132, '工事費'), at(205, 132, '1,200千円')]

it('takes a large character painted across a table for none of it', () => {
  const texts = [at(150, 160, '案', { size: 100, color: '#dddddd' }), ...grid]
  expect(read(drawSource({ texts, rules: gridRules([100, 200, 300], [100, 120, 140]) }))).toEqual([
    '区分|金額',
    '工事費|1,200千円',
    '[案]',
  ])
})

it('leaves a large title alone', () => {
  expect(
    read(drawSource({ texts: [at(100, 100, '圏域ビジョン', { size: 40 }), at(100, 200, '本圏域の取組を示す。')] })),
  ).toEqual(['圏域ビジョン', '本圏域の取組を示す。'])
})

it('parts a cell by the table that stands in it', () => {
  const rules = [...gridRules([100, 200, 400], [100, 120, 180]), ...gridRules([210, 260, 390], [126, 150, 174])]
  const texts = [at(105, 112, '名称'), at(205, 112, '観光'), at(105, 152, '役割')]
  const inner = [at(215, 142, '甲'), at(265, 142, '総合調整'), at(215, 166, '乙'), at(265, 166, '広報')]
  expect(read(drawSource({ texts: [...texts, ...inner], rules }))).toEqual([
    '名称|観光|^',
    '役割|甲|総合調整',
    '^|乙|広報',
  ])
})

it('leaves a chart in a cell alone', () => {
  const rules = [
    ...gridRules([100, 200, 400], [100, 120, 240]),
    ...gridRules([210, 260, 310, 390], [126, 150, 174, 236]),
  ]
  const texts = [at(105, 112, '名称'), at(205, 112, '観光'), at(105, 152, '推移'), at(215, 142, '80')]
  expect(read(drawSource({ texts, rules }))).toEqual(['名称|観光', '推移|80'])
})

it('reads boxes beside one another each by itself', () => {
  const rules = [...gridRules([100, 240], [100, 160]), ...gridRules([260, 400], [100, 160])]
  const card = (x: number, head: string, text: string): DrawnText[] => [
    at(x, 115, head),
    at(x, 135, text),
    at(x, 150, 'とする。'),
  ]
  const texts = [...card(105, '医療', '医師を確保する'), ...card(265, '交通', 'バスを維持する')]
  expect(read(drawSource({ texts, rules }))).toEqual([
    '医療',
    '医師を確保する',
    'とする。',
    '交通',
    'バスを維持する',
    'とする。',
  ])
})

it('puts a head in the middle over figures that end at their right', () => {
  const rules = [120, 140, 160, 180].map((y) => horizontal(y, 100, 400))
  const rows = [140, 160, 180].flatMap((y, i) => [
    at(105, y - 6, '取組'),
    at(265, y - 6, `${i + 1},500`),
    at(300, y - 6, '三好市'),
  ])
  const texts = [at(105, 114, '事業'), at(210, 114, '事業費（千円）'), at(300, 114, '担当'), ...rows]
  expect(read(drawSource({ texts, rules }))).toEqual([
    '事業|事業費（千円）|担当',
    '取組|1,500|三好市',
    '取組|2,500|三好市',
    '取組|3,500|三好市',
  ])
})

it('puts columns of marks that are printed overleaf beside the rows that they belong to', () => {
  const sheet = (xs: readonly number[], rows: readonly (readonly string[])[]) => ({
    rules: gridRules(xs, [100, 160, 180, 200, 220]),
    texts: rows.flatMap((row, r) => {
      const heads = r === 0
      return row.flatMap((text, c) => {
        const x = (xs[c] as number) + 20
        return heads && text.length > 2
          ? Array.from(text, (letter, k) => at(x, 115 + 11 * k, letter))
          : [at(x, heads ? 115 : 155 + 20 * r, text)]
      })
    }),
  })
  const first = sheet(
    [100, 200, 260, 320],
    [
      ['事業', '三好市', '美馬市'],
      ['医療', '○', ''],
      ['観光', '', '○'],
      ['交通', '○', '○'],
    ],
  )
  const second = sheet(
    [100, 160, 220],
    [
      ['阿波市', '鳴門市'],
      ['○', '○'],
      ['○', ''],
      ['', '○'],
    ],
  )
  const third = sheet(
    [100, 160, 220],
    [
      ['徳島市', '小松島市'],
      ['', '○'],
      ['○', '△'],
      ['○', '○'],
    ],
  )
  expect(read(drawSource(first, second, third))).toEqual([
    '事業|三好市|美馬市|阿波市|鳴門市|徳島市|小松島市',
    '医療|○||○|○||○',
    '観光||○|○||○|△',
    '交通|○|○||○|○|○',
  ])
})
