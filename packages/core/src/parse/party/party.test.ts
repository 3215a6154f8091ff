import { expect, test } from 'vitest'
import { readText } from '../../read/text.ts'
import { agreed, agreementOf, readAgreement } from '../../testing/read-agreement.ts'
import { parse } from '../parse.ts'

test.each([
  ['甲市（以下「甲」という。）及び乙町（以下「乙」という。）は', ['甲 甲市', '乙 乙町']],
  [
    '浜田市（以下「甲」という。）及び江津市（以下「乙」という。）並びに邑南町（以下「丙」という。）は',
    ['甲 浜田市', '乙 江津市', '丙 邑南町'],
  ],
  ['米子市（以下「甲」という。）と境港市（以下「乙」という。）とは', ['甲 米子市', '乙 境港市']],
  ['米子市及び境港市（以下「両市」という。）は', ['両市 米子市', '両市 境港市']],
  ['米子市（以下、甲という。）と境港市（以下、乙という。）は', ['甲 米子市', '乙 境港市']],
  ['米子市と境港市及び大山町（以下「両市町」という。）は', ['米子市 米子市', '両市町 境港市', '両市町 大山町']],
  ['西部町村会（以下「甲」という。）と中部町村会（以下「乙」という。）とは', ['甲 西部町村会', '乙 中部町村会']],
  ['米 子 市 （以 下 「甲 」とい う 。） と 境 港市 （以 下 「乙」 とい う 。） と は', ['甲 米子市', '乙 境港市']],
  ['米子市（甲）と境港市（乙）は', ['甲 米子市', '乙 境港市']],
  ['米子市を甲、境港市を乙として', ['甲 米子市', '乙 境港市']],
  ['米子市と境港市は', ['米子市 米子市', '境港市 境港市']],
  ['米子市（以下「甲」という。）及び○○町（以下「乙」という。）は', ['甲 米子市', '乙 ○○町?']],
])('reads the parties of %s', async (text, expected) => {
  const { agreement } = await readAgreement(agreementOf(text))
  expect(agreement.parties.map((p) => `${p.symbol} ${p.name}${p.placeholder ? '?' : ''}`)).toEqual(expected)
})

test('adds a party that an article defines', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}第２条　甲、乙及び大山町（以下「丙」という。）は、協議する。\n`,
  )
  expect(agreement.parties.map((p) => p.name)).toEqual(['米子市', '境港市', '大山町'])
})

test('reads all for whom one term stands that a 規約 of an entrusted task defines in its first article', async () => {
  const { documents } = await parse(
    await readText(
      new TextEncoder().encode(
        '審査会の事務の委託に関する規約\n\n（範囲）\n第１条　琴浦町及び北栄町（以下「委託町」という。）は、審査会の事務の管理及び執行を倉吉市（以下「受託市」という。）に委託する。\n（経費）\n第２条　経費は、委託町の負担とする。\n',
      ),
      'a.txt',
    ),
  )
  const parties = documents[0]?.type === 'regulation' ? documents[0].parties : []
  expect(parties.map((p) => `${p.symbol} ${p.name}`)).toEqual(['委託町 琴浦町', '委託町 北栄町', '受託市 倉吉市'])
})
