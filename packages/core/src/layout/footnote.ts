import { fold } from '../text/fold.ts'
import { type GlyphLine, linesOfTurn } from './glyph-lines.ts'
import { baseline, characterOf, type Glyph, isSpaceGlyph, median, turnOf } from './glyphs.ts'
import type { Segment, Segments } from './segments.ts'
import { near } from './table-frames.ts'

/** The line over the notes begins where the text does and is shorter than this share of it. */
const widestLine = 0.5
const shortestLine = 30
const sameMargin = 12
/** Lines of notes follow one another, and the line over them, within this many ems. */
const farthest = 2.5
/** Numbers of notes are no larger than this share of the text that they stand in, and this many of their ems above its baseline. */
const markSize = 0.75
const raised = 0.2

/** 1, 12, ※1, *, 注2, (3): how notes are numbered. */
const label = /^(?:[※*]?[0-9]{1,2}|[※*]{1,3}|注[0-9]{1,2}|\([0-9]{1,2}\)|[0-9]{1,2}\))/u
const ofLabel = /^[0-9※*注()]$/u

/** What a word processor sets at the foot of a page, and what leads to it. */
export interface Footnotes {
  /** The lines of each note. */
  notes: GlyphLine[][]
  /** The raised numbers in the text. */
  marks: GlyphLine[]
  /** All other characters of the page. */
  text: readonly Glyph[]
}

const textOf = (glyphs: readonly Glyph[]): string =>
  fold(
    glyphs
      .filter((g) => !isSpaceGlyph(g))
      .map(characterOf)
      .join(''),
  )

/** Short lines at the left margin that touch no other, the lowest first. */
function linesOverNotes({ horizontal, vertical }: Segments, x0: number, x1: number): Segment[] {
  const isFree = (h: Segment): boolean =>
    !vertical.some((v) => v.at >= h.from - near && v.at <= h.to + near && v.from - near <= h.at && v.to + near >= h.at)
  return horizontal
    .filter((h) => h.to - h.from >= shortestLine && h.to - h.from <= (x1 - x0) * widestLine)
    .filter((h) => Math.abs(h.from - x0) <= sameMargin && isFree(h))
    .sort((a, b) => b.at - a.at)
}

/** The notes directly below a line: lines that begin with a number, each with those that follow it. */
function notesBelow(line: Segment, glyphs: readonly Glyph[]): GlyphLine[][] {
  const notes: GlyphLine[][] = []
  let base = line.at
  for (const own of linesOfTurn(
    glyphs.filter((g) => turnOf(g.run) === 0 && baseline(g) > line.at),
    0,
  )) {
    if (own.base - base > own.size * farthest) break
    base = own.base
    if (label.test(textOf(own.glyphs))) notes.push([own])
    else if (notes.length === 0) break
    else notes.at(-1)?.push(own)
  }
  return notes
}

/** Small characters that numbers of notes are made of, as they follow one another. */
function smallLabels(glyphs: readonly Glyph[], size: number): Glyph[][] {
  const found: Glyph[][] = []
  let last: Glyph | undefined
  for (const g of glyphs) {
    const isSmall = g.size <= size * markSize && turnOf(g.run) === 0 && ofLabel.test(fold(characterOf(g)))
    if (isSmall && last && last.y1 === g.y1 && g.x0 - last.x1 < g.size / 2) found.at(-1)?.push(g)
    else if (isSmall) found.push([g])
    last = isSmall ? g : undefined
  }
  return found
}

/** Whether characters stand behind a text, above its baseline and within its height. */
function isRaised([first]: readonly Glyph[], glyphs: readonly Glyph[]): boolean {
  if (!first) return false
  return glyphs.some((g) => {
    const above = baseline(g) - baseline(first)
    return (
      first.size <= g.size * markSize &&
      Math.abs(first.x0 - g.x1) < g.size / 2 &&
      above >= first.size * raised &&
      above < g.size
    )
  })
}

/**
 * Parts footnotes and their numbers from the text of a page: where a short line stands over lines that begin with numbers, and each of
 * these stands raised in the text above. Both prove one another; without that nothing is a note.
 */
export function partFootnotes(glyphs: readonly Glyph[], segments: Segments): Footnotes {
  const none: Footnotes = { notes: [], marks: [], text: glyphs }
  if (segments.horizontal.length === 0) return none
  const written = glyphs.filter((g) => !isSpaceGlyph(g))
  let [x0, x1] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const g of written) {
    if (g.x0 < x0) x0 = g.x0
    if (g.x1 > x1) x1 = g.x1
  }
  for (const line of linesOverNotes(segments, x0, x1)) {
    const notes = notesBelow(line, glyphs)
    if (notes.length === 0) continue
    const above = written.filter((g) => baseline(g) <= line.at)
    const size = median(above.map((g) => g.size))
    const labels = notes.map(([first]) => label.exec(textOf(first?.glyphs ?? []))?.[0])
    const marks = smallLabels(above, size).filter((m) => labels.includes(textOf(m)) && isRaised(m, above))
    const marked = new Set(marks.map(textOf))
    if (!labels.every((l) => l !== undefined && marked.has(l))) continue
    const taken = new Set([...marks.flat(), ...notes.flat().flatMap((own) => own.glyphs)])
    return {
      notes,
      marks: marks.flatMap((m) => linesOfTurn(m, 0)),
      text: glyphs.filter((g) => !taken.has(g)),
    }
  }
  return none
}
