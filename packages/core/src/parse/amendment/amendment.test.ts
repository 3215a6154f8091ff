import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AmendmentOperation } from '../../schema/amendment.ts'
import { readAmendment } from './read.ts'

const front =
  '　　　谷川市斎場条例の一部を改正する条例\n\n　谷川市斎場条例（平成３年谷川市条例第８号）の一部を次のように改正する。\n'
const read = async (text: string) => (await readAmendment(`${front}${text}\n`)).amendment
const brief = ({ kind, target, from, to, destination, by, position, through }: AmendmentOperation): unknown =>
  JSON.parse(JSON.stringify({ kind, target, from, to, destination, by, position, through }))

test.each<[string, object[]]>([
  [
    '　第９条中「第７３条第１号」を「第７３条の５第１号」に改める。',
    [{ kind: 'replace', target: { article: '9' }, from: '第７３条第１号', to: '第７３条の５第１号' }],
  ],
  [
    '　第２条第３項中「、町」を「町」に、「村」を「区」に改める。',
    [
      { kind: 'replace', target: { article: '2', paragraph: 3 }, from: '、町', to: '町' },
      { kind: 'replace', target: { article: '2', paragraph: 3 }, from: '村', to: '区' },
    ],
  ],
  [
    '　第２条中「市」の下に「及び町」を加え、「村」を削る。',
    [
      { kind: 'insert', target: { article: '2' }, from: '市', to: '及び町' },
      { kind: 'delete', target: { article: '2' }, from: '村' },
    ],
  ],
  [
    '　第十九条中「甲」を「乙」に改め、同条を第二十条とする。',
    [
      { kind: 'replace', target: { article: '19' }, from: '甲', to: '乙' },
      { kind: 'renumber', target: { article: '19' }, destination: { article: '20' } },
    ],
  ],
  [
    '　第７条を第９条とし、第４条から第６条までを２条ずつ繰り下げる。',
    [
      { kind: 'renumber', target: { article: '7' }, destination: { article: '9' } },
      { kind: 'renumber', target: { article: '4' }, by: 2, through: { article: '6' } },
    ],
  ],
  [
    '　第５条中第３項を削り、第４項を第３項とする。',
    [
      { kind: 'delete', target: { article: '5', paragraph: 3 } },
      { kind: 'renumber', target: { article: '5', paragraph: 4 }, destination: { article: '5', paragraph: 3 } },
    ],
  ],
  [
    '　第３条の見出しを「（定義）」に改め、同条第１項第２号イ中「甲」を「乙」に改める。',
    [
      { kind: 'rewrite', target: { article: '3', part: 'caption' }, to: '（定義）' },
      { kind: 'replace', target: { article: '3', paragraph: 1, item: '2', subitems: ['イ'] }, from: '甲', to: '乙' },
    ],
  ],
  [
    '　別表第１病児保育の項を削り、同表救急医療の項中「甲」を「乙」に改める。',
    [
      { kind: 'delete', target: { appendedTable: '別表第１', row: '病児保育' } },
      { kind: 'replace', target: { appendedTable: '別表第１', row: '救急医療' }, from: '甲', to: '乙' },
    ],
  ],
  ['　別表第３１の項を削る。', [{ kind: 'delete', target: { appendedTable: '別表第３', row: '１' } }]],
  [
    '　第４条及び第６条中「市長」を「町長」に改める。',
    [
      { kind: 'replace', target: { article: '4' }, from: '市長', to: '町長' },
      { kind: 'replace', target: { article: '6' }, from: '市長', to: '町長' },
    ],
  ],
  [
    '　別表の１の項中「市」の右に「及び町」を加え、同表の３の項を削り、同表の４の項を同表の３の項とする。',
    [
      { kind: 'insert', target: { appendedTable: '別表', row: '１' }, from: '市', to: '及び町' },
      { kind: 'delete', target: { appendedTable: '別表', row: '３' } },
      {
        kind: 'renumber',
        target: { appendedTable: '別表', row: '４' },
        destination: { appendedTable: '別表', row: '３' },
      },
    ],
  ],
  [
    '第１条　原協定第３条第２号中「甲」を「乙」に改める。',
    [{ kind: 'replace', target: { article: '3', item: '2' }, from: '甲', to: '乙' }],
  ],
  [
    '　別表中生活機能の部医療の項を削り、別表中「市」を「町」に改める。',
    [
      { kind: 'delete', target: { appendedTable: '別表', row: '生活機能の部医療' } },
      { kind: 'replace', target: { appendedTable: '別表' }, from: '市', to: '町' },
    ],
  ],
  ['第１条　第３条中「甲」を「乙」に改める。', [{ kind: 'replace', target: { article: '3' }, from: '甲', to: '乙' }]],
  [
    '　第１５条を第１６条とし、第３章中第１４条を第１５条とする。',
    [
      { kind: 'renumber', target: { article: '15' }, destination: { article: '16' } },
      { kind: 'renumber', target: { article: '14' }, destination: { article: '15' } },
    ],
  ],
  ['　第３条ただし書を削る。', [{ kind: 'delete', target: { article: '3', part: 'proviso' } }]],
])('reads the operations of %s', async (text, operations) => {
  expect((await read(text)).operations.map(brief)).toEqual(operations)
})

test('reads a sentence over lines, and what it is an amendment of', async () => {
  const { title, amends, operations } = await read('　第９条中「使用料」を「利用料」に改め、同条を第\n１０条とする。')
  expect([title, amends, operations.length]).toEqual(['谷川市斎場条例の一部を改正する条例', '谷川市斎場条例', 2])
})

test('reads a row of a table that a sentence adds, its cells side by side under their headings', async () => {
  const { operations } = await read(
    '　別表中医療の部救急の項の次に次の項を加える。\n\n　　　取組の内容　　　　　　甲の役割　　　　　　　乙の役割\n　　　認知症の早期発見を　　専門医との連絡を　　　住民に知らせる。\n　　　図る。　　　　　　　　保つ。\n',
  )
  expect(operations[0]).toMatchObject({
    kind: 'insert',
    position: 'after',
    target: { appendedTable: '別表', row: '医療の部救急' },
  })
  expect(operations[0]?.content?.sections?.[0]?.initiatives).toMatchObject([
    {
      title: '認知症の早期発見を図る。',
      roles: [
        { party: '甲', text: '専門医との連絡を保つ。' },
        { party: '乙', text: '住民に知らせる。' },
      ],
    },
  ])
})

test('reads rows that a sentence adds without headings cell by cell', async () => {
  const { operations } = await read(
    '　別表第１救急の項の次に次の１項を加える。\n　　健診　　　　　　日を定める。　　　　　人を送る。\n',
  )
  expect(operations[0]?.content?.rows).toEqual([['健診', '日を定める。', '人を送る。']])
})

test('reads a paragraph that a sentence adds to 附則 with the caption over it', async () => {
  const { operations } = await read(
    '　附則に次の１項を加える。\n　（検討）\n３　市長は、この条例を見直す。\n　　附　則\n　この条例は、公布の日から施行する。',
  )
  expect(operations[0]?.content?.paragraphs).toMatchObject([
    { number: 3, caption: '検討', text: '市長は、この条例を見直す。' },
  ])
})

test('reads the provisions that a sentence adds, and the date of effect', async () => {
  const { operations, effectiveOn } = await read(
    '　第３条の次に次の１条を加える。\n　（休場日）\n第３条の２　休場日は、１月１日とする。\n２　市長は、次に掲げる日を休場日とすることができる。\n　(1)　友引\n　第５条に次の１項を加える。\n４　前項の額は、別に定める。\n　　　附　則\n　この条例は、令和８年４月１日から施行する。',
  )
  expect(operations[0]?.content?.articles).toMatchObject([
    {
      number: '3_2',
      caption: '休場日',
      paragraphs: [{ number: 1 }, { number: 2, items: [{ number: '1', text: '友引' }] }],
    },
  ])
  expect(operations[1]?.content?.paragraphs).toMatchObject([
    { number: 4, title: '４', text: '前項の額は、別に定める。' },
  ])
  expect(effectiveOn?.edtf).toBe('2026-04-01')
})

test('reads what is new from the sheet that a sentence names, below the signatures', async () => {
  const { operations, sections, signatories, effectiveOn, closing } = await read(
    [
      '第１条　原協定別表第２を別紙のとおり改める。',
      '',
      '　この協定は、令和８年４月１日からその効力を生ずる。',
      '',
      '　甲及び乙は、本書を２通作成し、各自その１通を保有する。',
      '令和８年３月２日',
      '　甲　谷川市長　沢　登',
      '別紙（第１条関係）',
      '別表第２（第４条関係）',
      '１　渡し舟',
      '取組の内容\t舟を出す。',
      '甲の役割\t舟を造る。',
    ].join('\n'),
  )
  expect(operations[0]?.content?.appendedTables).toMatchObject([
    {
      title: '別表第２',
      sections: [{ initiatives: [{ title: '渡し舟', description: '舟を出す。', roles: [{ text: '舟を造る。' }] }] }],
    },
  ])
  expect([effectiveOn?.edtf, closing?.slice(0, 4), signatories?.length]).toEqual(['2026-04-01', '甲及び乙', 1])
  expect(sections?.map((s) => s.text)).toEqual([front.trim().split('\n').at(-1)?.trim()])
})

test('ends the last provision at the day of signature', async () => {
  const { operations, concludedOn } = await read(
    '　第３条の次に次の１条を加える。\n第４条　舟は、借りる。\n\n令和８年３月２日\n\n谷川市\n谷川市長　沢　登',
  )
  expect(operations[0]?.content?.articles?.map((a) => a.paragraphs[0]?.text)).toEqual(['舟は、借りる。'])
  expect(concludedOn?.edtf).toBe('2026-03-02')
})

test('reports what it cannot read as an operation', async () => {
  const { diagnostics } = await readAmendment(`${front}　第３条を適宜よろしく直す。\n`)
  expect(diagnostics.map((d) => d.code)).toEqual(['amendment-unread'])
})

test('takes no character twice and does not throw, whatever stands there', async () => {
  const words = fc.constantFrom(
    '第３条',
    '中',
    '「',
    '」',
    'を',
    'に改め',
    'る。',
    '、',
    'とし',
    '同条',
    '第２項',
    '別表第１',
    'の項',
    '削る。',
    'の次に次の１条を加える。',
    '\n',
    '　（甲）',
    '(1)　',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 40 }), async (parts) => {
      await readAmendment(`${front}　${parts.join('')}\n`)
    }),
    { numRuns: 60 },
  )
})

test('names a table by a number without 第, ends new rows at what is done to a form, and drops a margin of tabs', async () => {
  const { amendment, diagnostics } = await readAmendment(
    `${front}　別表1の(1)の表イの項を次のように改める。
イ　企業誘致
　取組内容　企業を誘致する。
　甲の役割　用地を整える。
　乙の役割　情報を出す。
　別表2の項の次に次のように加える。
	３	観光	周遊を促す。
	４	港	船を出す。
　別記様式を次のように改める。
　この変更は、令和5年4月1日から効力を生ずる。`,
  )
  const { operations, effectiveOn } = amendment
  expect(operations.map((o) => o.target)).toEqual([
    { appendedTable: '別表1の(1)の表', row: 'イ' },
    { appendedTable: '別表', row: '2' },
  ])
  expect(operations[1]?.content?.rows).toEqual([
    ['３', '観光', '周遊を促す。'],
    ['４', '港', '船を出す。'],
  ])
  expect(diagnostics.map((d) => [d.code, d.data?.text])).toEqual([['amendment-unread', '別記様式を次のように改める。']])
  expect(effectiveOn?.edtf).toBe('2023-04-01')
})

test('reads an act that repeals another one, and when', async () => {
  const { amendment, diagnostics } = await readAmendment(
    '谷川市・沢町審査会共同設置規約を廃止する規約\n\n　谷川市・沢町審査会共同設置規約（平成１８年谷川市告示第５５号）は、廃止する。\n\n　　附　則\n　この規約は、令和８年３月３１日から施行する。\n',
  )
  expect(amendment.amends).toBe('谷川市・沢町審査会共同設置規約')
  expect(amendment.operations.map(brief)).toEqual([{ kind: 'delete', target: {} }])
  expect([amendment.effectiveOn?.edtf, diagnostics]).toEqual(['2026-03-31', []])
})

test('reads rows under headings of roles as initiatives, in a new 別表 and behind a row', async () => {
  const head = '取組\t取組内容\t甲の役割\t乙の役割'
  const { operations } = await read(
    `　別表第３の次に次の１表を加える。\n別表第４（第３条関係）\n${head}\n電子申請\t共に使う。\t整える。\t払う。\n　別表第１救急の項の次に次のように加える。\n${head}\n健診\t日を定める。\t人を送る。\t場所を貸す。`,
  )
  expect(operations[0]?.content?.appendedTables?.[0]?.sections[0]?.initiatives).toMatchObject([
    { title: '電子申請', description: '共に使う。', roles: [{ text: '整える。' }, { text: '払う。' }] },
  ])
  expect(operations[1]?.content?.sections?.[0]?.initiatives).toMatchObject([{ title: '健診' }])
})

test('reads an act that repeals several others', async () => {
  const { amendment, diagnostics } = await readAmendment(
    '給食事務の委託に関する規約等を廃止する規約\n\n次に掲げる規約は、廃止する。\n(1)　給食事務の委託に関する規約\n(2)　教育協議会規約\n\n附則\nこの規約は、令和８年４月１日から施行する。\n',
  )
  expect(amendment.operations.map((o) => o.text)).toEqual(['(1)　給食事務の委託に関する規約', '(2)　教育協議会規約'])
  expect([amendment.amends, diagnostics]).toEqual([undefined, []])
})
