import { expect, test } from 'vitest'
import { readVision, tsv } from '../../../testing/read-vision.ts'

const grid = tsv('事業名 | 倉吉市 | 三朝町 | 北栄町 | 琴浦町', '研修 | ○ | ○ | ○ | ○')

async function participantsOf(printed: string): Promise<{ names: string; said: string[] }> {
  const sheet = tsv('事業名 | 研修', `連携市町 | ${printed}`, '事業内容 | 研修会を開く。')
  const { vision, said } = await readVision(`${grid}\n\n${sheet}`)
  return { names: vision.projects[0]?.participants.join(' ') ?? '', said }
}

test.each([
  ['全市町（琴浦町を除く）', '倉吉市 三朝町 北栄町'],
  ['琴浦町を除く全市町', '倉吉市 三朝町 北栄町'],
  ['琴浦町及び北栄町を除く構成市町', '倉吉市 三朝町'],
  ['三朝町以外の全町', '北栄町 琴浦町'],
])('reads %s as all but those', async (printed, names) => {
  const read = await participantsOf(printed)
  expect(read.names).toBe(names)
  expect(read.said).not.toContain('participants-unread')
})

test.each(['全市町（中心市を除く）', '中心市を除く全市町'])('says of %s that it is not read', async (printed) => {
  const read = await participantsOf(printed)
  expect(read).toMatchObject({ names: '', said: expect.arrayContaining(['participants-unread']) })
})

test('says of a municipality in a remark that nothing tells whether it takes part', async () => {
  const read = await participantsOf('倉吉市、三朝町（オブザーバー：北栄町）')
  expect(read).toMatchObject({ names: '倉吉市 三朝町', said: expect.arrayContaining(['participants-unread']) })
})

test('reads 同上 as those of the sheet above', async () => {
  const sheet = (title: string, members: string): string =>
    tsv(`事業名 | ${title}`, `関係市町 | ${members}`, '事業内容 | 研修会を開く。')
  const { vision } = await readVision(`${sheet('研修', '倉吉市、三朝町')}\n\n${sheet('広報', '同上')}`)
  expect(vision.projects[1]?.participants).toEqual(['倉吉市', '三朝町'])
})

test.each([
  ['三朝町、北栄町の一部', ['三朝町'], 'participants-unread', { project: '当番医', text: '北栄町の一部' }],
  ['三朝町、北栄町|', ['三朝町'], 'participants-unread', { project: '当番医', text: '北栄町|' }],
  ['三朝町、糸鹿町', ['三朝町', '糸鹿町'], 'municipality-unknown', { text: '糸鹿町' }],
])('says of %s what of it is no name that is known', async (text, names, code, data) => {
  const { vision, context } = await readVision(
    tsv('事業名 | 当番医 |', `連携市町 | ${text} |`, '事業内容 | 当番医を置く。 |'),
  )
  expect(vision.projects[0]?.participants).toEqual(names)
  expect(context.diagnostics.map((d) => [d.code, d.data])).toEqual([[code, data]])
})

test('a name without what it ends with is that of the member that it begins', async () => {
  const { vision } = await readVision(
    `${grid}\n\n${tsv('事業名 | 当番医 |', '連携市町 | 倉吉市、三朝、琴浦 |', '事業内容 | 当番医を置く。 |')}`,
  )
  expect(vision.projects[0]?.participants).toEqual(['倉吉市', '三朝町', '琴浦町'])
})
