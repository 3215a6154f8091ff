import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, readText, type Source } from '../packages/core/src/index.ts'
import { readFixtures } from './fixture-files.ts'
import { breaches } from './invariants.ts'

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
  expect(breaches(source, await parse(source))).toEqual([])
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

describe('long lines end in linear time', () => {
  /** Four times the text may take four times as long; twice that again is left for a busy machine. */
  const most = 8
  /** Below this, milliseconds say more about the machine than about the text. */
  const floor = 60

  async function milliseconds(text: string): Promise<number> {
    const source = sourceOf(text)
    const start = performance.now()
    await parse(source)
    return performance.now() - start
  }

  test.each([...'あ1（ア第\t|○　甲条、-'])('%j, 50,000 against 200,000', async (c) => {
    await milliseconds(c.repeat(50_000))
    const short = Math.min(await milliseconds(c.repeat(50_000)), await milliseconds(c.repeat(50_000)))
    const long = Math.min(await milliseconds(c.repeat(200_000)), await milliseconds(c.repeat(200_000)))
    expect(long).toBeLessThan(most * Math.max(short, floor))
  })

  test.each(['第１条', '(1)', '前条', '｜○', 'ア ', '<li>', '令和６年度 ', '（以下「甲」という。）', '別表'])(
    '%j repeated to 50,000 against 200,000 characters',
    async (piece) => {
      const of = (n: number) => piece.repeat(Math.floor(n / piece.length))
      await milliseconds(of(50_000))
      const short = Math.min(await milliseconds(of(50_000)), await milliseconds(of(50_000)))
      const long = Math.min(await milliseconds(of(200_000)), await milliseconds(of(200_000)))
      expect(long).toBeLessThan(most * Math.max(short, floor))
    },
  )
})
