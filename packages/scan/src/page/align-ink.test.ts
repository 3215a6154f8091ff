import { expect, test } from 'vitest'
import { lineOf } from '../lines/ink-line.ts'
import { alignInk } from './align-ink.ts'

const em = 40

/** What is left of characters that an engine saw `pitch` apart, over ink with these edges. */
function kept(text: string, pitch: number, ink: readonly (readonly [number, number])[]): string {
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
    .map((c) => c.value)
    .join('')
}

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
  ['a kana said in both scripts for one ink is one', 'へヘ', [[0, 34]], 'へ'],
] as const)('%s', (_, text, ink, left) => expect(kept(text, 20, ink)).toBe(left))
