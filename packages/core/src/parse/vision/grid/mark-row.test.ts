import { expect, test } from 'vitest'
import { projectIn, readVision, tsv } from '../../../testing/read-vision.ts'

const sheet = (...marks: string[]) => projectIn('事業名 | 当番医 |', ...marks, '事業内容 | 当番医を置く。 |')

test('a mark below a cell with several names is said of each of them', async () => {
  const { participants } = await sheet('連携市町 | 倉吉市、三朝町 | 湯梨浜町 | 琴浦町及び北栄町', ' | × | ○ | ○')
  expect(participants).toEqual(['湯梨浜町', '琴浦町', '北栄町'])
})

test('a mark behind a cell with several names is said of each of them', async () => {
  const { participants } = await sheet('連携市町 | 倉吉市・三朝町 | ○ | 湯梨浜町 | －')
  expect(participants).toEqual(['倉吉市', '三朝町'])
})

test('nobody takes part where all marks say so', async () => {
  expect((await sheet('連携市町 | 三朝町、北栄町', ' | ×')).participants).toEqual([])
  expect((await sheet('連携市町 | 三朝町 | 北栄町', ' | － | ×')).participants).toEqual([])
})

test.each([
  ['across', tsv('事業名 | 倉吉市、三朝町 | 北栄町', '研修 | ○ | －', '広報 | － | ○')],
  ['down', tsv('市町 | 職員研修 | 広報誌', '倉吉市、三朝町 | ○ | －', '北栄町 | － | ○')],
])('names that share a column or row of a grid share its marks: %s', async (_, text) => {
  const { vision, said } = await readVision(text)
  expect(vision.participationGrids[0]).toMatchObject({
    municipalities: ['倉吉市', '三朝町', '北栄町'],
    rows: [
      { participants: ['倉吉市', '三朝町'], reliable: true },
      { participants: ['北栄町'], reliable: true },
    ],
  })
  expect(said).toEqual([])
})
