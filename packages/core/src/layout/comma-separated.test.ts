import { expect, it } from 'vitest'
import { readText } from '../read/text.ts'
import { isCommaSeparated } from './comma-separated.ts'
import { textBlocksOf } from './text-blocks.ts'

const blocksOf = async (csv: string): Promise<string[]> =>
  textBlocksOf(await readText(new TextEncoder().encode(csv), 'list.csv')).map((b) =>
    b.kind === 'line' ? b.text.value : b.rows.map((r) => r.map((c) => c.text.value).join('|')).join(' / '),
  )

it('reads what spreadsheets write as CSV as a table below its title', async () => {
  const csv =
    '事業費一覧（単位：千円）,,\n,,\n事業名,令和６年度,合計\n"図書館の\n相互利用","1,200","1,200"\n"「""窓口""」の共同化",80,80\n'
  expect(await blocksOf(csv)).toEqual([
    '事業費一覧（単位：千円）',
    '事業名|令和６年度|合計 / 図書館の相互利用|1,200|1,200 / 「"窓口"」の共同化|80|80',
  ])
})

it.each([
  ['a,b,c\nd,e,f\n"g,h",i,j', true],
  ['別表\na,b,c\nd,e,f\ng,"h\ni",j', true],
  ['第１条　甲,乙及び丙は,連携する。\n２　経費は,甲が負担する。\n３　丙は,甲,乙と協議する。\n', false],
  ['予算は 1,200千円\n実績は 1,100千円\n差は 100千円\n', false],
  ['', false],
  ['一,二,三', false],
])('%j ⇒ %s', (text, expected) => {
  expect(isCommaSeparated(text)).toBe(expected)
})
