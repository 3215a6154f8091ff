import { type Box, descent, type GlyphRun, type PageGlyphs } from '../read/page-glyphs.ts'
import type { SourcePage } from '../read/source.ts'

/** What was done to a character in a redline, or a plain underline. */
export type Mark = 'deleted' | 'inserted' | 'underlined'

/** A drawn character in a frame in which its line runs from left to right. */
export interface Glyph {
  /** Offset in the source text and the UTF-16 units that it takes there. */
  offset: number
  length: number
  /** The first of these units, and the second or 0. */
  unit: number
  low: number
  x0: number
  y0: number
  x1: number
  y1: number
  /** Height of the em in points. */
  size: number
  run: GlyphRun
  /** The character in the frame of the page; itself where that is its own. */
  onPage: Glyph
}

/** A character before it is known that it stands in the frame of its page. */
type Unplaced = Omit<Glyph, 'onPage'> & { onPage: Glyph | undefined }

export const characterOf = ({ unit, low }: Glyph): string =>
  low === 0 ? String.fromCharCode(unit) : String.fromCharCode(unit, low)

export const isSpaceGlyph = ({ unit }: Glyph): boolean => unit === 0x20 || unit === 0x3000 || unit === 0xa0

export const baseline = (glyph: Glyph): number => glyph.y1 - descent * glyph.size

const white = '#ffffff'

/** White text that stands on no colour, shape or picture is not seen. */
function isWhiteOnWhite(run: GlyphRun, page: SourcePage, { boxes, areas, images, shapes = [] }: PageGlyphs): boolean {
  if (run.color !== white) return false
  const k = (run.span[0] - page.span[0]) * 4
  const x = ((boxes[k] as number) + (boxes[k + 2] as number)) / 2
  const y = ((boxes[k + 1] as number) + (boxes[k + 3] as number)) / 2
  const holds = ([x0, y0, x1, y1]: Box): boolean => x >= x0 && x <= x1 && y >= y0 && y <= y1
  return !images.some(holds) && !shapes.some(holds) && !areas.some((a) => a.color !== white && holds(a.box))
}

/** The painted characters of a page; those of its hidden text layer where it has no others to speak of. */
export function glyphsOf(page: SourcePage, text: string): Glyph[] {
  const { glyphs } = page
  if (!glyphs) return []
  const all = glyphs.runs
  const painted = all.filter((r) => !r.hidden && !isWhiteOnWhite(r, page, glyphs))
  const length = (runs: readonly GlyphRun[]): number => runs.reduce((n, r) => n + r.span[1] - r.span[0], 0)
  const runs = painted.length < all.length && length(painted) * 10 < length(all) ? all : painted
  const { boxes } = glyphs
  const result: Glyph[] = []
  for (const run of runs) {
    const { span, size } = run
    for (let i = span[0]; i < span[1]; ) {
      const isPair = (text.codePointAt(i) as number) > 0xffff
      const k = (i - page.span[0]) * 4
      const glyph: Unplaced = {
        offset: i,
        length: isPair ? 2 : 1,
        unit: text.charCodeAt(i),
        low: isPair ? text.charCodeAt(i + 1) : 0,
        x0: boxes[k] as number,
        y0: boxes[k + 1] as number,
        x1: boxes[k + 2] as number,
        y1: boxes[k + 3] as number,
        size,
        run,
        onPage: undefined,
      }
      glyph.onPage = glyph as Glyph
      result.push(glyph as Glyph)
      i += glyph.length
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
  const { onPage } = glyph
  const [x0, y0, x1, y1] = turned([onPage.x0, onPage.y0, onPage.x1, onPage.y1], turn)
  return { ...glyph, x0, y0, x1, y1 }
}

/** The part of the page that characters take. */
export function hullOf(glyphs: readonly Glyph[]): Box {
  let x0 = Number.POSITIVE_INFINITY
  let y0 = Number.POSITIVE_INFINITY
  let x1 = Number.NEGATIVE_INFINITY
  let y1 = Number.NEGATIVE_INFINITY
  for (const { onPage } of glyphs) {
    if (onPage.x0 < x0) x0 = onPage.x0
    if (onPage.y0 < y0) y0 = onPage.y0
    if (onPage.x1 > x1) x1 = onPage.x1
    if (onPage.y1 > y1) y1 = onPage.y1
  }
  return [x0, y0, x1, y1]
}

export function median(values: readonly number[]): number {
  if (values.length === 0) return 0
  const sorted = Float64Array.from(values).sort()
  return sorted[sorted.length >> 1] as number
}
