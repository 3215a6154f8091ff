import { describe, expect, test } from 'vitest'
import { textOfCell } from '../paper/lines.ts'
import type { Paper, Place } from '../paper/paper.ts'
import { revisionPaper } from '../revision-paper.ts'
import { fixtureRevision, revise, rowsIn, tableIn } from '../testing/revise.ts'

const revision = fixtureRevision('vision/old.txt', 'vision/new.txt')
const paper = revision.then((r) => revisionPaper(r))
const rows = async (caption: string): Promise<string[][]> => rowsIn(tableIn(await paper, caption))

describe('the overview of a revised vision', () => {
  test('counts projects', async () => expect(await rows('事務事業の件数')).toEqual([['2', '1', '5', '1', '4']]))

  test('names what was added, ended and changed, and how', async () => {
    const projects = await rows('新規・終了・変更の事務事業')
    expect(projects.map(([status, name]) => [status, name])).toEqual([
      ['新規', '空き家の移住相談'],
      ['新規', '避難所の電源の融通'],
      ['終了', '古い街道の案内人'],
      ['変更', '干物の販路開拓'],
      ['変更', '海と山の電子周遊切符\n← 海と山の周遊切符'],
      ['変更', '周産期医療の輪番'],
      ['変更', '峠を越えるバス'],
      ['変更', '富士の伏流水の調査'],
    ])
    expect(projects[6]?.[2]).toBe('離脱 函南町\n事業費 −7,500 千円\n指標の変更 1 件\n記載の変更 役割')
  })

  test('sums budgets by fiscal year, projects that are new or have ended with all of theirs', async () => {
    const table = tableIn(await paper, '年度別の事業費の増減')
    expect(table.columns.map((c) => c.heading)).toEqual([
      '事務事業',
      'R5年度',
      'R6年度',
      'R7年度',
      'R8年度',
      'R9年度',
      '計',
    ])
    expect(table.rows.at(-1)?.cells.map((cell) => cell.amount)).toEqual([
      undefined,
      -300,
      -800,
      10800,
      3900,
      3900,
      17500,
    ])
    expect(rowsIn(table).at(-1)?.[4]).toBe('+3,900\n不明 1')
  })

  test('has no table of participants where nobody joined or left', async () => {
    const r = await revision
    const still = r.comparison.projects
      .filter((p) => p.status === 'changed')
      .map(({ participants: _, ...project }) => project)
    const { blocks } = revisionPaper({ ...r, comparison: { ...r.comparison, projects: still } })
    expect(blocks.filter((b) => b.kind === 'heading').map((b) => b.text)).not.toContain('連携市町の加入と離脱')
  })

  test('draws the same sums', async () => {
    const chart = (await paper).blocks.find((b) => b.kind === 'chart')
    expect(chart).toMatchObject({
      bars: [
        { up: 0, down: -300 },
        { up: 0, down: -800 },
        { up: 14100, down: -3300 },
        { up: 8200, down: -4300 },
        { up: 8200, down: -4300 },
      ],
    })
  })

  test('marks who joined and who left', async () => {
    const matrix = await rows('事務事業ごとの連携市町')
    const row = (name: string) => matrix.find(([project]) => project?.startsWith(name))
    expect(row('干物')).toEqual(['干物の販路開拓', '', '○', '＋', '', '○', '○', ''])
    expect(row('峠')).toEqual(['峠を越えるバス', '', '', '', '○', '○', '－', ''])
    expect(row('古い街道')?.[1]).toBe('終了')
    expect(row('図書館')).toEqual(['図書館の共通利用', '', '○', '○', '○', '○', '○', '○'])
  })

  test('puts indicators side by side', async () =>
    expect(await rows('指標の旧と新')).toContainEqual([
      '峠を越えるバス',
      '路線の年間の利用者数',
      '変更',
      '86,000人（令和4年度）',
      '86,000人（令和4年度）',
      '【90,000人】（令和9年度）',
      '【88,000人】（令和9年度）',
    ]))
})

test('a renamed indicator keeps its old name in sight', async () => {
  const sheet = (name: string): string =>
    `第2期\n\n北浜連携中枢都市圏ビジョン\n\n事務事業名\t朝市の再生\n連携市町\t全市町\n事業目的\t朝市を続ける。\n重要業績評価指標（KPI）\t指標\t\t基準値\t\t目標値\n\t${name}\t\t10店（令和4年度）\t\t20店（令和9年度）\n`
  const renamed = revisionPaper(await revise(sheet('出店者の数'), sheet('出店者と見習いの数')))
  expect(rowsIn(tableIn(renamed, '指標の旧と新'))[0]?.[1]).toBe('出店者と見習いの数\n← 出店者の数')
  expect(rowsIn(tableIn(renamed)).flat()).toEqual(
    expect.arrayContaining([expect.stringContaining('指標　【出店者の数】')]),
  )
})

test('a project that was added or has ended shows all that it has', async () => {
  const sheet = (name: string, of: string): string =>
    `事務事業名\t${name}\n連携市町\t全市町\n事業目的\t${of}を続ける。\n事業費（千円）\tR6\tR7\t計\n国\t100\t200\t300\n合計\t150\t250\t400\n役割分担\t中心市\t${of}の調整\n重要業績評価指標（KPI）\t指標\t現状値（R5）\tR6\t目標値（R7）\n\t${of}の数\t10店\t12店\t20店\n備考\t${of}の注意\n`
  const head = '第2期\n\n北浜連携中枢都市圏ビジョン\n\n'
  const [short, long] = [
    head + sheet('朝市の再生', '朝市'),
    head + sheet('朝市の再生', '朝市') + sheet('山の学校', '教室'),
  ]
  const shown = ['R6', '国', '150千円', '100', '調整', '教室の数', '10店', '12店', '20店', '教室の注意', '途中の目標']
  for (const [old, other] of [
    [short, long],
    [long, short],
  ] as const) {
    const both = revisionPaper(await revise(old, other))
    const told = rowsIn(tableIn(both)).flat().join('\n')
    for (const text of shown) expect(told).toContain(text.replace('千円', ''))
    expect(rowsIn(tableIn(both, '指標の旧と新'))).toHaveLength(1)
    expect(rowsIn(tableIn(both, '新規・終了・変更の事務事業'))[0]?.[2]).toContain('指標 1 件')
  }
})

const placesIn = ({ blocks }: Paper, caption: string): { text: string; place: Place }[] =>
  blocks.flatMap((b) =>
    b.kind === 'table' && b.caption === caption
      ? b.rows.flatMap((row) =>
          row.cells.flatMap((cell) =>
            cell.lines.flatMap((line) =>
              line.runs.flatMap((run) => (run.place ? [{ text: run.text, place: run.place }] : [])),
            ),
          ),
        )
      : [],
  )

test('every sum leads to where its version states it', async () => {
  const { texts = {} } = await revision
  const sums = placesIn(await paper, '年度別の事業費の増減').filter(({ text }) => /^[\d,]+$/u.test(text))
  expect(sums.length).toBeGreaterThan(30)
  for (const { text, place } of sums) expect(texts[place.side]?.slice(...(place.at.span ?? []))).toBe(`${text}千円`)
})

test('an excerpt ends no project', async () => {
  const excerpt = revisionPaper(await fixtureRevision('vision/old.txt', 'excerpt/new.txt'))
  const counts = tableIn(excerpt, '事務事業の件数')
  expect(counts.columns.map((c, i) => [c.heading, textOfCell(counts.rows[0]?.cells[i] ?? { lines: [] })])).toEqual([
    ['新規', '1'],
    ['終了', '0'],
    ['変更', '2'],
    ['名称変更', '1'],
    ['抜粋になし（終了ではない）', '8'],
  ])
})
