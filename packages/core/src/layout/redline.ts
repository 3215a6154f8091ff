import type { GlyphRun } from '../read/page-glyphs.ts'
import type { Decorations } from './decorations.ts'
import { characterOf, type Glyph, type Mark } from './glyphs.ts'

/** What the lines through and under the characters of one page say, by offset in the source text. */
export interface PageRedline {
  struck: number[]
  underlined: number[]
  /** Colours of struck text, of strikes and of what stands beside struck text. */
  colors: Set<string>
  /** Colours of words within lines of text that has none. */
  inline: Set<string>
}

type RunsOf = (page: number) => readonly GlyphRun[]

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

const isBeside = (a: Glyph, b: Glyph): boolean =>
  Math.abs(a.y1 - b.y1) < a.size * beside && Math.min(Math.abs(a.x1 - b.x0), Math.abs(b.x1 - a.x0)) < a.size * beside

/** Colours in which words stand beside uncoloured ones on a line; bullets and signs are ornament. */
function inlineColors(glyphs: readonly Glyph[]): Set<string> {
  const found = new Set<string>()
  glyphs.forEach((g, i) => {
    if (!isChromatic(g.run.color) || found.has(g.run.color) || !/[\p{L}\p{N}]/u.test(characterOf(g))) return
    const isWithin = [glyphs[i - 1], glyphs[i + 1]].some((o) => o && !isChromatic(o.run.color) && isBeside(g, o))
    if (isWithin) found.add(g.run.color)
  })
  return found
}

/** Whether a page has text in colour. */
export const hasColors = (runs: readonly GlyphRun[]): boolean => runs.some((r) => isChromatic(r.color))

const offsetsOf = (g: Glyph): number[] => Array.from({ length: g.length }, (_, i) => g.offset + i)

/** Takes down what a page's strikes and underlines say, so that its characters need not be kept for it. */
export function redlineOf(
  runs: readonly GlyphRun[],
  glyphs: readonly Glyph[],
  { struck, underlined }: Decorations,
): PageRedline {
  const colors = new Set<string>()
  if (struck.size > 0) {
    glyphs.forEach((g, i) => {
      const strike = struck.get(g)
      if (strike === undefined) return
      colors.add(g.run.color).add(strike)
      for (const other of [glyphs[i - 1], glyphs[i + 1]])
        if (other && !struck.has(other) && isBeside(g, other)) colors.add(other.run.color)
    })
  }
  return {
    struck: [...struck.keys()].flatMap(offsetsOf),
    underlined: [...underlined].flatMap(offsetsOf),
    colors,
    inline: hasColors(runs) ? inlineColors(glyphs) : new Set(),
  }
}

/**
 * The colours in which text was inserted: those of the struck characters or of the strikes themselves (tracked changes have one colour
 * an author), those of text that follows struck text on its line, and those of words within other lines. Without a strike colours
 * are ornament.
 */
function insertionColors(pages: readonly PageRedline[], runsOf: RunsOf): Set<string> {
  const isRedlined = pages.some((p) => p.struck.length > 0)
  const colors = new Set(pages.flatMap((p) => [...p.colors, ...(isRedlined ? p.inline : [])]).filter(isChromatic))
  if (colors.size === 0) return colors
  const counts = new Map<string, number>()
  let all = 0
  pages.forEach((_, page) => {
    for (const { color, span } of runsOf(page)) {
      counts.set(color, (counts.get(color) ?? 0) + span[1] - span[0])
      all += span[1] - span[0]
    }
  })
  for (const color of colors) if ((counts.get(color) ?? 0) > all * commonShare) colors.delete(color)
  return colors
}

/**
 * Whether underlines are what was put in: nothing is told by colours, and somewhere an underline begins right behind struck text, as
 * where one word took another's place.
 */
function underlinesInsert(pages: readonly PageRedline[]): boolean {
  return pages.some(({ struck, underlined }) => {
    const under = new Set(underlined)
    const gone = new Set(struck)
    return struck.some((offset) => !gone.has(offset + 1) && under.has(offset + 1))
  })
}

/** The marks of the version before a redline: what was put in is not there, what was struck is. */
export function marksBefore(marks: ReadonlyMap<number, Mark>): Map<number, Mark> {
  const before = new Map<number, Mark>()
  for (const [offset, mark] of marks) {
    if (mark === 'inserted') before.set(offset, 'deleted')
    else if (mark !== 'deleted') before.set(offset, mark)
  }
  return before
}

/** What happened to each character of a redlined document; empty for one without strikes or underlines. `runsOf` gives the runs of a page by its index. */
export function marksOf(pages: readonly PageRedline[], runsOf: RunsOf): Map<number, Mark> {
  const marks = new Map<number, Mark>()
  const inserted = insertionColors(pages, runsOf)
  const underlined: Mark = inserted.size === 0 && underlinesInsert(pages) ? 'inserted' : 'underlined'
  for (const [i, page] of pages.entries()) {
    for (const offset of page.underlined) marks.set(offset, underlined)
    if (inserted.size > 0) {
      for (const { color, span } of runsOf(i))
        if (inserted.has(color)) for (let i = span[0]; i < span[1]; i++) marks.set(i, 'inserted')
    }
    for (const offset of page.struck) marks.set(offset, 'deleted')
  }
  return marks
}
