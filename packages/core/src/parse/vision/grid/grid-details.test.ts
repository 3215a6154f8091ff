import { expect, test } from 'vitest'
import { readVision, tsv } from '../../../testing/read-vision.ts'

test('reads sums beside marks under the heading of each and not under the one above several', async () => {
  const { vision } = await readVision(
    tsv(
      '分野 | 事業名 | 連携市町 |  | 事業費（千円） |  |  | 成果指標',
      ' |  | 倉吉市 | 三朝町 | R7 | R8 | 計 |',
      '医療 | 看護師の確保 | ○ | ○ | 300 | 200 | 500 | 入学者数38人→40人',
      '福祉 | 相談窓口の共同設置 | ○ |  | 0 | 90 | 90 | 40歳以上の利用者数1,200人（R5）→1,400人（R9）',
    ),
  )
  expect(vision.projects).toMatchObject([
    {
      title: '看護師の確保',
      budget: {
        years: [
          { fiscalYear: 2025, yen: 300_000 },
          { fiscalYear: 2026, yen: 200_000 },
        ],
        total: { yen: 500_000 },
      },
      indicators: [{ name: '入学者数', baseline: { value: 38 }, target: { value: 40 } }],
    },
    {
      budget: { years: [{ yen: 0 }, { yen: 90_000 }], total: { yen: 90_000 } },
      indicators: [{ name: '40歳以上の利用者数', baseline: { value: 1200 }, target: { value: 1400 } }],
    },
  ])
})
