import { expect, test } from 'vitest'
import { agreed, agreementOf, readAgreement } from '../../testing/read-agreement.ts'

test('reads parties that are listed below the preamble, what each does, and symbols behind addresses', async () => {
  const { agreement } = await readAgreement(`消防指令業務の共同運用に関する協定書

　次に掲げる市は、消防指令業務の共同運用に関し、次のとおり協定を締結する。
　　甲　多治見市
　　乙　土岐市

（役割）
第１条　甲及び乙の役割は、次のとおりとする。
　甲　指令センターを運営すること。
　乙　職員を派遣すること。

平成２８年１１月２日

　　　多治見市日ノ出町２丁目１５番地　甲　多治見市長　古川　一郎
　　　土岐市土岐津町土岐口２１０１　　乙　土岐市長　加藤　二郎
`)
  expect(agreement.parties.map((p) => [p.symbol, p.name])).toEqual([
    ['甲', '多治見市'],
    ['乙', '土岐市'],
  ])
  expect(agreement.articles[0]?.paragraphs).toHaveLength(1)
  expect(agreement.initiatives?.[0]?.roles.map((r) => [r.party, r.text])).toEqual([
    ['甲', '指令センターを運営すること。'],
    ['乙', '職員を派遣すること。'],
  ])
  expect(agreement.signatories?.map((s) => [s.symbol, s.address])).toEqual([
    ['甲', '多治見市日ノ出町２丁目１５番地'],
    ['乙', '土岐市土岐津町土岐口２１０１'],
  ])
})

test('reads an agreement of old, with 左記, kanji numbers before commas and 右協定の証', async () => {
  const { agreement } = await readAgreement(`ごみ処理事務の委託に関する協定書

　吉野町（以下甲という。）と下市町（以下乙という。）とはごみ処理事務の委託に関し左記のとおり協定する。

　　　　記

一、甲は乙に対しごみ処理事務を委託するものとす。
二、甲は経費を乙に支払うものとし、その額は左のとおりとする。
　(イ)　均等割　十分の三
　(ロ)　人口割　十分の七

右協定の証として本書二通を作成し甲乙各一通を保有する。

昭和五十二年三月二十六日

甲　吉野町長　　辻井　一郎
乙　下市町長　　北山　二郎
`)
  expect(agreement.parties.map((p) => p.name)).toEqual(['吉野町', '下市町'])
  expect(agreement.articles.map((a) => a.title)).toEqual(['一、', '二、'])
  expect(agreement.articles[1]?.paragraphs[0]?.items?.map((i) => i.title)).toEqual(['(イ)', '(ロ)'])
  expect(agreement.closing).toBe('右協定の証として本書二通を作成し甲乙各一通を保有する。')
})

test('reads sections that 次のように announces, and who signs for an association', async () => {
  const { agreement } = await readAgreement(`協定書

　渋川市長（以下「甲」という。）、吉岡町長（以下「乙」という。）並びに渋川地区振興組合管理者（以下「丙」という。）は、病児保育に関し、次のように協定する。

１　目的
　甲乙丙は、病児保育を行う。
２　期間
　令和３年３月３１日まで

令和２年３月２７日
`)
  expect(agreement.parties.map((p) => [p.symbol, p.name])).toEqual([
    ['甲', '渋川市'],
    ['乙', '吉岡町'],
    ['丙', '渋川地区振興組合'],
  ])
  expect(agreement.articles.map((a) => a.caption)).toEqual(['目的', '期間'])
})

test('reads a 別表 whose caption follows its articles without a space', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}\n別表第１（第１条関係）甲の取組\n観光案内　　　毎年\n物産展　　　　10月\n別表第２（第１条関係）負担金\n米子市　　　2/3\n境港市　　　1/3\n`,
  )
  expect(agreement.appendedTables.map((t) => [t.title, t.caption, t.rows?.length])).toEqual([
    ['別表第１', '甲の取組', 2],
    ['別表第２', '負担金', 2],
  ])
})

test('reads sections that Roman numerals count, and parties that are listed above the preamble', async () => {
  const { agreement } = await readAgreement(`日南市・串間市連携協定書

甲：日南市
乙：串間市

上記当事者は、下記のとおり協定を締結する。

記

Ⅰ　目的
　甲と乙は、連携する。
Ⅱ　取組
　１　医療
　　(1)　取組内容
　　　救急医療を行う。
　　(2)　役割分担
　　　甲は、病院を開く。乙は、費用を負担する。
Ⅲ　経費
　協議して定める。
令和５年２月１日
`)
  expect(agreement.parties.map((p) => [p.symbol, p.name])).toEqual([
    ['甲', '日南市'],
    ['乙', '串間市'],
  ])
  expect(agreement.articles.map((a) => [a.title, a.caption])).toEqual([
    ['Ⅰ', '目的'],
    ['Ⅱ', '取組'],
    ['Ⅲ', '経費'],
  ])
  expect(agreement.initiatives?.[0]?.roles.map((r) => r.text)).toEqual(['甲は、病院を開く。', '乙は、費用を負担する。'])
})

test('reads signatures side by side that no symbols head', async () => {
  const { agreement } = await readAgreement(`${agreementOf(agreed)}
令和５年３月３０日

米子市加茂町一丁目１番地　　　　　　　　境港市上道町３０００番地
米子市　　　　　　　　　　　　　　　　　境港市
米子市長　　浅　井　一　崇　　　　　　　境港市長　　下　江　洋　二
`)
  expect(agreement.signatories?.map((s) => [s.address, s.organization, s.office, s.name])).toEqual([
    ['米子市加茂町一丁目１番地', '米子市', '米子市長', '浅井一崇'],
    ['境港市上道町３０００番地', '境港市', '境港市長', '下江洋二'],
  ])
})
