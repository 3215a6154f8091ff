import { expect, test } from 'vitest'
import { readVision, tsv } from '../../../testing/read-vision.ts'

const read = async (...rows: string[]): Promise<unknown> => (await readVision(tsv(...rows))).vision.projects[0]

test('reads two labels a row, each with the value beside it', async () => {
  expect(
    await read(
      '事業名 | 休日診療の確保 | 番号 | 3',
      '連携市町 | 三朝町、北栄町 | 担当課 | 健康課',
      '事業目的 | 休日の急病に対応する。 | 事業内容 | 当番医の確保',
      '予算額 | 3,200千円 | 前年度予算額 | 2,900千円',
    ),
  ).toMatchObject({
    number: '3',
    participants: ['三朝町', '北栄町'],
    purpose: '休日の急病に対応する。',
    activities: ['当番医の確保'],
    budget: { total: { yen: 3_200_000 } },
    notes: ['担当課：健康課', '前年度予算額：2,900千円'],
  })
})

test('reads a label that no vocabulary has in a column of labels', async () => {
  expect(
    await read(
      '事業名 | 休日診療の確保 | 番号 | 3',
      '連携市町 | 三朝町、北栄町 | 担当課 | 健康課',
      '事業目的 | 休日の急病に対応する。 | 重点の別 | 重点',
    ),
  ).toMatchObject({ purpose: '休日の急病に対応する。', notes: ['担当課：健康課', '重点の別：重点'] })
})

test('reads years of a table, each beside its sum and under no label', async () => {
  expect(
    await read(
      '事業名 | 休日診療の確保 | 番号 | 3',
      '連携市町 | 三朝町、北栄町',
      '事業目的 | 休日の急病に対応する。',
      '令和6年度 | 1,200千円 | 令和7年度 | 1,300千円',
    ),
  ).toMatchObject({
    budget: {
      years: [
        { fiscalYear: 2024, yen: 1_200_000 },
        { fiscalYear: 2025, yen: 1_300_000 },
      ],
    },
  })
})

test('leaves headings of columns and sources beside sums', async () => {
  expect(
    await read(
      '事業名 | 休日診療の確保',
      '連携市町 | 三朝町、北栄町',
      '事業費 | 令和6年度 | 令和7年度 | 備考 |',
      '（千円） | 1,200 | 1,300 | 補助あり |',
    ),
  ).toMatchObject({
    budget: {
      years: [
        { fiscalYear: 2024, yen: 1_200_000 },
        { fiscalYear: 2025, yen: 1_300_000 },
      ],
    },
  })
})

test('reads years before their sums on a line below other fields', async () => {
  const { vision } = await readVision(
    [
      '事業１　創業塾の開催',
      '　概要：創業希望者に講座を開く。',
      '　連携市町：三朝町、北栄町',
      '　R6予算：450千円　R7見込：500千円',
      '　指標：受講者数　基準値：22人（R5）　目標値：40人（R10）',
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    { participants: ['三朝町', '北栄町'], budget: { years: [{ yen: 450_000 }, { yen: 500_000 }] } },
  ])
})
