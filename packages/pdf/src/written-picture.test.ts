import { expect, test } from 'vitest'
import { mayHoldWriting } from './written-picture.ts'

/** A grey picture of 400 by 200 pixels on 200 by 100 points. */
const pictureOf = (value: (x: number, y: number) => number, points = 200): boolean => {
  const data = Uint8Array.from({ length: 400 * 200 * 3 }, (_, i) =>
    value(Math.floor(i / 3) % 400, Math.floor(i / 1200)),
  )
  const image = { width: 400, height: 200, kind: 2, data }
  const lie = { swapped: false, mirroredX: false, mirroredY: false }
  return mayHoldWriting({ image, box: [0, 0, points, points / 2], lie })
}
/** Strokes of two pixels on paper of a shade. */
const strokes = (paper: number) => (x: number, y: number) => (x % 20 < 2 && y % 40 < 20 ? 20 : paper + ((x + y) % 5))

test.each([
  ['print', pictureOf(strokes(250)), true],
  ['print on grey paper', pictureOf(strokes(200)), true],
  ['print too small to be read', pictureOf(strokes(250), 900), false],
  ['a seal', pictureOf(strokes(250), 80), false],
  ['a photograph', pictureOf((x, y) => (x * y) % 251), false],
  ['a dark picture', pictureOf((x) => (x % 9 < 5 ? 30 : 250)), false],
  ['a white area', pictureOf(() => 255), false],
])('%s', (_, found, expected) => expect(found).toBe(expected))
