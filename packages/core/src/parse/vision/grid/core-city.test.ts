import { expect, test } from 'vitest'
import { readVision, tsv } from '../../../testing/read-vision.ts'

const grid = tsv('事業名 | 中心市 | 三朝町 | 北栄町', '研修 | ◎ | ○ | ', '広報 | ◎ |  | ○')
const rowsOf = async (text: string) => {
  const { vision, said } = await readVision(text)
  const rows = vision.participationGrids[0]?.rows.map((r) => `${r.participants.join(' ')}${r.reliable ? '' : '?'}`)
  return { rows, said: said.filter((code) => code === 'grid-width-mismatch') }
}

test.each([
  '中心市である倉吉市と三朝町、北栄町で構成します。',
  '倉吉市（中心市）、三朝町及び北栄町で構成します。',
  '倉吉市を中心市とする圏域です。',
  '中心市：倉吉市',
  '倉吉市',
])('the column of the core city is that of the one that %s names', async (words) =>
  expect(await rowsOf(`${words}\n\n${grid}`)).toEqual({ rows: ['倉吉市 三朝町', '倉吉市 北栄町'], said: [] }),
)

test('of two core cities neither is taken, and each row says that it has a column too many', async () =>
  expect(await rowsOf(`倉吉市を中心市とする圏域と鳥取市を中心市とする圏域\n\n${grid}`)).toEqual({
    rows: ['三朝町?', '北栄町?'],
    said: ['grid-width-mismatch', 'grid-width-mismatch'],
  }))
