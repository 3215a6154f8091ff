import { expect, test } from 'vitest'
import { textBlocksOf } from '../../../layout/text-blocks.ts'
import { readText } from '../../../read/text.ts'
import { readVision } from '../../../testing/read-vision.ts'
import { rowsOf } from '../row.ts'
import { withLabelsApart } from './labels-apart.ts'

const parted = async (line: string): Promise<string[]> => {
  const source = await readText(new TextEncoder().encode(`${line}\n`), 'a.txt')
  return withLabelsApart(rowsOf(textBlocksOf(source))).map((row) => row.cells.map((c) => c.bare).join('|'))
}

test.each([
  [
    'fields in brackets',
    '【事業名】朝市　【連携市町】垂水市　【期間】令和７年度',
    ['【事業名】|朝市', '【連携市町】|垂水市', '【期間】|令和7年度'],
  ],
  ['fields before colons', '事業名：朝市 連携市町：垂水市', ['事業名:朝市', '連携市町:垂水市']],
  ['a field in brackets behind one', '事業名：朝市【分野】産業', ['事業名:朝市', '【分野】|産業']],
  [
    'who takes part in what is measured, before what goes on below',
    'KPI：客数　連携：垂水市、鹿屋市',
    ['連携:垂水市、鹿屋市', 'KPI:客数'],
  ],
  ['one field', '【事業名】朝市【夏】', ['【事業名】朝市【夏】']],
  ['headings of columns', '【連携取組名】 【事務事業名】 13事務事業', ['【連携取組名】【事務事業名】13事務事業']],
  ['a role that speaks of others', '岡山市：運営する 連携市町：参加する', ['岡山市:運営する連携市町:参加する']],
])('tells %s apart', async (_, line, cells) => expect(await parted(line)).toEqual(cells))

test('fields in brackets of several lines are of one project, though 【役割】 heads pillars elsewhere', async () => {
  const { vision } = await readVision(
    [
      '【事業名】後見センターの設置【関係市町村】倉吉市、三朝町',
      '【事業概要】センターを置く。',
      '【役割】倉吉市：運営／町：負担金の支出',
      '【KPI】相談件数：150件（R5）→200件（R8）',
      '',
      '【事業名】子育ての広報【関係市町村】倉吉市、北栄町',
      '【事業概要】予定を配信する。',
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    { title: '後見センターの設置', indicators: [{ name: '相談件数' }] },
    { title: '子育ての広報' },
  ])
  expect(vision.projects[1]).not.toHaveProperty('pillar')
})
