import { describe, expect, it, test } from 'vitest'
import type { Cell } from '../../layout/block.ts'
import { blocksOf } from '../../layout/blocks.ts'
import { readText } from '../../read/text.ts'
import type { Party } from '../../schema/agreement.ts'
import { join } from '../../text/clean.ts'
import { textOf } from '../../text/text.ts'
import { segmenterTokenizer } from '../../text/tokenizer.ts'
import { readRoleTable } from './read.ts'

const parties: Party[] = [
  { symbol: '甲', name: '長岡市' },
  { symbol: '乙', name: '見附市' },
]

/** Rows of a role table in a text, each a cell a column as `heading: text`; headings of its parts before them. */
async function rowsIn(text: string): Promise<string[]> {
  const source = await readText(new TextEncoder().encode(text), 'table.txt')
  const reading = await readRoleTable(blocksOf(source), parties, async () => segmenterTokenizer())
  return (reading?.parts ?? []).flatMap((part) => [
    ...part.headings.map((h) => `# ${h.text.value}`),
    ...part.rows.map((row) =>
      row.columns
        .flatMap((column, i) => {
          const cell = row.cells[i]
          const name = column.kind === 'role' ? column.party : column.kind
          return cell ? [`${name}: ${join(cell.pieces).value}`] : []
        })
        .join(' | '),
    ),
  ])
}

const both = [
  'title: ア雪の備え | description: 除雪の計画を共に作る。 | 甲: 機械を貸す。 | 乙: 人を出す。',
  'title: イ花火の催し | description: 花火を共に宣伝する。 | 甲: 会場を用意する。 | 乙: 客を案内する。',
]

describe('role tables', () => {
  it('reads columns under headings that wrap', async () => {
    const lines = [
      '取組            取組内容          甲の役割分  乙の役割分',
      '                                  担          担',
      'ア 雪の備え     除雪の計画を共に  機械を貸    人を出す。',
      '                作る。            す。',
      'イ 花火の催し   花火を共に宣伝す  会場を用意  客を案内す',
      '                る。              する。      る。',
    ]
    expect(await rowsIn(`${lines.join('\n')}\n`)).toEqual(both)
  })

  it('reads delimited cells', async () => {
    const text =
      '取組\t取組内容\t甲の役割\t乙の役割\nア 雪の備え\t除雪の計画を共に作る。\t機械を貸す。\t人を出す。\nイ 花火の催し\t花火を共に宣伝する。\t会場を用意する。\t客を案内する。\n'
    expect(await rowsIn(text)).toEqual(both)
  })

  it.each([
    '区分\tア雪の備え\tイ花火の催し\n取組の内容\t除雪の計画を共に作る。\t花火を共に宣伝する。\n甲の役割\t機械を貸す。\t会場を用意する。\n乙の役割\t人を出す。\t客を案内する。\n',
    '役割\tア雪の備え\tイ花火の催し\n内容\t除雪の計画を共に作る。\t花火を共に宣伝する。\n長岡市\t機械を貸す。\t会場を用意する。\n見附市\t人を出す。\t客を案内する。\n',
  ])('reads initiatives in columns and parties in rows: %j', async (text) => expect(await rowsIn(text)).toEqual(both))

  it.each([
    '市町\t均等割\t人口割\n甲\t３割\t７割\n乙\t２割\t８割\n',
    '市町\t役割\t備考\n甲\t機械を貸す。\t無償とする。\n乙\t人を出す。\t有償とする。\n',
  ])('takes shares and what is said of parties for no initiatives: %j', async (text) =>
    expect((await rowsIn(text)).filter((row) => row.startsWith('title:'))).toEqual([]),
  )

  it('reads a number and the costs beside the parties under 役割分担', async () => {
    const text = [
      '№\t取組名\t取組内容\t役割分担\t\t費用負担',
      '\t\t\t甲\t乙\t',
      'ア\t雪の備え\t除雪の計画を共に作る。\t機械を貸す。\t人を出す。\t甲が払う。',
      'イ\t花火の催し\t花火を共に宣伝する。\t会場を用意する。\t客を案内する。\t折半する。',
      '',
    ].join('\n')
    const costs = ['甲が払う。', '折半する。']
    expect(await rowsIn(text)).toEqual(
      both.map((row, i) => `${row.replace(/(?<=: [アイ])/u, '　')} | cost: ${costs[i]}`),
    )
  })

  it('gives no roles to parties under 費用負担', async () => {
    const text = [
      '取組名\t取組内容\t役割分担\t\t費用負担\t',
      '\t\t甲\t乙\t甲\t乙',
      '雪の備え\t除雪の計画を共に作る。\t機械を貸す。\t人を出す。\t機械の分\t人の分',
      '',
    ].join('\n')
    expect(await rowsIn(text)).toEqual([
      'title: 雪の備え | description: 除雪の計画を共に作る。 | 甲: 機械を貸す。 | 乙: 人を出す。 | cost: 機械の分 | cost: 人の分',
    ])
  })

  it.each([
    ['', ''],
    ['雪の備え', '花火の催し'],
  ])('reads a row for each party, the title once or again (%s)', async (snow, fireworks) => {
    const text = [
      '取組\t主体\t役割',
      '雪の備え\t甲\t機械を貸す。',
      `${snow}\t乙\t人を出す。`,
      '花火の催し\t甲\t会場を用意する。',
      `${fireworks}\t甲及び乙\t客を案内する。`,
      '',
    ].join('\n')
    expect(await rowsIn(text)).toEqual([
      'title: 雪の備え | 甲: 機械を貸す。 | 乙: 人を出す。',
      'title: 花火の催し | 甲: 会場を用意する。 | 甲及び乙: 客を案内する。',
    ])
  })

  it('reads any word over the first column as its title where roles alone stand beside it', async () =>
    expect(await rowsIn('応援の種類\t甲の役割\t乙の役割\n雪の備え\t機械を貸す。\t人を出す。\n')).toEqual([
      'title: 雪の備え | 甲: 機械を貸す。 | 乙: 人を出す。',
    ]))

  it.each(['甲：機械を貸す。乙：人を出す。', '甲:機械を貸す。 乙:人を出す。'])(
    'reads a cell of roles that says %s',
    async (cell) =>
      expect(await rowsIn(`区分\t取組\t役割\n冬\t雪の備え\t${cell}\n`)).toEqual([
        '# 冬',
        'title: 雪の備え | 甲: 機械を貸す。 | 乙: 人を出す。',
      ]),
  )

  it('keeps the sentences of a cell that says who does what', async () =>
    expect(
      await rowsIn('区分\t取組\t役割分担\n冬\t雪の備え\t甲は、機械を貸す。甲は、油も出す。乙は、人を出す。\n'),
    ).toEqual(['# 冬', 'title: 雪の備え | 甲: 甲は、機械を貸す。甲は、油も出す。 | 乙: 乙は、人を出す。']))

  it('reads labels and sentences behind bullets, under 役割分担', async () => {
    const text =
      '１　雪の備え\n○取組の内容\n除雪の計画を作る。\n○役割分担\n・甲は、機械を貸す。\n・乙は、人を出す。\n２　花火の催し\n○取組の内容\n花火を宣伝する。\n○役割分担\n・甲は、会場を用意する。\n・甲及び乙は、客を案内する。\n'
    expect(await rowsIn(text)).toEqual([
      'title: １　雪の備え | description: 除雪の計画を作る。 | 甲: 甲は、機械を貸す。 | 乙: 乙は、人を出す。',
      'title: ２　花火の催し | description: 花火を宣伝する。 | 甲: 甲は、会場を用意する。 | 甲及び乙: 甲及び乙は、客を案内する。',
    ])
  })

  it('reads a column of numbers without a heading with the titles beside what they stand under', async () =>
    expect(
      await rowsIn(
        '\t区分\t取組の名称\t甲の役割\t乙の役割\n１\t冬\t雪の備え\t機械を貸す。\t人を出す。\n２\t夏\t花火\t招く。\t巡る。\n',
      ),
    ).toEqual([
      '# 冬',
      'title: １　雪の備え | 甲: 機械を貸す。 | 乙: 人を出す。',
      '# 夏',
      'title: ２　花火 | 甲: 招く。 | 乙: 巡る。',
    ]))

  it('gives a role to all parties whose columns its cell spans', async () => {
    const cell = (word: string, more = {}): Cell => ({ text: textOf(word, 0, word.length), folded: word, ...more })
    const rows = [
      ['取組', '甲の役割', '乙の役割'].map((word) => cell(word)),
      [cell('雪の備え'), cell('人を出す。', { colSpan: 2 }), cell('', { covered: true })],
    ]
    const reading = await readRoleTable([{ kind: 'table', rows, page: 1 }], parties, async () => segmenterTokenizer())
    expect(reading?.parts[0]?.rows[0]?.columns[1]).toMatchObject({ kind: 'role', parties: ['甲', '乙'] })
  })

  it('takes no line of a table without rules for a heading of the rows around it', async () =>
    expect(
      await rowsIn(
        '取組\t甲の役割\t乙の役割\n雪の備え\t貸す。\t出す。\n花火　　　　招く　　　　巡る\n\n取組\t甲の役割\t乙の役割\n舟\t造る。\t漕ぐ。\n',
      ),
    ).toEqual(['title: 雪の備え | 甲: 貸す。 | 乙: 出す。', 'title: 舟 | 甲: 造る。 | 乙: 漕ぐ。']))

  it('reads nothing where wide rows stand under headings that say nothing', async () => {
    expect(await rowsIn('班\t品\t数\t甲の役割\n一\t毛布\t２\t貸す。\n二\t担架\t３\t貸す。\n')).toEqual([])
  })

  it('reads a row without a title as the rest of the row before it', async () => {
    const text = '取組\t甲の役割\t乙の役割\n雪の備え\t機械を\t人を\n\t貸す。\t出す。\n'
    expect(await rowsIn(text)).toEqual(['title: 雪の備え | 甲: 機械を貸す。 | 乙: 人を出す。'])
  })

  it('takes a title beside several rows that are complete for their heading, in every table with the same headings', async () => {
    const head = '分野\t取組の内容\t甲の役割\t乙の役割\n'
    const text = `${head}医療\t救急の確保\t病院を営む。\t経費を負う。\n\t薬の備え\t薬を買う。\t薬を運ぶ。\n\n２　結びつき\n${head}交通\tバスの維持\t路線を定める。\t乗車を促す。\n`
    expect(await rowsIn(text)).toEqual([
      '# 医療',
      'title: 救急の確保 | 甲: 病院を営む。 | 乙: 経費を負う。',
      'title: 薬の備え | 甲: 薬を買う。 | 乙: 薬を運ぶ。',
      '# ２　結びつき',
      '# 交通',
      'title: バスの維持 | 甲: 路線を定める。 | 乙: 乗車を促す。',
    ])
  })

  it('reads cells one after another, with blank lines between them or not', async () => {
    const cells = [
      'ア 雪の備え',
      '除雪の計画を共に作る。',
      '機械を貸す。',
      '人を出す。',
      'イ 花火の催し',
      '花火を共に宣伝する。',
      '会場を用意する。',
      '客を案内する。',
    ]
    expect(await rowsIn(`取組 取組内容 甲の役割 乙の役割\n\n${cells.join('\n\n')}\n`)).toEqual(both)
    expect(await rowsIn(`取組\n取組内容\n甲の役割\n乙の役割\n${cells.join('\n')}\n`)).toEqual(both)
  })

  it('cuts a line in which a page break put the first lines of all cells', async () => {
    const rows = ['アイウエオカ'].flatMap((labels) =>
      [...labels].map((label, n) =>
        n === 4
          ? `${label} 水辺の 川の水を守る仕組 乙と川辺の 甲と水質を\n\n保全\n\nみを共に考えて作る。\n\n草を刈る。\n\n調べる。`
          : `${label} 道路の\n\n維持\n\n道の傷みを調べて早\n\nく直すようにする。\n\n乙と道の穴\n\nを直す。\n\n甲と道の穴\n\nを直す。`,
      ),
    )
    const read = await rowsIn(`取組 甲の役割 乙の役割\n\n${rows.join('\n\n')}\n`)
    expect(read[4]).toBe(
      'title: オ水辺の保全 | description: 川の水を守る仕組みを共に考えて作る。 | 甲: 乙と川辺の草を刈る。 | 乙: 甲と水質を調べる。',
    )
    expect(read).toHaveLength(6)
  })

  it('reads columns side by side', async () => {
    const text = [
      '取組            取組内容              甲の役割        乙の役割',
      'ア 雪の備え     除雪の計画を共に      機械を貸す。    人を出す。',
      '                作る。',
      'イ 花火の催し   花火を共に宣伝す      会場を用意す    客を案内する。',
      '                る。                  る。',
    ]
    expect(await rowsIn(`${text.join('\n')}\n`)).toEqual(both)
  })

  it('reads labels in cells of their own rows', async () => {
    const text =
      '１ 暮らしの備え\n(1) 雪の備え\n取組の内容 除雪の計画を共に作る。\n甲の役割 機械を貸す。\n乙の役割 人を出す。\n(2) 花火の催し\n取組の内容 花火を共に宣伝する。\n甲の役割 会場を用意する。\n乙の役割 客を案内する。\n'
    expect(await rowsIn(text)).toEqual([
      '# １ 暮らしの備え',
      'title: (1)雪の備え | description: 除雪の計画を共に作る。 | 甲: 機械を貸す。 | 乙: 人を出す。',
      'title: (2)花火の催し | description: 花火を共に宣伝する。 | 甲: 会場を用意する。 | 乙: 客を案内する。',
    ])
  })

  it('reads labels that wrap beside their cells', async () => {
    const lines = [
      '内容            ア 雪の備え',
      '                除雪の計画を共に作る。',
      '長岡市の役割分  機械を貸す。',
      '担',
      '見附市の役割分  人を出',
      '担              す。',
      '内容            イ 花火の催し',
      '                花火を共に宣伝する。',
      '長岡市の役割分  会場を用意する。',
      '担',
      '見附市の役割分  客を案内する。',
      '担',
    ]
    expect(await rowsIn(`${lines.join('\n')}\n`)).toEqual(both)
  })

  it('reads columns one after another', async () => {
    const text =
      '取組\n雪の備え\n花火の催し\n甲の役割\n機械を貸す。\n会場を用意する。\n乙の役割\n人を出す。\n客を案内する。\n'
    expect(await rowsIn(text)).toEqual([
      'title: 雪の備え | 甲: 機械を貸す。 | 乙: 人を出す。',
      'title: 花火の催し | 甲: 会場を用意する。 | 乙: 客を案内する。',
    ])
  })

  it('knows named parties by their symbols', async () => {
    const text = '取組\t長岡市の役割\t見附市の役割及び費用分担\n雪の備え\t機械を貸す。\t人を出す。\n'
    expect(await rowsIn(text)).toEqual(['title: 雪の備え | 甲: 機械を貸す。 | 乙: 人を出す。'])
  })

  it('is none without headings of roles', async () => {
    expect(await rowsIn('区分\t金額\n大人\t100円\n')).toEqual([])
  })
})

test('rows of labels under 項目 and 内容 are no rows of initiatives', async () => {
  const text =
    '| 項目 | 内容 |\n|---|---|\n| 取組名 | 雪の備え |\n| 取組の内容 | 除雪の計画を共に作る。 |\n| 甲の役割 | 機械を貸す。 |\n| 乙の役割 | 人を出す。 |\n'
  expect(await rowsIn(text)).toEqual([
    'title: 雪の備え | description: 除雪の計画を共に作る。 | 甲: 機械を貸す。 | 乙: 人を出す。',
  ])
})

test('a name that wraps before 市 is that of a party', async () => {
  const text =
    '取組事項\n\n取組の内容\n\n長岡\n市の役割\n\n見附市の役割\n\nア　雪の備え\n\n除雪の計画を共に作る。\n\n機械を貸す。\n\n人を出す。\n'
  expect(await rowsIn(text)).toEqual([
    'title: ア　雪の備え | description: 除雪の計画を共に作る。 | 甲: 機械を貸す。 | 乙: 人を出す。',
  ])
})

test('symbols in brackets behind a name head the roles of those they stand for', async () => {
  expect(await rowsIn('取組\t長岡市（甲）の役割\t見附市(乙)の役割\n雪の備え\t機械を貸す。\t人を出す。\n')).toEqual([
    'title: 雪の備え | 甲: 機械を貸す。 | 乙: 人を出す。',
  ])
  expect(await rowsIn('取組\t両市（甲・乙）の役割\t丙の役割\n雪の備え\t機械を貸す。\t人を出す。\n')).toEqual([
    'title: 雪の備え | 甲・乙: 機械を貸す。 | 丙: 人を出す。',
  ])
})

test('reads columns of parties whose names stand in brackets behind their symbols', async () => {
  expect(await rowsIn('取組\t甲（長岡市）の役割\t乙(見附市)の役割\n雪の備え\t機械を貸す。\t人を出す。\n')).toEqual(
    await rowsIn('取組\t甲の役割\t乙の役割\n雪の備え\t機械を貸す。\t人を出す。\n'),
  )
})

test('titles without a heading stand before cells that single spaces part', async () => {
  expect(
    await rowsIn(
      '取組の内容　甲の役割　乙の役割\n観光　周遊を促す。　催しを開く。　催しに協力する。\n防災　訓練を行う。　場所を貸す。　人を出す。\n',
    ),
  ).toEqual([
    'title: 観光 | description: 周遊を促す。 | 甲: 催しを開く。 | 乙: 催しに協力する。',
    'title: 防災 | description: 訓練を行う。 | 甲: 場所を貸す。 | 乙: 人を出す。',
  ])
})
