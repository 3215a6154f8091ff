import { expect, test } from 'vitest'
import { asRecognized, textSource } from '../../../evidence/recognized-text.ts'
import type { Project } from '../../../schema/vision.ts'
import { readVision, tsv } from '../../../testing/read-vision.ts'
import { parse } from '../../parse.ts'

const head = ['# 白山連携圏域ビジョン', '', '事業名 | 休日診療の確保', '連携市町 | 三朝町、北栄町']
const years = '事業費(単位:千円) | R4年度 | R5年度 | R6年度 | 計'

/** What is said of the sums of a sheet that was recognised. */
async function unreadIn(...rows: readonly string[]): Promise<unknown[]> {
  const { diagnostics } = await parse(asRecognized(textSource(tsv(...head, ...rows))))
  return diagnostics.flatMap(({ code, data }) => (code === 'amount-unread' ? [data] : []))
}
const said = (text: string) => ({ project: '休日診療の確保', text })

test('says nothing of sums that were read, and of those that are not known yet', async () => {
  expect(await unreadIn(years, ' | 1,200 | 340 | 560 | 2,100')).toEqual([])
  expect(await unreadIn(years, ' | 準備 | 実施 | 実施 | ', ' | 未定 | － | 560 | 560')).toEqual([])
})

test.each([
  [[years, ' | 1,200 | 末定 | 560 | 1,760'], '末定'],
  [[years, ' | 1,200 | 3誠0 | 560 | 2,100'], '3誠0'],
  [['事業費(単位:世円) | R4年度 | R5年度 | R6年度 | 計', ' | 1,200 | 340 | 560 | 2,100'], '事業費(単位:世円)'],
  [['事業費 | R4年度 | R5年度 | R6年度 | 計', ' | 0 | 340 | 0 | 340'], '340'],
])('says what of %j is no amount', async (rows, text) => expect(await unreadIn(...rows)).toContainEqual(said(text)))

test.each(['A1,000', 'A890', '3誠0'])(
  'keeps the sum that was read as %s as one of its year, and as no step',
  async (seen) => {
    const rows = ['事業費(単位:千円) | R4年度 | R5年度 | R6年度', ' | 準備 | 準備 | 実施', ` | 1,200 | ${seen} | 560`]
    const { documents } = await parse(asRecognized(textSource(tsv(...head, ...rows))))
    const [{ projects = [] } = {}] = documents as { projects?: Project[] }[]
    expect(projects[0]?.schedule?.map((s) => s.label)).toEqual(['準備', '準備', '実施'])
    expect(projects[0]?.budget?.years[1]).toMatchObject({ fiscalYear: 2023, text: seen, yen: null })
  },
)

test('reads two numbers in one cell as the sums of two columns, or as no sum', async () => {
  const { vision, context } = await readVision(
    tsv(
      '事業名 | 連携市町 | 令和6年度（千円） | 令和7年度（千円）',
      '販路開拓支援事業 | 三朝町 | 100 100 |',
      '観光周遊促進事業 | 北栄町 | 200 210 | 300',
    ),
  )
  expect(vision.projects.map((p) => p.budget?.years.map((y) => y.yen))).toEqual([
    [100_000, 100_000],
    [null, 300_000],
  ])
  expect(context.diagnostics.filter((d) => d.code === 'amount-unread').map((d) => d.data)).toMatchObject([
    { text: '200 210' },
  ])
})
