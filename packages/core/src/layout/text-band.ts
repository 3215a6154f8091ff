import { baseline, characterOf, type Glyph } from './glyphs.ts'

/** A line of text between two sides. */
export interface BandLine {
  top: number
  bottom: number
  glyphs: Glyph[]
}

/** Lines of one row of a table leave no more than this many ems between them, … */
const lineGap = 0.9
/** … and the first of them stands no further from the edge of the row. */
const firstGap = 1.2
/** Characters whose baselines are this close, in ems, stand on one line. */
const sameLine = 0.5
/** Rows have no more lines than this. */
const mostLines = 30

/** The lines of text between two sides that follow one another from an edge up (-1) or down (1), the nearest first. */
export function linesFrom(glyphs: readonly Glyph[], from: number, to: number, edge: number, way: 1 | -1): BandLine[] {
  const near = glyphs
    .filter((g) => g.x0 >= from - 1 && g.x1 <= to + 1 && way * ((g.y0 + g.y1) / 2 - edge) > 0)
    .filter((g) => characterOf(g).trim() !== '')
    .sort((a, b) => way * (baseline(a) - baseline(b)))
  const lines: BandLine[] = []
  let base = Number.NaN
  for (const g of near) {
    const line = lines.at(-1)
    if (line && Math.abs(baseline(g) - base) <= g.size * sameLine) {
      line.glyphs.push(g)
      line.top = Math.min(line.top, g.y0)
      line.bottom = Math.max(line.bottom, g.y1)
      continue
    }
    const gap = line ? (way > 0 ? g.y0 - line.bottom : line.top - g.y1) : way > 0 ? g.y0 - edge : edge - g.y1
    if (gap > g.size * (line ? lineGap : firstGap) || lines.length >= mostLines) break
    base = baseline(g)
    lines.push({ top: g.y0, bottom: g.y1, glyphs: [g] })
  }
  return lines
}
