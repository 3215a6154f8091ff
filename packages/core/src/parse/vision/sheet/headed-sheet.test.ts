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
