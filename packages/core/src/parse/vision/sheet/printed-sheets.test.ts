import { expect, test } from 'vitest'
import { projectIn, readVision } from '../../../testing/read-vision.ts'

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
