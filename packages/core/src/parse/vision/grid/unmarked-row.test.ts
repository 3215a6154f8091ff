import { expect, test } from 'vitest'
import { readVision, tsv } from '../../../testing/read-vision.ts'

const unmarkedIn = async (...rows: string[]) => {
  const { vision, context } = await readVision(tsv(...rows))
  return {
    projects: vision.participationGrids.flatMap((g) => g.rows.map((r) => r.project)).join(' '),
    said: context.diagnostics.flatMap((d) =>
      d.code === 'grid-row-unmarked' ? `${d.data?.project}: ${d.data?.readAs}` : [],
    ),
  }
}
test.each([
  // By the number beside it, the form of its number, its pillar beside it, and a grid that nothing heads.
  [['番号 | 事業名 | 倉吉市 | 三朝町', '1 | 研修 | ○ | ○', '2 | 広報 |  | ', '3 | 交流 | ○ | '], '広報: project'],
  [
    [
      '事業名 | 倉吉市 | 三朝町',
      '1 医療 |  | ',
      '(1) 研修 | ○ | ○',
      '(2) 広報 |  | ',
      '2 交通 |  | ',
      '(1) 交流 | ○ | ',
    ],
    '(2)広報: project',
  ],
  [['分野 | 事業名 | 倉吉市 | 三朝町', '医療 | 研修 | ○ | ○', '交通 | 広報 |  | ', '| 交流 | ○ | '], '広報: project'],
  [['事業名 | 倉吉市 | 三朝町', '研修 | ○ | ○', '広報 |  | ', '交流 | ○ | '], '広報: project'],
])('reads of %j that %s', async (rows, said) => expect((await unmarkedIn(...rows)).said).toEqual([said]))

test.each([
  [['番号 | 事業名 | 倉吉市 | 三朝町', '| 医療 |  | ', '1 | 研修 | ○ | ○', '| 交通 |  | ', '2 | 交流 | ○ | ']],
  [['事業名 | 倉吉市 | 三朝町 | 頁', '医療 |  |  | ', '研修 | ○ | ○ | 1', '交通 |  |  | ', '交流 | ○ |  | 2']],
  [['事業名 | 倉吉市 | 三朝町', '1 医療 |  | ', '研修 | ○ | ○', '2 交通 |  | ', '交流 | ○ | ']],
])('reads of %j headings and nothing to be said', async (rows) =>
  expect(await unmarkedIn(...rows)).toEqual({ projects: '研修 交流', said: [] }),
)

const sumsSaid = async (...rows: string[]): Promise<unknown[]> =>
  (await readVision(tsv('事業名 | 倉吉市 | 三朝町 | 計', '研修 | ○ | ○ | 2', ...rows))).context.diagnostics.map(
    (d) => d.data?.text,
  )
test('says where a row of sums has other numbers than the marks above it', async () => {
  expect(await sumsSaid('広報 | ○ |  | 1', '計 | 2 | 1 | 3')).toEqual([])
  expect(await sumsSaid('広報 | ○ |  | 1', '計 | 2 | 2 | 4')).toEqual(['三朝町2', '4'])
  expect(await sumsSaid('小計 | 1 | 1 | 2', '広報 | ○ |  | 1', '小計 | 1 |  | 1', '合計 | 2 | 1 | 3')).toEqual([])
})

test('a row of sums below a grid that goes over pages is of all its rows', async () => {
  const head = '事業名 | 倉吉市 | 三朝町'
  const pages = ['研修 | ○ | ○', '広報 | ○ | ', '交流 |  | ○', '計 | 2 | 2']
  const { said } = await readVision(`${tsv(head, ...pages.slice(0, 2))}\n- 5 -\n${tsv(head, ...pages.slice(2))}`)
  expect(said).not.toContain('participants-unread')
})

test.each(['事業名 | 倉吉市 | 三朝町 | 湯梨浜町', '事業名  倉吉市  三朝町  湯梨浜町'])(
  'reads letters under %s that the legend tells of, in columns or between spaces',
  async (head) => {
    const rows = [head, '研修 | 主 | 参 | 協', '広報 | 参 | 主 | 参'].map((r) =>
      head.includes('|') ? tsv(r) : r.replaceAll(' | ', '      '),
    )
    const { vision, said } = await readVision(['凡例　主：主催、参：参加、協：協議中', '', ...rows].join('\n'))
    expect(vision.participationGrids[0]?.rows).toMatchObject([
      { project: '研修', participants: ['倉吉市', '三朝町'], reliable: true },
      { project: '広報', participants: ['倉吉市', '三朝町', '湯梨浜町'], reliable: true },
    ])
    expect(said).not.toContain('participants-unread')
  },
)

test.each([
  tsv('分野 | 事業名 | 倉 | 三 | 北 | 参加数', '医療 | 研修 | ○ | ○ | ○ | 3', '医療 | 広報 |  | ○ |  | 2'),
  '事業名    倉  三  北  計\n研修      ○  ○  ○  3\n広報      －  ○  －  2',
])('holds a number under a head beside names of one letter against the marks: %s', async (rows) => {
  const { vision, context } = await readVision(`圏域は、倉吉市、三朝町及び北栄町で構成します。\n\n${rows}`)
  expect(vision.participationGrids[0]?.rows).toMatchObject([
    { participants: ['倉吉市', '三朝町', '北栄町'], reliable: true },
    { participants: ['三朝町'], reliable: false },
  ])
  expect(vision.participationGrids[0]?.rows.some((r) => r.page)).toBe(false)
  expect(context.diagnostics.filter((d) => d.code === 'participants-unread')).toHaveLength(1)
})

test('what a page ends with heads the rows of the same grid on the next', async () => {
  const head = '| 事業名 | 倉吉市 | 三朝町 |'
  const pages = [
    [head, '| 1 医療 | | |', '| 研修 | ○ | ○ |', '| 2 教育 | | |'],
    [head, '| 広報 | ○ | |', '| 3 交通 | | |', '| 路線バス | ○ | |'],
  ]
  const { vision } = await readVision(pages.map((rows) => rows.join('\n')).join('\n\n- 5 -\n\n'))
  expect(vision.participationGrids.flatMap((g) => g.rows.map((r) => [r.initiative, r.project]))).toEqual([
    ['医療', '研修'],
    ['教育', '広報'],
    ['交通', '路線バス'],
  ])
})

test('a number of its own begins a row between spaces that has no marks', async () => {
  const { vision, said } = await readVision(
    'No  事業名        倉吉市  三朝町\n1   救急医療      ○      ○\n2   看護師の確保\n3   図書館        －      ○',
  )
  expect(vision.participationGrids[0]?.rows.map((r) => [r.number, r.project])).toEqual([
    ['1', '救急医療'],
    ['2', '看護師の確保'],
    ['3', '図書館'],
  ])
  expect(said).toEqual(['grid-row-unmarked'])
})

test.each(['A-1', '1-(1)-①', '(1)'])(
  'takes %s in the column of pillars for the number of the project',
  async (number) => {
    const { vision } = await readVision(tsv('政策分野 | 事業名 | 倉吉市 | 三朝町', `${number} | 研修 | ○ | ○`))
    expect(vision.participationGrids[0]?.rows[0]).toMatchObject({ number, project: '研修' })
    expect(vision.participationGrids[0]?.rows[0]?.pillar).toBeUndefined()
  },
)

test('what stands under a name is no name of a project, and a row with a page and no mark is told', async () => {
  const { vision, said } = await readVision(
    tsv('事業名 | 倉吉市 | 三朝町 | 頁', '研修 | ○ | ○ | 1', '広報 | （今後検討） |  | 2', '交流 |  |  | 3'),
  )
  expect(vision.participationGrids[0]?.rows.map((r) => [r.project, r.reliable])).toEqual([
    ['研修', true],
    ['広報', false],
    ['交流', false],
  ])
  expect(said).toEqual(['participants-unread', 'grid-row-unmarked'])
})
