import { expect, test } from 'vitest'
import type { InkTable } from '../cells/page-cells.ts'
import { areMarks } from './faint-marks.ts'

/** Cells of 60 by 50 pixels. */
const cells = [0, 60, 120, 180].map((x0) => ({
  cell: { box: [x0, 0, x0 + 60, 50] as const, row: 0, column: x0 / 60, rowSpan: 1, columnSpan: 1 },
  ...{ x0, y0: 0, x1: x0 + 60, y1: 50, ink: [], crumbs: [] },
}))
const table = { x0: 0, y0: 0, x1: 240, y1: 50, cells } as unknown as InkTable

const faint = (...middles: [number, number][]) =>
  middles.map(([x, y]) => ({ x0: x - 15, y0: y - 15, x1: x + 15, y1: y + 15 }))

test('what stands midway between the sides of cells is marks', () =>
  expect(areMarks(faint([31, 16], [92, 27], [149, 25]), [table])).toBe(true))

test('what lies across cells, or beside them, shines through', () => {
  expect(areMarks(faint([31, 24], [62, 27], [100, 40], [195, 12]), [table])).toBe(false)
  expect(areMarks(faint([31, 24]), [])).toBe(false)
})
