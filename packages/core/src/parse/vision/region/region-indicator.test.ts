import { expect, test } from 'vitest'
import { readVision, tsv } from '../../../testing/read-vision.ts'

const cover = ['北上川連携中枢都市圏ビジョン', '', '令和7年3月', '']
const project = (title: string): string[] => [
  `事業名 | ${title}`,
  '連携市町 | 花巻市、北上市',
  '事業内容 | 催しを行う。',
]
const projects = [
  '',
  '１ 圏域全体の経済成長のけん引',
  '',
  '(1) 観光の振興',
  '',
  ...project('広域観光の推進'),
  'KPI | 指標 | 現状値 | 目標値',
  '| 周遊券の販売数 | 120枚（R5） | 300枚（R11）',
  '',
  '２ 高次の都市機能の集積・強化',
  '',
  '(1) 医療の充実',
  '',
  ...project('救急医療の確保'),
]

/** Name, baseline, target and owner of each, above the projects of a vision. */
const read = async (...rows: string[]) => {
  const { vision, said } = await readVision(tsv(...cover, ...rows, ...projects))
  const own = (vision.indicators ?? []).map(({ name, baseline, target, pillar, initiative, group }) =>
    [name, baseline?.text, target?.text, pillar, initiative, group].map((v) => v ?? '').join('/'),
  )
  return { own, said, vision }
}

test('reads a list without a project as indicators of the region, with its sources', async () => {
  const { vision, said } = await read(
    '指標 | 現状値（R5） | 目標値（R11） | 出典',
    '圏域内人口 | 630,000人 | 612,000人 | 国勢調査',
    '観光入込客数 | 1,200千人 | 増加 | 観光統計',
  )
  expect(vision.indicators).toMatchObject([
    {
      name: '圏域内人口',
      baseline: { value: 630_000, unit: '人', period: { from: '2023' } },
      target: { value: 612_000, period: { from: '2029' } },
      source: '国勢調査',
    },
    { name: '観光入込客数', target: { text: '増加' }, source: '観光統計' },
  ])
  expect(vision.projects.map((p) => p.indicators?.length)).toEqual([1, undefined])
  expect(said).toEqual([])
})

test.each([
  [
    'a column of pillars that goes on below',
    [
      '役割 | 指標名 | 単位 | 基準値（R5） | 目標値（R11）',
      '圏域全体の経済成長のけん引 | 従業者数 | 人 | 250,300 | 255,000',
      '| 観光消費額 | 億円 | 310 | 360',
    ],
    ['従業者数/250,300/255,000/圏域全体の経済成長のけん引//', '観光消費額/310/360/圏域全体の経済成長のけん引//'],
  ],
  [
    'rows that name a pillar',
    [
      'No. | 指標（KPI） | 直近値 | 目標値',
      'Ⅱ 高次の都市機能の集積・強化',
      '1 | 救急搬送時間 | 41.2分（R5） | 40分以下（R11）',
    ],
    ['救急搬送時間/41.2分（R5）/40分以下（R11）/高次の都市機能の集積・強化//'],
  ],
  [
    'groups that are neither pillars nor initiatives',
    ['区分 | 項目 | 現況値 | 最終目標', '雇用 | 求人倍率 | 1.2倍 | 維持', '観光の振興 | 宿泊者数 | 82万人 | 90万人'],
    ['求人倍率/1.2倍/維持///雇用', '宿泊者数/82万人/90万人//観光の振興/'],
  ],
  [
    'a heading of two rows',
    ['指標 | 現状値 | 目標値 | ', '| R5 | R8 | R11', '宿泊者数（千人） | 820 | 850 | 900'],
    ['宿泊者数（千人）/820/900///'],
  ],
  [
    'columns of white space',
    ['　　指標名　　　　　　　　現状（R5）　　　目標（R11）', '　　圏域内総生産　　　　　2兆1,000億円　　2兆3,000億円'],
    ['圏域内総生産/2兆1,000億円/2兆3,000億円///'],
  ],
  [
    'cells of lines that wrap',
    [
      '役割                        指標          現状値    目標値    出典',
      '圏域全体の生活関連機能サー  受診率        38.5％    45.0％    国民健康保',
      'ビスの向上                                                    険の統計',
      '                            移住者数      420人     600人',
    ],
    [
      '受診率/38.5％/45.0％/圏域全体の生活関連機能サービスの向上//',
      '移住者数/420人/600人/圏域全体の生活関連機能サービスの向上//',
    ],
  ],
  [
    'lines with an arrow below words that call them targets',
    [
      '圏域の成果指標を次のとおりとします。',
      '・圏域人口　63万人（2020年）→ 61万人（2030年）',
      '・宿泊者数：82万人（R5）→90万人（R11）',
    ],
    ['圏域人口/63万人（2020年）/61万人（2030年）///', '宿泊者数/82万人（R5）/90万人（R11）///'],
  ],
  [
    'labels with their values',
    ['指標：圏域の従業者数', '現状値：250,300人（R3）', '目標値：255,000人（R11）'],
    ['圏域の従業者数/250,300人（R3）/255,000人（R11）///'],
  ],
])('reads %s', async (_, rows, expected) => {
  expect((await read(...rows)).own).toEqual(expected)
})

test('reads targets of years on the way, and what became of them as results', async () => {
  const { vision } = await read(
    '指標 | 区分 | R7 | R8 | R9',
    '移住者数 | 目標 | 450人 | 500人 | 550人',
    '| 実績 | 430人 |',
  )
  expect(vision.indicators).toMatchObject([
    {
      milestones: [{ value: 450, period: { from: '2025' } }, { value: 500 }],
      target: { value: 550, period: { from: '2027' } },
      results: [{ value: 430, unit: '人', period: { from: '2025' } }],
    },
  ])
})

test('tells indicators below the heading of a pillar or an initiative what they belong to', async () => {
  const rows = [...projects]
  rows.splice(4, 0, '指標 | 基準値 | 目標値', '宿泊者数 | 82万人 | 90万人', '')
  rows.splice(2, 0, '【成果指標】', '', 'KPI | 現況値 | 目標', '観光消費額 | 310億円 | 360億円', '')
  const { vision } = await readVision(tsv(...cover, ...rows))
  expect(vision.indicators?.map((i) => [i.name, i.pillar, i.initiative])).toEqual([
    ['観光消費額', '圏域全体の経済成長のけん引', undefined],
    ['宿泊者数', '圏域全体の経済成長のけん引', '観光の振興'],
  ])
})

test.each([
  ['what a population was is no target', ['・圏域人口　70万人（1985年）→ 63万人（2020年）']],
  ['years alone are no targets', ['項目 | 2010年 | 2020年', '人口 | 660,000 | 630,000']],
  ['sums are no indicators', ['区分 | R5 | R6 | 計', '歳入 | 1,200 | 1,300 | 2,500']],
])('%s', async (_, rows) => {
  expect((await read('２ 圏域の現況', '', ...rows)).own).toEqual([])
})

test('keeps as text, and says, what nothing tells the owner or the targets of', async () => {
  const undated = await read('指標 | R5 | R11', '宿泊者数 | 82万人 | 90万人')
  expect([undated.own, undated.said]).toEqual([[], ['region-indicator-unread']])
  const rows = [...projects]
  rows.splice(11, 0, '項目 | 現状値 | 目標値', '参加者数 | 10人 | 20人', '')
  const { vision, said } = await readVision(tsv(...cover, ...rows))
  expect([vision.indicators, said]).toEqual([undefined, ['region-indicator-unread']])
})

test('says of several numbers as one value that they are none', async () => {
  const { said } = await read('指標 | 現状値（R5） | 目標値（R11）', '来館者数 | 120人 130人 | 350人')
  expect(said).toEqual(['region-indicator-unread'])
})

test('says of an indicator that a project states otherwise', async () => {
  const { said } = await read('指標 | 現状値（R5） | 目標値（R11）', '周遊券の販売数 | 120枚 | 350枚')
  expect(said).toEqual(['indicator-mismatch'])
  const same = await read('指標 | 現状値（R5） | 目標値（R11）', '周遊券の販売数 | 120枚 | 300枚')
  expect(same.said).toEqual([])
})

test('reads kinds of values over years as the values of those years', async () => {
  const { vision } = await read(
    ' | 基準値 | 実績値 | 目標値',
    '指標 | R3年度 | R4年度 | R8年度',
    '移住相談件数 | 120件 | 134件 | 200件',
  )
  expect(vision.indicators).toMatchObject([
    { baseline: { value: 120 }, target: { value: 200 }, results: [{ value: 134, period: { from: '2022' } }] },
  ])
})

test.each([
  ['a sentence', ['２ 圏域の目標', '', '泊まる人を、38万人から45万人とする。']],
  ['a line without an arrow', ['２ 圏域の目標', '', '・商談の件数：310件（R4）を400件（R9）へ']],
  ['values beside an arrow', ['２ 圏域の目標', '', '・圏域の人口　令和２年　38万2千人　→　令和12年　36万5千人']],
  ['a sentence with a year to reach', ['２ 圏域の目標', '', '・出荷額を令和11年までに3,200億円とする']],
  ['a list torn apart', ['２ 圏域の姿', '', '指標', '', '目標値', '', '400件', '', '基準値', '', '310件']],
])('says of targets in %s that they are unread', async (_, rows) => {
  const { own, said } = await read(...rows, '')
  expect(own).toEqual([])
  expect(said).toContain('region-indicator-unread')
})
