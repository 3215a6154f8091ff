import { expect, test } from 'vitest'
import { readVision, tsv } from '../../../testing/read-vision.ts'

const grid = (...rows: string[]) =>
  readVision(tsv('役割 | 【事務事業名】 2事務事業 | 倉吉市 | 三朝町 | 湯梨浜町 | 掲載ページ', ...rows))

test('reads a grid with pillars, initiatives and every mark', async () => {
  const { vision } = await grid(
    '経済成長 | 産業の振興 |  |  |  | ',
    '| 見本市の開催 | ◎ | ◯ |  | 1',
    '| 起業の支援 | ● | × | － | 2',
  )
  expect(vision.declaredProjectCount).toBe(2)
  expect(vision.participationGrids[0]?.rows).toMatchObject([
    {
      pillar: '経済成長',
      initiative: '産業の振興',
      project: '見本市の開催',
      page: '1',
      participants: ['倉吉市', '三朝町'],
      reliable: true,
    },
    {
      pillar: '経済成長',
      initiative: '産業の振興',
      project: '起業の支援',
      page: '2',
      participants: ['倉吉市'],
      reliable: true,
    },
  ])
})

test('reads the initiatives of a column that calls them 連携する取組', async () => {
  const { vision } = await readVision(
    tsv(
      '役割 | 連携する取組 | 事業名 | 倉吉市 | 三朝町',
      '経済成長 | 産業の振興 | 見本市の開催 | ○ | ○',
      '経済成長 | 観光の振興 | 周遊券の発行 | ○ | ',
    ),
  )
  expect(vision.participationGrids[0]?.rows.map((r) => r.initiative)).toEqual(['産業の振興', '観光の振興'])
  expect(vision.sections).toBeUndefined()
})

test('reads a row that slipped a column to the left', async () => {
  const { vision, said } = await grid(
    '経済成長 | 産業の振興 |  |  |  | ',
    '見本市の開催 | ○ |  | ○ | 1 | ',
    '| 起業の支援 | ○ |  |  | 2',
  )
  expect(vision.participationGrids[0]?.rows[0]).toMatchObject({
    participants: ['倉吉市', '湯梨浜町'],
    page: '1',
    reliable: true,
  })
  expect(said).toEqual([])
})

test('reports a row with a cell too many and keeps what is certain', async () => {
  const { vision, said } = await grid(
    '経済成長 | 産業の振興 |  |  |  | ',
    '| 見本市の開催 | ○ | ○ |  |  | 1',
    '| 起業の支援 | ○ |  |  | 2',
  )
  expect(vision.participationGrids[0]?.rows[0]).toMatchObject({ participants: ['倉吉市'], reliable: false })
  expect(said).toEqual(['grid-width-mismatch'])
})

test('keeps the marks of all names beside a head that is none, and says that the row lacks one', async () => {
  const { vision, said } = await readVision(
    tsv('事業名 | 倉吉市 | 北Ψ町 | 三朝町 | 湯梨浜町', '研修 | ○ | ○ |  | ○', '広報 |  |  | ○ | ○', '湯梨浜町'),
  )
  expect(vision.participationGrids[0]?.rows).toMatchObject([
    { participants: ['倉吉市', '湯梨浜町'], reliable: false },
    { participants: ['三朝町', '湯梨浜町'], reliable: true },
  ])
  expect(said).toContain('grid-width-mismatch')
})

test('repairs a damaged name in a grid and says so', async () => {
  const { vision, context } = await readVision(
    tsv('事業名 | 倉吉市 | 湯梨兵町 | 三朝町', '研修 | ○ | ○ | ', '広報 | ○ | ○ | ○', '湯梨浜町'),
  )
  expect(vision.participationGrids[0]?.municipalities).toEqual(['倉吉市', '湯梨浜町', '三朝町'])
  expect(context.diagnostics[0]).toMatchObject({
    code: 'municipality-name-repaired',
    data: { from: '湯梨兵町', to: '湯梨浜町' },
  })
})

test('reads names cut to one character where the document has one name for each', async () => {
  const { vision } = await readVision(
    `構成市町：倉吉市、三朝町、北栄町\n\n${tsv('事業名 | 倉 | 三 | 北', '研修 | ○ |  | ○')}`,
  )
  expect(vision.participationGrids[0]).toMatchObject({
    municipalities: ['倉吉市', '三朝町', '北栄町'],
    rows: [{ participants: ['倉吉市', '北栄町'] }],
  })
})

test('reads names printed downwards in aligned text', async () => {
  const { vision } = await readVision(
    [
      '                 倉    三    北',
      '                 吉    朝    栄',
      ' 事業名          市    町    町',
      ' 研修            ○          ○',
      ' 広報            ○    ○    －',
    ].join('\n'),
  )
  expect(vision.participationGrids[0]).toMatchObject({
    municipalities: ['倉吉市', '三朝町', '北栄町'],
    rows: [
      { project: '研修', participants: ['倉吉市', '北栄町'] },
      { project: '広報', participants: ['倉吉市', '三朝町'] },
    ],
  })
})

test('reads names with their part in brackets, counts of marks and remarks behind pages', async () => {
  const { vision, said } = await readVision(
    tsv(
      '事業名 | 倉吉市（中心市） | 三朝町 | 北栄町 | 計 | ページ | 備考',
      '研修 | ○ |  | ○ | 2 | 3 | 新規',
      '広報 |  | ○ | ○ | 3 | 5 | ',
      '計 | 1 | 1 | 2 | 4 |  | ',
    ),
  )
  expect(vision.participationGrids[0]).toMatchObject({
    municipalities: ['倉吉市', '三朝町', '北栄町'],
    rows: [
      { project: '研修', page: '3', participants: ['倉吉市', '北栄町'], reliable: true },
      { project: '広報', page: '5', participants: ['三朝町', '北栄町'], reliable: false },
    ],
  })
  expect(said.filter((code) => code === 'grid-width-mismatch')).toEqual([])
})

test('reads a name that nobody bears as printed, with its marks, and says so once', async () => {
  const { vision, said } = await readVision(
    tsv(
      '事業名 | 倉吉市 | 羽合町 | 三朝町 | 琴浦町',
      '研修 | ○ |  |  | ○',
      '広報 |  | ○ | ○ | ○',
      '調査 | ○ | ○ |  | ',
    ),
  )
  const rows = vision.participationGrids[0]?.rows.map((r) => [r.participants.join(' '), r.reliable])
  expect(rows).toEqual([
    ['倉吉市 琴浦町', true],
    ['羽合町 三朝町 琴浦町', true],
    ['倉吉市 羽合町', true],
  ])
  expect(said).toEqual(['municipality-unknown'])
})

test('reads numbers that count the projects of a grid as none of their names', async () => {
  const rows = (first: string): string =>
    tsv('事業名 | 倉吉市 | 三朝町', `${first} | ○ | ○`, '2　看護師の確保 | ○ | ', '3　３Ｄ図面の共同利用 | ○ | ○')
  const { vision } = await readVision(rows('1救急医療の確保'))
  expect(vision.participationGrids[0]?.rows).toMatchObject([
    { number: '1', project: '救急医療の確保' },
    { number: '2', project: '看護師の確保' },
    { number: '3', project: '３Ｄ図面の共同利用' },
  ])
  const others = await readVision(rows('5歳児健診'))
  expect(others.vision.participationGrids[0]?.rows[0]?.project).toBe('5歳児健診')
})

test('reads numbers that count the projects of a grid on its side as none of their names', async () => {
  const { vision } = await readVision(
    tsv(' | 1救急医療 | 2 学習支援 | （3）公共交通', '倉吉市 | ○ | ○ | ○', '三朝町 | ○ | － | ○'),
  )
  expect(vision.participationGrids[0]?.rows).toMatchObject([
    { number: '1', project: '救急医療' },
    { number: '2', project: '学習支援', participants: ['倉吉市'] },
    { number: '（3）', project: '公共交通' },
  ])
})

test('reads a grid of names that are all unknown, three or more side by side over marks', async () => {
  const { vision, context } = await readVision(
    tsv('事業名 | 玉見市 | 総谷市 | 早江町 | 掲載ページ', '研修 | ○ |  | ○ | 1', '広報 |  | ○ |  | 2'),
  )
  expect(vision.participationGrids[0]).toMatchObject({
    municipalities: ['玉見市', '総谷市', '早江町'],
    rows: [{ participants: ['玉見市', '早江町'], reliable: true }, { participants: ['総谷市'] }],
  })
  expect(context.diagnostics.map((d) => [d.code, d.data?.text])).toEqual([
    ['municipality-unknown', '玉見市'],
    ['municipality-unknown', '総谷市'],
    ['municipality-unknown', '早江町'],
  ])
})

test('takes no word for a name that only says what municipalities or parts of them are', async () => {
  const { vision, said } = await readVision(
    tsv('事業名 | 中核市 | 実施市町 | 東地区', '研修 | ○ |  | ○', '広報 |  | ○ | '),
  )
  expect(vision.participationGrids).toEqual([])
  expect(said).not.toContain('municipality-unknown')
})

test('calls no project by the heads of columns of marks that are no municipalities', async () => {
  const { vision } = await readVision(tsv('事業名 | 栄町 | 旭町', '清掃 | ○ | ○', '見守り |  | ○'))
  expect(vision.projects).toEqual([])
})

test('reads names that nobody bears in lines, on the side of a grid, downwards and a cell a line', async () => {
  const lines = await readVision(
    [' 事業名     倉吉市   玉見市   三朝町', ' 研修         ○       ○', ' 広報                 ○       ○'].join('\n'),
  )
  expect(lines.vision.participationGrids[0]?.rows).toMatchObject([
    { participants: ['倉吉市', '玉見市'] },
    { participants: ['玉見市', '三朝町'] },
  ])
  const aside = await readVision(tsv(' | 救急医療 | 学習支援', '倉吉市 | ○ | ○', '玉見市 | ○ | ', '三朝町 |  | ○'))
  expect(aside.vision.participationGrids[0]?.rows).toMatchObject([
    { project: '救急医療', participants: ['倉吉市', '玉見市'] },
    { project: '学習支援', participants: ['倉吉市', '三朝町'] },
  ])
  const down = await readVision(
    ['          倉    玉    三', '          吉    見    朝', ' 事業名   市    市    町', ' 研修     ○    ○      '].join(
      '\n',
    ),
  )
  expect(down.vision.participationGrids[0]?.rows).toMatchObject([{ participants: ['倉吉市', '玉見市'] }])
  const apart = await readVision(
    ['事業名', '連携市町', '倉吉市', '玉見市', '三朝町', '研修', '○', '○', '－', '広報', '－', '○', '○'].join('\n'),
  )
  expect(apart.vision.participationGrids[0]?.rows).toMatchObject([
    { participants: ['倉吉市', '玉見市'] },
    { participants: ['玉見市', '三朝町'] },
  ])
  for (const { said } of [lines, aside, down, apart]) expect(said).toContain('municipality-unknown')
})

test('compares no name that nobody bears with the lists of sheets, unless one of them has it', async () => {
  const sheet = (names: string) => `\n\n事業名：広報\n連携市町：${names}\n事業概要：広報する。`
  const rows = tsv('事業名 | 倉吉市 | 湯漢兵町 | 三朝町', '研修 | ○ | ○ | ', '広報 | ○ | ○ | ○')
  expect((await readVision(rows + sheet('倉吉市、湯梨浜町、三朝町'))).said).not.toContain('participation-mismatch')
  expect(
    (await readVision(`${rows}${sheet('倉吉市、三朝町')}${sheet('湯漢兵町').replaceAll('広報', '研修')}`)).said,
  ).toContain('participation-mismatch')
})

const three = (...rows: string[]) => readVision(tsv('事業名 | 倉吉市 | 三朝町 | 北栄町', ...rows))

test.each([
  ['marks with remarks', ['研修 | ○※1 | ×(※2) | ○', '広報 | － | △検討 | ◎主催']],
  ['words', ['研修 | 参加 | 不参加 | 参加', '広報 | 不参加 | 検討中 | 参加']],
  ['years', ['研修 | R5～ | － | R7～', '広報 | － | － | R6年度～']],
  ['ones and noughts', ['研修 | 1 | 0 | 1', '広報 | 0 | 0 | 1']],
])('reads a grid of %s', async (_, rows) => {
  const { vision, said } = await three(...rows)
  expect(vision.participationGrids[0]?.rows).toMatchObject([
    { project: '研修', participants: ['倉吉市', '北栄町'], reliable: true },
    { project: '広報', participants: ['北栄町'], reliable: true },
  ])
  expect(said).not.toContain('participants-unread')
})

test.each([
  ['in the place of marks', '事業名 | 倉吉市 | 三朝町 | 北栄町', '研修 | 全市町 |  | ', '広報 |  | ○ | '],
  ['in a column to the right', '事業名 | 倉吉市 | 三朝町 | 北栄町 | 全市町', '研修 |  |  |  | ○', '広報 |  | ○ |  | '],
  ['in a column to the left', '事業名 | 圏域全体 | 倉吉市 | 三朝町 | 北栄町', '研修 | ○ |  |  | ', '広報 |  |  | ○ | '],
])('everybody takes part where all are said to %s', async (_, ...rows) => {
  const { vision, said } = await readVision(tsv(...rows))
  expect(vision.participationGrids[0]?.rows).toMatchObject([
    { project: '研修', participants: ['倉吉市', '三朝町', '北栄町'], reliable: true },
    { project: '広報', participants: ['三朝町'], reliable: true },
  ])
  expect(said).toEqual([])
})

test('says of a mark that nothing explains, and of a count that the marks do not have', async () => {
  const { vision, context } = await readVision(
    tsv('事業名 | 参加市町数 | 倉吉市 | 三朝町 | 北栄町', '研修 | 2 | ○ | ☓ | －', '広報 | 3 | ○ | ○ | －'),
  )
  expect(vision.participationGrids[0]?.rows.map((r) => r.reliable)).toEqual([false, false])
  expect(context.diagnostics.filter((d) => d.code === 'participants-unread').map((d) => d.data)).toEqual([
    { project: '研修', text: '☓' },
    { project: '広報', text: '参加市町数3' },
  ])
})
