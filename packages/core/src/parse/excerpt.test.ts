import { expect, test } from 'vitest'
import { blocksOf } from '../layout/blocks.ts'
import { contextOf } from '../testing/text-context.ts'
import { parseAgreement } from './agreement.ts'
import { documentsOf } from './documents.ts'

const kindsIn = async (text: string): Promise<string[]> =>
  documentsOf(blocksOf((await contextOf(text)).source)).map((part) => part.kind)

const roles = `（取組）
第４条　甲と乙とが連携する取組は、次に掲げるとおりとする。
　(1)　公共交通
　　ア　取組の内容
　　　路線を維持する。
　　イ　役割分担
　　　(ア)　甲　路線を調整する。
　　　(イ)　乙　停留所を整える。
`

test.each([
  ['articles from a later one on', `${roles}第５条　取組に係る費用は、協議して定める。\n`, ['agreement']],
  ['one article at the head', roles, ['agreement']],
  ['articles of a regulation', '第７条　会長は、会務を総理する。\n第８条　会議は、会長が招集する。\n', ['regulation']],
  ['references that begin lines', 'この件は、別に定める。\n第４条の規定により、甲は届け出る。\n以上', []],
])('takes %s for what they are an excerpt of', async (_, text, kinds) => {
  expect(await kindsIn(text)).toEqual(kinds)
})

test('reads roles of symbols that the excerpt does not define, and says that nothing defines them', async () => {
  const context = await contextOf(roles)
  const { parties, articles, initiatives } = await parseAgreement(context, blocksOf(context.source))
  expect([parties, articles.map((a) => a.number)]).toEqual([[], ['4']])
  expect(initiatives?.map((i) => [i.title, ...i.roles.map((r) => `${r.party} ${r.text}`)])).toEqual([
    ['公共交通', '甲 路線を調整する。', '乙 停留所を整える。'],
  ])
  expect(context.diagnostics.map((d) => d.code)).toEqual(['parties-missing'])
})
