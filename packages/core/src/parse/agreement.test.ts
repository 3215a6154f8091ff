import { expect, test } from 'vitest'
import { agreed, agreementOf, readAgreement } from '../testing/read-agreement.ts'

const article = '\n第１条　甲及び乙は、協力する。\n'

test('reads a preamble above 記, a day that is but 吉日, and rows of a table that wide spaces part', async () => {
  const { agreement } = await readAgreement(
    `連携協定書\n\n米子市及び境港市は、下記のとおり協定を締結する。\n\n記\n${article}\n令和４年３月吉日\n\n米子市長　皆生　一郎\n境港市長　夕日　二郎\n\n別表\n区分　　　　割合\n米子市　　　６割\n境港市　　　４割\n`,
  )
  expect(agreement.preamble).toBe('米子市及び境港市は、下記のとおり協定を締結する。')
  expect(agreement.concludedOn?.edtf).toBe('2022-03')
  expect(agreement.signatories?.map((s) => s.name)).toEqual(['皆生一郎', '夕日二郎'])
  expect(agreement.appendedTables[0]?.rows).toEqual([
    ['区分', '割合'],
    ['米子市', '６割'],
    ['境港市', '４割'],
  ])
})

const nested = `${agreementOf(`${agreed}、地方自治法（昭和２２年法律第６７号。以下「法」という。）第２５２条の２第１項の規定により`)}
（取組）
第２条　前条の取組は、次のとおりとする。
(1)　経済の成長
　ア　観光
　　(ア)　周遊観光
　　　ａ　取組の内容
　　　　周遊の道筋をつくる。
　　　ｂ　甲の役割
　　　　案内所を置く。
　　　ｃ　乙の役割　案内所に協力する。
　　(イ)　販路
　　　ａ　取組の内容　販路を広げる。
　　　ｂ　役割分担
　　　　(a)　甲の役割　商談会を開く。
　　　　(b)　乙の役割　商談会に出る。
２　法第２条第１４項及び第１５項の趣旨は、第１条から前条まで、前項及び別表第２に及ぶ。同条第２項は、第９条による。

　この協約の締結を証するため、本書２通を作成し、甲乙それぞれ１通を保有する。

令和元年６月　　日

甲　鳥取県米子市加茂町一丁目１番地
　　米子市
　　代表者　米子市長　大山　一郎　印
乙　鳥取県境港市上道町３０００番地　境港市　境港市長　海野　花子

附　則
１　この協約は、令和２年４月１日から施行する。
`

test('reads initiatives inside articles with their roles, wherever these stand', async () => {
  const { agreement } = await readAgreement(nested)
  expect(agreement.initiatives).toMatchObject([
    {
      number: '(ア)',
      title: '周遊観光',
      description: '周遊の道筋をつくる。',
      path: ['経済の成長', '観光'],
      roles: [
        { party: '甲', text: '案内所を置く。' },
        { party: '乙', text: '案内所に協力する。' },
      ],
    },
    {
      number: '(イ)',
      title: '販路',
      description: '販路を広げる。',
      roles: [
        { party: '甲', text: '商談会を開く。' },
        { party: '乙', text: '商談会に出る。' },
      ],
    },
  ])
})

test('resolves references and reports those that point nowhere', async () => {
  const { agreement, context } = await readAgreement(nested)
  expect(
    agreement.references.map((r) => [r.text, r.to.law ?? '', r.to.article ?? r.to.appendedTable, r.to.paragraph]),
  ).toEqual([
    ['前条', '', '1', undefined],
    ['法第２条第１４項', '地方自治法', '2', 14],
    ['第１５項', '地方自治法', '2', 15],
    ['第１条から前条まで', '', '1', undefined],
    ['前項', '', '2', 1],
    ['別表第２', '', '別表第2', undefined],
    ['同条第２項', '', '1', 2],
    ['第９条', '', '9', undefined],
  ])
  expect(context.diagnostics.filter((d) => d.code === 'reference-unresolved').map((d) => d.data?.text)).toContain(
    '第９条',
  )
})

test('reads closing, date, signatures and supplementary provisions', async () => {
  const { agreement } = await readAgreement(nested)
  expect(agreement.closing).toBe('この協約の締結を証するため、本書２通を作成し、甲乙それぞれ１通を保有する。')
  expect(agreement.concludedOn).toMatchObject({ edtf: '2019-06' })
  expect(agreement.status).toBe('draft')
  expect(agreement.signatories).toMatchObject([
    {
      symbol: '甲',
      address: '鳥取県米子市加茂町一丁目１番地',
      organization: '米子市',
      office: '米子市長',
      name: '大山一郎',
    },
    {
      symbol: '乙',
      address: '鳥取県境港市上道町３０００番地',
      organization: '境港市',
      office: '境港市長',
      name: '海野花子',
    },
  ])
  expect(agreement.supplementary).toMatchObject([{ title: '附　則', paragraphs: [{ number: 1, title: '１' }] }])
})

test('takes every character once', async () => {
  const { context } = await readAgreement(nested)
  const left = [...context.source.text].filter((c, i) => /\S/u.test(c) && context.taken[i] !== 1)
  expect(left.join('')).toBe('')
})

test('reads a title over two lines without the mark of a draft', async () => {
  const { agreement } = await readAgreement(
    `資料２\n\n米子市及び境港市における\n圏域形成に係る連携協約（案）\n\n${agreed}、協約を締結する。\n${article}`,
  )
  expect(agreement).toMatchObject({
    title: '米子市及び境港市における圏域形成に係る連携協約',
    status: 'draft',
    sections: [{ text: '資料２' }],
  })
})

test('reports gaps in the numbers of articles', async () => {
  const { context } = await readAgreement(`${agreementOf(agreed)}第３条　甲は、努める。\n第３条の２　乙は、努める。\n`)
  expect(context.diagnostics).toMatchObject([{ code: 'article-gap', data: { previous: '1', found: '3' } }])
})

test.each(['連携協約', '第１条', '附則', '別表', '（案）', '甲', '令和年月日', '第１条（'])(
  'does not throw on %j',
  async (text) => {
    await expect(readAgreement(text)).resolves.toBeDefined()
  },
)

test('reads the roles of a document whose line feeds were lost', async () => {
  const { agreement } = await readAgreement(
    '米子市と境港市との連携協約 米子市（以下「甲」という。）及び境港市（以下「乙」という。）は、次のとおり連携協約を締結する。 （目的） 第1条 この協約は、圏域の暮らしを支えることを目的とする。 （取組） 第2条 甲及び乙の取組は、次のとおりとする。 (1) 経済のけん引 ア 商工業 (ｱ) 取組の内容 起業を助ける。 (ｲ) 甲の役割 窓口を置く。 (ｳ) 乙の役割 催しを開く。 (2) 暮らしの向上 ア 医療 (ｱ) 取組の内容 夜間の診療を続ける。 (ｲ) 甲の役割 医師を送る。 (ｳ) 乙の役割 費用を負担する。',
  )
  expect(agreement.initiatives?.map((i) => i.roles.map((r) => r.text))).toEqual([
    ['窓口を置く。', '催しを開く。'],
    ['医師を送る。', '費用を負担する。'],
  ])
})

test('ends an article at a heading behind the number of a page, where line feeds are lost', async () => {
  const articles = ['医療', '交通', '教育', '防災']
    .map((task, i) => `第${i + 1}条 甲及び乙は、${task}に関する取組を相互に役割を分担し、連携して行うものとする。`)
    .join(' - 1 - ')
  const { agreement } = await readAgreement(
    `連携協約 宮川市(以下「甲」という。)と栗野町(以下「乙」という。)は、次のとおり連携協約を締結する。 ${articles} 令和5年3月1日`,
  )
  expect(agreement.articles.map((a) => a.number)).toEqual(['1', '2', '3', '4'])
})

test('gives whom the preamble names the symbol of a later article', async () => {
  const { agreement } = await readAgreement(
    '広域の連携協約\n\n米子市及び境港市は、次のとおり連携協約を締結する。\n\n第１条　この協約は、米子市（以下「甲」という。）及び境港市（以下「乙」という。）の役割を定める。\n',
  )
  expect(agreement.parties.map((p) => [p.symbol, p.name])).toEqual([
    ['甲', '米子市'],
    ['乙', '境港市'],
  ])
})
