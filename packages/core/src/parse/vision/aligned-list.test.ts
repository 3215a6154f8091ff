import { expect, test } from 'vitest'
import { readVision } from '../../testing/read-vision.ts'

test('reads a list of projects lined up by spaces', async () => {
  const { vision } = await readVision(
    [
      '圏域のビジョン',
      '',
      '事業名　　　　　連携市町　　　　　　　　　2024年度　　2025年度　　合計',
      '創業相談　　　　倉吉市、三朝町、琴浦町　　　3,000　　　3,000　　6,000',
      '伝統工芸発信　　倉吉市、北栄町　　　　　　　1,200　　　　　－　　1,200',
      '（単位：千円）',
      '',
      '事業名　　　　　連携市町　　　　　　　　　2024年度　　2025年度　　合計',
      '病児保育　　　　倉吉市、三朝町　　　　　　　　900　　　　900　　1,800',
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    { title: '創業相談', participants: ['倉吉市', '三朝町', '琴浦町'], budget: { total: { yen: 6_000_000 } } },
    {
      title: '伝統工芸発信',
      participants: ['倉吉市', '北栄町'],
      budget: { years: [{ yen: 1_200_000 }, { yen: null }] },
    },
    {
      title: '病児保育',
      participants: ['倉吉市', '三朝町'],
      budget: { years: [{ fiscalYear: 2024 }, { yen: 900_000 }] },
    },
  ])
})

test('takes no fields of a sheet in lines for columns of a list', async () => {
  const { vision } = await readVision(
    [
      '事業名　　創業相談　　　連携市町　　倉吉市、三朝町',
      '事業内容　　相談会を開く。　　　事業費　　300千円',
      '役割分担　　倉吉市　　総括',
    ].join('\n'),
  )
  expect(vision.projects.map((p) => p.title)).toHaveLength(1)
})
