import { expect, test } from 'vitest'
import { readText } from '../../read/text.ts'
import { readVision } from '../../testing/read-vision.ts'
import { parse } from '../parse.ts'

const cells = (...texts: string[]): string => texts.join('\n\n')

/** A sheet a cell a line whose sums a page break cuts, after pages that are numbered or not. */
const sheet = (title: string, cut: string, number = ''): string =>
  cells(
    ...['事業名', title, '連携市町', '倉吉市、三朝町', '目的', '暮らしを支える。', '事業内容', '● 講座の開催'],
    ...['事業費（千円）', '令和4年度', '令和5年度', '計', '0', `${number}${cut}7`, '7'],
  )

const years = async (text: string): Promise<(number | null | undefined)[]> => {
  const source = await readText(new TextEncoder().encode(`しおかぜ共生ビジョン\n\n${text}\n`), 'vision.txt')
  const [vision] = (await parse(source)).documents
  return (vision?.type === 'vision' ? vision.projects : []).flatMap((p) =>
    [...(p.budget?.years ?? []), ...(p.budget?.total ? [p.budget.total] : [])].map((a) => a.yen),
  )
}

test('keeps an amount at the edge of a page', async () => {
  expect(await years([1, 2].map((n) => sheet(`講座${n}`, '\f')).join('\n\n'))).toEqual([
    0, 7_000, 7_000, 0, 7_000, 7_000,
  ])
})

test('takes numbers that count the pages out of the sums', async () => {
  const text = [1, 2, 3].map((n) => sheet(`講座${n}`, '\f', `${n}\n`)).join('\n\n')
  expect(await years(text)).toEqual([0, 7_000, 7_000, 0, 7_000, 7_000, 0, 7_000, 7_000])
})

test('reads values that a page break cuts', async () => {
  const text = cells(
    ...[
      '事業名',
      '出前講座',
      '連携市町',
      '倉吉市、三朝町',
      '目的',
      '学ぶ場を設\nける。',
      'KPI',
      '指標名',
      '現状値',
      '目標値',
    ],
    ...[
      '参加者数',
      '30人（令和3年',
      '\f度）',
      '50人以',
      '\f上（令和8年度）',
      '事業名',
      '市民大学',
      '連携市町',
      '三朝町',
      '目的',
      '学ぶ。',
    ],
  )
  const { vision } = await readVision(`しおかぜ共生ビジョン\n\n${text}\n`)
  expect(vision.projects[0]?.indicators).toMatchObject([
    {
      name: '参加者数',
      baseline: { value: 30, text: '30人（令和3年度）' },
      target: { value: 50, text: '50人以上（令和8年度）' },
    },
  ])
})
