import { expect, test } from 'vitest'
import { readVision } from '../../../testing/read-vision.ts'

const sheet = (title: string, members: string, sums: string, measured: string): string[] => [
  `事業名 ${title} 新規・継続の別 継続`,
  '事業内容 紹介と逆紹介の仕組みを整備する。',
  `関係市町 ${members}`,
  'R6 R7 R8 計',
  `事業費(千円) ${sums}`,
  '役割分担 倉吉市：事業の総括',
  '三朝町：負担金の支出',
  `成果指標 ${measured}`,
]

const read = async (...lines: string[]) => (await readVision(['１ 生活機能の強化', '', ...lines].join('\n'))).vision

test('reads sheets whose labels, years and sums are parted by single spaces', async () => {
  const { projects } = await read(
    '(1) 医療',
    ...sheet('診療連携', '倉吉市、三朝町', '1,500 1,600 1,700 4,800', '紹介率 現状値 45% 目標値 60%'),
    '(2) 公共交通',
    ...sheet('鉄道の利用促進', '倉吉市、北栄町', '800 800 900 2,500', '乗車人員 現状値 32万人 目標値 34万人'),
    '合計(千円) 2,300 2,400 2,600 7,300',
  )
  expect(projects).toMatchObject([
    {
      title: '診療連携',
      initiative: '医療',
      participants: ['倉吉市', '三朝町'],
      budget: {
        years: [{ fiscalYear: 2024, yen: 1_500_000 }, { yen: 1_600_000 }, { yen: 1_700_000 }],
        total: { yen: 4_800_000 },
      },
      roles: [{ party: '倉吉市' }, { party: '三朝町', items: ['負担金の支出'] }],
      indicators: [{ name: '紹介率', baseline: { value: 45 }, target: { value: 60 } }],
    },
    {
      title: '鉄道の利用促進',
      initiative: '公共交通',
      participants: ['倉吉市', '北栄町'],
      indicators: [{ name: '乗車人員', target: { value: 340_000 } }],
    },
  ])
  expect(projects[1]?.indicators).toHaveLength(1)
})

test('sums without a printed total under years and 計 are those of the years', async () => {
  const { projects } = await read(
    ...sheet('診療連携', '倉吉市、三朝町', '1,500 1,600 1,700', '紹介率 現状値 45% 目標値 60%'),
  )
  expect(projects[0]?.budget?.years.map((y) => y.yen)).toEqual([1_500_000, 1_600_000, 1_700_000])
  expect(projects[0]?.budget?.total).toBeUndefined()
})

test('reads the sum of a whole plan before the sums of its years in brackets', async () => {
  const { projects } = await read(
    '取組１　圏域全体の経済成長のけん引',
    '',
    '事業名　広域観光',
    '関係市町　倉吉市、三朝町',
    '事業費　計画期間中　1,500千円（令和３年度　500千円、令和４年度　1,000千円）',
  )
  expect(projects[0]).toMatchObject({
    pillar: '圏域全体の経済成長のけん引',
    budget: { years: [{ fiscalYear: 2021, yen: 500_000 }, { yen: 1_000_000 }], total: { yen: 1_500_000 } },
  })
})

test('ends roles where a label of the same column says who pays, and keeps it as an item behind a bullet', async () => {
  const lines = [
    '　事業名　　　　相談会の開催',
    '　連携市町　　　三朝町、北栄町',
    '　役割分担　　　倉吉市　　　相談員の配置',
  ]
  const { vision } = await readVision([...lines, '　費用分担　　　倉吉市が負担する。'].join('\n'))
  expect(vision.projects[0]).toMatchObject({
    roles: [{ party: '倉吉市', items: ['相談員の配置'] }],
    notes: ['費用分担：倉吉市が負担する。'],
  })
})

test('reads values behind colons in a column of their own without them', async () => {
  const { vision, said } = await readVision(
    [
      '事業名　　　　　：鉄道利用促進事業',
      '連携市町　　　　：三朝町、北栄町',
      '概要　　　　　　：企画切符を売る。',
      '年度別事業費　　：令和７年度　４，０００千円',
      '　　　　　　　　　令和８年度　４，２００千円',
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    {
      title: '鉄道利用促進事業',
      participants: ['三朝町', '北栄町'],
      activities: ['企画切符を売る。'],
      budget: { years: [{ fiscalYear: 2025 }, { fiscalYear: 2026 }] },
    },
  ])
  expect(said).toEqual([])
})
