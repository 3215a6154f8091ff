import { expect, test } from 'vitest'
import { projectIn, readVision } from '../../../testing/read-vision.ts'

/** Steps of a plan, as a field of the sheet of a project prints them. */
const stepsIn = async (...rows: string[]): Promise<string[] | undefined> =>
  (await projectIn('事業名 | 移動図書館の運行', '連携市町 | 三朝町、北栄町', ...rows)).schedule?.map(
    (s) => `${s.fiscalYear} ${s.label}`,
  )

test.each([
  ['colons', 'R6：調査　R7：設計', ['2024 調査', '2025 設計']],
  ['spaces', '令和６年度　調査・設計　令和７年度　建設', ['2024 調査・設計', '2025 建設']],
  ['arrows', 'R6：調査→R7：設計', ['2024 調査', '2025 設計']],
  ['ranges', 'R6：準備／R7～R8：実施', ['2024 準備', '2025 実施', '2026 実施']],
  ['open ends', 'R6：準備、R7以降：実施', ['2024 準備', '2025 実施']],
  ['brackets', '【R6】調査　【R7】設計', ['2024 調査', '2025 設計']],
  ['a period', '令和６年度～令和10年度', undefined],
])('reads steps behind their years: %s', async (_, printed, steps) =>
  expect(await stepsIn(`スケジュール | ${printed}`)).toEqual(steps),
)

test('reads steps behind their years in lines', async () => {
  const { vision } = await readVision(
    [
      '事業名　移動図書館の運行',
      '連携市町　三朝町、北栄町',
      '事業費　6年度 800千円　7年度 900千円　合計 1,700千円',
      'スケジュール',
      '令和６年度　調査　令和７年度　設計',
      '令和８年度以降　運行',
    ].join('\n'),
  )
  expect(vision.projects[0]).toMatchObject({
    schedule: [
      { fiscalYear: 2024, label: '調査' },
      { fiscalYear: 2025, label: '設計' },
      { fiscalYear: 2026, label: '運行' },
    ],
    budget: {
      years: [
        { fiscalYear: 2024, yen: 800_000 },
        { fiscalYear: 2025, yen: 900_000 },
      ],
      total: { yen: 1_700_000 },
    },
  })
})

test('takes a heading of the projects below it for none of their names', async () => {
  const { vision } = await readVision(
    [
      '具体的取組',
      '１　生活機能の強化に係る政策分野',
      '（１）医療',
      '事業名　救急医療の確保',
      '連携市町　三朝町、北栄町',
      '事業内容　当番医を置く。',
    ].join('\n'),
  )
  expect(vision.projects.map((p) => p.title)).toEqual(['救急医療の確保'])
})
