import { expect, test } from 'vitest'
import { projectIn, readVision, tsv } from '../../../testing/read-vision.ts'

const sheet = [
  '事業名 | 休日診療の確保 | SDGs | 3',
  '連携市町 | 三朝町、北栄町',
  '事業目的 | 休日の急病に対応する。',
  '事業内容 | ・当番医の確保<br>・広報',
]

test('reads a sheet in a delimited table', async () => {
  const { vision } = await readVision(
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
  const { budget } = await projectIn(
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
  const { budget } = await projectIn(...sheet, '事業費 | R4 | R5 | 計', '| △ | 300千円 | 500千円 | 200千円')
  expect(budget?.years.map((a) => a.yen)).toEqual([-300_000, 500_000])
})

test('reads budgets in rows below each other', async () => {
  const { budget } = await projectIn(
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
  const { said } = await readVision(tsv(...sheet, '事業費 | R4 | R5 | 計', '| 100千円 | 200千円 | 400千円'))
  expect(said).toContain('budget-total-mismatch')
})

test('reads Markdown with sums in pairs and indicators in one cell', async () => {
  const { vision } = await readVision(
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

test('reads projects that two regions run together, and notes', async () => {
  const { vision } = await readVision(
    `Ⅰ 経済成長のけん引\n\n${tsv(...sheet)}\n\n※事業費は見込み。\n\n【参考】圏域間連携事業\n\n${tsv('事業名 | 特産品の販売', '事業目的 | 販路を広げる。')}`,
  )
  expect(vision.projects[0]?.notes).toEqual(['※事業費は見込み。'])
  expect(vision.interRegionProjects?.map((p) => p.title)).toEqual(['特産品の販売'])
})

test.each([
  ['三朝町○　北栄町－　湯梨浜町○', ['三朝町', '湯梨浜町']],
  ['三朝町（○）、北栄町（－）、湯梨浜町（◎）', ['三朝町', '湯梨浜町']],
  ['◎三朝町、－北栄町、○湯梨浜町', ['三朝町', '湯梨浜町']],
  ['○ 三朝町　× 北栄町　○ 湯梨浜町', ['三朝町', '湯梨浜町']],
  ['- 三朝町<br>- 北栄町', ['三朝町', '北栄町']],
])('marks beside names say who takes part: %s', async (cell, expected) => {
  const { participants } = await projectIn(
    '事業名 | 当番医',
    `連携市町 | ${cell}`,
    '事業内容 | 当番医を置く。',
    '事業目的 | 急病への対応',
  )
  expect(participants).toEqual(expected)
})

test('who takes part stands by marks below names, in as many pairs of rows as there are', async () => {
  const { participants } = await projectIn(
    '事業名 | 当番医 |',
    '連携市町 | 三朝町 | 北栄町',
    ' | ○ | ×',
    ' | 湯梨浜町 | 琴浦町',
    ' | － | ○',
    '事業内容 | 当番医を置く。 |',
  )
  expect(participants).toEqual(['三朝町', '琴浦町'])
})

test('numbers say where a project stands among pillars and initiatives', async () => {
  const { vision } = await readVision(
    [
      'やまなみ定住自立圏共生ビジョン',
      '',
      ...['１－(1)－ア　産業人材の育成', '１－(1)－イ　特産品の輸出'].flatMap((name) => [
        name,
        '　関係市町　　　三朝町、北栄町',
        '　事業概要　　　企業の採用を助ける。',
        '　ＫＰＩ　　　　参加者数　　基準値 45人（R3）　　目標値 80人（R9）',
        '',
      ]),
    ].join('\n'),
  )
  expect(vision.projects.map((p) => [p.number, p.title])).toEqual([
    ['１－(1)－ア', '産業人材の育成'],
    ['１－(1)－イ', '特産品の輸出'],
  ])
})

test('a vision whose labels have bullets is no outline', async () => {
  const { vision } = await readVision(
    [
      '上川中部連携中枢都市圏ビジョン',
      '',
      ...['事業1-1　企業の誘致', '事業1-2　合同の商談会'].flatMap((name) => [
        name,
        '■概要',
        '　共同で進める。',
        '■構成市町の参加',
        '　旭川市○　鷹栖町○　当麻町－',
        '■事業費（見込み）',
        '　R6：2,000千円　R7：3,000千円　計：5,000千円',
        '',
      ]),
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    { title: '企業の誘致', participants: ['旭川市', '鷹栖町'], budget: { total: { yen: 5_000_000 } } },
    { title: '合同の商談会', participants: ['旭川市', '鷹栖町'] },
  ])
})

test('a counted 取組 with fields directly below is a project, and items of its list are none', async () => {
  const sheet = (n: string, name: string, items: string[]): string[] => [
    `取組${n}　${name}`,
    '',
    '【事業の目的】',
    `${name}を守る。`,
    '【事業の内容】',
    ...items.map((item) => `・${item}`),
    '【事業費】',
    '\tR6\tR7\t計',
    '\t900千円\t900千円\t1,800千円',
    '【成果指標】',
    '指標\t現状値（R5）\t目標値（R7）',
    `${name}の数\t10件\t12件`,
    '',
  ]
  const { vision } = await readVision(
    [
      'やまなみ定住自立圏共生ビジョン',
      '',
      ...sheet('１', '救急医療', ['当番医の運営', '輪番制の運営']),
      ...sheet('２', '学習支援', ['教室の開催']),
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    { title: '救急医療', purpose: '救急医療を守る。', activities: ['当番医の運営', '輪番制の運営'] },
    {
      title: '学習支援',
      purpose: '学習支援を守る。',
      activities: ['教室の開催'],
      budget: { total: { yen: 1_800_000 } },
    },
  ])
})

test('reads labels in 〔 〕 with their values behind them', async () => {
  const { vision } = await readVision(
    [
      '南予定住自立圏共生ビジョン',
      '',
      ...['① 救急医療の確保', '② 看護師の育成'].flatMap((name) => [
        name,
        '〔事業の概要〕当番を維持する。',
        '〔関係市町村〕宇和島市、松野町',
        '〔事業費〕R6：2,000千円　R7：3,000千円　計：5,000千円',
        '',
      ]),
    ].join('\n'),
  )
  const sheet = {
    activities: ['当番を維持する。'],
    participants: ['宇和島市', '松野町'],
    budget: { total: { yen: 5_000_000 } },
  }
  expect(vision.projects).toMatchObject([
    { title: '救急医療の確保', ...sheet },
    { title: '看護師の育成', ...sheet },
  ])
})

test('reads a number that stands apart before a name, and names of indicators without the label printed again', async () => {
  const { vision } = await readVision(
    [
      '【事務事業】15　図書館連携事業',
      '【連携市町】三朝町、北栄町',
      '【概要】相互貸借を進める。',
      '【KPI】相互貸借冊数（冊）',
      '　現状値　3,100（R5）',
      '　目標値　3,600（R11）',
      '【KPI】利用登録率',
      '　現状値　31.2％（R5）',
      '　目標値　33％以上（R11）',
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    {
      number: '15',
      title: '図書館連携事業',
      indicators: [{ name: '相互貸借冊数（冊）' }, { name: '利用登録率', target: { value: 33 } }],
    },
  ])
})

test('reads 具体的取組 with a list beside 連携事業名 as what is done, and who is in charge as who takes part', async () => {
  const project = await projectIn(
    '連携事業名 | ものづくりの支援',
    '担当市町 | 三朝町・北栄町',
    '具体的取組 | ・商談会の開催　・専門家の派遣',
    '事業費 | 500千円',
  )
  expect(project).toMatchObject({
    title: 'ものづくりの支援',
    participants: ['三朝町', '北栄町'],
    activities: ['商談会の開催', '専門家の派遣'],
  })
})

test('reads 主体 and 連携 of a list as who takes part', async () => {
  const project = await projectIn(
    '番号 | 事業名 | 主体 | 連携 | 概要',
    '1 | 販路の拡大 | 倉吉市 | 三朝町、北栄町 | 共同で売る。',
  )
  expect(project.participants).toEqual(['倉吉市', '三朝町', '北栄町'])
})

test('a label whose abbreviation in brackets stands on a line of its own heads a field below roles', async () => {
  const lines = [
    '事業名',
    '研修会の開催',
    '連携市町',
    '三朝町、北栄町',
    '事業内容',
    '・研修会を開く。',
    '役割・費用負担',
    '倉吉市',
    '・講師の派遣',
  ]
  const goals = [
    '重要業績評価指標',
    '（KPI）',
    '指標',
    '基準値',
    '目標値',
    '参加者数',
    '10人（令和4年度）',
    '20人（令和9年度）',
  ]
  const { vision } = await readVision([...lines, '連携市町', '・参加者の募集', ...goals].join('\n'))
  expect(vision.projects[0]?.roles?.map((r) => r.items)).toEqual([['講師の派遣'], ['参加者の募集']])
  expect(vision.projects[0]?.indicators).toHaveLength(1)
})

test.each(['　　', '／'])('reads who does what side by side, parted by %j', async (gap) => {
  const { vision } = await readVision(
    [
      '個別事業１　婚活の支援',
      '○連携市町村　三朝町、北栄町',
      '○事業の概要　出会いの場を設ける。',
      `○役割分担　倉吉市：事務局${gap}町：周知、参加者の募集`,
    ].join('\n'),
  )
  expect(vision.projects[0]).toMatchObject({
    title: '婚活の支援',
    roles: [
      { party: '倉吉市', items: ['事務局'] },
      { party: '町', items: ['周知、参加者の募集'] },
    ],
  })
})
