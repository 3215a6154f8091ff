import { expect, test } from 'vitest'
import { readVision } from '../../../testing/read-vision.ts'

test('a sheet below a numbered name ends at the next one, though that begins with another field', async () => {
  const { vision } = await readVision(
    [
      '＜具体的取組＞',
      '',
      '（1）医療',
      '',
      'ア　救急医療の確保',
      '',
      '【協定の内容】',
      '初期救急の体制を確保する。',
      '',
      '〔取組の内容〕',
      '・急病センターの運営',
      '〔関係町村〕　倉吉市、三朝町',
      '〔事業費〕　500千円',
      '',
      '（2）福祉',
      '',
      'ア　支援センターの広域利用',
      '',
      '〔取組の内容〕',
      '・支援センターを広域で利用する。',
      '〔関係町村〕　倉吉市、北栄町',
      '〔事業費〕　600千円',
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    {
      title: '救急医療の確保',
      initiative: '医療',
      participants: ['倉吉市', '三朝町'],
      budget: { total: { yen: 500_000 } },
    },
    {
      title: '支援センターの広域利用',
      initiative: '福祉',
      participants: ['倉吉市', '北栄町'],
      budget: { total: { yen: 600_000 } },
    },
  ])
})

test('a number in brackets begins the sheet of the next project, whether its name stands behind it or not', async () => {
  const fields = [
    '【取組の内容】助成する。',
    '【関係市町村】倉吉市、三朝町',
    '【事業費】R6～R8　計 900千円',
    '【成果指標】受診率　80％→90％',
  ]
  const { vision, said } = await readVision(
    [
      '＜取組１＞',
      '【取組名】健診の勧奨',
      ...fields,
      '',
      '＜取組２＞',
      ...fields,
      '',
      '＜取組３＞健康教室の開催',
      ...fields,
    ].join('\n'),
  )
  expect(vision.projects.map((p) => p.title)).toEqual(['健診の勧奨', '取組２', '健康教室の開催'])
  expect(vision.projects.map((p) => p.indicators?.length)).toEqual([1, 1, 1])
  expect(said).toEqual([])
})

test('a heading of the columns of a sheet is none of its text, and a unit below its sums does not end it', async () => {
  const table = (...rows: string[][]): string[] => [
    ...rows.map((cells) => `| ${cells.join(' | ')} |`).toSpliced(1, 0, `|${'---|'.repeat(rows[0]?.length ?? 0)}`),
    '',
  ]
  const { vision, said } = await readVision(
    [
      '# しおかぜ圏域共生ビジョン',
      '',
      '## 1 生活機能の強化',
      '',
      '### 1-1 地域医療の充実',
      '',
      ...table(
        ['項目', '内容'],
        ['事業名', '多職種の研修'],
        ['構成市町', '倉吉市、三朝町'],
        ['事業内容', '研修会を開く。'],
      ),
      ...table(['年度', '事業費', '県支出金', '一般財源'], ['R6', '4,200', '1,600', '2,600']),
      '（単位：千円）',
      '',
      ...table(['KPI', '単位', '基準値（R5）', '目標値（R10）'], ['参加者数', '人', '210', '300']),
    ].join('\n'),
  )
  expect(vision.initiatives?.map((i) => i.description)).toEqual([undefined])
  expect(vision.indicators).toBeUndefined()
  expect(vision.projects).toMatchObject([
    {
      title: '多職種の研修',
      budget: { unit: '千円', years: [{ fiscalYear: 2024, yen: 4_200_000 }] },
      indicators: [{ name: '参加者数', target: { value: 300, unit: '人' } }],
    },
  ])
  expect(said).toEqual([])
})

const fields = [
  '連携市町：倉吉市、三朝町',
  '事業概要：説明会を開く。',
  '事業費（千円）',
  '　R7：2,000　R8：2,000',
  '　※R9以降は今後調整',
]
test('a note between the fields of a sheet does not end it, and No.2 begins the next by any name', async () => {
  const { vision } = await readVision(
    [
      'No.1　合同説明会事業',
      ...fields,
      'KPI：参加者数　230人（R5）→ 300人（R9）',
      '',
      'No.2　移住相談',
      ...fields,
      'KPI：相談数　20件（R5）→ 30件（R9）',
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    { number: 'No.1', title: '合同説明会事業', notes: ['※R9以降は今後調整'], indicators: [{ name: '参加者数' }] },
    { number: 'No.2', title: '移住相談', indicators: [{ name: '相談数' }] },
  ])
})

test('reads fields behind labels in round brackets below 【取組】 as the sheet of a project', async () => {
  const { vision, said } = await readVision(
    [
      '１　生活機能の強化',
      '',
      '【取組】小児救急の確保',
      '（概要）休日の小児科医を確保する。',
      '（参加市町）倉吉市　三朝町',
      '（事業費）',
      '年度　　Ｒ６　　　Ｒ７　　　合計',
      '総額　　4,500　　4,500　　9,000',
      '県　　　1,500　　1,500　　3,000',
      '市町　　3,000　　3,000　　6,000',
      '（単位：千円）',
      '（ＫＰＩ）対応日数　７０日（Ｒ５）→７２日（Ｒ１０）',
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    {
      title: '小児救急の確保',
      participants: ['倉吉市', '三朝町'],
      budget: { unit: '千円', total: { yen: 9_000_000 } },
    },
  ])
  expect(vision.projects[0]?.budget?.sources?.at(-1)).toMatchObject({ source: '市町', yen: 6_000_000 })
  expect(said).toEqual([])
})

test('names under their label are no heading of a grid, though sums that are not known stand below as marks do', async () => {
  const { vision } = await readVision(
    [
      '（２）消防指令の共同運用',
      '',
      '取組の内容',
      '　消防指令センターを共同で運用する。',
      '連携市町',
      '　倉吉市　三朝町　湯梨浜町',
      '事業費（千円）',
      '　令和６年度　　5,000',
      '　令和７年度　　－',
      '　令和８年度　　未定',
    ].join('\n'),
  )
  expect(vision).toMatchObject({
    participationGrids: [],
    projects: [
      {
        participants: ['倉吉市', '三朝町', '湯梨浜町'],
        budget: { years: [{ yen: 5_000_000 }, { yen: null }, { yen: null }] },
      },
    ],
  })
})
