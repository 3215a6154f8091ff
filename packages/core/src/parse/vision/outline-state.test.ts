import { expect, test } from 'vitest'
import { readVision, tsv } from '../../testing/read-vision.ts'

const fields = (members: string): string[] => [
  '○事業概要　展示会に共同で出展する。',
  `○連携市町村　${members}`,
  '○事業費　500千円',
]

test('a label that heads a list of projects stands under the heading above it, and makes that none of them', async () => {
  const { vision } = await readVision(
    [
      'Ⅰ　圏域全体の経済成長のけん引',
      '',
      '１　戦略産業の育成',
      '【取組概要】',
      '基幹産業の集積を図る。',
      '【事業一覧】',
      '(1) 企業立地の促進',
      ...fields('倉吉市、三朝町'),
      '(2) 人材の確保',
      ...fields('倉吉市、北栄町'),
    ].join('\n'),
  )
  expect(vision.projects).toMatchObject([
    { title: '企業立地の促進', participants: ['倉吉市', '三朝町'], initiative: '戦略産業の育成' },
    { title: '人材の確保', participants: ['倉吉市', '北栄町'], initiative: '戦略産業の育成' },
  ])
  expect(vision.projects).toHaveLength(2)
})

test('a part that is numbered 第２ is a pillar of its own, and no note of the project above it', async () => {
  const { vision } = await readVision(
    [
      '第１　生活機能の強化',
      '(1) 救急医療の充実',
      ...fields('倉吉市、三朝町'),
      '第２　交通と情報',
      '(1) 路線バスの維持',
      ...fields('倉吉市、北栄町'),
    ].join('\n'),
  )
  expect(vision.projects.map((p) => [p.title, p.pillar, p.notes])).toEqual([
    ['救急医療の充実', '生活機能の強化', undefined],
    ['路線バスの維持', '交通と情報', undefined],
  ])
})

test('a pillar that the grid gives by its number alone is not blank', async () => {
  const grid = tsv('区分 | 事業名 | 倉吉市 | 三朝町', 'Ⅰ | 研修 | ○ | ○', 'Ⅱ | 広報 | ○ | ')
  const { vision } = await readVision(grid)
  expect(vision.participationGrids[0]?.rows.map((r) => r.pillar)).toEqual(['Ⅰ', 'Ⅱ'])
})
