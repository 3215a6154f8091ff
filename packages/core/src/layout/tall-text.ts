import type { Box } from '../read/page-glyphs.ts'
import { type Glyph, turnOf } from './glyphs.ts'

/** A line stands on an edge when this share of its height is on either side. */
const acrossShare = 0.15
/** Lines of one text follow one another by so many ems. */
const shortestStep = 0.8
const longestStep = 1.8

/** Whether a line of text stands on the upper or lower edge of the cell that has its middle. */
function isOnEdge(piece: readonly Glyph[], [, top, , bottom]: Box): boolean {
  const g = piece[0] as Glyph
  const margin = (g.y1 - g.y0) * acrossShare
  return (g.y0 + margin < top && g.y1 - margin > top) || (g.y0 + margin < bottom && g.y1 - margin > bottom)
}

const middleOf = (a: number, b: number): number => (a + b) / 2

/** Whether a line was drawn as the next one of the same text. */
function isNextLine(a: readonly Glyph[], b: readonly Glyph[]): boolean {
  const [upper, lower] = [a[0] as Glyph, b[0] as Glyph]
  const step = (lower.y1 - upper.y1) / upper.size
  const right = Math.min((a.at(-1) as Glyph).x1, (b.at(-1) as Glyph).x1)
  return upper.size === lower.size && step > shortestStep && step < longestStep && Math.max(upper.x0, lower.x0) < right
}

/**
 * Cells of lines that do not fit their row: of a text in the middle of a row that is too low, the first line stands on the upper edge
 * and the last one on the lower.
 */
export function cellsOfTallTexts(
  cells: readonly { box: Box }[],
  pieces: readonly (readonly Glyph[])[],
  find: (x: number, y: number) => number,
): Map<readonly Glyph[], number> {
  const found = new Map<readonly Glyph[], number>()
  const cellOf = (g: Glyph, y = middleOf(g.y0, g.y1)): number => find(middleOf(g.x0, g.x1), y)
  const boxOf = (cell: number): Box | undefined => cells[cell]?.box
  const onEdge = pieces.map((piece) => {
    const box = boxOf(cellOf(piece[0] as Glyph))
    return box !== undefined && turnOf((piece[0] as Glyph).run) === 0 && isOnEdge(piece, box)
  })
  for (let i = 0; i < pieces.length; i++) {
    if (!onEdge[i]) continue
    const first = (pieces[i] as readonly Glyph[])[0] as Glyph
    for (let k = i + 1; k < pieces.length; k++) {
      const piece = pieces[k] as readonly Glyph[]
      if (!isNextLine(pieces[k - 1] as readonly Glyph[], piece)) break
      if (!onEdge[k]) continue
      const last = piece[0] as Glyph
      const cell = cellOf(first, middleOf(first.y0, last.y1))
      const box = boxOf(cell)
      if (box && first.y0 < box[1] && first.y1 > box[1] && last.y0 < box[3] && last.y1 > box[3])
        for (const own of pieces.slice(i, k + 1)) found.set(own, cell)
      break
    }
  }
  return found
}
