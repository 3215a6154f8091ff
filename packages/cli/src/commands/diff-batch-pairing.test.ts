import type { Agreement, Vision } from '@kyoyaku/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Candidate, likenessOf, pairUp } from './diff-batch-pairing.ts'
import { signatureOf } from './diff-batch-signature.ts'

const body = (words: string): string =>
  `${words}に関し、相互に役割を分担して連携するため、必要な事項を定めるものとする。費用は協議して定める。`

function agreement(title: string, parties: string[], text = body('圏域の形成')): Agreement {
  const type = parties.length > 0 ? 'agreement' : 'regulation'
  return {
    type,
    title,
    status: 'concluded',
    parties: parties.map((name, i) => ({ symbol: ['甲', '乙', '丙', '丁'][i] ?? '', name })),
    legalBasis: [],
    articles: [{ number: '1', title: '第１条', paragraphs: [{ number: 1, text }] }],
    references: [],
    appendedTables: [],
  }
}

function vision(title: string, municipalities: string[], more: Partial<Vision> = {}): Vision {
  return {
    type: 'vision',
    title,
    revision: { status: 'original', excerpt: false },
    participationGrids: municipalities.length > 0 ? [{ municipalities, rows: [] }] : [],
    projects: [{ title: '図書館の相互利用', participants: [], purpose: body('図書館') }],
    ...more,
  }
}

const candidates = (documents: (Agreement | Vision)[], side: string): Candidate[] =>
  documents.map((document, i) => ({
    signature: signatureOf(document),
    sha256: `${side}${i}`,
    index: 0,
    file: `${side}${i}.txt`,
  }))

/** Pairs as old → new, by place. */
const paired = (olds: (Agreement | Vision)[], news: (Agreement | Vision)[]): string =>
  pairUp(candidates(olds, 'a'), candidates(news, 'b'))
    .map((pair) => `${pair.old}→${pair.new}`)
    .join(' ')

const title = '備後圏域連携協約'
const of = (...parties: string[]): Agreement => agreement(title, parties)

describe('documents of two folders are paired', () => {
  test.each([
    [
      'by their parties where a core city has many agreements of one text',
      [of('福山市', '尾道市'), of('福山市', '府中市')],
      [of('福山市', '府中市'), of('福山市', '尾道市')],
      '1→0 0→1',
    ],
    [
      'not with the agreement of another partner, where their own is gone',
      [of('福山市', '尾道市')],
      [of('福山市', '府中市')],
      '',
    ],
    ['though a party joined', [of('福山市', '尾道市', '府中市')], [of('福山市', '尾道市', '府中市', '世羅町')], '0→0'],
    ['though a character of a name is misread', [of('福山市', '神石高原町')], [of('福山市', '神石高原叮')], '0→0'],
    ['but not two towns whose names differ by a character', [of('福山市', '大崎町')], [of('福山市', '大磯町')], ''],
    [
      'though the title is new',
      [of('福山市', '尾道市')],
      [agreement('備後圏域の形成に関する協定', ['福山市', '尾道市'])],
      '0→0',
    ],
    [
      'though the new one is a draft of a year',
      [agreement('公民館条例', [])],
      [agreement('公民館条例（令和６年改正案）', [])],
      '0→0',
    ],
    [
      'ordinances by title and text',
      [agreement('公民館条例', [], body('公民館')), agreement('体育館条例', [], body('体育館'))],
      [agreement('体育館条例', [], body('体育館'))],
      '1→0',
    ],
    ['but not an ordinance with an agreement', [agreement('備後圏域連携協約', [])], [vision(title, [])], ''],
    [
      'not ordinances about different things',
      [agreement('公民館条例', [], body('公民館の使用'))],
      [agreement('消防団条例', [], '団員は、消防長の推薦により任命する。')],
      '',
    ],
    [
      'visions by their region',
      [vision('連携ビジョン', ['福山市', '尾道市']), vision('連携ビジョン', ['倉敷市', '総社市'])],
      [vision('連携ビジョン', ['総社市', '倉敷市', '早島町'])],
      '1→0',
    ],
    [
      'visions of the same term first',
      [
        vision('第1期備後圏域ビジョン', ['福山市', '尾道市'], { term: 1 }),
        vision('第2期備後圏域ビジョン', ['福山市', '尾道市'], { term: 2 }),
      ],
      [vision('第2期備後圏域ビジョン（令和６年度改訂版）', ['福山市', '尾道市'], { term: 2 })],
      '1→0',
    ],
    [
      'one agreement at most with each',
      [of('福山市', '尾道市')],
      [of('福山市', '尾道市'), of('福山市', '尾道市')],
      '0→0',
    ],
    ['nothing with nothing', [], [of('福山市')], ''],
  ] satisfies [string, (Agreement | Vision)[], (Agreement | Vision)[], string][])('%s', (_, olds, news, expected) =>
    expect(paired(olds, news)).toBe(expected),
  )
})

test('files of equal contents are pairs, whatever is in them', () => {
  const [one] = candidates([of('福山市', '尾道市')], 'a')
  const twin = { ...candidates([vision('x', [])], 'b')[0], sha256: 'a0' } as Candidate
  expect(pairUp([one as Candidate], [twin])).toEqual([{ old: 0, new: 0, likeness: { score: 1, title: 1, text: 1 } }])
})

test('of documents alike in everything the one with the same file name is the partner', () => {
  const [a, b] = candidates([of('福山市', '尾道市'), of('福山市', '尾道市')], 'a') as [Candidate, Candidate]
  const other = { ...b, sha256: 'other' }
  expect(pairUp([a, b], [other])).toMatchObject([{ old: 1, new: 0 }])
})

test('a document is as like another as that is like it, and most like itself', () => {
  const names = fc.constantFrom('福山市', '尾道市', '府中市', '世羅町', '倉敷市')
  const drawn = fc
    .record({
      title: fc.string({ maxLength: 12 }),
      parties: fc.uniqueArray(names, { maxLength: 3 }),
      text: fc.string({ maxLength: 40 }),
    })
    .map(({ title, parties, text }) => agreement(title, parties, text))
  fc.assert(
    fc.property(drawn, drawn, (x, y) => {
      const [a, b] = candidates([x, y], 'p') as [Candidate, Candidate]
      expect(likenessOf(a, b)).toEqual(likenessOf(b, a))
      expect(likenessOf(a, a)?.score ?? 0).toBeGreaterThanOrEqual(likenessOf(a, b)?.score ?? 0)
    }),
  )
})
