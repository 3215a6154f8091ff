import type { Project, Vision } from '@kyoyaku/core'
import { describe, expect, test } from 'vitest'
import { resultOf } from '../testing/articles.ts'
import { everyForm } from '../text/folding.ts'
import { compare } from './compare.ts'
import { hasChanges } from './summary.ts'
import { isUnrelated } from './unrelated.ts'

const project = (title: string, more: Partial<Project> = {}): Project => ({
  pillar: '暮らし',
  initiative: '医療',
  title,
  participants: ['滝沢市', '雫石町'],
  purpose: `${title}を圏域で進め、誰もが安心して暮らせるようにする。`,
  ...more,
})
const vision = (projects: Project[], municipalities: string[] = []): Vision => ({
  type: 'vision',
  title: '盛岡広域連携中枢都市圏ビジョン',
  revision: { status: 'original', excerpt: false },
  participationGrids: municipalities.length > 0 ? [{ municipalities, rows: [] }] : [],
  projects,
})
const compared = (old: Vision, other: Vision) => compare(resultOf([old]), resultOf([other]), { folding: everyForm })

const plan = (from: number, sum: number, label = '実施'): Partial<Project> => ({
  budget: {
    years: [0, 1, 2].map((i) => ({ fiscalYear: from + i, text: `${sum}千円`, yen: sum * 1000 })),
    total: { text: `${sum * 3}千円`, yen: sum * 3000 },
  },
  schedule: [{ fiscalYear: from, label }],
})

describe('a plan whose years moved on by one', () => {
  const { projects } = compared(vision([project('輪番', plan(2023, 100))]), vision([project('輪番', plan(2024, 100))]))

  test('differs in nothing else', () => expect(projects[0]).toMatchObject({ status: 'changed', rolled: true }))

  test('has no other steps, as its arrow runs on', () => expect(projects[0]?.fields).toBeUndefined())

  test('has other steps where another one is under way', () => {
    const [change] = compared(
      vision([project('輪番', plan(2023, 100))]),
      vision([project('輪番', plan(2024, 100, '準備'))]),
    ).projects
    expect(change?.rolled).toBeUndefined()
    expect(change?.fields?.map((f) => f.field)).toContain('schedule:2024')
  })
})

test('the steps of another term stand for those of the one before', () => {
  const [change] = compared(
    vision([project('輪番', plan(2023, 100))]),
    vision([project('輪番', plan(2028, 100))]),
  ).projects
  expect(change?.fields).toBeUndefined()
})

test('a village that became a city has neither left nor joined', () => {
  const { projects } = compared(
    vision([project('輪番', { participants: ['滝沢村', '雫石町'] })]),
    vision([project('輪番', { participants: ['雫石町', '滝沢市'] })]),
  )
  expect(projects[0]?.status).toBe('unchanged')
})

test('who joins the region is told once, columns in another order are no change', () => {
  const old = vision([project('輪番')], ['滝沢市', '雫石町'])
  expect(hasChanges(compared(old, vision([project('輪番')], ['雫石町', '滝沢市'])))).toBe(false)
  const [text] = compared(old, vision([project('輪番')], ['雫石町', '矢巾町', '滝沢市'])).texts
  expect(text).toMatchObject({ field: 'members', edits: [{ op: 'equal' }, { op: 'insert' }] })
})

test('a project renamed and rewritten at once is the one at its place', () => {
  const purpose = '温泉地を巡る客の滞在を延ばす。'
  const old = [project('湯の里の周遊券', { purpose, activities: ['周遊券の発行', '案内板の整備'] }), project('輪番')]
  const other = [
    project('スタンプラリー', {
      purpose: '温泉地を巡る客の滞在を延ばし、消費を促す。',
      activities: ['参加者の募集', '案内板の整備'],
    }),
    project('輪番'),
  ]
  expect(compared(vision(old), vision(other)).projects[0]).toMatchObject({ renamed: true, status: 'changed' })
  const unlike = [
    project('空き家の相談', { purpose: '移住を望む者と家を結ぶ。', activities: ['合同の相談会'] }),
    project('輪番'),
  ]
  expect(
    compared(vision(old), vision(unlike))
      .projects.map((p) => p.status)
      .sort(),
  ).toEqual(['added', 'deleted', 'unchanged'])
})

test('a project renamed and moved at once is one where its text stays', () => {
  const text = { purpose: '圏域で新たに事業を起こす者を育てる。', activities: ['起業講座の開催', '相談窓口の設置'] }
  const old = [project('起業家の育成', text), project('輪番'), project('図書館')]
  const other = [project('輪番'), project('図書館'), project('スタートアップの支援', { ...text, initiative: '産業' })]
  expect(compared(vision(old), vision(other)).projects.map((p) => [p.old, p.new, p.status])).toContainEqual([
    '起業家の育成',
    'スタートアップの支援',
    'changed',
  ])
})

test('an indicator whose name alone changed says what it was called', () => {
  const measured = (name: string) => vision([project('輪番', { indicators: [{ name, target: { text: '20件' } }] })])
  const { projects } = compared(measured('遠隔診療の件数'), measured('遠隔診療の実施件数'))
  expect(projects[0]?.indicators).toMatchObject([
    {
      name: '遠隔診療の実施件数',
      status: 'changed',
      title: [{ op: 'equal' }, { op: 'insert', text: '実施' }, { op: 'equal' }],
    },
  ])
})

test('projects that a list names and no more are not one for standing under one initiative', () => {
  const named = (title: string): Project => ({ initiative: '産業の振興', title, participants: [] })
  const { projects } = compared(
    vision([named('起業家の育成'), named('商談会の開催'), named('企業誘致')]),
    vision([named('起業家の育成'), named('農産物の輸出'), named('企業誘致')]),
  )
  expect(projects.map((p) => p.status).sort()).toEqual(['added', 'deleted', 'unchanged', 'unchanged'])
})

test('numbers that count projects are no part of their names', () => {
  const counted = (titles: string[]) =>
    vision(titles.map((title, i) => project(`${i + 1} ${title}`, { purpose: title })))
  const { summary } = compared(counted(['輪番', '図書館', 'バス']), counted(['空き家', '輪番', '図書館', 'バス']))
  expect(summary).toMatchObject({ 'projects.added': 1, 'projects.unchanged': 3 })
  expect(summary['projects.renamed']).toBeUndefined()
})

test('a project that took an activity over was split off', () => {
  const old = [project('後見センター', { activities: ['相談窓口の運営', '市民後見人の養成'] })]
  const other = [
    project('後見センター', { activities: ['相談窓口の運営'] }),
    project('市民後見人の養成', { purpose: '担い手を増やす。' }),
  ]
  expect(compared(vision(old), vision(other)).projects[1]).toMatchObject({ status: 'added', splitFrom: '後見センター' })
  expect(compared(vision(other), vision(old)).projects[1]).toMatchObject({
    status: 'deleted',
    mergedInto: '後見センター',
  })
})

test('documents that have nothing in common are said to be unrelated', () => {
  const [a, b] = [vision([project('輪番')]), vision([project('獣害', { purpose: '鹿を防ぐ。', initiative: '農業' })])]
  expect(isUnrelated(compared(a, b))).toBe(true)
  expect(isUnrelated(compared(a, a))).toBe(false)
  expect(isUnrelated(compared(a, vision([])))).toBe(false)
})

describe('marks of a grid', () => {
  const grid = (marks: Readonly<Record<string, string>>): Vision => {
    const vision_ = vision([], ['滝沢市', '雫石町'])
    const row = {
      project: '輪番',
      participants: Object.keys(marks).filter((name) => marks[name] === '○'),
      marks: Object.entries(marks).map(([municipality, mark]) => ({ municipality, mark })),
      reliable: true,
    }
    return { ...vision_, participationGrids: [{ municipalities: ['滝沢市', '雫石町'], rows: [row] }] }
  }
  const marksOf = (old: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>) =>
    compared(grid(old), grid(other)).projects[0]?.fields?.map((f) => [f.field, f.edits.map((e) => e.op).join()])

  test.each([
    ['a × left out', { 滝沢市: '○', 雫石町: '×' }, { 滝沢市: '○' }, [['marks:雫石町', 'delete']]],
    ['a blank that is a △ now', { 滝沢市: '○' }, { 滝沢市: '○', 雫石町: '△' }, [['marks:雫石町', 'insert']]],
    ['△ for ○', { 滝沢市: '○' }, { 滝沢市: '△' }, [['marks:滝沢市', 'delete,insert']]],
    ['a circle that is gone, as one who left', { 滝沢市: '○', 雫石町: '○' }, { 滝沢市: '○' }, undefined],
    [
      'a × for a ○, who left',
      { 滝沢市: '○', 雫石町: '○' },
      { 滝沢市: '○', 雫石町: '×' },
      [['marks:雫石町', 'delete,insert']],
    ],
    [
      'a × where a dash stood',
      { 滝沢市: '○', 雫石町: '－' },
      { 滝沢市: '○', 雫石町: '×' },
      [['marks:雫石町', 'delete,insert']],
    ],
    [
      'a △ that is a dash now',
      { 滝沢市: '○', 雫石町: '△' },
      { 滝沢市: '○', 雫石町: '－' },
      [['marks:雫石町', 'delete,insert']],
    ],
    ['another character for a ×', { 滝沢市: '○', 雫石町: '×' }, { 滝沢市: '○', 雫石町: '✕' }, undefined],
    ['another character for a circle', { 滝沢市: '○' }, { 滝沢市: '◯' }, undefined],
    ['a dash for a blank', { 滝沢市: '○' }, { 滝沢市: '○', 雫石町: '－' }, undefined],
  ])('%s', (_, old, other, fields) => expect(marksOf(old, other)).toEqual(fields))

  test('a dash for a blank is told as another way of writing', () =>
    expect(compared(grid({ 滝沢市: '○' }), grid({ 滝沢市: '○', 雫石町: '－' })).noise).toEqual([
      { where: '輪番 marks:雫石町', old: '', new: '－', reason: 'notation' },
    ]))
})

test('a target of a year on the way to the last one is compared', () => {
  const measured = (text: string): Vision =>
    vision([project('輪番', { indicators: [{ name: '当番の数', milestones: [{ text, period: { from: '2026' } }] }] })])
  expect(compared(measured('12回'), measured('15回')).projects[0]?.fields).toMatchObject([
    { field: 'milestone:当番の数:2026' },
  ])
})

test('the number of projects that both versions declare is compared, and one that a version leaves out is not', () => {
  const declared = (count?: number): Vision => ({
    ...vision([project('病院の輪番')]),
    ...(count === undefined ? {} : { declaredProjectCount: count }),
  })
  expect(compared(declared(12), declared(13)).texts).toMatchObject([
    { field: 'declaredProjectCount', status: 'changed' },
  ])
  expect(hasChanges(compared(declared(12), declared()))).toBe(false)
  expect(hasChanges(compared(declared(12), declared(12)))).toBe(false)
})

describe('a heading that was reworded', () => {
  const under = (pillar: string, ...titles: string[]): Project[] => titles.map((t) => project(t, { pillar }))
  const pillars = (...named: [string, ...string[]][]): Vision =>
    vision(named.flatMap(([pillar, ...titles]) => under(pillar, ...titles)))
  const economy: [string, ...string[]] = ['経済成長のけん引', '創業の支援', '販路の開拓']
  const life: [string, ...string[]] = ['生活機能の向上', '病院の輪番']

  test('is told once, and what stands under it has not moved', () => {
    const { projects, texts } = compared(pillars(economy, life), pillars(['経済成長の推進', ...economy.slice(1)], life))
    expect(projects.map((p) => p.status)).toEqual(['unchanged', 'unchanged', 'unchanged'])
    expect(texts).toMatchObject([{ field: 'pillars', status: 'changed' }])
  })

  test('is none where projects went to several, or came from several', () => {
    const parted = compared(pillars(economy, life), pillars(['産業', '創業の支援'], ['観光', '販路の開拓'], life))
    expect(parted.projects.filter((p) => p.moved)).toHaveLength(2)
    expect(parted.texts).toEqual([])
    const joined = compared(pillars(economy, life), pillars(['圏域づくり', ...economy.slice(1), ...life.slice(1)]))
    expect(joined.projects.filter((p) => p.moved)).toHaveLength(3)
  })

  test('keeps its old name where a project left it', () => {
    const { projects, texts } = compared(
      pillars(['経済成長のけん引', '創業の支援', '販路の開拓', '夜間の救急'], life),
      pillars(['経済成長の推進', '創業の支援', '販路の開拓'], life),
    )
    expect(projects.find((p) => p.status === 'deleted')).toMatchObject({ pillar: { old: '経済成長のけん引' } })
    expect(texts).toHaveLength(1)
  })
})

describe('the order of projects', () => {
  const moved = (old: Project[], other: Project[]) =>
    compared(vision(old), vision(other))
      .projects.filter((p) => p.moved)
      .map((p) => p.new)
  const [a, b, c, d] = ['輪番', '移動図書館', '合同研修', '水源林'].map((title) => project(title))

  test('is told of the one that stands elsewhere', () => {
    expect(moved([a, b, c, d] as Project[], [b, c, a, d] as Project[])).toEqual(['輪番'])
  })
  test('is none of the others when one comes or goes', () => {
    expect(moved([a, b, d] as Project[], [c, a, d] as Project[])).toEqual([])
  })
  test('is not told again of those whose heading moved', () => {
    const under = (initiative: string, ...all: (Project | undefined)[]) =>
      all.map((p) => ({ ...(p as Project), initiative }))
    const [first, second] = [under('医療', a, b), under('文化', c, d)]
    expect(moved([...first, ...second], [...second, ...first])).toEqual([])
  })
})

test('what was renamed and moved to another heading is one by what it does', () => {
  const body = { purpose: '文化財に触れる機会を増やす。', activities: ['一斉公開の日の設定'] }
  const { projects } = compared(
    vision([project('輪番'), project('文化財の公開', { ...body, initiative: '文化' })]),
    vision([project('歴史文化遺産の活用', { ...body, pillar: '経済', initiative: '観光' }), project('輪番')]),
  )
  expect(projects.map((p) => [p.old, p.new, p.moved])).toContainEqual(['文化財の公開', '歴史文化遺産の活用', true])
})

test('an indicator of the same values under another name is the one that it was, whatever others are called', () => {
  const indicator = (name: string, from: string, to: string) => ({
    name,
    baseline: { text: `${from}人（令和５年度）` },
    target: { text: `${to}人（令和10年度）` },
  })
  const { projects } = compared(
    vision([project('輪番', { indicators: [indicator('創業者数', '30', '50')] })]),
    vision([
      project('輪番', {
        indicators: [indicator('創業塾の受講者数', '30', '50'), indicator('女性の創業者数', '4', '10')],
      }),
    ]),
  )
  expect(projects[0]?.indicators?.map((i) => [i.name, i.status])).toEqual([
    ['創業塾の受講者数', 'changed'],
    ['女性の創業者数', 'added'],
  ])
})

test('sums that are equal in another unit are no change, and are said to be written otherwise', () => {
  const sum = (text: string) => project('輪番', { budget: { years: [{ fiscalYear: 2024, text, yen: 80_000_000 }] } })
  const made = compared(vision([sum('80,000千円')]), vision([sum('80百万円')]))
  expect(hasChanges(made)).toBe(false)
  expect(made.noise).toEqual([{ where: '輪番 事業費', old: '80,000千円', new: '80百万円', reason: 'notation' }])
})
