import type { Agreement, Article, Project, Vision } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { agreement, articleTitle, resultOf } from '../testing/articles.ts'
import { type CompareOptions, compare } from './compare.ts'
import { hasChanges } from './summary.ts'
import { compareTemplates } from './template-matrix.ts'

const article = (number: string, caption: string, ...texts: string[]): Article => ({
  number,
  title: articleTitle(number),
  caption,
  paragraphs: texts.map((text, i) => ({ number: i + 1, ...(i > 0 ? { title: String(i + 1) } : {}), text })),
})
const compared = (old: Article[], other: Article[], options?: CompareOptions) =>
  compare(resultOf([agreement(old)]), resultOf([agreement(other)]), options)
const words = (edits: readonly { op: string; text: string }[] | undefined): string =>
  (edits ?? []).map(({ op, text }) => (op === 'equal' ? text : op === 'delete' ? `[-${text}]` : `[+${text}]`)).join('')

const aim = article('1', '目的', 'この協約は、圏域の暮らしを共に支えることを目的とする。')
const work = article('2', '取組', '甲及び乙は、救急医療、図書館の利用及び路線バスの運行について連携する。')
const cost = article('3', '費用', '前条の取組に要する費用は、甲及び乙が協議して負担する。')
const talks = article('4', '協議', '甲の市長及び乙の町長は、毎年度１回以上協議を行う。')
const renumbered = (a: Article, number: string): Article => ({ ...a, number, title: articleTitle(number) })

test('marks words, not characters', () => {
  const { articles } = compared(
    [aim],
    [article('1', '目的', 'この協約は、圏域の産業及び暮らしを共に支えることを目的とする。')],
  )
  expect(words(articles[0]?.paragraphs?.[0]?.text)).toBe(
    'この協約は、圏域の[+産業及び]暮らしを共に支えることを目的とする。',
  )
})

test('tells of the caption of a paragraph', () => {
  const captioned = (caption: string): Article => {
    const [paragraph] = aim.paragraphs
    return { ...aim, paragraphs: paragraph ? [{ ...paragraph, caption }] : [] }
  }
  const { articles } = compared([captioned('準備行為')], [captioned('準備の行為')])
  expect(words(articles[0]?.paragraphs?.[0]?.caption)).toBe('準備[+の]行為')
})

test('tells that a table belongs to another article, by its heading alone', () => {
  const under = (number: string): Agreement => ({
    ...agreement([aim]),
    appendedTables: [{ title: '別表第２', relatesTo: [number], sections: [], rows: [['費用', '時期']] }],
  })
  const { appendedTables } = compare(resultOf([under('4')]), resultOf([under('5')]))
  expect(words(appendedTables[0]?.heading)).toBe('別表第２（[-第４条][+第５条]関係）')
  expect(appendedTables[0]).not.toHaveProperty('rows')
})

test('第２条　削除 is the article that it was', () => {
  const struck: Article = { number: '2', title: articleTitle('2'), paragraphs: [{ number: 1, text: '削除' }] }
  const { articles } = compared([aim, work, cost], [aim, struck, cost])
  expect(articles.map((a) => [a.old, a.new, a.status])).toContainEqual(['2', '2', 'changed'])
  expect(articles).toHaveLength(3)
})

test.each([
  ['毎年度１回以上', '毎年度２回以上', '毎年度[-１回][+２回]以上'],
  ['第３条第２項の額', '第４条第２項の額', '[-第３条][+第４条]第２項の額'],
  ['15,000千円を', '18,000千円を', '[-15,000千円][+18,000千円]を'],
])('keeps numbers with what they count: %s ⇒ %s', (old, other, marked) => {
  const { articles } = compared([article('1', '費用', old)], [article('1', '費用', other)])
  expect(words(articles[0]?.paragraphs?.[0]?.text)).toBe(marked)
})

test('tells references that follow a renumbering from a change of wording', () => {
  const fresh = article('3', '会議', '連携の進み具合を確かめるため、連携会議を置く。')
  const follows = {
    ...renumbered(cost, '4'),
    paragraphs: [{ number: 1, text: '第２条の取組に要する費用は、甲及び乙が協議して負担する。' }],
  }
  const { articles } = compared([aim, work, cost], [aim, work, fresh, follows])
  expect(articles.map((a) => [a.old, a.new, a.status, a.renumbered, a.editKind])).toEqual([
    ['1', '1', 'unchanged', false, undefined],
    ['2', '2', 'unchanged', false, undefined],
    [undefined, '3', 'added', false, undefined],
    ['3', '4', 'changed', true, 'reference-only'],
  ])
})

test('a reference that points elsewhere than before is wording', () => {
  const other = {
    ...cost,
    paragraphs: [{ number: 1, text: '第１条の取組に要する費用は、甲及び乙が協議して負担する。' }],
  }
  expect(compared([aim, work, cost], [aim, work, other]).articles[2]?.editKind).toBe('wording')
})

test('an article that moved keeps its identity, those around it do not move', () => {
  const { articles } = compared(
    [aim, work, cost, talks],
    [renumbered(talks, '1'), renumbered(aim, '2'), renumbered(work, '3'), renumbered(cost, '4')],
  )
  expect(articles.map((a) => [a.old, a.new, a.moved])).toEqual([
    ['4', '1', true],
    ['1', '2', false],
    ['2', '3', false],
    ['3', '4', false],
  ])
})

test('finds what was split from an article and what was merged into one', () => {
  const both = article(
    '1',
    '会議',
    '連携会議は、甲の市長及び乙の町長をもって組織し、毎年度二回開く。',
    '幹事会は、企画を担当する職員をもって組織し、連携会議に付する議案を整える。',
  )
  const first = article('1', '会議', '連携会議は、甲の市長及び乙の町長をもって組織し、毎年度二回開く。')
  const second = article('2', '幹事会', '幹事会は、企画を担当する職員をもって組織し、連携会議に付する議案を整える。')
  expect(compared([both], [first, second]).articles[1]).toMatchObject({ status: 'added', splitFrom: '1' })
  expect(compared([first, second], [both]).articles[1]).toMatchObject({ status: 'deleted', mergedInto: '1' })
})

test('misread characters are noise, apart from the changes', () => {
  const old = resultOf([agreement([article('1', '協議', '甲の市長は、エ事の一部を治水に充てる。毎年度、協議する。')])])
  const read = resultOf(
    [agreement([article('1', '協議', '甲の市長は、工事の一部を冶水に充てる. 毎月、協議する。')])],
    'ocr',
  )
  const { articles, noise } = compare(old, read)
  expect(words(articles[0]?.paragraphs?.[0]?.text)).toBe(
    '甲の市長は、工事の一部を冶水に充てる. [-毎年度][+毎月]、協議する。',
  )
  expect(noise.length).toBeGreaterThan(0)
  expect(compare(old, { ...read, source: { ...read.source, textLayer: 'plain' } }).noise).toEqual([])
})

test('differences of layout count unless they are folded', () => {
  const old = [article('1', '費用', '費用は，１０％とする。')]
  const other = [article('1', '費用', '費用は、10%と する。')]
  expect(hasChanges(compared(old, other))).toBe(true)
  const folded = compared(old, other, { folding: { width: true, space: true, punctuation: true } })
  expect(hasChanges(folded)).toBe(false)
  expect(folded.summary.folded).toBe(1)
})

const project = (title: string, participants: string[], more: Partial<Project> = {}): Project => ({
  pillar: '暮らし',
  initiative: '医療',
  title,
  participants,
  purpose: `${title}を圏域で進める。`,
  ...more,
})
const vision = (projects: Project[], excerpt = false): Vision => ({
  type: 'vision',
  title: '谷川連携中枢都市圏ビジョン',
  revision: { status: 'original', excerpt },
  participationGrids: [],
  projects,
})
const years = (...sums: (number | null)[]): Project['budget'] => ({
  years: sums.map((yen, i) => ({ fiscalYear: 2026 + i, text: yen === null ? '未定' : `${yen / 1000}千円`, yen })),
})

test('compares visions project by project', () => {
  const old = vision([
    project('救急医療の輪番', ['三島市', '函南町'], {
      budget: years(1_000_000, null),
      indicators: [{ name: '受入れ件数', target: { text: '100件' } }],
    }),
    project('移動図書館', ['三島市']),
  ])
  const other = vision([
    project('救急医療の輪番制', ['三島市', '裾野市'], {
      initiative: '救急',
      budget: years(1_500_000, 2_000_000),
      indicators: [{ name: '受入れ件数', target: { text: '120件' } }],
      purpose: '救急医療の輪番を圏域で進める。',
    }),
    project('空き家の相談', ['裾野市']),
  ])
  const { projects, summary } = compare(resultOf([old]), resultOf([other]))
  expect(projects[0]).toMatchObject({
    old: '救急医療の輪番',
    new: '救急医療の輪番制',
    renamed: true,
    moved: true,
    initiative: { old: '医療', new: '救急' },
    participants: { joined: ['裾野市'], left: ['函南町'] },
    budget: [
      { fiscalYear: 2026, old: 1_000_000, new: 1_500_000, delta: 500_000 },
      { fiscalYear: 2027, old: null, new: 2_000_000, delta: null },
    ],
    indicators: [{ name: '受入れ件数', status: 'changed' }],
  })
  expect(summary).toMatchObject({
    'projects.added': 1,
    'projects.deleted': 1,
    'projects.joined': 1,
    'projects.left': 1,
  })
})

test('what an excerpt does not hold has not ended', () => {
  const full = vision([project('救急医療の輪番', ['三島市']), project('移動図書館', ['三島市'])])
  const excerpt = vision([project('移動図書館', ['三島市', '函南町'])], true)
  const { mode, projects } = compare(resultOf([full]), resultOf([excerpt]))
  expect(mode).toBe('excerpt')
  expect(projects.map((p) => [p.old, p.status])).toEqual([
    ['救急医療の輪番', 'not-in-excerpt'],
    ['移動図書館', 'changed'],
  ])
})

const partnership = (partner: string, office: string, ...more: Article[]): Agreement => ({
  ...agreement([
    aim,
    article('2', '協議', `三島市と${partner}は、毎年度協議する。乙の${office}長は、議案を出す。`),
    ...more,
  ]),
  type: 'agreement',
  title: `三島市と${partner}との連携協約`,
  parties: [
    { symbol: '甲', name: '三島市' },
    { symbol: '乙', name: partner },
  ],
})

test('agreements of one template are compared modulo their parties, many as a matrix', () => {
  const results = [
    partnership('函南町', '町'),
    partnership('裾野市', '市'),
    partnership('長泉町', '町', article('3', '費用', '費用は、甲の負担とする。')),
  ]
  const { rows, documents } = compareTemplates(results.map((a) => resultOf([a])))
  expect(documents.map((d) => d.parties[1]?.name)).toEqual(['函南町', '裾野市', '長泉町'])
  expect(rows.map((r) => [r.key, ...r.cells.map((c) => c.status)])).toEqual([
    ['1', 'unchanged', 'unchanged', 'unchanged'],
    ['2', 'unchanged', 'unchanged', 'unchanged'],
    ['第３条（費用）', 'absent', 'absent', 'added'],
  ])
})

test('nothing in common is all deleted and all added, and an empty file is compared too', () => {
  expect(hasChanges(compare(resultOf([]), resultOf([])))).toBe(false)
  expect(compare(resultOf([agreement([aim])]), resultOf([])).articles.map((a) => a.status)).toEqual(['deleted'])
})

test('a first paragraph whose proviso became a paragraph of its own, or took one in, is still the first', () => {
  const whole = article('4', '任期', '委員の任期は、２年とする。ただし、補欠の委員の任期は、前任者の残任期間とする。')
  const parted = article('4', '任期', '委員の任期は、３年とする。', '補欠の委員の任期は、前任者の残任期間とする。')
  const split = compared([whole], [parted]).articles[0]?.paragraphs
  expect(split?.map((p) => [p.old, p.new, p.status])).toEqual([
    ['1', '1', 'changed'],
    [undefined, '2', 'added'],
  ])
  expect(words(split?.[0]?.text)).toMatch(/^委員の任期は、\[-２年\]\[\+３年\]とする。\[-ただし、.+\]$/u)
  expect(compared([parted], [whole]).articles[0]?.paragraphs?.map((p) => [p.old, p.new, p.status])).toEqual([
    ['1', '1', 'changed'],
    ['2', undefined, 'deleted'],
  ])
  const before = article('4', '任期', '会長は、委員の互選による。', '委員の任期は、２年とする。')
  expect(
    compared([article('4', '任期', '委員の任期は、２年とする。')], [before]).articles[0]?.paragraphs,
  ).toMatchObject([
    { status: 'added', new: '1' },
    { old: '1', new: '2', renumbered: true },
  ])
})
