import { describe, expect, it } from 'vitest'
import { blocksOf } from './blocks.ts'
import { type DrawnText, drawSource, gridRules } from './draw-page.ts'

const at = (x: number, y: number, text: string): DrawnText => ({ x, y, text })
const read = (texts: readonly DrawnText[], ...boxes: [number[], number[]][]): string[] =>
  blocksOf(drawSource({ texts, rules: boxes.flatMap(([xs, ys]) => gridRules(xs, ys)) })).map((b) =>
    b.kind === 'table' ? 'table' : `${b.aside ? 'a:' : ''}${b.text.value}`,
  )

const body = [
  at(50, 100, '甲及び乙は、観光、防災及び交通の分野において連携する。甲及び乙は、毎年度'),
  at(50, 120, '（費用）'),
  at(50, 140, '第３条　費用の負担は、協議して定める。'),
  at(50, 160, '第４条　この協約の変更は、議決を経る。'),
]
const note = [at(255, 123, '【補足】乙との協約案で'), at(255, 137, 'す。')]

describe('boxes beside the text', () => {
  it('are read by themselves', () => {
    expect(
      read(
        [...body, ...note],
        [
          [250, 380],
          [110, 145],
        ],
      ),
    ).toEqual([...body.map((t) => t.text), 'a:【補足】乙との協約案です。'])
  })

  it('are text where they are what stands there', () => {
    const boxes: [number[], number[]] = [
      [250, 380],
      [110, 145],
    ]
    expect(read([...body.slice(0, 1), ...note], boxes).filter((t) => t.startsWith('a:'))).toEqual([])
    expect(
      read(
        [at(50, 100, '甲'.repeat(30)), ...note],
        [
          [40, 380],
          [80, 145],
        ],
      ).some((t) => t.startsWith('a:')),
    ).toBe(false)
  })
})
