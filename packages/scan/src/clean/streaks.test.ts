import { expect, test } from 'vitest'
import type { Raster } from './raster.ts'
import { withoutStreaks } from './streaks.ts'

const size = 900

/** White paper with a dark line of one pixel across, from … to, over ground of that brightness. */
function lined(from: number, to: number, ground: number): Raster {
  const data = new Uint8Array(size * size).fill(250)
  for (let y = 401; y < 500; y++) data.fill(ground, y * size + from, y * size + to)
  data.fill(150, 400 * size + from, 400 * size + to)
  return { width: size, height: size, data }
}

const darkest = ({ data }: Raster): number => Math.min(...data.subarray(400 * size, 401 * size))

test('takes a line from edge to edge out', () =>
  expect(darkest(withoutStreaks(lined(0, size, 250)))).toBeGreaterThan(230))

test('leaves the rule of a wide table with a coloured head, which ends before the margins', () =>
  expect(darkest(withoutStreaks(lined(40, size - 40, 214)))).toBe(150))
