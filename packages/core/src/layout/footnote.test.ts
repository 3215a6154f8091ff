import { describe, expect, it } from 'vitest'
import type { Source } from '../read/source.ts'
import { blocksOf } from './blocks.ts'
import { type DrawnText, drawSource, gridRules, horizontal } from './draw-page.ts'

const at = (x: number, y: number, text: string, more: Partial<DrawnText> = {}): DrawnText => ({ x, y, text, ...more })
/** Texts of a page: lines of its own, `n:` before notes and `l:` before what is furniture; cells of a row in one. */
const read = (source: Source): string[] =>
  blocksOf(source).flatMap((b) =>
    b.kind === 'table'
      ? b.rows.map((row) => row.map((c) => c.text.value).join('|'))
      : [`${b.aside ? 'n:' : b.furniture ? 'l:' : ''}${b.text.value}`],
  )

const notes = [
  at(50, 750, '1　議会の議決を経て', { size: 8 }),
  at(50, 762, 'いる。', { size: 8 }),
  at(50, 774, '2　町を除く。', { size: 8 }),
]
const over = horizontal(740, 50, 150)

describe('footnotes', () => {
  it('are parted from the text that they stand under, and their raised numbers with them', () => {
    const texts = [
      ...[at(50, 100, '甲及び乙は、協定を締結する。'), at(190, 95, '1', { size: 6 }), at(50, 116, '第１条　省略')],
      ...[at(105, 142, '運営する。'), at(155, 137, '2', { size: 6 }), at(205, 142, '負担する。')],
      ...notes,
    ]
    const rules = [...gridRules([100, 200, 300], [130, 150]), over]
    expect(read(drawSource({ texts: [...texts, at(290, 810, '- 1 -')], rules }))).toEqual([
      '甲及び乙は、協定を締結する。',
      '第１条　省略',
      '運営する。|負担する。',
      'l:- 1 -',
      'l:1',
      'l:2',
      'n:1　議会の議決を経ている。',
      'n:2　町を除く。',
    ])
  })

  it('are text where nothing above leads to them, or no line parts them from it', () => {
    const body = [
      at(50, 100, '甲及び乙は、次の協定を締結する。'),
      at(50, 116, '面積は100m'),
      at(116, 111, '2', { size: 6 }),
    ]
    expect(read(drawSource({ texts: [...body, ...notes], rules: [over] })).filter((t) => t.startsWith('n:'))).toEqual(
      [],
    )
    const marked = [...body, at(210, 95, '1', { size: 6 })]
    expect(read(drawSource({ texts: [...marked, ...notes] })).filter((t) => t.startsWith('n:'))).toEqual([])
  })
})
