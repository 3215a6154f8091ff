import { expect, test } from 'vitest'
import { readVision, tsv } from '../../../testing/read-vision.ts'

/** Each project with who takes part in it. */
const takingPart = async (text: string) => {
  const { vision, said } = await readVision(text)
  const rows = vision.participationGrids.flatMap((g) => g.rows)
  return { rows: rows.map((r) => `${r.project} ${r.participants.join(' ')}`), said, vision }
}
const expected = ['研修 倉吉市 北栄町', '広報 三朝町 北栄町']

test.each([
  [
    'names that go on in the row below',
    tsv('事業名 | 倉吉 | 三朝町 | 北栄', ' | 市 |  | 町', '研修 | ○ |  | ○', '広報 |  | ○ | ○'),
  ],
  [
    'names a character a row',
    tsv('事業名 | 倉 | 三 | 北', ' | 吉 | 朝 | 栄', ' | 市 | 町 | 町', '研修 | ○ |  | ○', '広報 |  | ○ | ○'),
  ],
  [
    'a row that says what the marks mean',
    tsv('事業名 | 倉吉市 | 三朝町 | 北栄町', '研修 | ○ | △ | ○', '広報 |  | ○ | ○', '凡例 | ○：参加 | △：検討 | '),
  ],
  [
    'marks with remarks, in lines',
    '事業名　　倉吉市　　三朝町　　北栄町\n研修　　　○　　　　－※2　　　○※1\n広報　　　－　　　　○（R7）　○',
  ],
  [
    'words, in lines',
    '事業名　　倉吉市　　三朝町　　北栄町\n研修　　　参加　　　不参加　　参加\n広報　　　検討中　　参加　　　参加',
  ],
  [
    'words and marks with remarks, one a line',
    ['事業名', '倉吉市', '三朝町', '北栄町', '研修', '○', '不参加', '○※1', '広報', '－※2', '○', '参加'].join('\n'),
  ],
])('reads a grid with %s', async (_, text) => {
  expect(await takingPart(text)).toMatchObject({ rows: expected, said: [] })
})

test('reads a grid on its side with a column of what the municipalities are', async () => {
  const text = tsv(
    '郡市 | 市町 | 研修会 | 広報誌',
    '中心市 | 倉吉市 | ○ | ',
    '東伯郡 | 三朝町 |  | ○',
    ' | 北栄町 | ○ | ○',
  )
  expect(await takingPart(text)).toMatchObject({ rows: ['研修会 倉吉市 北栄町', '広報誌 三朝町 北栄町'], said: [] })
})

test.each(['above', 'below'])('every grid has the legend printed %s it', async (where) => {
  const grid = (legend: string, project: string): string[] => {
    const rows = tsv('事業名 | 倉吉市 | 三朝町 | 北栄町', `${project} | ○ | △ | －`)
    return where === 'above' ? [legend, '', rows, ''] : [rows, '', legend, '']
  }
  const text = [...grid('○：参加　△：参加予定', '研修'), ...grid('○：参加　△：一部参加', '広報')].join('\n')
  expect((await takingPart(text)).rows).toEqual(['研修 倉吉市', '広報 倉吉市 三朝町'])
})

test.each([
  ['what each has', ['区分 | 倉吉市 | 三朝町 | 北栄町', '診療所 | 1 | 0 | 1', '病院 | 1 | 1 | 0']],
  [
    'what each does',
    ['項目 | 倉吉市 | 三朝町 | 北栄町', '役割 | 参加者の募集 | 実施 | 実施', '費用 | 負担 | 負担 | 負担'],
  ],
])('takes a table of %s for no grid', async (_, rows) => {
  expect((await takingPart(tsv(...rows))).vision.participationGrids).toEqual([])
})

test('the names of municipalities are the name of no project, whatever stands under them', async () => {
  const { vision, said } = await takingPart(
    tsv('事業名 | 倉吉市 | 三朝町 | 北栄町', '研修 | 1,200 | 300 | 0', '広報 | 500 | 0 | 100'),
  )
  expect(vision.projects).toEqual([])
  expect(said).toContain('text-unclaimed')
})

test('a sign behind the name of a project is a mark that was misread, and no name', async () => {
  const text = '事業名　　倉吉市　　三朝町　　北栄町\n研修　　　@　　　　　○　　　　○\n広報　　　⑦　　　　　　　　　　○'
  const { rows, said } = await takingPart(text)
  expect(rows).toEqual(['研修 倉吉市 三朝町 北栄町', '広報 倉吉市 北栄町'])
  expect(said).toEqual(['participants-unread', 'participants-unread'])
})
