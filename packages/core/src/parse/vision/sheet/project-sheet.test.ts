import { expect, test } from 'vitest'
import { projectIn, readVision, tsv } from '../../../testing/read-vision.ts'

const sheet = [
  '事業名 | 休日診療の確保 | SDGs | 3',
  '連携市町 | 三朝町、北栄町',
  '事業目的 | 休日の急病に対応する。',
  '事業内容 | ・当番医の確保<br>・広報',
]

test('reads a sheet in a delimited table', async () => {
  const { vision } = await readVision(
    tsv(
      ...sheet,
      '工程及び | R4年度 | R5年度 | 計',
      '事業費 | 協議 0千円 | 実施 1,500千円 | 1,500千円',
      '役割分担 | 倉吉市 | ・調整',
      '| 連携市町 | ・協力',
      '重要業績 | 指標 | 基準値 | 目標値',
      '評価指標 | 受診者数 | 1,200人(令和3年度) | 1,000人以下/年(令和5年度)',
    ),
  )
  expect(vision.projects).toMatchObject([
    {
      title: '休日診療の確保',
      sdgs: [3],
      participants: ['三朝町', '北栄町'],
      purpose: '休日の急病に対応する。',
      activities: ['当番医の確保', '広報'],
      schedule: [
        { fiscalYear: 2022, label: '協議' },
        { fiscalYear: 2023, label: '実施' },
      ],
      budget: {
        years: [
          { fiscalYear: 2022, yen: 0 },
          { fiscalYear: 2023, yen: 1_500_000 },
        ],
        total: { yen: 1_500_000 },
      },
      roles: [
        { party: '倉吉市', items: ['調整'] },
        { party: '連携市町', items: ['協力'] },
      ],
      indicators: [
        {
          name: '受診者数',
          baseline: { value: 1200, unit: '人' },
          target: { value: 1000, unit: '人/年', period: { from: '2023' } },
        },
      ],
    },
  ])
})

test('reads units of headings, signs in cells of their own, sources, and cells without a sum', async () => {
  const { budget } = await projectIn(
    ...sheet,
    '事業費（千円） | 2015年(H27年) | H28 | H29 | 合計',
    '国 | 100 | － | 未定 | 100',
    '計 | △ | 300 | 0 |  | 未定',
  )
  expect(budget).toMatchObject({
    unit: '千円',
    sources: [
      { source: '国', fiscalYear: 2015, yen: 100_000 },
      { yen: null },
      { yen: null, text: '未定' },
      { yen: 100_000 },
    ],
  })
})

test('joins a sign to the sum in the next cell', async () => {
  const { budget } = await projectIn(...sheet, '事業費 | R4 | R5 | 計', '| △ | 300千円 | 500千円 | 200千円')
  expect(budget?.years.map((a) => a.yen)).toEqual([-300_000, 500_000])
})

test('reads budgets in rows below each other', async () => {
  const { budget } = await projectIn(
    ...sheet,
    '事業費 | 令和4年度 | 100千円',
    '| 令和5年度 | 200千円',
    '| 合計 | 300千円',
  )
  expect(budget).toMatchObject({
    years: [
      { fiscalYear: 2022, yen: 100_000 },
      { fiscalYear: 2023, yen: 200_000 },
    ],
    total: { yen: 300_000 },
  })
})

test('reports a total that is not the sum of its years', async () => {
  const { said } = await readVision(tsv(...sheet, '事業費 | R4 | R5 | 計', '| 100千円 | 200千円 | 400千円'))
  expect(said).toContain('budget-total-mismatch')
})

test('reads Markdown with sums in pairs and indicators in one cell', async () => {
  const { vision } = await readVision(
    [
      '# やまなみ定住自立圏共生ビジョン',
      '',
      '## Ⅰ 生活機能の強化',
      '',
      '### （１）医療',
      '',
      '| 取組名 | 当番医 |',
      '| --- | --- |',
      '| 関係市町 | 三朝町 |',
      '| 事業費（千円） | R6 1,000 R7 2,000 計 3,000 |',
      '| KPI | 受診者数 現状値 10人（R5） 目標値 20人（R7） |',
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    {
      pillar: '生活機能の強化',
      initiative: '医療',
      title: '当番医',
      budget: { total: { yen: 3_000_000 } },
      indicators: [{ name: '受診者数', target: { value: 20 } }],
    },
  ])
})

test('reads projects that two regions run together, and notes', async () => {
  const { vision } = await readVision(
    `Ⅰ 経済成長のけん引\n\n${tsv(...sheet)}\n\n※事業費は見込み。\n\n【参考】圏域間連携事業\n\n${tsv('事業名 | 特産品の販売', '事業目的 | 販路を広げる。')}`,
  )
  expect(vision.projects[0]?.notes).toEqual(['※事業費は見込み。'])
  expect(vision.interRegionProjects?.map((p) => p.title)).toEqual(['特産品の販売'])
})

test.each([
  ['三朝町○　北栄町－　湯梨浜町○', ['三朝町', '湯梨浜町']],
  ['三朝町（○）、北栄町（－）、湯梨浜町（◎）', ['三朝町', '湯梨浜町']],
  ['◎三朝町、－北栄町、○湯梨浜町', ['三朝町', '湯梨浜町']],
  ['○ 三朝町　× 北栄町　○ 湯梨浜町', ['三朝町', '湯梨浜町']],
  ['- 三朝町<br>- 北栄町', ['三朝町', '北栄町']],
])('marks beside names say who takes part: %s', async (cell, expected) => {
  const { participants } = await projectIn(
    '事業名 | 当番医',
    `連携市町 | ${cell}`,
    '事業内容 | 当番医を置く。',
    '事業目的 | 急病への対応',
  )
  expect(participants).toEqual(expected)
})

test('who takes part stands by marks below names, in as many pairs of rows as there are', async () => {
  const { participants } = await projectIn(
    '事業名 | 当番医 |',
    '連携市町 | 三朝町 | 北栄町',
    ' | ○ | ×',
    ' | 湯梨浜町 | 琴浦町',
    ' | － | ○',
    '事業内容 | 当番医を置く。 |',
  )
  expect(participants).toEqual(['三朝町', '琴浦町'])
})
