import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, readText, type Source } from '../packages/core/src/index.ts'
import { readFixtures } from './fixture-files.ts'
import { breaches } from './invariants.ts'
import { heads } from './long-texts.ts'

const { info } = await readText(new TextEncoder().encode('連携協約'), 'any.txt')
const texts = await Promise.all(readFixtures().map(async ({ bytes, name }) => (await readText(bytes, name)).text))

/** A source of any text, also of one that a reader would refuse. */
function sourceOf(text: string): Source {
  let start = 0
  const pages = text.split('\f').map((page, i) => {
    const span = [start, start + page.length] as const
    start += page.length + 1
    return { number: i + 1, span }
  })
  return { info, text, pages }
}

async function holds(text: string): Promise<void> {
  const source = sourceOf(text)
  const found = breaches(source, await parse(source))
  if (found.length > 0) throw new Error(found.slice(0, 5).join('\n'))
}

/** Pieces that grammars act on, so that random lines reach them. */
const words = fc.constantFrom(
  ...[
    '第１条',
    '第二条の３',
    '（目的）',
    '（',
    '）',
    '甲',
    '乙の役割',
    '取組内容',
    '別表（第３条関係）',
    '附　則',
    '２　',
    '(1)',
    'ア',
    '(ア)',
    'a',
    '①',
  ],
  ...[
    '○',
    '◎',
    '－',
    '△1,200千円',
    '令和６年度',
    'R4年度',
    '計',
    '事務事業名',
    '連携市町',
    '全市町',
    '重要業績評価指標',
    '【連携協約の取組】',
    '連携協約',
    'ビジョン',
  ],
  ...[
    '横手市',
    '前条',
    '別表第２',
    '地方自治法',
    '以下「甲」という。',
    '\t',
    '|',
    '\f',
    '　',
    '   ',
    '<ul><li>',
    '\u{20bb7}',
    '\ufffd',
    '〃',
    '- 3 -',
    '概要',
  ],
)
const line = fc.oneof(
  fc.array(words, { maxLength: 9 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const fixture = fc.constantFrom(...texts)

describe('whatever the text, parsing ends without an exception and its result keeps the invariants', () => {
  const runs = { numRuns: 60 }

  test('random lines', () =>
    fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), (lines) => holds(lines.join('\n'))),
      runs,
    ))

  test('a text cut anywhere', () =>
    fc.assert(
      fc.asyncProperty(fixture, fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (text, share, head) => {
        const i = Math.floor(text.length * share)
        return holds(head ? text.slice(0, i) : text.slice(i))
      }),
      runs,
    ))

  test('lines in another order', () =>
    fc.assert(
      fc.asyncProperty(fixture, fc.infiniteStream(fc.nat()), (text, keys) => {
        const keyed = text.split('\n').map((l) => [keys.next().value as number, l] as const)
        return holds(
          keyed
            .sort((a, b) => a[0] - b[0])
            .map(([, l]) => l)
            .join('\n'),
        )
      }),
      runs,
    ))

  test('characters replaced, taken out and put in', () =>
    fc.assert(
      fc.asyncProperty(
        fixture,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.oneof(words, fc.string({ unit: 'binary', maxLength: 2 }))), {
          minLength: 1,
          maxLength: 12,
        }),
        (text, edits) => {
          let edited = text
          for (const [where, width, put] of edits) {
            const i = where % (edited.length + 1)
            edited = edited.slice(0, i) + put + edited.slice(i + width)
          }
          return holds(edited)
        },
      ),
      runs,
    ))

  test('two texts in one file, and one twice', () =>
    fc.assert(
      fc.asyncProperty(fixture, fixture, fc.constantFrom('\n', '\f', '\n\n\n'), (a, b, between) =>
        holds(a + between + b),
      ),
      { numRuns: 30 },
    ))
})

test('the same text gives the same result', () =>
  fc.assert(
    fc.asyncProperty(fixture, async (text) => {
      expect(await parse(sourceOf(text))).toEqual(await parse(sourceOf(text)))
    }),
    { numRuns: 15 },
  ))

describe('long texts end in linear time', () => {
  /** Eight times the text may take eight times as long, and 64 times where time is quadratic; the limit is well between them. */
  const most = 28
  /** Below this, milliseconds say more about the machine than about the text. */
  const floor = 20

  async function milliseconds(text: string): Promise<number> {
    const source = sourceOf(text)
    const start = performance.now()
    await parse(source)
    return performance.now() - start
  }

  async function staysLinear(head: string, piece: string, length: number): Promise<void> {
    const of = (n: number) => head + piece.repeat(Math.floor(n / piece.length))
    await milliseconds(of(length / 2))
    const limit = most * Math.max(await milliseconds(of(length / 2)), floor)
    const long = await milliseconds(of(4 * length))
    // A second chance, as another process may have had the machine.
    expect(long < limit ? long : await milliseconds(of(4 * length))).toBeLessThan(limit)
  }

  test.each([...'あ1（ア第\t|○　甲条、-'])('%j, 25,000 against 200,000 characters', (c) => staysLinear('', c, 50_000))

  test.each([
    ...['第１条', '(1)', '前条', '｜○', 'ア ', '<li>', '令和６年度 ', '（以下「甲」という。）', '別表', '横手市、'],
    ...['\n', 'あ\n', '第１条\n', '(1)\nア\n', '○\t', '| ○ |\n', '取組内容\t甲の役割\n', '事務事業名\tあ\n\n'],
    ...['・あ\n', '【取組内容】', '■あ事業\n事業概要：い\n'],
  ])('%j again and again', (piece) => staysLinear('', piece, 50_000))

  test('pages of one character', () => staysLinear('', 'あ\n\f', 12_500))

  const pieces = ['前条', '別表', '第１条　別表\n', '(1)\nア\n', '| ○ |\n', '甲　横手市\n', '１　あ　い\n', 'い。\n\n']
  const ofVisions = ['横手市\n', '役割\n', 'R6\tR7\n', '事業名\t事業概要\n'].map((piece) => ({
    name: 'vision',
    head: heads.vision,
    piece,
  }))
  const cases = [
    ...Object.entries(heads).flatMap(([name, head]) => pieces.map((piece) => ({ name, head, piece }))),
    ...ofVisions,
  ]
  test.each(cases)('$piece in an $name', ({ head, piece }) =>
    staysLinear(head, piece, piece.endsWith('\n') ? 15_000 : 50_000),
  )
})
