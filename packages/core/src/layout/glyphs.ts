import { type Box, descent, type GlyphRun, type PageGlyphs } from '../read/page-glyphs.ts'
import type { SourcePage } from '../read/source.ts'

/** What was done to a character in a redline, or a plain underline. */
export type Mark = 'deleted' | 'inserted' | 'underlined'

/** A drawn character in a frame in which its line runs from left to right. */
export interface Glyph {
  /** Offset in the source text and the UTF-16 units that it takes there. */
  offset: number
  length: number
  value: string
  x0: number
  y0: number
  x1: number
  y1: number
  /** Height of the em in points. */
  size: number
  run: GlyphRun
  /** Where it is on the page. */
  box: Box
}

export const isSpaceGlyph = (glyph: Glyph): boolean =>
  glyph.value === ' ' || glyph.value === '\u3000' || glyph.value === '\u00a0'

export const baseline = (glyph: Glyph): number => glyph.y1 - descent * glyph.size

const white = '#ffffff'

/** White text that stands on no colour or picture is not seen. */
function isWhiteOnWhite(run: GlyphRun, page: SourcePage, { boxes, areas, images }: PageGlyphs): boolean {
  if (run.color !== white) return false
  const k = (run.span[0] - page.span[0]) * 4
  const x = ((boxes[k] as number) + (boxes[k + 2] as number)) / 2
  const y = ((boxes[k + 1] as number) + (boxes[k + 3] as number)) / 2
  const holds = ([x0, y0, x1, y1]: Box): boolean => x >= x0 && x <= x1 && y >= y0 && y <= y1
  return !images.some(holds) && !areas.some((a) => a.color !== white && holds(a.box))
}

/** The painted characters of a page; those of its hidden text layer where it has no others to speak of. */
export function glyphsOf(page: SourcePage, text: string): Glyph[] {
  const { glyphs } = page
  if (!glyphs) return []
  const painted = glyphs.runs.filter((r) => !r.hidden && !isWhiteOnWhite(r, page, glyphs))
  const length = (runs: readonly GlyphRun[]): number => runs.reduce((n, r) => n + r.span[1] - r.span[0], 0)
  const runs = length(painted) * 10 < length(glyphs.runs) ? glyphs.runs : painted
  const result: Glyph[] = []
  for (const run of runs) {
    for (let i = run.span[0]; i < run.span[1]; ) {
      const units = (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1
      const k = (i - page.span[0]) * 4
      const x0 = glyphs.boxes[k] as number
      const y0 = glyphs.boxes[k + 1] as number
      const x1 = glyphs.boxes[k + 2] as number
      const y1 = glyphs.boxes[k + 3] as number
      result.push({
        offset: i,
        length: units,
        value: text.slice(i, i + units),
        x0,
        y0,
        x1,
        y1,
        size: run.size,
        run,
        box: [x0, y0, x1, y1],
      })
      i += units
    }
  }
  return result
}

/**
 * How the lines of a set of characters run: the clockwise turn of the page that makes them run from left to right and
 * follow one another downwards. Vertical writing has its lines (columns) run downwards, the next to the left: a turn of 90.
 */
export type Turn = 0 | 90 | 180 | 270

export const turnOf = (run: GlyphRun): Turn => {
  if (run.vertical) return 90
  const quarter = Math.round(run.rotation / 90) * 90
  return (quarter % 360) as Turn
}

/** A box in the frame of a turn. */
export function turned([x0, y0, x1, y1]: Box, turn: Turn): Box {
  if (turn === 90) return [y0, -x1, y1, -x0]
  if (turn === 180) return [-x1, -y1, -x0, -y0]
  if (turn === 270) return [-y1, x0, -y0, x1]
  return [x0, y0, x1, y1]
}

export function turnGlyph(glyph: Glyph, turn: Turn): Glyph {
  if (turn === 0) return glyph
  const [x0, y0, x1, y1] = turned(glyph.box, turn)
  return { ...glyph, x0, y0, x1, y1 }
}

export function hull(boxes: Iterable<Box>): Box {
  let [x0, y0, x1, y1] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (const b of boxes) {
    if (b[0] < x0) x0 = b[0]
    if (b[1] < y0) y0 = b[1]
    if (b[2] > x1) x1 = b[2]
    if (b[3] > y1) y1 = b[3]
  }
  return [x0, y0, x1, y1]
}

export function median(values: readonly number[]): number {
  if (values.length === 0) return 0
  const sorted = Float64Array.from(values).sort()
  return sorted[sorted.length >> 1] as number
}
