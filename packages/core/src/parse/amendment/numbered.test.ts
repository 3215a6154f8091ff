import { expect, test } from 'vitest'
import { parse } from '../../parse/parse.ts'
import { readText } from '../../read/text.ts'

const front = `定住自立圏形成協定の一部を変更する協定

　延岡市（以下「甲」という。）と門川町（以下「乙」という。）とは、平成２２年３月３０日に締結した定住自立圏の形成に関する協定（以下「原協定」という。）を次のとおり変更する。
`
const signed = `
令和３年３月２５日

甲　延岡市長　読谷　一夫
乙　門川町長　山室　二郎
`
const documentsIn = async (text: string) =>
  await parse(await readText(new TextEncoder().encode(text), 'a.txt')).then((r) => ({ ...r, first: r.documents[0] }))

test('numbered sentences that change an agreement are an amendment, and the last says when it takes effect', async () => {
  const { first, diagnostics } = await documentsIn(`${front}
１　原協定第３条第１号ア中「休日の診療」を「休日及び夜間の
　診療」に改める。
２　原協定第３条第２号に次のように加える。
　　ウ　子育て支援
　　　(ア)　取組の内容　病児保育の相互利用を行う。
３　第６条を削る。
４　この協定は、議会の議決を経て、令和３年４月１日から効力を生ずる。
${signed}`)
  expect(first).toMatchObject({
    type: 'amendment',
    amends: '定住自立圏の形成に関する協定',
    operations: [
      { kind: 'replace', target: { article: '3', item: '1', subitems: ['ア'] }, to: '休日及び夜間の診療' },
      {
        kind: 'insert',
        target: { article: '3', item: '2' },
        content: { items: [{ title: 'ウ', text: '子育て支援' }] },
      },
      { kind: 'delete', target: { article: '6' } },
    ],
    supplementary: [{ paragraphs: [{ text: 'この協定は、議会の議決を経て、令和３年４月１日から効力を生ずる。' }] }],
    effectiveOn: { edtf: '2021-04-01' },
    concludedOn: { edtf: '2021-03-25' },
  })
  expect(diagnostics).toEqual([])
})

test('an agreement that is changed into articles written anew is an agreement', async () => {
  const { first } = await documentsIn(
    `${front}\n（目的）\n第１条　この協定は、圏域の形成を目的とする。\n（取組）\n第２条　第１条の目的のため、取組を変更し、協力する。\n${signed}`,
  )
  expect(first).toMatchObject({ type: 'agreement', articles: [{ number: '1' }, { number: '2' }] })
})

test('a 新旧対照表 alone in columns of spaces is an amendment, though its lines begin with articles', async () => {
  const { first } = await documentsIn(`連携協約書新旧対照表

変更後　　　　　　　　　　　　　　　　　　　変更前
（目的）　　　　　　　　　　　　　　　　　　（目的）
第１条　この協約は、圏域の活力を　　　　　　第１条　この協約は、圏域の活力を
　維持し、及び向上させることを目　　　　　　　維持することを目的とする。
　的とする。
（期間）　　　　　　　　　　　　　　　　　　（期間）
第２条　期間は、令和１１年３月３１　　　　　第２条　期間は、令和６年３月３１日
　日までとする。　　　　　　　　　　　　　　　までとする。
`)
  expect(first).toMatchObject({
    type: 'amendment',
    amends: '連携協約書',
    operations: [
      { kind: 'replace', target: { article: '1' }, from: 'この協約は、圏域の活力を維持することを目的とする。' },
      { kind: 'replace', target: { article: '2' }, to: '期間は、令和１１年３月３１日までとする。' },
    ],
  })
})

test('a 新旧対照表 with a title in brackets names what it changes', async () => {
  const { first } = await documentsIn(
    '定住自立圏形成協定の変更について（新旧対照表）\n\n現　　行\t変　更　案\n第１条　甲及び乙は、協力する。\t第１条　甲及び乙は、共に協力する。\n第２条　期間は、５年とする。\t第２条　期間は、５年とする。\n',
  )
  expect(first).toMatchObject({ type: 'amendment', amends: '定住自立圏形成協定', operations: [{ kind: 'replace' }] })
})

test('an agreement about which the change of a part is agreed is what is amended', async () => {
  const { first } = await documentsIn(
    `協定の一部変更協定書\n\n　甲市と乙町とは、平成２５年３月２９日に締結した湯の里協定書について、下記のとおりその一部を変更する協定を締結する。\n\n記\n\n別表第１　１の部(1)の項中「救急」を「救護」に改める。\n${signed}`,
  )
  expect(first).toMatchObject({
    type: 'amendment',
    amends: '湯の里協定書',
    operations: [{ target: { appendedTable: '別表第１', row: '１の部(1)' } }],
  })
})

const changing = `湯の里連携協約変更協約書

甲市（以下「甲」という。）と乙町（以下「乙」という。）は、令和２年３月２６日に締結した連携協約（以下「原協約」という。）に関し、次の条項により変更協約を締結する。

`
test('an agreement to change another one has captions and a last article of its own', async () => {
  const { first, diagnostics } = await documentsIn(
    `${changing}（経費の変更）\n第１条　原協約第４条を削る。\n（取組の変更）\n第２条　原協約の別表に次のように加える。\n| 防災 | 訓練を行う。 |\n| 消防 | 水を汲む。 |\n（効力）\n第３条　この協約は、令和６年４月１日から効力を有する。\n${signed}`,
  )
  expect(first).toMatchObject({
    type: 'amendment',
    operations: [
      { kind: 'delete', target: { article: '4' } },
      {
        content: {
          rows: [
            ['防災', '訓練を行う。'],
            ['消防', '水を汲む。'],
          ],
        },
      },
    ],
    effectiveOn: { edtf: '2024-04-01' },
  })
  expect(diagnostics).toEqual([])
})

test('a new article about effect is none of the amendment itself', async () => {
  const { first } = await documentsIn(
    `${changing}第１条　原協約第２条を次のように改める。\n（効力）\n第２条　この協約は、令和９年４月１日から効力を生ずる。\n第２条　原協約第３条を削る。\n${signed}`,
  )
  expect(first).toMatchObject({
    operations: [
      { kind: 'rewrite', content: { articles: [{ number: '2', caption: '効力' }] } },
      { kind: 'delete', target: { article: '3' } },
    ],
  })
})

test('an amendment on a sheet is titled and enacted by what stands there', async () => {
  const { first, diagnostics } = await documentsIn(
    '湯の里協議会規約の一部変更について\n\n湯の里協議会規約の一部を別紙のとおり変更する。\n\n別紙\n湯の里協議会規約の一部を変更する規約\n湯の里協議会規約（昭和６０年４月１日施行）の一部を次のように変更する。\n第５条を削る。\n',
  )
  expect(first).toMatchObject({ title: '湯の里協議会規約の一部を変更する規約', operations: [{ kind: 'delete' }] })
  expect(diagnostics).toEqual([])
})

test.each(['湯の里組合規約新旧対照条文\n\n', ''])(
  'columns of spaces under 新 and 旧 are compared: %s',
  async (title) => {
    const { first } = await documentsIn(`${title}　　　　　新　　　　　　　　　　　　　　　　　　　旧
　（名称）　　　　　　　　　　　　　　　　　（名称）
第１条　組合の名称は、湯の里　　　　　　　　第１条　組合の名称は、湯の里
　行政組合とする。　　　　　　　　　　　　　　事務組合とする。
　（構成）　　　　　　　　　　　　　　　　　（構成）
第２条　組合は、甲市、乙町　　　　　　　　　第２条　組合は、甲市及び乙町
　及び丙町で組織する。　　　　　　　　　　　　で組織する。
`)
    expect(first).toMatchObject({
      type: 'amendment',
      operations: [
        { target: { article: '1' }, to: '組合の名称は、湯の里行政組合とする。' },
        { target: { article: '2' }, from: '組合は、甲市及び乙町で組織する。' },
      ],
    })
  },
)

test('an agreement that is concluded in order to change another one is an amendment, in articles too', async () => {
  const { first } = await documentsIn(`定住自立圏形成協定の一部を変更する協定書

　平成２２年３月２９日に締結した山麓定住自立圏形成協定（以下「協定」という。）について、次のとおり変更するため、この協定を締結する。

第１条　協定第３条第１号イ（イ）中「小児救急」を「小児救急及び周産期」に改める。
第２条　この協定は、締結の日から効力を生ずる。
${signed}`)
  expect(first).toMatchObject({
    type: 'amendment',
    amends: '山麓定住自立圏形成協定',
    operations: [{ kind: 'replace', target: { article: '3', item: '1', subitems: ['イ', '（イ）'] } }],
    supplementary: [{ paragraphs: [{ text: 'この協定は、締結の日から効力を生ずる。' }] }],
  })
})

test('an agreement to change another one changes it in the words 次のとおり, tables with it', async () => {
  const { first, diagnostics } = await documentsIn(`水道事業に係る連携協約を変更する協約書

　延岡市（以下「甲」という。）と門川町（以下「乙」という。）は、令和元年１０月１日締結の水道事業に係る連携協約（以下「原協約」という。）の一部を変更することに合意し、次のとおり変更協約を締結する。

（変更）
第１条　原協約第４条第２項を次のとおり変更する。
２　負担割合は、次の表のとおりとする。
区分	甲	乙
施設費	６割	４割
運営費	７割	３割
　原協約別表に次のとおり加える。
３	広報	共に行う。

（効力）
第２条　この変更協約は、令和８年４月１日から効力を生ずるものとする。
${signed}`)
  expect(first).toMatchObject({
    type: 'amendment',
    amends: '水道事業に係る連携協約',
    effectiveOn: { edtf: '2026-04-01' },
    operations: [
      {
        kind: 'rewrite',
        target: { article: '4', paragraph: 2 },
        content: { paragraphs: [{ number: 2, tables: [{ rows: [['区分', '甲', '乙'], {}, {}] }] }] },
      },
      { kind: 'insert', target: { appendedTable: '別表' }, content: { rows: [['３', '広報', '共に行う。']] } },
    ],
  })
  expect(diagnostics).toEqual([])
})
