import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matched } from './comparison-match.ts'
import { readAmendment } from './read.ts'

const front =
  '湖東市斎場規約の一部を改正する規約\n\n湖東市斎場規約の一部を次のように改正する。\n次の表のとおり改正する。\n\n'
const read = async (text: string) => {
  const { amendment, diagnostics } = await readAmendment(`${front}${text}\n`)
  const brief = amendment.operations.map(({ kind, target, from, to, destination, position }) =>
    JSON.parse(JSON.stringify({ kind, target, from, to, destination, position })),
  )
  return { amendment, brief, codes: diagnostics.map((d) => d.code) }
}

test.each<[string, string, object[]]>([
  [
    'words of a paragraph',
    '改正前\t改正後\n第２条　甲は、報告する。\t第２条　甲は、毎年度、報告する。\n２　（略）\t２　（略）',
    [
      {
        kind: 'replace',
        target: { article: '2', paragraph: 1 },
        from: '甲は、報告する。',
        to: '甲は、毎年度、報告する。',
      },
    ],
  ],
  [
    'a provision that is dropped, and those behind it that move up',
    '|改正後|改正前|\n|---|---|\n|（削る）|（会議）<br>第４条　甲は、会議を開く。|\n|第４条　（略）|第５条　（略）|',
    [
      { kind: 'delete', target: { article: '4' } },
      { kind: 'renumber', target: { article: '5' }, destination: { article: '4' } },
    ],
  ],
  [
    'an item that is added, without a cell beside it',
    '現行\t改正案\n第２条　事務は、次のとおりとする。\t第２条　事務は、次のとおりとする。\n(1) 受付\t(1) 受付\n\t(2) 火葬',
    [{ kind: 'insert', target: { article: '2', item: '1' }, position: 'after' }],
  ],
  [
    'columns that spaces set apart',
    '      変更前                      変更後\n（経費）                    （経費）\n第２条　経費は、折半とする。第２条　経費は、人口割とす\n                            る。\n第３条　（略）              第３条　（略）',
    [{ kind: 'replace', target: { article: '2' }, from: '経費は、折半とする。', to: '経費は、人口割とする。' }],
  ],
  [
    'columns of lines that begin in several places',
    '　　　変更後　　　　　　　　　変更前\n　（経費）　　　　　　　　　（経費）\n第２条　経費は、人口割と　　第２条　経費は、折半とす\n　する。　　　　　　　　　　　る。\n第３条　舟は、次による。　　第３条　舟は、次による。\n　(1)　渡し舟　　　　　　　　　(1)　渡し舟\n　(2)　釣り舟',
    [
      { kind: 'replace', target: { article: '2' }, from: '経費は、折半とする。', to: '経費は、人口割とする。' },
      { kind: 'insert', target: { article: '3', item: '1' }, position: 'after' },
    ],
  ],
  [
    'columns of what is and what is proposed',
    '改正後（案）\t現行\n第２条　経費は、人口割とする。\t第２条　経費は、折半とする。',
    [{ kind: 'replace', target: { article: '2' }, from: '経費は、折半とする。', to: '経費は、人口割とする。' }],
  ],
  [
    'a 附則 behind the articles, and what is added to it',
    '変更前\t変更後\n第２条　経費は、折半とする。\t第２条　経費は、人口割とする。\n附　則\t附　則\n１　この規約は、許可の日から施行する。\t１　この規約は、許可の日から施行する。\n\t（令和８年度の負担の特例）\n\t２　山町の負担金は、別に定める。',
    [
      { kind: 'replace', target: { article: '2' }, from: '経費は、折半とする。', to: '経費は、人口割とする。' },
      { kind: 'insert', target: { supplementary: true, paragraph: 1 }, position: 'after' },
    ],
  ],
  [
    'an article of a 附則',
    '変更前\t変更後\n第２条　（略）\t第２条　（略）\n附　則\t附　則\n第１条　この規約は、許可の日から施行する。\t第１条　（略）\n第２条　負担金は、１割とする。\t第２条　負担金は、２割とする。',
    [
      {
        kind: 'replace',
        target: { supplementary: true, article: '2' },
        from: '負担金は、１割とする。',
        to: '負担金は、２割とする。',
      },
    ],
  ],
])('reads %s in a 新旧対照表', async (_, text, expected) => {
  const { brief, codes } = await read(text)
  expect(brief).toEqual(expected)
  expect(codes).toEqual([])
})

test('says that an appended table beside another was not compared', async () => {
  const { codes } = await read('改正前\t改正後\n第１条　（略）\t第１条　（略）\n別表\t別表\n甲　折半\t甲　人口割')
  expect(codes).toEqual(['amendment-unread'])
})

test('says that an appended table that goes, and a second 附則, were not compared', async () => {
  const gone = await read('改正前\t改正後\n第１条　（略）\t第１条　（略）\n別表\t（削る）\n甲　折半\t')
  const second = await read(
    '改正前\t改正後\n第１条　（略）\t第１条　（略）\n附則\t附則\n略\t略\n附則\t附則\n公布の日\t許可の日',
  )
  expect([gone.codes, second.codes]).toEqual([['amendment-unread'], ['amendment-unread']])
})

test('keeps rows that are quoted apart from the provisions before them', async () => {
  const text =
    '第２条の次に次の１条を加える。\n第３条　甲は、報告する。\n別表中\n「\nあ\tい\tう\n」を\n「\nえ\tお\tか\n」に改める。'
  const { amendment, diagnostics } = await readAmendment(`${front.replace('次の表のとおり改正する。\n', '')}${text}\n`)
  expect(amendment.operations[0]?.content?.articles?.[0]?.paragraphs).toMatchObject([{ text: '甲は、報告する。' }])
  expect(amendment.operations[1]).toMatchObject({
    kind: 'rewrite',
    target: { appendedTable: '別表', row: 'あ' },
    content: { rows: [['え', 'お', 'か']] },
    text: '別表中「あ　い　う」を「」に改める。',
  })
  expect(diagnostics).toEqual([])
})

test.each<[string, string, object[]]>([
  [
    'of which some stay',
    '別表中\n「\n| 港 | 船を出す。 |\n| 駅 | 車を出す。 |\n」\nを\n「\n| 港 | 船を出す。 |\n| 駅 | 人を出す。 |\n| 道 | 鍬を出す。 |\n」\nに改める。',
    [
      {
        kind: 'rewrite',
        target: { appendedTable: '別表', row: '駅' },
        content: {
          rows: [
            ['駅', '人を出す。'],
            ['道', '鍬を出す。'],
          ],
        },
      },
    ],
  ],
  [
    'whose brackets stand in cells',
    '別表中「港\t船を出す。\n駅\t車を出す。」を削る。',
    [
      { kind: 'delete', target: { appendedTable: '別表', row: '港' } },
      { kind: 'delete', target: { appendedTable: '別表', row: '駅' } },
    ],
  ],
  [
    'that are added behind others, parted by spaces',
    '別表中\n「\n港　　　船を出す。\n」\nの次に\n「\n駅　　　車を出す。\n」\nを加える。',
    [
      {
        kind: 'insert',
        target: { appendedTable: '別表', row: '港' },
        position: 'after',
        content: { rows: [['駅', '車を出す。']] },
      },
    ],
  ],
])('reads rows that a sentence quotes: %s', async (_, text, expected) => {
  const { amendment, diagnostics } = await readAmendment(`${front.replace('次の表のとおり改正する。\n', '')}${text}\n`)
  expect(amendment.operations).toMatchObject(expected)
  expect(diagnostics).toEqual([])
})

test.each<[string, object]>([
  [
    '別表を次のように改める。\n「別表（第２条関係）\n港\t船を出す。\n駅\t車を出す。\n」',
    {
      appendedTables: [
        {
          rows: [
            ['港', '船を出す。'],
            ['駅', '車を出す。'],
          ],
        },
      ],
    },
  ],
  [
    '第２条第１号を次のように改める。\n「(1)　舟の「蔵」\n　ア　舟を置く。」',
    { items: [{ title: '(1)', text: '舟の「蔵」', items: [{ text: '舟を置く。' }] }] },
  ],
  [
    '第５条を次のように改める。\n「（期間）\n第５条　期間は、５年とする。」',
    { articles: [{ caption: '期間', paragraphs: [{ text: '期間は、５年とする。' }] }] },
  ],
])('takes the brackets off new provisions: %s', async (text, content) => {
  const { amendment, diagnostics } = await readAmendment(`${front.replace('次の表のとおり改正する。\n', '')}${text}\n`)
  expect(amendment.operations[0]?.content).toMatchObject(content)
  expect(diagnostics).toEqual([])
})

test('says that a table which no sentence introduces is no operation', async () => {
  const { diagnostics } = await readAmendment(
    `${front.replace('次の表のとおり改正する。\n', '')}港\t船を出す。\n駅\t車を出す。\n第３条を削る。\n`,
  )
  expect(diagnostics.map((d) => d.code)).toContain('amendment-unread')
})

test('pairs every provision once, in order', () => {
  const node = fc.record({
    number: fc.constantFrom('1', '2', '3'),
    words: fc.constantFrom('甲は', '乙は', '略'),
    row: fc.nat(3),
  })
  fc.assert(
    fc.property(fc.array(node, { maxLength: 8 }), fc.array(node, { maxLength: 8 }), (old, now) => {
      const pairs = matched(old, now)
      expect(pairs.flatMap(([a]) => (a ? [a] : []))).toEqual(old)
      expect(pairs.flatMap(([, b]) => (b ? [b] : []))).toEqual(now)
    }),
  )
})

test('takes a caption that begins with a year for the one of its paragraph', async () => {
  const { amendment } = await read(
    '改正前\t改正後\n第１条　（略）\t第１条　（略）\n附則\t附則\n１　（略）\t１　（略）\n\t（令和８年度の負担の特例）\n\t２　負担は、１割とする。',
  )
  expect(amendment.operations[0]?.content?.paragraphs).toMatchObject([{ number: 2, caption: '令和８年度の負担の特例' }])
})
