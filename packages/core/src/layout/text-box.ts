import type { Box } from '../read/page-glyphs.ts'
import { type GlyphLine, linesOfTurn } from './glyph-lines.ts'
import { type Glyph, isSpaceGlyph, turnOf } from './glyphs.ts'

/** A box beside the text takes no more than this share of its width, … */
const widest = 0.5
/** … holds at least this many lines, … */
const fewestLines = 2
/** … and as many of the text stand beside it. */
const fewestBeside = 2
/** Lines of the text begin within this many ems of the margin. */
const atMargin = 4

const middle = (g: Glyph): [number, number] => [(g.x0 + g.x1) / 2, (g.y0 + g.y1) / 2]

const isIn = ([x0, y0, x1, y1]: Box, g: Glyph): boolean => {
  const [x, y] = middle(g)
  return x > x0 && x < x1 && y > y0 && y < y1
}

/**
 * Parts from the text what stands in boxes beside it: lines of both would be read as one. `boxes` are those that are drawn and hold no table;
 * where several stand side by side they are the text, and are left.
 */
export function partTextBoxes(
  boxes: readonly Box[],
  glyphs: readonly Glyph[],
): { asides: GlyphLine[][]; text: readonly Glyph[] } {
  const none = { asides: [], text: glyphs }
  if (boxes.length === 0) return none
  const written = glyphs.filter((g) => !isSpaceGlyph(g) && turnOf(g.run) === 0)
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const g of written) {
    if (g.x0 < left) left = g.x0
    if (g.x1 > right) right = g.x1
  }
  const isBeside = (a: Box, b: Box): boolean => a !== b && Math.min(a[3], b[3]) > Math.max(a[1], b[1])
  const asides: GlyphLine[][] = []
  const taken = new Set<Glyph>()
  for (const box of boxes) {
    if (box[2] - box[0] > (right - left) * widest || boxes.some((other) => isBeside(box, other))) continue
    const inside = glyphs.filter((g) => isIn(box, g))
    const lines = linesOfTurn(
      inside.filter((g) => turnOf(g.run) === 0),
      0,
    )
    const beside = written.filter((g) => !isIn(box, g) && middle(g)[1] > box[1] && middle(g)[1] < box[3])
    const across = beside.some((g) => g.x0 < box[0] && g.x1 > box[0])
    const rows = linesOfTurn(beside, 0).filter((l) => l.x0 - left <= l.size * atMargin && l.x1 <= box[0])
    if (lines.length < fewestLines || across || rows.length < fewestBeside) continue
    asides.push(lines)
    for (const g of inside) taken.add(g)
  }
  return asides.length === 0 ? none : { asides, text: glyphs.filter((g) => !taken.has(g)) }
}
