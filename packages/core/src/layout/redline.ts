import type { Decorations } from './decorations.ts'
import { type Glyph, isSpaceGlyph, type Mark } from './glyphs.ts'

/** Characters of a page with its strikes and underlines. */
export interface DecoratedPage {
  glyphs: readonly Glyph[]
  decorations: Decorations
}

/** Channels that differ by less than this (of 255) make a grey: no colour that says anything. */
const chromatic = 48

function isChromatic(color: string): boolean {
  if (!color.startsWith('#')) return false
  const channels = [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16))
  return Math.max(...channels) - Math.min(...channels) >= chromatic
}

/** Inserted text stands right beside what it replaces: within this many ems. */
const beside = 0.3

/** A colour that nearly all of the text has marks nothing; excerpts of a revision can be new for the most part. */
const commonShare = 0.9

/**
 * The colours in which text was inserted: those of the struck characters or of the strikes themselves (tracked changes have one colour
 * an author), and those of text that follows struck text on its line. Without a strike colours are ornament.
 */
function insertionColors(pages: readonly DecoratedPage[]): Set<string> {
  const counts = new Map<string, number>()
  let all = 0
  const colors = new Set<string>()
  for (const { glyphs, decorations } of pages) {
    for (let i = 0; i < glyphs.length; i++) {
      const g = glyphs[i] as Glyph
      if (isSpaceGlyph(g)) continue
      all++
      counts.set(g.run.color, (counts.get(g.run.color) ?? 0) + 1)
      const strike = decorations.struck.get(g)
      if (strike === undefined) continue
      colors.add(g.run.color).add(strike)
      for (const other of [glyphs[i - 1], glyphs[i + 1]]) {
        if (other && !decorations.struck.has(other) && isBeside(g, other)) colors.add(other.run.color)
      }
    }
  }
  for (const color of colors) {
    if (!isChromatic(color) || (counts.get(color) ?? 0) > all * commonShare) colors.delete(color)
  }
  return colors
}

const isBeside = (a: Glyph, b: Glyph): boolean =>
  Math.abs(a.y1 - b.y1) < a.size * beside && Math.min(Math.abs(a.x1 - b.x0), Math.abs(b.x1 - a.x0)) < a.size * beside

/** What happened to each character of a redlined document; empty for one without strikes or underlines. */
export function marksOf(pages: readonly DecoratedPage[]): Map<number, Mark> {
  const marks = new Map<number, Mark>()
  const inserted = insertionColors(pages)
  for (const { glyphs, decorations } of pages) {
    for (const g of glyphs) {
      const mark = decorations.struck.has(g)
        ? 'deleted'
        : inserted.has(g.run.color)
          ? 'inserted'
          : decorations.underlined.has(g)
            ? 'underlined'
            : undefined
      if (mark) for (let i = 0; i < g.length; i++) marks.set(g.offset + i, mark)
    }
  }
  return marks
}
