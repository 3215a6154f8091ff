import type { At } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { struckText } from './struck-text.ts'

/** A value with its runs as [mark, text, offset], in a source that holds `pieces` of the value. */
const at = (pieces: [number, number][], ...runs: ['deleted' | 'inserted' | 'underlined', string, number][]): At => ({
  span: [pieces[0]?.[0] ?? 0, pieces.at(-1)?.[1] ?? 0],
  spans: pieces,
  runs: runs.map(([mark, text, offset]) => ({ mark, text, span: [offset, offset + text.length] })),
})

test.each<[string, At, string]>([
  [
    '毎年度２回協議する。',
    at(
      [
        [0, 3],
        [4, 11],
      ],
      ['deleted', '１', 3],
      ['inserted', '２', 4],
    ),
    '毎年度１回協議する。',
  ],
  [
    '甲及び乙は、協議する。',
    at(
      [
        [0, 4],
        [7, 14],
      ],
      ['deleted', '及び丙', 4],
    ),
    '甲及び乙及び丙は、協議する。',
  ],
  ['速やかに協議する。', at([[0, 9]], ['inserted', '速やかに', 0]), '協議する。'],
  ['協議する。', at([[5, 10]], ['deleted', '速やかに', 0]), '速やかに協議する。'],
  ['協議する。', at([[0, 5]], ['underlined', '協議', 0]), '協議する。'],
])('reads what %s was before a redline', (value, place, old) => {
  expect(struckText(value, place)).toBe(old)
})
