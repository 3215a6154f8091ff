import { expect, test } from 'vitest'
import { readVision } from '../../testing/read-vision.ts'

test('reads the name of a project in a box drawn with characters', async () => {
  const sheet = (title: string): string[] => [
    '┌──────────────┐',
    `│取組名　${title}　　│`,
    '└──────────────┘',
    '関係市町村　倉吉市、三朝町',
    '取組の内容　当番医を置く。',
    '',
  ]
  const { vision } = await readVision(['１　生活機能の強化', '', ...sheet('救急医療'), ...sheet('産業医療')].join('\n'))
  expect(vision.projects).toMatchObject([
    { title: '救急医療', participants: ['倉吉市', '三朝町'] },
    { title: '産業医療', participants: ['倉吉市', '三朝町'] },
  ])
})
