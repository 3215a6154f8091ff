import type { Tokenizer } from '@kyoyaku/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editsOf, newTextOf, oldTextOf, textComparison } from './edits.ts'
import { everyForm } from './folding.ts'

const marked = (old: string, other: string): string =>
  (editsOf(textComparison({ folding: everyForm }), { text: old }, { text: other }) ?? [])
    .map(({ op, text }) => (op === 'equal' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`))
    .join('')

test.each([
  ['長沼町、新篠津村及び千歳市', '南幌町、新篠津村及び千歳市', '[-長沼町-]{+南幌町+}、新篠津村及び千歳市'],
  ['鬼北町長', '松野町長', '[-鬼北町-]{+松野町+}長'],
])('names of municipalities are one word: %s', (old, other, expected) => expect(marked(old, other)).toBe(expected))

test('words that are cut otherwise beside others are no change', () => {
  const cut = (text: string) => text.split('｜').map((surface) => ({ surface }))
  const words: Record<string, string> = {
    '会長が別に定める。': '会長｜が｜別｜に｜定める｜。',
    '会長が協議会に諮って別に定める。': '会長｜が｜協議会｜に｜諮って｜別に｜定める｜。',
  }
  const tokenizer = ((text: string) => cut(words[text] ?? text)) as unknown as Tokenizer
  const [short, long] = Object.keys(words) as [string, string]
  const told = (old: string, other: string) =>
    editsOf(textComparison({ tokenizer }), { text: old, at: { span: [10, 10 + old.length] } }, { text: other })
  expect(told(short, long)?.filter((e) => e.op !== 'equal')).toEqual([{ op: 'insert', text: '協議会に諮って' }])
  expect(told(long, short)?.filter((e) => e.op !== 'equal')).toEqual([
    { op: 'delete', text: '協議会に諮って', at: { span: [13, 20] } },
  ])
})

test('a sentence that is gone is told as one', () =>
  expect(
    marked('書面で通告するものとする。この場合において、議決書を添えるものとする。', '書面で通告するものとする。'),
  ).toBe('書面で通告するものとする。[-この場合において、議決書を添えるものとする。-]'))

describe('ways of writing one thing', () => {
  test.each([
    ['width', '毎年度２回（10％）', '毎年度2回(１０%)'],
    ['space', '長岡市 （以下', '長岡市（以下'],
    ['punctuation', '甲は、費用を，負担する。', '甲は，費用を、負担する．'],
    ['variant', '髙次の都市機能', '高次の都市機能'],
    ['calendar', '令和５年度から', '2023年度から'],
    ['calendar', 'R5年度', '2023年度'],
    ['numeral', '第三条の二', '第３条の２'],
    ['numeral', '四月一日から', '４月１日から'],
  ])('%s: %s', (reason, old, other) => {
    const comparison = textComparison({ folding: everyForm })
    expect(editsOf(comparison, { text: old }, { text: other })).toBeUndefined()
    expect(new Set(comparison.noise.map((n) => n.reason))).toEqual(new Set([reason]))
  })

  test('are told apart from changes beside them', () => {
    expect(marked('会議は、毎年度１回開く。', '会議は，毎年度2回開く。')).toBe('会議は，毎年度[-１回-]{+2回+}開く。')
  })

  test('stay differences without a folding', () => {
    expect(editsOf(textComparison({}), { text: '第３条' }, { text: '第3条' })).toBeDefined()
  })

  test.each([
    ['令和５年', '2024年'],
    ['1,500円', '1500円の'],
    ['第三条', '第４条'],
  ])('hide no change: %s, %s', (old, other) => expect(marked(old, other)).not.toBe(''))
})

test('what is inserted is told where it reads as something of its own', () => {
  expect(
    marked('小谷市（以下「乙」という。）は、', '小谷市（以下「乙」という。）及び見附市（以下「丙」という。）は、'),
  ).toBe('小谷市（以下「乙」という。）{+及び見附市（以下「丙」という。）+}は、')
})

test('lines of a list that changed places come and go whole', () => {
  const [shows, talks] = ['首都圏での展示会の開催', '海外の商社との商談会の開催']
  expect(marked(`${shows}\n${talks}`, `${talks}\n${shows}`)).toBe(`[-${shows}\n-]${talks}\n{+${shows}+}`)
})

test('equal and deleted pieces give the old text, equal and inserted ones the new text, whatever is folded', () => {
  const text = fc
    .array(
      fc.constantFrom(
        '甲',
        '乙',
        '、',
        '，',
        ' ',
        '\n',
        '１',
        '1',
        '令和５年',
        '2023年',
        '髙',
        '高',
        '（',
        '(',
        '第三条',
        '協議',
      ),
      {
        maxLength: 24,
      },
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (old, other) => {
      const edits = editsOf(textComparison({ folding: everyForm }), { text: old }, { text: other })
      if (!edits) return
      expect(oldTextOf(edits)).toBe(old)
      expect(newTextOf(edits)).toBe(other)
    }),
    { numRuns: 300 },
  )
})

test('a sentence that came or went behind one that changed is told apart from it', () => {
  const short = '委員の任期は、３年とする。'
  const long = '委員の任期は、２年とする。ただし、補欠の委員の任期は、前任者の残任期間とする。'
  const proviso = 'ただし、補欠の委員の任期は、前任者の残任期間とする。'
  const told = (old: string, other: string) =>
    editsOf(textComparison(), { text: old }, { text: other })?.map(({ op, text }) => [op, text])
  expect(told(short, long)).toEqual([
    ['equal', '委員の任期は、'],
    ['delete', '３年'],
    ['insert', '２年'],
    ['equal', 'とする。'],
    ['insert', proviso],
  ])
  expect(told(long, short)?.at(-1)).toEqual(['delete', proviso])
})
