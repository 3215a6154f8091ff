import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf } from '../../layout/blocks.ts'
import { readText } from '../../read/text.ts'
import type { Project, Vision } from '../../schema/vision.ts'
import { vision as schema } from '../../schema/vision.ts'
import { segmenterTokenizer } from '../../text/tokenizer.ts'
import type { Context } from '../context.ts'
import { parseVision } from './vision.ts'

async function read(text: string): Promise<{ vision: Vision; said: string[]; context: Context }> {
  const source = await readText(new TextEncoder().encode(text), 'vision.txt')
  const context: Context = {
    source,
    taken: new Uint8Array(source.text.length),
    diagnostics: [],
    furniture: [],
    locale: 'en',
    tokenizer: async () => segmenterTokenizer(),
  }
  const vision = await parseVision(context, blocksOf(source))
  return { vision, said: context.diagnostics.map((d) => d.code), context }
}

const tsv = (...rows: string[]): string =>
  rows.map((r) => r.replace(/ \| /gu, '\t').replace(/^\| | \|$/gu, '\t')).join('\n')
const project = async (...rows: string[]): Promise<Project> => (await read(tsv(...rows))).vision.projects[0] as Project

test('reads the cover', async () => {
  const { vision } = await read(
    '（改訂案）\n\n※変更箇所のみ抜粋\n\n第3期\n\nしおかぜ連携中枢都市圏ビジョン\n\n《資料編》\n\n令和6年3月\n\n倉吉市\n',
  )
  expect(vision).toMatchObject({
    title: '第3期しおかぜ連携中枢都市圏ビジョン',
    volume: '資料編',
    term: 3,
    revision: { status: 'draft', label: '改訂案', excerpt: true, date: { edtf: '2024-03' } },
    issuer: '倉吉市',
  })
})

const grid = (...rows: string[]) =>
  read(tsv('役割 | 【事務事業名】 2事務事業 | 倉吉市 | 三朝町 | 湯梨浜町 | 掲載ページ', ...rows))

test('reads a grid with pillars, initiatives and every mark', async () => {
  const { vision } = await grid(
    '経済成長 | 産業の振興 |  |  |  | ',
    '| 見本市の開催 | ◎ | ◯ |  | 1',
    '| 起業の支援 | ● | × | － | 2',
  )
  expect(vision.declaredProjectCount).toBe(2)
  expect(vision.participationGrids[0]?.rows).toMatchObject([
    {
      pillar: '経済成長',
      initiative: '産業の振興',
      project: '見本市の開催',
      page: '1',
      participants: ['倉吉市', '三朝町'],
      reliable: true,
    },
    {
      pillar: '経済成長',
      initiative: '産業の振興',
      project: '起業の支援',
      page: '2',
      participants: ['倉吉市'],
      reliable: true,
    },
  ])
})

test('reads a row that slipped a column to the left', async () => {
  const { vision, said } = await grid(
    '経済成長 | 産業の振興 |  |  |  | ',
    '見本市の開催 | ○ |  | ○ | 1 | ',
    '| 起業の支援 | ○ |  |  | 2',
  )
  expect(vision.participationGrids[0]?.rows[0]).toMatchObject({
    participants: ['倉吉市', '湯梨浜町'],
    page: '1',
    reliable: true,
  })
  expect(said).toEqual([])
})

test('reports a row with a cell too many and keeps what is certain', async () => {
  const { vision, said } = await grid(
    '経済成長 | 産業の振興 |  |  |  | ',
    '| 見本市の開催 | ○ | ○ |  |  | 1',
    '| 起業の支援 | ○ |  |  | 2',
  )
  expect(vision.participationGrids[0]?.rows[0]).toMatchObject({ participants: ['倉吉市'], reliable: false })
  expect(said).toEqual(['grid-width-mismatch'])
})

test('repairs a damaged name in a grid and says so', async () => {
  const { vision, context } = await read(
    tsv('事業名 | 倉吉市 | 湯梨兵町 | 三朝町', '研修 | ○ | ○ | ', '広報 | ○ | ○ | ○', '湯梨浜町'),
  )
  expect(vision.participationGrids[0]?.municipalities).toEqual(['倉吉市', '湯梨浜町', '三朝町'])
  expect(context.diagnostics[0]).toMatchObject({
    code: 'municipality-name-repaired',
    data: { from: '湯梨兵町', to: '湯梨浜町' },
  })
})

test('reads names cut to one character where the document has one name for each', async () => {
  const { vision } = await read(
    `構成市町：倉吉市、三朝町、北栄町\n\n${tsv('事業名 | 倉 | 三 | 北', '研修 | ○ |  | ○')}`,
  )
  expect(vision.participationGrids[0]).toMatchObject({
    municipalities: ['倉吉市', '三朝町', '北栄町'],
    rows: [{ participants: ['倉吉市', '北栄町'] }],
  })
})

test('reads names printed downwards in aligned text', async () => {
  const { vision } = await read(
    [
      '                 倉    三    北',
      '                 吉    朝    栄',
      ' 事業名          市    町    町',
      ' 研修            ○          ○',
      ' 広報            ○    ○    －',
    ].join('\n'),
  )
  expect(vision.participationGrids[0]).toMatchObject({
    municipalities: ['倉吉市', '三朝町', '北栄町'],
    rows: [
      { project: '研修', participants: ['倉吉市', '北栄町'] },
      { project: '広報', participants: ['倉吉市', '三朝町'] },
    ],
  })
})

const sheet = [
  '事業名 | 休日診療の確保 | SDGs | 3',
  '連携市町 | 三朝町、北栄町',
  '事業目的 | 休日の急病に対応する。',
  '事業内容 | ・当番医の確保<br>・広報',
]

test('reads a sheet in a delimited table', async () => {
  const { vision } = await read(
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
  const { budget } = await project(
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
  const { budget } = await project(...sheet, '事業費 | R4 | R5 | 計', '| △ | 300千円 | 500千円 | 200千円')
  expect(budget?.years.map((a) => a.yen)).toEqual([-300_000, 500_000])
})

test('reads budgets in rows below each other', async () => {
  const { budget } = await project(
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
  const { said } = await read(tsv(...sheet, '事業費 | R4 | R5 | 計', '| 100千円 | 200千円 | 400千円'))
  expect(said).toEqual(['budget-total-mismatch'])
})

test('reads Markdown with sums in pairs and indicators in one cell', async () => {
  const { vision } = await read(
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

test('reads aligned text', async () => {
  const { vision } = await read(
    [
      'Ⅱ．生活関連機能サービスの向上',
      '',
      '事業名      共同研修                  SDGs   4、17',
      '連携市町    三朝町、北栄町',
      '事業目的    職員の力を高め、行政の',
      '            質を上げる。',
      '                                     （単位：千円）',
      '事業費      R4年度    R5年度    計',
      '            300       －        300',
      '役割分担    倉吉市    ・会場の確保',
      '            連携市町  ・職員の派遣',
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    {
      pillar: '生活関連機能サービスの向上',
      title: '共同研修',
      sdgs: [4, 17],
      purpose: '職員の力を高め、行政の質を上げる。',
      budget: { unit: '千円', years: [{ yen: 300_000 }, { yen: null }], total: { yen: 300_000 } },
      roles: [{ party: '倉吉市' }, { party: '連携市町', items: ['職員の派遣'] }],
    },
  ])
})

test('reads aligned text with labels and parties beside the middle of what they label', async () => {
  const { vision } = await read(
    [
      '事業名        人材の育成',
      '連携市町      三朝町、 北栄町',
      '              子どもから高齢者までが安心して暮らせるよう、',
      '事業目的      福祉に携わる人材を圏域で育て、地域で活躍でき',
      '              るようにする。',
      '              令和4年度  令和5年度    計',
      '事業費',
      '              200千円    －           200千円',
      '                         ・研修の企画',
      '              倉吉市',
      '                         ・会場の手配',
      '役割分担',
      '                         ・参加者の募集',
      '              連携市町',
      '                         ・費用の負担',
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    {
      participants: ['三朝町', '北栄町'],
      purpose: '子どもから高齢者までが安心して暮らせるよう、福祉に携わる人材を圏域で育て、地域で活躍できるようにする。',
      budget: { years: [{ fiscalYear: 2022, yen: 200_000 }, { yen: null }], total: { yen: 200_000 } },
      roles: [
        { party: '倉吉市', items: ['研修の企画', '会場の手配'] },
        { party: '連携市町', items: ['参加者の募集', '費用の負担'] },
      ],
    },
  ])
})

test('reads text that flows line by line', async () => {
  const { vision } = await read(
    [
      '構成市町：倉吉市、三朝町、北栄町',
      '',
      '事業名',
      '共同研修',
      '連携する市町村',
      '全市町',
      '事業目的',
      '職員の力を',
      '高める。',
      '工程及び',
      '事業費',
      '（見込額）',
      '令和4年度',
      '令和5年度',
      '計',
      '100千円',
      '調整中',
      '100千円',
      '重要業績評価',
      '指標（KPI）',
      '指標',
      '基準値',
      '目標値',
      '参加者数',
      '30人',
      '（令和3年度）',
      '50人',
      '（令和5年度）',
      '',
      '事業名',
      '広報',
      '事業内容',
      '・広報紙の発行',
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    {
      title: '共同研修',
      allMunicipalities: true,
      participants: ['倉吉市', '三朝町', '北栄町'],
      purpose: '職員の力を高める。',
      budget: {
        years: [
          { fiscalYear: 2022, yen: 100_000 },
          { fiscalYear: 2023, yen: null, text: '調整中' },
        ],
        total: { yen: 100_000 },
      },
      indicators: [
        { name: '参加者数', baseline: { text: '30人（令和3年度）' }, target: { text: '50人（令和5年度）' } },
      ],
    },
    { title: '広報', activities: ['広報紙の発行'] },
  ])
})

test('lets the grid decide where headings disagree, and says so', async () => {
  const { vision, said } = await read(
    `${tsv('取組名 | 事業名 | 倉吉市 | 三朝町', '医療 | 当番医 | ○ | ○', '防災 | 訓練 | ○ | ○')}\n\n【連携協約の取組】 防災\n\n災害に備える。\n\n${tsv('事業名 | 当番医', '連携市町 | 倉吉市、三朝町')}`,
  )
  expect(vision.projects[0]?.initiative).toBe('医療')
  expect(vision.initiatives).toMatchObject([{ title: '防災', description: '災害に備える。' }])
  expect(said).toEqual(['project-heading-mismatch'])
})

test('reads projects that two regions run together, and notes', async () => {
  const { vision } = await read(
    `Ⅰ 経済成長のけん引\n\n${tsv(...sheet)}\n\n※事業費は見込み。\n\n【参考】圏域間連携事業\n\n${tsv('事業名 | 特産品の販売', '事業目的 | 販路を広げる。')}`,
  )
  expect(vision.projects[0]?.notes).toEqual(['※事業費は見込み。'])
  expect(vision.interRegionProjects?.map((p) => p.title)).toEqual(['特産品の販売'])
})

test('reads a table with a project a row', async () => {
  const { vision } = await read(
    tsv(
      '政策分野 | 事業名 | 連携市町 | 事業内容 | R4年度 | R5年度',
      '医療 | 当番医 | 三朝町 | 調整 | 100千円 | 200千円',
      '| 広報 | 北栄町 | 発行 | 0千円 | －',
    ),
  )
  expect(vision.projects).toMatchObject([
    {
      pillar: '医療',
      title: '当番医',
      participants: ['三朝町'],
      budget: { years: [{ yen: 100_000 }, { yen: 200_000 }] },
    },
    { pillar: '医療', title: '広報', budget: { years: [{ yen: 0 }, { yen: null }] } },
  ])
})

test('keeps all other text in sections', async () => {
  const { vision } = await read('しおかぜ共生ビジョン\n\n第1章 目的\n\n住みよい圏域をつくる。\n')
  expect(vision.sections).toMatchObject([{ title: '第1章目的', text: '住みよい圏域をつくる。' }])
})

const words = [
  '事業名',
  '連携市町',
  '全市町',
  '事業費',
  'R4年度',
  '計',
  '○',
  '倉吉市',
  '三朝町',
  '1,000千円',
  '△',
  '指標',
  '目標値',
  '役割',
  '\t',
  '\n',
  '\n\n',
  '  ',
  '|',
  '<li>',
  '※',
  'Ⅰ',
  '（１）',
  '【',
  '】',
  '：',
  '。',
]

test('never throws, never takes a character twice, and fits its schema', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 120 }), async (parts) => {
      const { vision, context } = await read(`。\n${parts.join('')}`)
      expect(context.taken.every((n) => n <= 1)).toBe(true)
      expect(schema.safeParse(vision).success).toBe(true)
    }),
    { numRuns: 300 },
  )
})
