import { expect, test } from 'vitest'
import { componentsOf, inkRuns } from '../ink/components.ts'
import { lineOf } from './ink-line.ts'
import { raisedUnits } from './raised-units.ts'

const m = [
  '##.####..####...',
  '################',
  '###..####..####.',
  '##....###....##.',
  '##....##.....##.',
  '##....##.....##.',
  '##....##.....##.',
  '##....##.....##.',
  '##....##.....##.',
  '##....##.....##.',
]
const two = ['.####.', '##..##', '....##', '...##.', '.##...', '##....', '######']
const three = ['.####.', '#...##', '....##', '..###.', '.....#', '....##', '#####.']

/** Drawings beside one another, each that many rows further down. */
function drawn(...parts: readonly (readonly [rows: readonly string[], x: number, y: number])[]) {
  const width = 120
  const data = new Uint8Array(width * 40)
  for (const [rows, x, y] of parts)
    for (const [r, row] of rows.entries())
      data.set(
        Uint8Array.from(row, (c) => (c === '#' ? 1 : 0)),
        (y + r) * width + x,
      )
  const runs = inkRuns({ width, height: 40, data })
  return raisedUnits(lineOf(componentsOf(runs, 3)), runs, 20)
}

test.each([
  ['a small 2 above the last leg of an m is ㎡', '㎡', drawn([m, 5, 18], [two, 16, 10])],
  ['a small 3 behind an m is ㎥', '㎥', drawn([m, 5, 18], [three, 22, 10])],
  ['one that touches the m is, too', '㎡', drawn([m, 5, 17], [two, 15, 10])],
])('%s', (_, value, found) => expect(found.map((unit) => unit.value)).toEqual([value]))

test.each([
  ['an m alone', drawn([m, 5, 18])],
  ['two of them', drawn([m, 5, 18], [m, 24, 18])],
  ['a figure that stands on the line', drawn([m, 5, 18], [two, 24, 21])],
  ['a figure far behind', drawn([m, 5, 18], [two, 34, 10])],
  ['nothing', drawn()],
])('%s is no unit', (_, found) => expect(found).toEqual([]))
