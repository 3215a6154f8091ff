import type { Box } from '../read/page-glyphs.ts'
import type { Glyph } from './glyphs.ts'
import { isSpaceGlyph } from './glyphs.ts'

/** Marks that stand out of their cell by no more than this, in points, stand in it. */
const within = 1

const isIn = (box: Box, x: number, y: number): boolean => x > box[0] && x < box[2] && y > box[1] && y < box[3]
const isPainted = (g: Glyph): boolean => g.run.drawn === true

/** The characters of a page, and marks that were painted as shapes. Rings around characters (a choice, a number) are no marks. */
export function partPaintedMarks(glyphs: readonly Glyph[]): { written: readonly Glyph[]; painted: readonly Glyph[] } {
  const first = glyphs.findIndex(isPainted)
  if (first < 0) return { written: glyphs, painted: [] }
  const written = glyphs.filter((g) => !isPainted(g))
  const painted = glyphs.filter(isPainted)
  const standing = painted.filter(({ x0, y0, x1, y1 }) => {
    const box: Box = [x0, y0, x1, y1]
    return !written.some((g) => !isSpaceGlyph(g) && isIn(box, (g.x0 + g.x1) / 2, (g.y0 + g.y1) / 2))
  })
  return { written, painted: standing }
}

/**
 * Painted marks that stand in cells; bullets, buttons and points of charts outside of tables say nothing. An image, of which it is not
 * known what it shows, is a mark where nothing else is in its cell.
 */
export const marksInCells = (
  painted: readonly Glyph[],
  cells: readonly { box: Box }[],
  written: readonly Glyph[],
): Glyph[] =>
  painted.filter((g) => {
    const cell = cells.find(
      ({ box }) =>
        g.x0 >= box[0] - within && g.x1 <= box[2] + within && g.y0 >= box[1] - within && g.y1 <= box[3] + within,
    )
    if (!cell || g.unit !== unknown) return cell !== undefined
    return !written.some((o) => !isSpaceGlyph(o) && isIn(cell.box, (o.x0 + o.x1) / 2, (o.y0 + o.y1) / 2))
  })

const unknown = 0xfffd
