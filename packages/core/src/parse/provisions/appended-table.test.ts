import { expect, test } from 'vitest'
import { readText } from '../../read/text.ts'
import { agreed, agreementOf, readAgreement } from '../../testing/read-agreement.ts'
import { parse } from '../parse.ts'

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

test('reads date and signatures below a table', async () => {
  const { agreement, context } = await readAgreement(
    `${agreementOf(agreed)}別表（第１条関係）
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

test.each([
  [
    'behind 役割分担 and a colon',
    '１　救急\n　取組内容：当番を保つ。\n　役割分担：\n　　甲　(1) 病院を開く。\n　　　　(2) 経費を補う。\n　　乙　住民に知らせる。\n',
    ['甲 (1)病院を開く。(2)経費を補う。', '乙 住民に知らせる。'],
  ],
  [
    'below 役割 in the line of the first party',
    '取組　救急\n方針　当番を保つ。\n役割　甲　病院を開く。\n　　　乙　住民に知らせる。\n',
    ['甲 病院を開く。', '乙 住民に知らせる。'],
  ],
  [
    'below 役割分担 with a number',
    'ア　救急\n　(ア)　取組の内容\n　　当番を保つ。\n　(イ)　役割分担\n　　甲は、病院を開く。\n　　乙は、住民に知らせる。\n',
    ['甲 甲は、病院を開く。', '乙 乙は、住民に知らせる。'],
  ],
  [
    'below 主な役割 and in brackets that nothing parts from the text',
    '○救急\n・取組内容\n　当番を保つ。\n・主な役割\n　（甲）病院を開く。\n　（甲・乙）住民に知らせる。\n○救護\n・取組内容\n　人を送る。\n・主な役割\n　（乙）車を出す。\n　（甲）人を出す。\n',
    ['甲 病院を開く。', '甲 住民に知らせる。', '乙 住民に知らせる。', '乙 車を出す。', '甲 人を出す。'],
  ],
  [
    'of which brackets behind 役割 name the party',
    '取組１　救急\n　概要　当番を保つ。\n　役割（米子市）　病院を開く。\n　役割（境港市）　住民に知らせる。\n',
    ['甲 病院を開く。', '乙 住民に知らせる。'],
  ],
  [
    'of parties before colons under a title of the same form, and of all together',
    '取組：救急\n　甲：病院を開く。\n　乙：住民に知らせる。\n取組：救護\n　二市：訓練を行う。\n',
    ['甲 病院を開く。', '乙 住民に知らせる。', '二市 訓練を行う。'],
  ],
  [
    'under symbols that nothing parts',
    '| 項目 | 取組の内容 | 役割分担 |\n|---|---|---|\n| 救急 | 当番を保つ。 | 甲：病院を開く。乙：住民に知らせる。 |\n| 救護 | 人を送る。 | 甲乙：訓練を行う。 |\n',
    ['甲 病院を開く。', '乙 住民に知らせる。', '甲 訓練を行う。', '乙 訓練を行う。'],
  ],
  [
    'of parties in brackets under contents in brackets',
    '(1)　救急\n　【内容】　当番を保つ。\n　【甲】　病院を開く。\n　【乙】　住民に知らせる。\n(2)　救護\n　【内容】\n　　人を送る。\n　【甲】【乙】　訓練を行う。\n',
    ['甲 病院を開く。', '乙 住民に知らせる。', '甲 訓練を行う。', '乙 訓練を行う。'],
  ],
  [
    'of a party that has but a mark',
    '取組　救急\n方針　当番を保つ。\n役割　甲　病院を開く。\n　　　乙　－\n',
    ['甲 病院を開く。', '乙 －'],
  ],
  [
    'below labels whose characters are set apart',
    '１　救急\n　内　容　当番を保つ。\n　甲　の　役　割\n　　病院を開く。\n　乙の役割\n　　住民に知らせる。\n２　救護\n　内　容　人を送る。\n　甲の役割\n　　車を出す。\n　乙の役割\n　　人を出す。\n',
    ['甲 病院を開く。', '乙 住民に知らせる。', '甲 車を出す。', '乙 人を出す。'],
  ],
])('reads roles %s', async (_, table, roles) => {
  const { agreement, context } = await readAgreement(`${agreementOf(agreed)}別表（第１条関係）\n${table}`)
  expect(context.diagnostics).toEqual([])
  const initiatives = agreement.appendedTables.flatMap((t) => t.sections.flatMap((s) => s.initiatives))
  expect(initiatives.flatMap((i) => i.roles.map((r) => `${r.party} ${r.text}`))).toEqual(roles)
})

test('reads shares under the parties as no roles, though nothing parts the rows', async () => {
  const { agreement } = await readAgreement(
    `${agreementOf(agreed)}別表（第１条関係）\n　区　分　　　甲　　　　　乙\n　均等割　　３分の１　　３分の２\n　人口割　　100分の70　　100分の30\n`,
  )
  expect(agreement.appendedTables[0]?.sections).toEqual([])
  expect(agreement.appendedTables[0]?.rows?.[2]).toEqual(['人口割', '100分の70', '100分の30'])
})

test('says that a table was not read of which a sentence became a title', async () => {
  const { context } = await readAgreement(
    `${agreementOf(agreed)}別表（第１条関係）\n取組名：救急\n対応　病院を開くこととし、休日の当番を保つ。\n取組名：救護\n対応　人を送る。\n`,
  )
  expect(context.diagnostics.map((d) => d.code)).toEqual(['table-unread'])
})

test('reads 方針 and 内容 below one title as its description, and leaves 備考 behind the roles', async () => {
  const { agreement, context } = await readAgreement(
    `${agreementOf(agreed)}別表（第１条関係）\n取組項目　救急\n取組の方針　命を守る。\n取組の内容　当番を保つ。\n甲の役割　病院を開く。\n乙の役割　住民に知らせる。\n備考　費用は別に定める。\n取組項目　救護\n取組の方針　人を助ける。\n取組の内容　人を送る。\n甲の役割　車を出す。\n乙の役割　人を出す。\n`,
  )
  expect(
    agreement.appendedTables[0]?.sections[0]?.initiatives.map((i) => [i.title, i.description, i.roles[1]?.text]),
  ).toEqual([
    ['救急', '命を守る。当番を保つ。', '住民に知らせる。'],
    ['救護', '人を助ける。人を送る。', '人を出す。'],
  ])
  expect(context.diagnostics.map((d) => [d.code, d.data?.text])).toEqual([['role-unassigned', '費用は別に定める。']])
})

test('leaves a field that no initiative has a place for, and says so', async () => {
  const { agreement, context } = await readAgreement(
    `${agreementOf(agreed)}別表（第１条関係）\n取組名：救急\n期間：五年\n実施内容：当番を保つ。\n甲の役割：病院を開く。\n乙の役割：住民に知らせる。\n`,
  )
  expect(agreement.appendedTables[0]?.sections[0]?.initiatives).toMatchObject([
    { title: '救急', description: '当番を保つ。', roles: [{ party: '甲' }, { party: '乙' }] },
  ])
  expect(context.diagnostics.map((d) => [d.code, d.data?.text])).toEqual([['role-unassigned', '五年']])
})

test('keeps the words of rows apart that a few spaces part, and says that 役割分担 over parties was not read', async () => {
  const { agreement, context } = await readAgreement(
    `${agreementOf(agreed)}別表（第１条関係）\n分野  取組  内容  役割分担\n              甲  乙\n医療  救急  当番を保つ。  医師を送る。  費用を負担する。\n      健診  日を定める。  人を送る。  場所を貸す。\n`,
  )
  expect(agreement.appendedTables[0]?.rows).toEqual([
    ['分野', '取組', '内容', '役割分担'],
    ['甲', '乙'],
    ['医療', '救急', '当番を保つ。', '医師を送る。', '費用を負担する。'],
    ['健診', '日を定める。', '人を送る。', '場所を貸す。'],
  ])
  expect(context.diagnostics.map((d) => d.code)).toEqual(['table-unread'])
})
