import { expect, test } from 'vitest'
import type { Rule } from '../read/page-glyphs.ts'
import { segmentsOf } from './segments.ts'

const dot = (x: number, y: number, tall: boolean): Rule =>
  tall
    ? { x0: x, x1: x, y0: y - 0.3, y1: y + 0.3, width: 0.6, color: '#000000' }
    : { x0: x - 0.3, x1: x + 0.3, y0: y, y1: y, width: 0.6, color: '#000000' }
const places = Array.from({ length: 10 }, (_, i) => 10 + i * 1.8)

test.each([true, false])(
  'square dots make a line either way they lie, whichever side is the longer (tall: %s)',
  (tall) => {
    expect(segmentsOf(places.map((x) => dot(x, 50, tall))).horizontal).toHaveLength(1)
    expect(segmentsOf(places.map((y) => dot(50, y, tall))).vertical).toHaveLength(1)
  },
)
