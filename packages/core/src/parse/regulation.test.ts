import { expect, test } from 'vitest'
import { blocksOf } from '../layout/blocks.ts'
import { contextOf } from '../testing/text-context.ts'
import { parseRegulation } from './regulation.ts'

test('reads an ordinance with its number, deleted articles, notes and supplementary provisions', async () => {
  const context = await contextOf(
    '○広域連携基金条例\n平成28年3月25日\n条例第7号\n(設置)\n第1条 基金を設置する。\n(平30条例2・一部改正)\n第2条及び第3条 削除\n附 則\nこの条例は、公布の日から施行する。\n',
  )
  const regulation = await parseRegulation(context, blocksOf(context.source))
  expect(regulation).toMatchObject({
    type: 'regulation',
    title: '広域連携基金条例',
    number: '条例第7号',
    concludedOn: { edtf: '2016-03-25' },
    parties: [],
    articles: [{ number: '1', caption: '設置' }, { number: '2:3' }],
    supplementary: [{ paragraphs: [{ text: 'この条例は、公布の日から施行する。' }] }],
  })
})

test('reads the parties of an entrusted task from its articles', async () => {
  const context = await contextOf(
    [
      '米子市と境港市との間の消防事務の委託に関する規約',
      '第１条　米子市（以下「甲」という。）は、消防に関する事務を境港市（以下「乙」という。）に委託する。',
      '第２条　甲は、車庫を、甲と西伯郡大山町（以下「丙」という。）とで設ける。',
    ].join('\n'),
  )
  const { type, parties, definitions } = await parseRegulation(context, blocksOf(context.source))
  expect(type).toBe('regulation')
  expect(parties.map((p) => `${p.symbol} ${p.name}`)).toEqual(['甲 米子市', '乙 境港市', '丙 西伯郡大山町'])
  expect(definitions).toBeUndefined()
})

test('what brought a regulation and its changes is no text of its last article: 制定文　抄, 改正文（…）抄', async () => {
  const context = await contextOf(
    '協議会規約\n\n第１条　会長を置く。\n第２条　会長が定める。\n\n制定文　抄\n　平成２年４月１日から実施する。\n改正文（平成１２年３月２８日）抄\n　平成１２年４月１日から施行する。\n附　則（平成２７年１２月２５日）\nこの規約は、平成２８年１月１日から施行する。\n',
  )
  const regulation = await parseRegulation(context, blocksOf(context.source))
  expect(regulation.articles.at(-1)?.paragraphs.map((p) => p.text)).toEqual(['会長が定める。'])
  expect(regulation.supplementary).toHaveLength(1)
})

test('reads old wording: 第一條, items and supplementary provisions in katakana', async () => {
  const context = await contextOf(
    [
      '鉱山町ト炭田町トノ間ノ事務ノ委託ニ関スル規約',
      '（委託事務ノ範囲）',
      '第一條　炭田町（以下「甲町」ト謂フ。）ハ、診療ノ事務ヲ鉱山町（以下「乙町」ト謂フ。）ニ委託ス',
      '第二條　左ノ費用ハ、前條ノ乙町ノ負擔トス',
      '一　人件費',
      '二　藥品費',
      '附則',
      '本規約ハ、昭和三十一年九月一日ヨリ之ヲ施行ス',
    ].join('\n'),
  )
  const { articles, definitions, references, supplementary } = await parseRegulation(context, blocksOf(context.source))
  expect(articles).toMatchObject([
    { number: '1', title: '第一條', caption: '委託事務ノ範囲' },
    { number: '2', title: '第二條', paragraphs: [{ items: [{ text: '人件費' }, { text: '藥品費' }] }] },
  ])
  expect(definitions?.map((d) => [d.term, d.meaning])).toEqual([
    ['甲町', '炭田町'],
    ['乙町', '鉱山町'],
  ])
  expect(references).toMatchObject([{ to: { article: '1' }, text: '前條' }])
  expect(supplementary).toHaveLength(1)
})
