import { expect, test } from 'vitest'
import { linesOf } from '../../layout/lines.ts'
import type { Source } from '../../read/source.ts'
import { join } from '../../text/clean.ts'
import { captionOf } from './caption.ts'
import { readProvisions } from './provisions.ts'
import type { ItemNode } from './provisions-tree.ts'

const linesFrom = (text: string) =>
  linesOf({
    text,
    pages: [{ span: [0, text.length] }],
    info: { name: '', sha256: '', format: 'text', textLayer: 'plain' },
  } satisfies Source)

const item = (node: ItemNode): string =>
  node.number + (node.items.length > 0 ? `[${node.items.map(item).join(' ')}]` : '')

/** Articles as one line each: 3_2 (caption) 1 2[1 2[1 2]]. */
const outline = (text: string): string[] =>
  readProvisions(linesFrom(text)).articles.map((a) => {
    const caption = a.caption ? ` (${captionOf(a.caption).value})` : ''
    const paragraphs = a.paragraphs.map(
      (p) => p.number + (p.items.length > 0 ? `[${p.items.map(item).join(' ')}]` : ''),
    )
    return `${a.number}${caption} ${paragraphs.join(' ')}`
  })

test.each([
  ['on its own line', '（目的）\n第１条　甲は、努める。', '1 (目的) 1'],
  ['on the line of the article', '第１条（目的）　甲は、努める。', '1 (目的) 1'],
  ['after a space', '第１条　（目的）　甲は、努める。', '1 (目的) 1'],
  ['before the article', '（目的）第１条　甲は、努める。', '1 (目的) 1'],
  ['spaced', '（ 目　的 ）\n第１条　甲は、努める。', '1 (目的) 1'],
  ['in other brackets', '【目的】\n第１条　甲は、努める。', '1 (目的) 1'],
  ['over two lines', '（目的及び\n趣旨）\n第１条　甲は、努める。', '1 (目的及び趣旨) 1'],
  ['with brackets inside', '（趣旨（目的））\n第１条　甲は、努める。', '1 (趣旨（目的）) 1'],
  ['not at all', '第１条　甲は、努める。', '1 1'],
])('reads a caption that stands %s', (_, text, expected) => expect(outline(text)).toEqual([expected]))

test('gives one caption over two articles to the first', () =>
  expect(outline('（費用）\n第４条　甲は、負担する。\n第５条　乙は、負担する。')).toEqual(['4 (費用) 1', '5 1']))

test('keeps a remark in brackets as text', () =>
  expect(outline('第１条　甲は、努める\n（第２項を除く。）\n第２条　乙は、努める。')).toEqual(['1 1', '2 1']))

test('reads paragraphs and items of every depth', () =>
  expect(
    outline(`第一条　次のとおりとする。
　一　次のイからハまでに掲げる者
　　イ　会社
　　ロ　次に掲げる者
　　　（１）　組合
　　　（２）　次に掲げるもの
　　　　（ｉ）　社団
　　　　（ｉｉ）　財団
　　　（３）　財産区
　　ハ　その他
　二　前号の者
　二の二　省令で定める者
　三　削除
２　前項の規定は、適用しない。
３　略`),
  ).toEqual(['1 1[1[1 2[1 2[1 2] 3] 3] 2 2_2 3] 2 3']))

test('tells nested rows of one form apart by their margin', () =>
  expect(
    outline('第１条　次のとおりとする。\n　(1)　観光\n　　ア　宿泊\n　　　(1)　予約\n　　　(2)　案内\n　(2)　農業'),
  ).toEqual(['1 1[1[1[1 2]] 2]']))

test('reads a first paragraph that is numbered', () =>
  expect(outline('第１条\n１　甲は、努める。\n２　乙は、努める。')).toEqual(['1 1 2']))

test('reads paragraphs numbered in circles, and those without any number', () => {
  expect(outline('第三条　町村ハ条例ヲ設クルコトヲ得\n②町村ハ規則ヲ設クルコトヲ得')).toEqual(['3 1 2'])
  expect(outline('第三条　甲は、定める。\n　前項の定めは、公にする。')).toEqual(['3 1 2'])
})

test('reads wrapped lines that look like headings as text', () =>
  expect(
    outline(`第１条　甲は、乙と共に地方自治法（昭和二十二年法律第六十七号）及び
第２条第１項並びに第３条に規定する事務を行うものとし、その費用のうち
２以上の年度にわたるものは、別に定めるところにより、毎年度の予算で
(1)に掲げる額を負担する。
２　甲は、前項の額を毎年度の末日までに乙に支払うものとし、その方法は、
協議して定める。`),
  ).toEqual(['1 1 2']))

test('reads chapters between articles as headings', () => {
  const text = '　　第一章　総則\n（目的）\n第一条　甲は、努める。\n　　第二章　雑則\n第二条　乙は、努める。'
  expect(outline(text)).toEqual(['1 (目的) 1', '2 1'])
  expect(readProvisions(linesFrom(text)).headings.map((h) => join(h.lines).value)).toEqual([
    '第一章　総則',
    '第二章　雑則',
  ])
})

test('reads deleted articles and ranges of them', () =>
  expect(outline('第１条　甲は、努める。\n第２条から第４条まで　削除\n第５条　削除')).toEqual(['1 1', '2:4 1', '5 1']))

test('takes time linear in the length of a line and in the number of lines', () => {
  const start = performance.now()
  for (const c of ['第', '(', 'あ', '１', '（案', '第１条（', 'イ']) outline(`第１条　${c.repeat(200_000)}`)
  outline(`${'（'.repeat(50)}\n`.repeat(4000))
  expect(performance.now() - start).toBeLessThan(8000)
})

test('reads captions without brackets where most articles have them', () =>
  expect(outline('第１条　目的\nこの協定は、定める。\n第２条　費用\n費用は、甲が負担する。')).toEqual([
    '1 (目的) 1',
    '2 (費用) 1',
  ]))

test('takes the one short line of an article for its text', () =>
  expect(outline('第１条　甲は、努める。\n第２条　火葬の業務\n　に関すること。')).toEqual(['1 1', '2 1']))

test.each([
  ['第１　目的', '第２　費用'],
  ['第１（目的）', '第２（費用）'],
])('reads sections where there are no articles: %s', (first, second) =>
  expect(
    outline(`${first}\nこの協定は、必要な事項を定める。\n${second}\n費用は、甲及び乙が協議して負担する。`),
  ).toEqual(['1 (目的) 1', '2 (費用) 1']),
)

test.each([
  ['a list', '　北野市　南川町'],
  ['a formula', '　Ａ×（Ｂ÷Ｃ）'],
])('takes %s under a sentence for no paragraph', (_, line) =>
  expect(outline(`第１条　次のとおりとする。\n${line}\n２　甲は、努める。`)).toEqual(['1 1 2']),
)

test.each([
  ['・名称\n・区間\n　３号橋から北\n２　甲は、努める。', '1 1[1 2] 2'],
  ['・名称\n●北口\n●南口\n・区間', '1 1[1[1 2] 2]'],
  ['(1) 道路\n・名称\n・区間\n(2) 河川\n・名称', '1 1[1[1 2] 2[1]]'],
  ['- 名称\n- 区間', '1 1[1 2]'],
  ['○　名称\n○　区間', '1 1[1 2]'],
  ['○○市の区域\n－５度', '1 1'],
])('reads lines under bullets as items: %s', (lines, expected) => {
  expect(outline(`第１条　次のとおりとする。\n${lines}`)).toEqual([expected])
})

test('nests labels so deep and no deeper', () => {
  const [article] = outline(`第１条　次のとおりとする。\n${'(1)\nア\n'.repeat(3000)}`)
  expect((article as string).split('[').length).toBeLessThan(20)
})

test('reads kana labels in letter-spaced lines, and no words', () =>
  expect(
    outline('第１条　次に掲げる取組を連携して行う。\n( 1 ) 医 療 。\nア 地 域 の 病 院 。\nイ ベ ン ト の 会 場'),
  ).toEqual(['1 1[1[1]]']))

test('takes a dot behind one number of a row of paragraphs for none of its own', () =>
  expect(outline('第１条　甲は、努める。\n２　次のとおりとする。\n(1)　道路\n(2)　河川\n3.　乙は、努める。')).toEqual([
    '1 1 2[1 2] 3',
  ]))

test('begins no paragraph with the second sentence of one', () =>
  expect(
    outline(
      '第４条　この協約を変更しようとするときは、協議する。\n\n　この場合において、議会の議決を経る。\n\n　ただし、軽微なものを除く。\n\n第５条　甲は、努める。',
    ),
  ).toEqual(['4 1', '5 1']))
