import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { width } from '../text/columns.ts'
import { colours, editPieces, paintedLines, painter, visible } from './diff-paint.ts'

const plain = painter(false, false, {})
const edits = [
  { op: 'equal' as const, text: '毎年' },
  { op: 'delete' as const, text: '一回' },
  { op: 'insert' as const, text: '二回' },
]

describe('differences', () => {
  test('have colours for a person at a terminal', () =>
    expect(paintedLines(editPieces(edits, colours), 80, 0, colours)).toEqual([
      '毎年\u001b[31;9m一回\u001b[0m\u001b[32;4m二回\u001b[0m',
    ]))
  test('have brackets elsewhere', () =>
    expect(paintedLines(editPieces(edits, plain), 80, 2, plain)).toEqual(['  毎年[-一回-]{+二回+}']))
  test('keep the ends of long equal text that stand beside a change', () => {
    const [before] = editPieces([{ op: 'equal', text: '前'.repeat(100) }, ...edits], plain)
    expect(before?.text).toMatch(/^…前+$/u)
  })
})

test.each([
  [true, false, {}, true],
  [true, true, {}, false],
  [true, false, { NO_COLOR: '1' }, false],
  [true, false, { NO_COLOR: '' }, true],
  [true, false, { TERM: 'dumb' }, false],
  [false, false, {}, false],
])('a terminal %j, refused %j, %j: colours %j', (interactive, refused, environment, expected) =>
  expect(painter(interactive, refused, environment) === colours).toBe(expected),
)

test('nothing that a document says moves the cursor', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
    }),
  )
  expect(visible('a\u001b[31mb\u202ec')).toBe('a [31mb c')
})

test('a number is on one line', () =>
  expect(paintedLines([{ text: '事業費 2026: 1,400', look: 'plain' }], 11, 0, plain)).toEqual([
    '事業費 ',
    '2026: 1,400',
  ]))

test('no line is wider than asked, one hanging mark apart', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('文', 'a', '。', ' ') }),
      fc.integer({ min: 10, max: 40 }),
      (text, columns) => {
        for (const line of paintedLines([{ text: text.replace(/。+/gu, '。'), look: 'plain' }], columns, 2, plain))
          expect(width(line)).toBeLessThanOrEqual(columns + 2)
      },
    ),
  )
})
