import { expect, test } from 'vitest'
import { readText } from '../read/text.ts'
import { agreed, agreementOf, readAgreement } from '../testing/read-agreement.ts'
import { parse } from './parse.ts'

const article = '\n第１条　甲及び乙は、協力する。\n'

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
    `${agreementOf('米子市（以下「甲」という。）及び境港市（以下「乙」という。）は')}第２条　甲、乙及び大山町（以下「丙」という。）は、協議する。\n`,
  )
  expect(agreement.parties.map((p) => p.name)).toEqual(['米子市', '境港市', '大山町'])
})

test.each([
  [
    `${agreed}、米子市、境港市及び大山町で構成される圏域（以下「圏域」という。）において`,
    { symbol: '圏域', members: ['米子市', '境港市', '大山町'] },
  ],
  [
    `${agreed}、連携中枢都市圏である中海広域圏域（以下「圏域」という。）を形成するため`,
    { symbol: '圏域', name: '中海広域圏域' },
  ],
])('reads the region of a preamble: %s', async (text, expected) =>
  expect((await readAgreement(agreementOf(text))).agreement.region).toMatchObject(expected),
)

test.each([
  ['甲、乙及び大山町（以下「三者」という。）は、協議する。', '三者', '甲、乙及び大山町'],
  ['毎年４月１日、甲及び乙（以下「両者」という。）は、協議する。', '両者', '甲及び乙'],
  ['甲は、乙の条例、規則その他の規程（以下「条例等」という。）による。', '条例等', '乙の条例、規則その他の規程'],
  [
    '甲及び乙は、暮らしやすい圏域を形成するための計画（以下「本計画」という。）を作る。',
    '本計画',
    '暮らしやすい圏域を形成するための計画',
  ],
])('reads what a term stands for as the whole list: %s', async (text, term, meaning) => {
  const { agreement } = await readAgreement(`${agreementOf(agreed)}第２条　${text}\n`)
  expect(agreement.definitions).toMatchObject([{ term, meaning }])
})

test.each([
  ['湖畔地域（甲及び乙の区域をいう。）', ['米子市', '境港市']],
  ['圏域（甲並びに甲と連携協約を締結した町村の区域をいう。）', undefined],
])('reads who lies in a region where that is said: %s', async (text, members) => {
  const { agreement } = await readAgreement(`${agreementOf(agreed)}第２条　甲及び乙は、${text}の発展を図る。\n`)
  expect(agreement.region?.members).toEqual(members)
})

test('does not take a verb for what a term stands for, nor one before a region for its name', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}第２条　甲は、業務を乙に委託する（以下「委託事務」という。）。\n第３条　甲及び乙は、役割を分担して定住自立圏を形成する。\n`,
  )
  expect(agreement.definitions).toBeUndefined()
  expect(agreement.region).toBeUndefined()
})

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

test('reads the region of a definitions article', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}（定義）\n第２条　この協約における用語の意義は、次のとおりとする。\n(1)　圏域　甲、乙及び大山町の区域で構成する区域をいう。\n`,
  )
  expect(agreement.region).toMatchObject({ symbol: '圏域', members: ['米子市', '境港市', '大山町'] })
  expect(agreement.definitions).toMatchObject([{ term: '圏域' }])
})

test('reads the legal basis with the number of the law', async () =>
  expect(
    (
      await readAgreement(
        agreementOf(`${agreed}、地方自治法（昭和２２年法律第６７号）第２５２条の２第１項の規定に基づき`),
      )
    ).agreement.legalBasis,
  ).toMatchObject([{ law: '地方自治法', lawNumber: '昭和２２年法律第６７号', article: '252_2', paragraph: 1 }]))

test('reads provisions of a law that are named together as its basis', async () =>
  expect(
    (
      await readAgreement(
        agreementOf(`${agreed}、道路法（昭和２７年法律第１８０号）第１９条第１項及び第５４条第１項の規定に基づき`),
      )
    ).agreement.legalBasis,
  ).toMatchObject([
    { law: '道路法', article: '19', paragraph: 1 },
    { law: '道路法', lawNumber: '昭和２７年法律第１８０号', article: '54', paragraph: 1 },
  ]))

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

test('reads rows of a table without rules by the white space that they share', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}\n別表（第１条関係）\n\n　区　分　　　　国の分　　　　市の分\n\n　道　具　　　　十分の七　　　十分の三\n　　　　　　　　人口割　　　　均等割\n`,
  )
  expect(agreement.appendedTables[0]?.rows).toEqual([
    ['区　分', '国の分', '市の分'],
    ['道　具', '十分の七', '十分の三'],
    ['', '人口割', '均等割'],
  ])
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

test('sections in the place of articles keep it where the 附則 has articles', async () => {
  const { agreement } = await readAgreement(
    `協力に関する協定書\n\n${agreed}、次のとおり協定を締結する。\n\n第１（目的）\n　甲及び乙は、協力する。\n第２（経費）\n　経費は、等分する。\n\n附則\n第１条　この協定は、公布の日から施行する。\n`,
  )
  expect(agreement.articles.map((a) => `${a.number} ${a.caption ?? ''}`)).toEqual(['1 目的', '2 経費'])
  expect(agreement.supplementary?.map((a) => a.number)).toEqual(['附則', '1'])
})

test('reads the captions of paragraphs, in 附則 and elsewhere', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf('米子市（以下「甲」という。）及び境港市（以下「乙」という。）は')}附　則
（施行期日）
１　この協約は、令和３年４月１日から施行する。
（経過措置）
２　旧協約による取組は、この協約によるものとみなす。
`,
  )
  expect(agreement.supplementary?.[0]?.paragraphs.map((p) => `${p.number} ${p.caption} ${p.text.slice(0, 5)}`)).toEqual(
    ['1 施行期日 この協約は', '2 経過措置 旧協約によ'],
  )
  expect(agreement.sections).toBeUndefined()
})

test('reads date and signatures below a table', async () => {
  const { agreement, context } = await readAgreement(
    `${agreementOf('米子市（以下「甲」という。）及び境港市（以下「乙」という。）は')}別表（第１条関係）
取組\t甲の役割\t乙の役割
図書の相互貸出\t貸し出す。\t受け取る。
令和３年３月２５日
甲　米子市長　湖山　一夫
乙　境港市長　港　次郎
`,
  )
  expect(agreement.concludedOn?.edtf).toBe('2021-03-25')
  expect(agreement.signatories?.map((s) => `${s.symbol} ${s.office}`)).toEqual(['甲 米子市長', '乙 境港市長'])
  expect(context.diagnostics).toEqual([])
})

test('reads the captions of paragraphs that no number begins', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf('米子市（以下「甲」という。）及び境港市（以下「乙」という。）は')}附　則
（施行期日）
　この協約は、令和３年４月１日から施行する。
（旧協約の廃止）
　旧協約は、
廃止する。
`,
  )
  expect(agreement.supplementary?.[0]?.paragraphs.map((p) => `${p.number} ${p.caption} ${p.text}`)).toEqual([
    '1 施行期日 この協約は、令和３年４月１日から施行する。',
    '2 旧協約の廃止 旧協約は、廃止する。',
  ])
})

test.each([
  [
    'in columns that they head',
    '政策分野　　取組　　　　　津山市　　　　　　　鏡野町\n医療　　　　病児の保育　　施設を開く。　　　　住民に知らせる。\n交通　　　　バスの運行　　計画を作る。　　　　経費を出す。\n',
  ],
  [
    'in rows that they head',
    '| 分野 | 取組 | 市町 | 役割 |\n|---|---|---|---|\n| 医療 | 病児の保育 | 津山市 | 施設を開く。 |\n| | | 鏡野町 | 住民に知らせる。 |\n| 交通 | バスの運行 | 津山市 | 計画を作る。 |\n| | | 鏡野町 | 経費を出す。 |\n',
  ],
  [
    'under 役割分担',
    '【生活機能】\n施策名\n病児の保育\n概要\n施設を共に使う。\n役割分担\n津山市\n施設を開く。\n鏡野町\n住民に知らせる。\n施策名\nバスの運行\n概要\nバスを共に出す。\n役割分担\n津山市\n計画を作る。\n鏡野町\n経費を出す。\n',
  ],
])('reads a 別表 by itself that names municipalities %s', async (_, table) => {
  const { documents } = await parse(await readText(new TextEncoder().encode(`別表（第２条関係）\n\n${table}`), 'a.txt'))
  const [agreement] = documents
  const sections = agreement?.type === 'agreement' ? agreement.appendedTables.flatMap((t) => t.sections) : []
  expect(
    sections.flatMap((s) => s.initiatives).map((i) => [i.title, ...i.roles.map((r) => `${r.party} ${r.text}`)]),
  ).toEqual([
    ['病児の保育', '津山市 施設を開く。', '鏡野町 住民に知らせる。'],
    ['バスの運行', '津山市 計画を作る。', '鏡野町 経費を出す。'],
  ])
})

test('rules typed as plus and minus say nothing', async () => {
  const rule = '+------+------+------+\n'
  const text = `別表（第２条関係）\n${rule}| 取組 | 甲の役割 | 乙の役割 |\n${rule}| 移住 | 募る。 | 招く。 |\n${rule}`
  const { diagnostics } = await parse(await readText(new TextEncoder().encode(text), 'a.txt'))
  expect(diagnostics.map((d) => d.code)).toEqual(['parties-missing', 'articles-missing'])
})

test('reads a drawn table amid articles whose 役割分担 goes over the parties', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf('米子市（以下「甲」という。）及び境港市（以下「乙」という。）は')}第２条　取組は、次の表による。
┏━━━┳━━━━━━━┓
┃　　　┃役　割　分　担┃
┃取　組┣━━━┳━━━┫
┃　　　┃　甲　┃　乙　┃
┣━━━╋━━━╋━━━┫
┃移住　┃募る。┃招く。┃
┗━━━┻━━━┻━━━┛
第３条　費用は、協議して定める。
`,
  )
  expect(agreement.initiatives?.map((i) => [i.title, ...i.roles.map((r) => `${r.party} ${r.text}`)])).toEqual([
    ['移住', '甲 募る。', '乙 招く。'],
  ])
})
