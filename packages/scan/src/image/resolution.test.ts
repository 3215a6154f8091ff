import { expect, test } from 'vitest'
import { pageSize, sheetOf } from './resolution.ts'

const rounded = ({ width, height }: { width: number; height: number }): number[] => [
  Math.round(width),
  Math.round(height),
]

test.each([
  ['what a scanner wrote', 2480, 3508, 300, [595, 842]],
  ['of A3', 4960, 3508, 300, [1190, 842]],
  ['72 for want of anything better, as A4', 1654, 2339, 72, [595, 842]],
  ['96 for want of anything better, as A4', 2480, 3508, 96, [595, 842]],
  ['nothing, as A4', 1240, 1754, undefined, [595, 842]],
  ['of a poster, as A4', 9000, 12728, 200, [595, 842]],
] as const)('a file says its resolution: %s', (_, width, height, dpi, size) =>
  expect(rounded(pageSize(width, height, dpi))).toEqual(size),
)

const imageOf = (width: number, height: number, page: { width: number; height: number }) =>
  sheetOf({ number: 1, width, height, channels: 1, data: new Uint8Array(), page })

test.each([
  ['of its box', 2480, 3508, { width: 595, height: 842 }, [595, 842]],
  ['of a slip', 1000, 600, { width: 240, height: 144 }, [240, 144]],
  ['of a coarse fax', 1728, 1145, { width: 595, height: 842 }, [595, 842]],
  ['of A4 where a point is a pixel', 1654, 2339, { width: 1654, height: 2339 }, [595, 842]],
  ['of A4 where a box is of no paper', 5320, 7519, { width: 2481, height: 3507 }, [596, 842]],
  ['of A4 where a box is that of an icon', 2481, 3507, { width: 60, height: 85 }, [594, 842]],
] as const)('a page of a PDF has the size %s', (_, width, height, page, size) =>
  expect(rounded(imageOf(width, height, page))).toEqual(size),
)
