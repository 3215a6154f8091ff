import type { InkTable } from '../cells/page-cells.ts'

interface Box {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** Marks stand this close to the middle line of their cell, as a share of its width: in high cells they may stand at the top … */
const offMiddle = 0.05
/** … and of what is faint so much does: of what shines through from another page hardly anything, and rings look alike in mirror writing. */
const share = 0.8

const isMiddle = (c: Box, cell: Box): boolean =>
  Math.abs(c.x0 + c.x1 - cell.x0 - cell.x1) / 2 <= (cell.x1 - cell.x0) * offMiddle && c.y0 >= cell.y0 && c.y1 <= cell.y1

/** Whether what is faint on a page are marks of its tables. */
export function areMarks(faint: readonly Box[], tables: readonly InkTable[]): boolean {
  const cells = tables.flatMap((table) => table.cells)
  const own = faint.filter((c) => cells.some((cell) => isMiddle(c, cell)))
  return own.length > 0 && own.length >= faint.length * share
}
