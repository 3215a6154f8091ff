import { expect, test } from 'vitest'
import { projectIn, readVision } from '../../../testing/read-vision.ts'

const sheet = ['事業名 | 休日診療の確保', '連携市町 | 三朝町、北栄町', '事業内容 | 当番医を置く。']

test('reads years between a baseline and a target as targets on the way', async () => {
  const { indicators } = await projectIn(
    ...sheet,
    'KPI | 指標名 | 単位 | 基準値(R2) | R4 | R5 | 目標値(R6)',
    '| 受診率 | ％ | 92.1 | 93.0 | 93.5 | 94.0',
  )
  expect(indicators).toMatchObject([
    {
      name: '受診率',
      baseline: { value: 92.1, unit: '％', period: { from: '2020' } },
      milestones: [{ value: 93, period: { from: '2022' } }, { value: 93.5 }],
      target: { value: 94, period: { from: '2024' } },
    },
  ])
})

test('keeps years of which nothing says what they are out of baseline and target', async () => {
  const { indicators, notes } = await projectIn(
    ...sheet,
    'KPI | 指標名 | R2 | R3 | 目標値(R6)',
    '| 受診者数 | 80人 | 85人 | 90人',
  )
  expect(indicators).toMatchObject([{ name: '受診者数', target: { value: 90 } }])
  expect(indicators?.[0]?.baseline).toBeUndefined()
  expect(notes).toEqual(['R2：80人', 'R3：85人'])
})

test('reads what became of a target as no baseline', async () => {
  const { indicators, notes } = await projectIn(
    ...sheet,
    '成果指標 | 受診者数',
    '目標(令和5年度) | 90人',
    '実績(令和5年度) | 84人',
  )
  expect(indicators).toMatchObject([{ name: '受診者数', target: { value: 90 } }])
  expect(indicators?.[0]?.baseline).toBeUndefined()
  expect(notes).toEqual(['実績(令和5年度)：84人'])
})

test('reads values that wrap inside their brackets as one each', async () => {
  const { indicators } = await projectIn(
    '事業名\t休日診療の確保',
    '連携市町\t三朝町、北栄町',
    'KPI\t指標名\t基準値\t目標値',
    '\t受診者数\t"8,011人（令和\n3年度）"\t"9,000人（令和\n6年度）"',
  )
  expect(indicators).toMatchObject([
    { name: '受診者数', baseline: { value: 8011, period: { from: '2021' } }, target: { value: 9000 } },
  ])
})

test('reads a note below indicators as none of them', async () => {
  const { vision } = await readVision(
    [
      '事業名      休日診療の確保',
      '連携市町    三朝町、北栄町',
      '成果指標    受診者数　　現状値　310人（R4）　目標値　400人（R10）',
      '※　受診者数は暦年の値であり、',
      '　　年度の値ではない。',
    ].join('\n'),
  )
  expect(vision.projects[0]?.indicators).toMatchObject([{ name: '受診者数', target: { value: 400 } }])
})

test('reads years over rows of targets and results as those of each', async () => {
  const { indicators } = await projectIn(
    ...sheet,
    'KPI\t区分\t年度別\t\t',
    '\t\tR6\tR7\tR8',
    '受診者数\t目標\t80人\t85人\t90人',
    '\t実績\t78人\t\t',
  )
  expect(indicators).toMatchObject([
    {
      name: '受診者数',
      milestones: [{ value: 80, period: { from: '2024' } }, { value: 85 }],
      target: { value: 90, period: { from: '2026' } },
      results: [{ value: 78, period: { from: '2024' } }],
    },
  ])
})

test('reads a value, its year and what it is of in cells of their own, with results behind them', async () => {
  const { indicators, notes } = await projectIn(
    ...sheet,
    '重要業績評価指標 | 指標 | 年間バス利用者数（千人）',
    ' | 基準値 | R2 | 38,200',
    ' | 目標値 | R8 | 40,000',
    ' | 実績値 | R4 | 37,100',
    ' | 実績値 | R5 | 38,000',
  )
  expect(indicators).toMatchObject([
    {
      name: '年間バス利用者数（千人）',
      baseline: { value: 38_200, unit: '千人', period: { from: '2020' } },
      target: { value: 40_000, period: { from: '2026' } },
      results: [
        { value: 37_100, period: { from: '2022' } },
        { value: 38_000, period: { from: '2023' } },
      ],
    },
  ])
  expect(notes).toBeUndefined()
})

test('reads a line of results as those of the indicator above it', async () => {
  const { vision } = await readVision(
    [
      '事業名：広域路線バス',
      '連携市町：三朝町、北栄町',
      '事業内容：運行する。',
      '成果指標',
      '　１便当たり利用者数　6.2人（Ｒ３）→　6.5人（Ｒ８）',
      '　（実績）Ｒ４ 6.1人、Ｒ５ 6.3人',
      '　バス停の数　12か所（Ｒ３）→　15か所（Ｒ８）',
    ].join('\n'),
  )
  expect(vision.projects[0]?.indicators).toMatchObject([
    {
      name: '１便当たり利用者数',
      target: { value: 6.5, period: { from: '2026' } },
      results: [
        { value: 6.1, period: { from: '2022' } },
        { value: 6.3, period: { from: '2023' } },
      ],
    },
    { name: 'バス停の数' },
  ])
})

const lines = (...indicators: string[]) =>
  readVision(
    ['事業名', '合同訓練の実施', '連携市町', '三朝町、北栄町', '目的', '災害に備える。', 'KPI', ...indicators].join(
      '\n',
    ),
  )

test('reads 現状 and 目標 with their values on lines below the name', async () => {
  const { vision } = await lines('参加者数（延べ）', '現状 0人（R5）', '目標 600人（R8）')
  expect(vision.projects[0]?.indicators).toMatchObject([
    { name: '参加者数（延べ）', baseline: { value: 0 }, target: { value: 600, period: { from: '2026' } } },
  ])
})

test('reads a value of a year and a target of another', async () => {
  const { vision } = await lines('相互利用者数　R6 1,250人　R7目標 1,300人')
  expect(vision.projects[0]?.indicators).toMatchObject([
    { name: '相互利用者数', baseline: { value: 1250 }, target: { value: 1300, period: { from: '2025' } } },
  ])
})

test('reads a table row of a name and values behind their words without these', async () => {
  const { indicators } = await projectIn(...sheet, 'KPI | 立地件数 | 現状値　2件（R6） | 目標値　5件（R11）')
  expect(indicators).toMatchObject([
    { name: '立地件数', baseline: { text: '2件（R6）' }, target: { text: '5件（R11）' } },
  ])
})

test('reads values behind their words and years on lines below the name, with what became of it', async () => {
  const { vision } = await lines(
    '解決率',
    '　基準値（R1）96.0％',
    '　目標値（R6）97.0％以上',
    '　実績値（R5）96.8％',
    '達成状況：やや遅れ',
  )
  expect(vision.projects[0]?.indicators).toMatchObject([
    {
      name: '解決率',
      baseline: { value: 96, period: { from: '2019' } },
      target: { value: 97, period: { from: '2024' } },
      results: [{ value: 96.8, period: { from: '2023' } }],
    },
  ])
  expect(vision.projects[0]?.notes).toEqual(['達成状況：やや遅れ'])
})

test('a number in brackets begins the next name and goes on with no value', async () => {
  const { vision } = await lines('(1) 実施校数　R6 0校　R9 14校', '(2) 児童の数　R6 9,800人　R9 8,500人')
  expect(vision.projects[0]?.indicators).toMatchObject([
    { name: '(1)実施校数', target: { value: 14 } },
    { name: '(2)児童の数', baseline: { value: 9800 }, target: { value: 8500 } },
  ])
})

test('reads values in words behind their words and years', async () => {
  const { vision } = await lines('　指令業務の共同化　基準値（R5）：未実施　目標値（R10）：実施')
  expect(vision.projects[0]?.indicators).toMatchObject([
    { name: '指令業務の共同化', baseline: { text: '未実施' }, target: { text: '実施', period: { from: '2028' } } },
  ])
})

test('reads targets and results of years whose words stand behind them in brackets', async () => {
  const { indicators } = await projectIn(
    '事業名 | 空き家の活用',
    '連携市町 | 三朝町、北栄町',
    '成果指標 | 年度 | R5（基準） | R6 | R7（目標）',
    '成約件数 | 目標 |  | 12 | 14',
    '| 実績 | 10 | 11 |',
    '登録件数 | 目標 |  | 40 | 45',
    '| 実績 | 35 | 38 |',
  )
  expect(indicators).toMatchObject([
    {
      name: '成約件数',
      baseline: { value: 10 },
      milestones: [{ value: 12 }],
      target: { value: 14 },
      results: [{ value: 11 }],
    },
    {
      name: '登録件数',
      baseline: { value: 35 },
      milestones: [{ value: 40 }],
      target: { value: 45 },
      results: [{ value: 38 }],
    },
  ])
})

test('reads the result below a baseline as its value, and the target beside it as one on the way', async () => {
  const { indicators } = await projectIn(
    ...sheet,
    'KPI | 指標 | 基準値（R5） |  | 目標値（R10）',
    ' |  | 目標 | 実績 | ',
    ' | 成約件数 | 20件 | 18件 | 30件',
  )
  expect(indicators).toMatchObject([
    {
      name: '成約件数',
      baseline: { value: 18, period: { from: '2023' } },
      milestones: [{ value: 20, period: { from: '2023' } }],
      target: { value: 30, period: { from: '2028' } },
    },
  ])
})

test.each([
  ['成約件数', '基準値（令和5年度）　　目標 20件　　実績 18件'],
  ['成約件数', '基準値（令和5年度）　　目標20件／実績18件'],
])('a target and a result that stand as one baseline are said to be two values', async (name, values) => {
  const { vision, said } = await readVision(
    [
      '事業名　　空き家の活用',
      '連携市町　三朝町、北栄町',
      '事業概要　空き家を活用する。',
      '成果指標',
      `指標名　　${name}`,
      values,
      '目標値（令和10年度）　　30件',
    ].join('\n'),
  )
  expect(vision.projects[0]?.indicators).toMatchObject([{ name, target: { value: 30 } }])
  expect(vision.projects[0]?.indicators?.[0]?.baseline?.value).toBeUndefined()
  expect(said).toContain('indicator-unread')
})
