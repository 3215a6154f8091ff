import type { Box } from '../read/page-glyphs.ts'
import { type GlyphLine, linesOfTurn, withoutRuby } from './glyph-lines.ts'
import { characterOf, type Glyph, isSpaceGlyph, type Turn, turnOf } from './glyphs.ts'

/** A stretch of one line without a wide gap in it, in the frame of its turn. */
export interface TextSegment extends GlyphLine {
  y0: number
  y1: number
}

/** Gaps of a line wider than this many ems part it, beyond the line's own letter spacing. */
const partingGap = 1.4
const isLetter = /\p{L}/u

function partsOf(line: GlyphLine): Glyph[][] {
  const widest = partingGap * line.size
  const wide: number[] = []
  let gaps = 0
  let before: Glyph | undefined
  for (const g of line.glyphs) {
    if (isSpaceGlyph(g)) continue
    if (before) {
      gaps++
      if (g.x0 - before.x1 > widest) wide.push(g.x0 - before.x1)
    }
    before = g
  }
  // Evenly spread titles (議　事　日　程) have every gap wide: they are one. Figures and marks so far apart are values.
  const isWord = (): boolean => line.glyphs.filter((g) => isLetter.test(characterOf(g))).length * 2 > gaps
  const even = wide.length > 1 && wide.length * 2 > gaps && Math.max(...wide) < Math.min(...wide) * 1.5 && isWord()
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
  let x0 = Number.POSITIVE_INFINITY
  let y0 = Number.POSITIVE_INFINITY
  let x1 = Number.NEGATIVE_INFINITY
  let y1 = Number.NEGATIVE_INFINITY
  for (const g of glyphs) {
    if (isSpaceGlyph(g)) continue
    if (g.x0 < x0) x0 = g.x0
    if (g.y0 < y0) y0 = g.y0
    if (g.x1 > x1) x1 = g.x1
    if (g.y1 > y1) y1 = g.y1
  }
  const { turn, base, size } = line
  return { glyphs, turn, base, size, x0, x1, y0, y1 }
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
