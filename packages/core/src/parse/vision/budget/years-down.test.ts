import { expect, test } from 'vitest'
import { projectIn, readVision, tsv } from '../../../testing/read-vision.ts'

const sheet = ['事業名 | 休日診療の確保', '連携市町 | 三朝町、北栄町']

test('reads a table of sums with a row a year, their sources under a heading of several columns', async () => {
  const { budget, notes } = await projectIn(
    ...sheet,
    '年度 | 事業費（千円） | 財源内訳 |',
    ' |  | 国費 | 一般財源',
    '令和6年度（2024年度） | 3,000 | 1,000 | 2,000',
    '令和7年度（2025年度） | 3,200 | ― | 3,200',
    '合計 | 6,200 | 1,000 | 5,200',
  )
  expect(budget).toMatchObject({
    unit: '千円',
    years: [
      { fiscalYear: 2024, yen: 3_000_000 },
      { fiscalYear: 2025, yen: 3_200_000 },
    ],
    total: { yen: 6_200_000 },
  })
  expect(budget?.sources).toHaveLength(6)
  expect(budget?.sources?.[0]).toMatchObject({ fiscalYear: 2024, source: '国費', yen: 1_000_000 })
  expect(notes).toBeUndefined()
})

test('reads what is done in the year of a row as its step, and what a city pays as of a source', async () => {
  const { budget, schedule, participants } = await projectIn(
    '事業番号04　　果樹の担い手育成事業',
    '',
    '年度 | 事業費（千円） |  | 主な取組',
    ' | 総額 | うち倉吉市 |',
    '2024（R6） | 900 | 700 | 準備、募集',
    '2025（R7） | 950 | 750 | 実施',
    '計 | 1,850 | 1,450 |',
    '',
    '連携市町：三朝町、北栄町',
  )
  expect(budget).toMatchObject({ years: [{ yen: 900_000 }, { yen: 950_000 }], total: { yen: 1_850_000 } })
  expect(budget?.sources?.at(-1)).toMatchObject({ source: '倉吉市', yen: 1_450_000 })
  expect(schedule).toMatchObject([
    { fiscalYear: 2024, label: '準備、募集' },
    { fiscalYear: 2025, label: '実施' },
  ])
  expect(participants).toEqual(['三朝町', '北栄町'])
})

const counted = [
  'Ⅰ－１ | ジオパーク魅力発信事業',
  '連携市町 | 三朝町、北栄町',
  '内容 | 案内人を育てる。',
  '事業費（千円） | 1年目 | 2年目 | 3年計',
  ' | 500 | 未定 | 500',
]

test('reads a project whose number and name head its table, its years counted from the first of the plan', async () => {
  const { vision, said } = await readVision(
    `計画期間：令和7年度（1年目）から令和9年度（3年目）まで\n\n${tsv(...counted)}`,
  )
  expect(vision.projects).toMatchObject([
    {
      number: 'Ⅰ－１',
      title: 'ジオパーク魅力発信事業',
      budget: {
        years: [
          { fiscalYear: 2025, yen: 500_000 },
          { fiscalYear: 2026, yen: null },
        ],
        total: { yen: 500_000 },
      },
    },
  ])
  expect(said).toEqual([])
})

test('gives counted years no calendar that the document does not state', async () => {
  const { vision, said } = await readVision(tsv(...counted))
  expect(vision.projects[0]?.budget?.years.map((a) => a.fiscalYear) ?? []).toEqual([])
  expect(said).toContain('amount-unread')
})

test('reads what sums of a row are of where a list has a column that says so', async () => {
  const { vision, said } = await readVision(
    tsv(
      'No | 事業名 | 関係市町 | 区分 | R5 | R6 | 計',
      '1 | 救急医療の確保 | 倉吉市、三朝町 | 事業費（円） | 15,000 | 16,000 | 31,000',
      ' |  |  | うち特定財源 | 5,000 | － | 5,000',
      ' |  |  | うち一般財源 | 10,000 | 16,000 | 26,000',
      '2 | 看護師の養成 | 倉吉市 | 事業費（円） | 0 | 9,000 | 9,000',
    ),
  )
  expect(vision.projects).toMatchObject([
    { title: '救急医療の確保', budget: { years: [{ fiscalYear: 2023 }, { fiscalYear: 2024 }] } },
    { title: '看護師の養成' },
  ])
  expect(vision.projects[0]?.pillar).toBeUndefined()
  expect(vision.projects[0]?.budget?.sources).toHaveLength(6)
  expect(said).not.toContain('text-unclaimed')
})

test('reads labels with their values beside them as the first row of a sheet', async () => {
  const project = await projectIn(
    '整理番号 | １－２ | 事業名 | 広域観光周遊促進事業 | 区分 | 拡充',
    '関係市 | 倉吉市 |  |  |  | ',
    '事業概要 | 周遊ルートをつくる。 |  |  |  | ',
  )
  expect(project).toMatchObject({ number: '１－２', title: '広域観光周遊促進事業', participants: ['倉吉市'] })
})
