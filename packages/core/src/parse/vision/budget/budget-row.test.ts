import { expect, test } from 'vitest'
import { drawSource, gridRules, horizontal, vertical } from '../../../layout/draw-page.ts'
import { projectIn, readVision } from '../../../testing/read-vision.ts'
import { parse } from '../../parse.ts'

/** A sheet of a project with the label of a budget over two rows of three columns each; the lower one may span them. */
async function budgetOf(heads: string[], below: string[], label = '財源内訳') {
  const xs = [50, 130, 230, 330, 430]
  const row = (y: number, cells: string[]) => cells.map((text, i) => ({ x: (xs[i] ?? 0) + 4, y, text }))
  const wide = below.length === 2
  const texts = [
    ...row(62, ['事業名', '巡回図書']),
    ...row(82, ['目的', '学びの場をつくる。']),
    ...row(102, ['事業費', ...heads]),
    ...row(122, ['', '30千円', '40千円', '70千円']),
    ...(wide ? row(142, [label, ...below]) : row(142, [label, ...below.slice(0, below.length / 2)])),
    ...(wide ? [] : row(162, ['', ...below.slice(below.length / 2)])),
  ]
  const bottom = wide ? 150 : 170
  const rules = [
    ...gridRules([50, 130, 430], [50, 70, 90, 130]).filter((r) => r.y0 !== r.y1 || r.y0 !== 130),
    ...[110, ...(wide ? [] : [150])].map((y) => horizontal(y, 130, 430)),
    ...[130, bottom].map((y) => horizontal(y, 50, 430)),
    ...[50, 130, 430].map((x) => vertical(x, 50, bottom)),
    vertical(230, 90, bottom),
    vertical(330, 90, wide ? 130 : bottom),
  ]
  const { documents } = await parse(drawSource({ texts, rules }))
  const [vision] = documents
  return vision?.type === 'vision' ? vision.projects[0]?.budget : undefined
}
const years = ['R6年度', 'R7年度', '計']

test('reads a sum under all years as one of none of them', async () => {
  const budget = await budgetOf(years, ['国', '20千円'])
  expect(budget?.sources).toMatchObject([{ source: '国', yen: 20_000 }])
  expect(budget?.sources?.[0]).not.toHaveProperty('fiscalYear')
})

test('reads sources with sums of a digit or two', async () => {
  const budget = await budgetOf(years, ['国', '県', '一般財源', '3', '0', '67'])
  expect(budget?.sources?.map((s) => `${s.source} ${s.text}`)).toEqual(['国 3', '県 0', '一般財源 67'])
})

test('reads a year and the same year in brackets below it as one heading', async () => {
  const { budget, schedule } = await projectIn(
    '事業名\t防災備蓄の共同調達',
    '連携市町\t三朝町、北栄町',
    '事業費\t"R6\n(2024)"\t"R7\n(2025)"\t合計',
    '\t\t500千円\t500千円',
  )
  expect(budget).toMatchObject({
    years: [
      { fiscalYear: 2024, yen: null },
      { fiscalYear: 2025, yen: 500_000 },
    ],
    total: { yen: 500_000 },
  })
  expect(schedule).toBeUndefined()
})

test('reads years in brackets as headings', async () => {
  const { budget } = await projectIn(
    '事業名 | 防災備蓄の共同調達',
    '連携市町 | 三朝町、北栄町',
    '事業費（千円） | (R6) | (R7) | 計',
    ' | 0 | 500 | 500',
  )
  expect(budget?.years).toMatchObject([
    { fiscalYear: 2024, yen: 0 },
    { fiscalYear: 2025, yen: 500_000 },
  ])
})

test('keeps what was planned apart from what was spent, each row with the unit of its label', async () => {
  const { budget, notes } = await projectIn(
    '事業名 | 防災備蓄の共同調達',
    '連携市町 | 三朝町、北栄町',
    '事業費 | 区分 | R6 | R7 | 計',
    ' | 決算見込（千円） | 480 |  | 480',
    ' | 当初（千円） | 500 | 600 | 1,100',
  )
  expect(budget).toMatchObject({
    unit: '千円',
    years: [
      { fiscalYear: 2024, yen: 500_000 },
      { fiscalYear: 2025, yen: 600_000 },
    ],
    total: { yen: 1_100_000 },
    results: [{ fiscalYear: 2024, yen: 480_000 }, { yen: 480_000 }],
  })
  expect(notes).toBeUndefined()
})

const sheetOf = (...lines: string[]) =>
  projectIn('事業名      防災備蓄の共同調達', '連携市町    三朝町、北栄町', '事業概要    備蓄する。', ...lines)
const said = (budget: Awaited<ReturnType<typeof sheetOf>>['budget']) => [
  budget?.years.map((y) => `${y.fiscalYear} ${y.yen}`),
  budget?.sources?.map((s) => `${s.fiscalYear} ${s.source} ${s.yen}`),
]

test.each([
  [
    'in columns under 年度',
    ['事業費（千円）', '年度 国費 県費', 'R6 300 200'],
    [[], ['2024 国費 300000', '2024 県費 200000']],
  ],
  [
    'and their sum',
    ['事業費（千円）', '年度 国費 県費 計', 'R6 300 200 500'],
    [['2024 500000'], ['2024 国費 300000', '2024 県費 200000']],
  ],
  [
    'in columns of any name that add up to the whole',
    ['事業費（千円）', '年度    事業費   県補助金   参加者会費', 'R6   500   300   200', 'R7   400   ―   400'],
    [
      ['2024 500000', '2025 400000'],
      ['2024 県補助金 300000', '2024 参加者会費 200000', '2025 県補助金 null', '2025 参加者会費 400000'],
    ],
  ],
  [
    'in brackets behind the sum of each year',
    ['事業費（千円）', 'R6　500（県補助金 300、町負担金 200）', 'R7　400（町負担金 400）'],
    [
      ['2024 500000', '2025 400000'],
      ['2024 県補助金 300000', '2024 町負担金 200000', '2025 町負担金 400000'],
    ],
  ],
  [
    'behind the last year that are more than its sum',
    ['事業費（千円）', 'R6 100 R7 100 国費 150 県費 50'],
    [
      ['2024 100000', '2025 100000'],
      ['undefined 国費 150000', 'undefined 県費 50000'],
    ],
  ],
  ['named before a sum', ['事業費    R6 県費 200千円'], [[], ['2024 県費 200000']]],
  [
    'named behind a sum',
    ['事業費    令和6年度　300千円（国費）　200千円（県費）'],
    [[], ['2024 国費 300000', '2024 県費 200000']],
  ],
  [
    'named within a text',
    ['事業費    令和6年度：国費300千円、県費200千円'],
    [[], ['2024 国費 300000', '2024 県費 200000']],
  ],
])('sums of sources %s are not those of the year', async (_, lines, expected) =>
  expect(said((await sheetOf(...lines)).budget)).toEqual(expected),
)

test.each([
  [
    'none of which is that of the year',
    ['事業費（千円）', '年度    運営分  施設分', 'R6    300  200'],
    undefined,
    '300、200',
  ],
  [
    'the first of which is that of the year',
    ['事業費（千円）', '年度    予算額   運営分', 'R6   500   300'],
    ['2024 500000'],
    '300',
  ],
])(
  'several sums of a year under headings that are not known, %s, are said to be unread',
  async (_, lines, years, text) => {
    const all = ['事業名      防災備蓄の共同調達', '連携市町    三朝町、北栄町', '事業概要    備蓄する。', ...lines]
    const { vision, context } = await readVision(all.join('\n'))
    expect(said(vision.projects[0]?.budget)[0]).toEqual(years)
    expect(context.diagnostics.filter((d) => d.code === 'amount-unread').map((d) => d.data?.text)).toEqual([text])
  },
)

test.each([
  ['wrapped within a pair', ['事業費（千円）：R6 100　R7 110　R8', '　120　合計 330'], [100, 110, 120], 330],
  ['of each year', ['事業費：R6　300千円　R7～R8　各年度250千円'], [300, 250, 250], undefined],
  ['of each year, said behind', ['事業費：R6～R8　250千円／年'], [250, 250, 250], undefined],
  ['of a whole period', ['事業費　　R6～R8　　計　　900千円'], [], 900],
])('reads sums %s', async (_, lines, years, total) => {
  const { budget } = await sheetOf(...lines, '担当課    総務課')
  expect(budget?.years.map((y) => y.yen)).toEqual(years.map((y) => y * 1000))
  expect(budget?.total?.yen).toEqual(total && total * 1000)
})

test('reads Markdown bold labels and lists of years, sources of any part of a sum behind it', async () => {
  const { vision, said: codes } = await readVision(
    [
      '**事業名**: 空き家対策',
      '**連携市町**: 三朝町、北栄町',
      '**年度別事業費**:',
      '- R7: 4,600千円（国 2,300 / 市 2,300）',
      '- R8: 5,000千円',
      '**関係課**: 住宅課',
    ].join('\n'),
  )
  const [project] = vision.projects
  expect(said(project?.budget)).toEqual([
    ['2025 4600000', '2026 5000000'],
    ['2025 国 2300000', '2025 市 2300000'],
  ])
  expect(project?.notes).toEqual(['関係課:住宅課'])
  expect(codes).toEqual([])
})

test('keeps what a year begins and a word ends as not known', async () => {
  const { budget } = await sheetOf('事業費：R7 3,000千円、R8 3,000千円、R9以降 未定')
  expect(budget?.years.map((y) => y.yen)).toEqual([3_000_000, 3_000_000, null])
})

test('sources of a list are of the year of the heading above them', async () => {
  const { budget } = await projectIn(
    '番号 | 事業名 | 連携市町 | 事業費（千円） |  | 財源内訳（R6） | ',
    ' |  |  | R6 | R7 | 国 | 一般',
    '1 | 観光周遊 | 三朝町、北栄町 | 100 | 120 | 60 | 40',
  )
  expect(said(budget)[1]).toEqual(['2024 国 60000', '2024 一般 40000'])
})

test('keeps the name of a share that is no sum with it', async () => {
  const { notes } = await sheetOf('事業費', '　R7　3,000千円', '　うち三朝町　60％')
  expect(notes).toEqual(['うち三朝町：60％'])
})

test('reads what was spent in the year of a plan beside it as results', async () => {
  const { budget } = await projectIn(
    '事業名 | 連携市町 | 事業概要 | R6予算額 | R6決算額 | R7予算額',
    '自転車の旅 | 三朝町、北栄町 | 道を整える | 3,000千円 | 2,100千円 | 3,500千円',
  )
  expect(said(budget)[0]).toEqual(['2024 3000000', '2025 3500000'])
  expect(budget?.results).toMatchObject([{ fiscalYear: 2024, yen: 2_100_000 }])
})

test('reads sums of a period with a remark behind one of them', async () => {
  const { budget } = await sheetOf(
    '計画期間における事業費（単位：百万円）',
    '令和５年度 104（うち特別交付税措置額 52）',
    '令和６年度 98',
  )
  expect(said(budget)[0]).toEqual(['2023 104000000', '2024 98000000'])
})

test('a line left of all years ends sums and is no step of the first', async () => {
  const { budget, schedule, indicators } = await sheetOf(
    '事業費の推移（単位：千円）',
    '　年度　　　　　　　Ｒ５決算　　Ｒ６予算',
    '　事業費　　　　　　9,800　　　10,100',
    '成果指標（KPI）の推移',
    '　指標名　　　　　　単位　Ｒ５実績　Ｒ６目標',
    '　商談件数　　　　　件　　120　　　 135',
  )
  expect(said(budget)[0]).toEqual(['2023 9800000', '2024 10100000'])
  expect(schedule).toBeUndefined()
  expect(indicators).toMatchObject([{ name: '商談件数', target: { value: 135, unit: '件' } }])
})

test('reads steps of years with their sums in brackets', async () => {
  const { budget, schedule } = await sheetOf(
    '年度別計画',
    '令和７年度：協議・試行（事業費 1,200千円）',
    '令和８年度：実施（事業費 未定）',
  )
  expect(said(budget)[0]).toEqual(['2025 1200000', '2026 null'])
  expect(schedule?.map((s) => s.label)).toEqual(['協議・試行', '実施'])
})

test('reads 決算額 below 予算額 of the same year as a result, and takes a sum printed twice for no contradiction', async () => {
  const { vision, said: codes } = await readVision(
    [
      '事業名：相談',
      '連携市町：三朝町、北栄町',
      '令和５年度予算額　12,300千円',
      '令和５年度決算額　11,950千円',
      '令和６年度予算額　12,400千円',
      '令和６年度予算額　12,400千円',
    ].join('\n'),
  )
  expect(said(vision.projects[0]?.budget)[0]).toEqual(['2023 12300000', '2024 12400000'])
  expect(vision.projects[0]?.budget?.results).toMatchObject([{ fiscalYear: 2023, yen: 11_950_000 }])
  expect(codes).toEqual([])
})
