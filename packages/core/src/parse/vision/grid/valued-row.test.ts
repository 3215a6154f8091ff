import { expect, test } from 'vitest'
import { readVision, tsv } from '../../../testing/read-vision.ts'

const list = tsv(
  '事業名 | 事業概要 | 連携市町 | R6 | R7 | 合計',
  '創業相談 | 相談会を開く | 倉吉市、三朝町 | 500千円 | 500千円 | 1,000千円',
  '観光案内 | 案内所を置く | 倉吉市、北栄町 | 300千円 | 300千円 | 600千円',
)
const values = tsv(
  '事業名 | 指標 | 現状値（R5） | 目標値（R10）',
  '創業相談 | 創業件数 | 15件 | 25件',
  '観光案内 | 利用者数 | 900人 | 1,200人',
)

test.each([
  ['below', `${list}\n\n指標一覧\n\n${values}`],
  ['above', `${values}\n\n事業一覧\n\n${list}`],
])('a table of values %s that of the projects tells more of the same ones', async (_, text) => {
  const { vision } = await readVision(text)
  expect(vision.projects).toMatchObject([
    {
      title: '創業相談',
      participants: ['倉吉市', '三朝町'],
      indicators: [{ name: '創業件数', target: { value: 25 } }],
    },
    {
      title: '観光案内',
      participants: ['倉吉市', '北栄町'],
      indicators: [{ name: '利用者数', baseline: { value: 900 } }],
    },
  ])
  expect(vision.projects).toHaveLength(2)
})
