import { expect, test } from 'vitest'
import { readText } from '../../../read/text.ts'
import { parse } from '../../parse.ts'

/** The rows of the grids of a vision: pillar / initiative / project = who takes part. */
async function gridOf(...lines: string[]): Promise<string[]> {
  const sheet = ['事業名        相乗りの送迎', '事業目的      足を守る。', '事業内容      車の貸出し']
  const text = ['のどか共生ビジョン', '', ...lines, '', '', ...sheet, ''].join('\n')
  const { documents } = await parse(await readText(new TextEncoder().encode(text), 'vision.txt'))
  const [vision] = documents
  if (vision?.type !== 'vision') return []
  return vision.participationGrids
    .flatMap((g) => g.rows)
    .map((r) => `${r.pillar} / ${r.initiative} / ${r.project} = ${r.participants.join(' ')}`)
}

test('reads words that are wrapped in their columns below the line of their marks', async () => {
  const rows = await gridOf(
    '分野      連携取組名    事業名 3事務   倉吉市  三朝町  北栄町  頁',
    '                        事業',
    '暮らしの  子どもの居    放課後の学習   ○              ○      4',
    '安心      場所づくり    支援',
    '                        絵本の巡回             ○              5',
    '          移動の足      相乗りの送迎   ○      ○      ○      6',
  )
  expect(rows).toEqual([
    '暮らしの安心 / 子どもの居場所づくり / 放課後の学習支援 = 倉吉市 北栄町',
    '暮らしの安心 / 子どもの居場所づくり / 絵本の巡回 = 三朝町',
    '暮らしの安心 / 移動の足 / 相乗りの送迎 = 倉吉市 三朝町 北栄町',
  ])
})

test('reads initiatives that stand in rows of their own, the heading of both columns in one', async () => {
  const rows = await gridOf(
    '役割        【取組名】 【事業名】  倉吉市  三朝町  北栄町',
    '暮らしの安  子どもの居場所づくり',
    '心',
    '            放課後の学習支援       ○              ○',
    '            移動の足',
    '            相乗りの送迎                   ○',
  )
  expect(rows).toEqual([
    '暮らしの安心 / 子どもの居場所づくり / 放課後の学習支援 = 倉吉市 北栄町',
    '暮らしの安心 / 移動の足 / 相乗りの送迎 = 三朝町',
  ])
})
