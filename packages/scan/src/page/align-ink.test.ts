import { expect, test } from 'vitest'
import { lineOf } from '../lines/ink-line.ts'
import { alignInk } from './align-ink.ts'

const em = 40

/** What is left of characters that an engine saw `pitch` apart, over ink with these edges. */
const kept = (text: string, pitch: number, ink: readonly (readonly [number, number])[]): string =>
  placed(text, pitch, ink)
    .map((c) => c.value)
    .join('')

function placed(text: string, pitch: number, ink: readonly (readonly [number, number])[]): ReturnType<typeof alignInk> {
  const characters = Array.from(text, (value, i) => ({
    value,
    confidence: 0.99,
    x0: i * pitch,
    x1: (i + 1) * pitch - 2,
    y0: 0,
    y1: 30,
  }))
  const line = lineOf(ink.map(([x0, x1]) => ({ x0, x1, y0: 0, y1: 30, area: 100, runs: new Int32Array() })))
  return alignInk(characters, line, em)
}

test.each([
  [
    'a wide space that was read as a sign is none',
    '条_甲',
    42,
    [
      [0, 38],
      [82, 120],
    ],
    '条甲',
  ],
  [
    'a sign with ink stays',
    '条。甲',
    42,
    [
      [0, 38],
      [44, 54],
      [84, 122],
    ],
    '条。甲',
  ],
  [
    'a sign that touches stays',
    'る。甲',
    42,
    [
      [0, 44],
      [70, 108],
    ],
    'る。甲',
  ],
] as const)('%s', (_, text, pitch, ink, right) => expect(kept(text, pitch, ink)).toBe(right))

test.each([
  [
    'zeros that touch are two',
    '7,00',
    [
      [0, 18],
      [22, 26],
      [40, 78],
    ],
    '7,00',
  ],
  [
    'a figure said twice for one ink is one',
    '7,00',
    [
      [0, 18],
      [22, 26],
      [40, 58],
    ],
    '7,0',
  ],
  [
    'a zero behind a figure that touches the zero before it stays',
    '400人',
    [
      [0, 40],
      [42, 61],
      [72, 108],
    ],
    '400人',
  ],
  ['a kana said in both scripts for one ink is one', 'へヘ', [[0, 34]], 'へ'],
] as const)('%s', (_, text, ink, left) => expect(kept(text, 20, ink)).toBe(left))

test('characters that an engine saw one place too far right stand on the ink that fits all of them', () => {
  const text = '1.圏域全体の経済成長のけん引'
  const ink = [
    [0, 18],
    [22, 28],
    ...Array.from({ length: text.length - 2 }, (_, i) => [76 + i * 41, 114 + i * 41]),
  ] as [number, number][]
  const seen = Array.from(text, (value, i) => {
    const [x0, x1] = i < 2 ? (ink[i] as [number, number]) : [76 + (i - 1) * 41, 114 + (i - 1) * 41]
    return { value, confidence: 0.99, x0, x1, y0: 0, y1: 30 }
  })
  const line = lineOf(ink.map(([x0, x1]) => ({ x0, x1, y0: 0, y1: 30, area: 100, runs: new Int32Array() })))
  expect(alignInk(seen, line, em).map(({ x0, x1 }) => [x0, x1])).toEqual(ink)
})

test('of a figure said twice for one ink the reading is in doubt', () => {
  const ink = [
    [0, 18],
    [22, 26],
    [40, 58],
  ] as const
  expect(placed('7,00', 20, ink).map((c) => c.confidence)).toEqual([0.99, 0.99, 0.495])
})
