import { expect, test } from 'vitest'
import { readText } from '../../read/text.ts'
import { parse } from '../parse.ts'

const front =
  '水源を守る連携協約\n鳥取市（以下「甲」という。）及び岩美町（以下「乙」という。）は、次のとおり協約を締結する。\n'
const rolesIn = async (text: string, above = front): Promise<string[]> => {
  const { documents } = await parse(await readText(new TextEncoder().encode(`${above}${text}\n`), 'a.txt'))
  const [agreement] = documents
  const initiatives = agreement?.type === 'agreement' ? (agreement.initiatives ?? []) : []
  return initiatives.flatMap((i) => [i.title, ...i.roles.map((r) => `${r.party}: ${r.text}`)])
}

test.each([
  ['on their own lines', '(ア)　甲\n森を手入れする。\n(イ)　甲及び乙\n水を調べる。'],
  ['before the text', '(ア)　甲　森を手入れする。\n(イ)　甲及び乙　水を調べる。'],
])('reads roles as items under 役割分担, the parties %s', async (_, items) =>
  expect(
    await rolesIn(
      `第１条　取組は、次のとおりとする。\n(1)　森の手入れ\nア　取組の内容\n森を守る。\nイ　役割分担\n${items}`,
    ),
  ).toEqual(['森の手入れ', '甲: 森を手入れする。', '甲: 水を調べる。', '乙: 水を調べる。']),
)

test('reads items that each say what one party does, the caption as their title', async () =>
  expect(
    await rolesIn(
      '（役割）\n第１条　次の各号に定める役割を担う。\n一　鳥取市　森を手入れすること。\n二　岩美町　水を調べること。\n（割合）\n第２条　負担は、次のとおりとする。\n一　鳥取市　六割\n二　岩美町　四割',
      '覚書\n鳥取市及び岩美町（以下「両市町」という。）は、次のとおり覚書を交換する。\n',
    ),
  ).toEqual(['役割', '鳥取市: 森を手入れすること。', '岩美町: 水を調べること。']))

test.each([
  [
    'sentences under the caption',
    '(1)　甲は、森を手入れする。\n(2)　乙は、水を調べる。',
    '甲は、森を手入れする。',
    '乙は、水を調べる。',
  ],
  [
    'paragraphs',
    '前条の事業に係る甲の役割は、森の手入れとする。\n２　前条の事業に係る乙の役割は、水の調べとする。',
    '前条の事業に係る甲の役割は、森の手入れとする。',
    '前条の事業に係る乙の役割は、水の調べとする。',
  ],
])('reads the roles of an article about these from %s', async (_, text, first, second) =>
  expect(
    await rolesIn(`（役割分担）\n第１条　${text.startsWith('(') ? '役割は、次のとおりとする。\n' : ''}${text}`),
  ).toEqual(['役割分担', `甲: ${first}`, `乙: ${second}`]),
)

test('reads 市の役割 as the role of who is called 市', async () =>
  expect(
    await rolesIn(
      '第１条　取組は、次のとおりとする。\n(1)　森の手入れ\nア　市の役割　森を手入れする。\nイ　町の役割　水を調べる。',
      '協約\n鳥取市（以下「市」という。）及び岩美町（以下「町」という。）は、次のとおり協約を締結する。\n',
    ),
  ).toEqual(['森の手入れ', '市: 森を手入れする。', '町: 水を調べる。']))

test('reads the role of a municipality whose name holds what could be a particle', async () => {
  const text = [
    '瀬戸の港連携協約',
    '東かがわ市（以下「東かがわ市」という。）及び三木町（以下「三木町」という。）は、次のとおり協約を締結する。',
    '第１条　取組の内容及び役割は、次のとおりとする。',
    '　(1)　港の掃除',
    '　　(a)　取組の内容',
    '　　　港を掃く。',
    '　　(b)　東かがわ市の役割',
    '　　　船を出す。',
    '　　(c)　三木町の役割',
    '　　　人を出す。',
    '',
  ].join('\n')
  const { documents } = await parse(await readText(new TextEncoder().encode(text), 'a.txt'))
  const [agreement] = documents
  expect(
    agreement?.type === 'agreement' ? agreement.initiatives?.[0]?.roles.map((r) => `${r.party} ${r.text}`) : [],
  ).toEqual(['東かがわ市 船を出す。', '三木町 人を出す。'])
})

test.each([
  [
    '乙、丙及び丁',
    'ア　取組の内容　森を守る。\nイ　甲の役割　森を手入れする。\nウ　乙、丙及び丁の役割　水を調べる。',
    ['甲: 森を手入れする。', '乙: 水を調べる。', '丙: 水を調べる。', '丁: 水を調べる。'],
  ],
  [
    '岩美町、若桜町及び智頭町',
    'ア　取組の内容　森を守る。\nイ　鳥取市の役割　森を手入れする。\nウ　岩美町、若桜町及び智頭町の役割　水を調べる。',
    ['甲: 森を手入れする。', '乙: 水を調べる。', '丙: 水を調べる。', '丁: 水を調べる。'],
  ],
])('reads a role of several parties named with commas: %s', async (_, items, roles) => {
  const above =
    '協約\n鳥取市（以下「甲」という。）、岩美町（以下「乙」という。）、若桜町（以下「丙」という。）及び智頭町（以下「丁」という。）は、次のとおり協約を締結する。\n'
  expect(await rolesIn(`第１条　取組は、次のとおりとする。\n(1)　森の手入れ\n${items}`, above)).toEqual([
    '森の手入れ',
    ...roles,
  ])
})

test('reads parties named before a colon', async () =>
  expect(
    await rolesIn('第１条　取組は、次のとおりとする。\n(1)　森の手入れ\n　甲：森を手入れする。\n　乙：水を調べる。'),
  ).toEqual(['森の手入れ', '甲: 森を手入れする。', '乙: 水を調べる。']))

test('ends what one party does at the label of the next, though both are lists of marks', async () =>
  expect(
    await rolesIn(
      '（取組）\n第１条　取組は、次のとおりとする。\n(1)　森の手入れ\n取組の概要　森を守る。\n甲の役割\n・木を伐る。\n・道を直す。\n乙の役割\n・水を調べる。\n(2)　水の調べ\n取組の概要　水を守る。\n甲及び乙の役割\n・井戸を調べる。',
    ),
  ).toEqual([
    '森の手入れ',
    '甲: ・木を伐る。・道を直す。',
    '乙: ・水を調べる。',
    '水の調べ',
    '甲: ・井戸を調べる。',
    '乙: ・井戸を調べる。',
  ]))

test('reads each heading in lenticular brackets over labels as an initiative of its own', async () =>
  expect(
    await rolesIn(
      '（取組）\n第１条　取組は、次のとおりとする。\n　(1)　山と川\n　　【森の手入れ】\n　　　（取組内容）\n　　　　森を守る。\n　　　（甲の役割）\n　　　　木を伐る。\n　　【水の調べ】\n　　　（取組内容）\n　　　　水を守る。\n　　　（甲及び乙の役割）\n　　　　井戸を調べる。',
    ),
  ).toEqual(['森の手入れ', '甲: 木を伐る。', '水の調べ', '甲: 井戸を調べる。', '乙: 井戸を調べる。']))

test('gives nobody the cells of columns whose headings stand one after another above them', async () => {
  const text =
    '（取組）\n第１条　次の取組を行う。\n甲の役割\n乙の役割\n１　森の手入れ\n木を伐る。\n水を調べる。\n２　水の調べ\n道を直す。\n井戸を調べる。\n'
  expect(await rolesIn(text)).toEqual([])
  const { diagnostics } = await parse(await readText(new TextEncoder().encode(`${front}${text}`), 'a.txt'))
  expect(diagnostics.map((d) => d.code)).toEqual(['role-unassigned'])
})

test.each([
  ['イ　各市町の役割\n人を出す。', ['森の手入れ', '各市町: 人を出す。'], []],
  ['イ　甲の役割及び乙の役割\n人を出す。', ['森の手入れ', '甲: 人を出す。', '乙: 人を出す。'], []],
  ['イ　役割分担\n森林組合と調整し、費用を折半する。', ['森の手入れ'], ['role-unassigned']],
])('keeps an initiative whose roles are of all together or of nobody: %s', async (roles, expected, codes) => {
  const text = `第１条　取組は、次のとおりとする。\n(1)　森の手入れ\nア　取組の内容\n森を守る。\n${roles}`
  expect(await rolesIn(text)).toEqual(expected)
  const { diagnostics } = await parse(await readText(new TextEncoder().encode(`${front}${text}\n`), 'a.txt'))
  expect(diagnostics.map((d) => d.code)).toEqual(codes)
})

test('reads an initiative anew where the parties come again below a title', async () => {
  const text = `（取組）
第２条　甲及び乙は、次の取組を行う。
一　生活機能の強化
　医療　救急の確保
　　【甲】医師を送る。
　　【乙】費用を負担する。
　福祉　病児の保育
　　【甲】施設を置く。
　　【乙】案内を行う。`
  expect(await rolesIn(`第１条　この協約は、連携を目的とする。\n${text}`)).toEqual([
    '医療　救急の確保',
    '甲: 医師を送る。',
    '乙: 費用を負担する。',
    '福祉　病児の保育',
    '甲: 施設を置く。',
    '乙: 案内を行う。',
  ])
})
