import { expect, test } from 'vitest'
import { readVision, tsv } from '../../../testing/read-vision.ts'

const sheet = ['事業名 | 移動図書館の運行', '連携市町 | 三朝町、北栄町']
const said = async (rows: string[]) => {
  const { vision, said: codes } = await readVision(tsv(...sheet, ...rows))
  const { years = [], sources = [], total } = vision.projects[0]?.budget ?? {}
  return {
    years: years.map((y) => `${y.fiscalYear} ${y.yen}`),
    sources: sources.map((s) => `${s.fiscalYear} ${s.source} ${s.yen}`),
    ...(total ? { total: total.yen } : {}),
    ...(codes.includes('amount-unread') ? { isUnread: true } : {}),
  }
}
const sources = ['2024 国費 300000', '2024 県費 200000', '2025 国費 310000', '2025 県費 210000']

test.each([
  [
    'at their top, 計 below them',
    [
      '事業費（千円） | R6 | 国費 | 300',
      ' |  | 県費 | 200',
      ' |  | 計 | 500',
      ' | R7 | 国費 | 310',
      ' |  | 県費 | 210',
      ' |  | 計 | 520',
      ' | 計 |  | 1,020',
    ],
    { years: ['2024 500000', '2025 520000'], sources, total: 1_020_000 },
  ],
  [
    'under headings',
    ['年度 | 財源 | 金額（千円）', 'R6 | 国費 | 300', ' | 県費 | 200', 'R7 | 国費 | 310', ' | 県費 | 210'],
    { years: [], sources },
  ],
  [
    'in their middle',
    [
      '事業費（千円） |  | 国費 | 300',
      ' | R6 | 県費 | 200',
      ' |  | 計 | 500',
      ' |  | 国費 | 310',
      ' | R7 | 県費 | 210',
      ' |  | 計 | 520',
    ],
    { years: ['2024 500000', '2025 520000'], sources },
  ],
])('a year of several rows that stands %s is that of all of them', async (_, rows, expected) =>
  expect(await said(rows)).toEqual(expected),
)

test('sums are said to be unread where nothing tells which rows are of which year', async () =>
  expect(await said(['事業費（千円） |  | 国費 | 300', ' | R6 | 県費 | 200', ' |  | 国費 | 310'])).toEqual({
    years: [],
    sources: [],
    isUnread: true,
  }))
