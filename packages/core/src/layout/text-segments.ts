import type { Box } from '../read/page-glyphs.ts'
import { type GlyphLine, linesOfTurn, withoutRuby } from './glyph-lines.ts'
import { type Glyph, isSpaceGlyph, type Turn, turnOf } from './glyphs.ts'

/** A stretch of one line without a wide gap in it, in the frame of its turn. */
export interface TextSegment extends GlyphLine {
  y0: number
  y1: number
}

/** Gaps of a line wider than this many ems part it, beyond the line's own letter spacing. */
const partingGap = 1.4

function partsOf(line: GlyphLine): Glyph[][] {
  const inked = line.glyphs.filter((g) => !isSpaceGlyph(g))
  const gaps = inked.slice(1).map((g, i) => g.x0 - (inked[i] as Glyph).x1)
  const widest = partingGap * line.size
  // Evenly spread titles (議　事　日　程) have every gap wide: they are one.
  const wide = gaps.filter((g) => g > widest)
  const even = wide.length > 1 && wide.length * 2 > gaps.length && Math.max(...wide) < Math.min(...wide) * 1.5
  if (wide.length === 0 || even) return [line.glyphs]
  const parts: Glyph[][] = []
  let current: Glyph[] = []
  let last: Glyph | undefined
  for (const g of line.glyphs) {
    if (!isSpaceGlyph(g)) {
      if (last && g.x0 - last.x1 > widest) {
        parts.push(current)
        current = []
      }
      last = g
    }
    current.push(g)
  }
  parts.push(current)
  return parts
}

function segmentFrom(line: GlyphLine, glyphs: Glyph[]): TextSegment {
  const inked = glyphs.filter((g) => !isSpaceGlyph(g))
  const ink = inked.length > 0 ? inked : glyphs
  const x0 = Math.min(...ink.map((g) => g.x0))
  const x1 = Math.max(...ink.map((g) => g.x1))
  return { ...line, glyphs, x0, x1, y0: Math.min(...ink.map((g) => g.y0)), y1: Math.max(...ink.map((g) => g.y1)) }
}

/** Free text of a page as segments of lines, by direction; readings (ruby) aside. */
export function segmentsOfText(glyphs: readonly Glyph[]): { byTurn: Map<Turn, TextSegment[]>; ruby: GlyphLine[] } {
  const groups = new Map<Turn, Glyph[]>()
  for (const g of glyphs) {
    const turn = turnOf(g.run)
    const own = groups.get(turn)
    if (own) own.push(g)
    else groups.set(turn, [g])
  }
  const byTurn = new Map<Turn, TextSegment[]>()
  const ruby: GlyphLine[] = []
  for (const [turn, own] of groups) {
    const read = withoutRuby(linesOfTurn(own, turn))
    ruby.push(...read.ruby)
    byTurn.set(
      turn,
      read.lines
        .filter((l) => l.glyphs.some((g) => !isSpaceGlyph(g)))
        .flatMap((l) =>
          partsOf(l)
            .filter((p) => p.some((g) => !isSpaceGlyph(g)))
            .map((p) => segmentFrom(l, p)),
        ),
    )
  }
  return { byTurn, ruby }
}

export const boxOf = (s: TextSegment): Box => [s.x0, s.y0, s.x1, s.y1]
