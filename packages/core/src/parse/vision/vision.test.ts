import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { vision as schema } from '../../schema/vision.ts'
import { readVision, tsv } from '../../testing/read-vision.ts'

test('reads the cover', async () => {
  const { vision } = await readVision(
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

test('reads the term of a cover on a line of its own', async () => {
  const { vision } = await readVision('しおかぜ定住自立圏共生ビジョン\n\n【第３次】\n\n令和７年４月\n\n倉吉市\n')
  expect(vision).toMatchObject({ title: 'しおかぜ定住自立圏共生ビジョン', term: 3, issuer: '倉吉市' })
})

test('reads aligned text', async () => {
  const { vision } = await readVision(
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
  const { vision } = await readVision(
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
  const { vision } = await readVision(
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
  const { vision, said } = await readVision(
    `${tsv('取組名 | 事業名 | 倉吉市 | 三朝町', '医療 | 当番医 | ○ | ○', '防災 | 訓練 | ○ | ○')}\n\n【連携協約の取組】 防災\n\n災害に備える。\n\n${tsv('事業名 | 当番医', '連携市町 | 倉吉市、三朝町')}`,
  )
  expect(vision.projects[0]?.initiative).toBe('医療')
  expect(vision.initiatives).toMatchObject([{ title: '防災', description: '災害に備える。' }])
  expect(said).toEqual(['project-heading-mismatch'])
})

test('reads a table with a project a row', async () => {
  const { vision } = await readVision(
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
  const { vision } = await readVision('しおかぜ共生ビジョン\n\n第1章 目的\n\n住みよい圏域をつくる。\n')
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
      const { vision, context } = await readVision(`。\n${parts.join('')}`)
      expect(context.taken.every((n) => n <= 1)).toBe(true)
      expect(schema.safeParse(vision).success).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('reads members of a region that are wrapped over lines, behind a comma or within a name', async () => {
  const { vision } = await readVision(
    [
      '事業名      共同研修',
      '連携市町    全市町',
      '事業目的    職員の力を高める。',
      '',
      '※全市町：倉吉市、三朝町、湯梨',
      '浜町、琴浦町、',
      '北栄町',
    ].join('\n'),
  )
  expect(vision.projects[0]?.participants).toEqual(['倉吉市', '三朝町', '湯梨浜町', '琴浦町', '北栄町'])
})

test('the last of several revisions in brackets on one line is that of the text', async () => {
  const { vision } = await readVision(
    'しおかぜ圏域共生ビジョン\n平成２７年３月策定（平成２８年３月一部改訂）（平成２９年３月一部改訂）\n\n事業名：健診\n連携市町：倉吉市、三朝町\n',
  )
  expect(vision.revision).toMatchObject({ status: 'revised', date: { edtf: '2017-03' } })
})
