import { descent } from '../read/page-glyphs.ts'
import { replaceRadicals } from '../text/fold.ts'
import type { Text } from '../text/text.ts'
import {
  baseline,
  characterOf,
  type Glyph,
  isSpaceGlyph,
  type Mark,
  median,
  type Turn,
  turnGlyph,
  turnOf,
} from './glyphs.ts'

/** A line of characters in reading order, in the frame of its turn. */
export interface GlyphLine {
  glyphs: Glyph[]
  turn: Turn
  /** In the frame of the turn. */
  x0: number
  x1: number
  base: number
  size: number
}

/** Characters whose baselines differ by no more than this share of the em stand on one line. */
const sameBase = 0.4
/** Ruby is no larger than this share of the characters that it stands over … */
const rubySize = 0.6
/** … and its baseline is this many of their ems above theirs, at most. */
const rubyReach = 1.4
/** A gap of this many ems, beyond what the whole line is spaced by, is a space; between Japanese and Latin text writers put a quarter em. */
const spaceGap = 0.3
const mixedSpaceGap = 0.45
const latinSpaceGap = 0.2
/** From here on a gap is as wide as a full-width space. */
const wideGap = 0.75
const mostSpaces = 40
/** Brackets, commas and full stops fill half of their em: up to this many ems, what lies on their inner side is the other half. */
const halfEmpty = 1
const opening = '「『（【〔〈《(['
const closing = '」』）】〕〉》、。，．)]'
/** A gap of one line is its letter spacing when it is this many ems wide and the others differ by no more than this share of it. */
const tracked = 0.08
const evenly = 0.25

const isLatin = (unit: number): boolean => (unit > 0x20 && unit <= 0x7e) || (unit >= 0xa1 && unit <= 0x24f)

/** Space that sets every character of a line apart, in points; 0 where the characters stand as their font has them. */
function trackingOf(glyphs: readonly Glyph[]): number {
  const gaps: number[] = []
  for (let i = 1; i < glyphs.length; i++) {
    const a = glyphs[i - 1] as Glyph
    const b = glyphs[i] as Glyph
    if (!isSpaceGlyph(a) && !isSpaceGlyph(b)) gaps.push(b.x0 - a.x1)
  }
  if (gaps.length < 2) return 0
  const middle = median(gaps)
  const size = (glyphs[0] as Glyph).size
  if (middle < size * tracked) return 0
  const even = gaps.filter((g) => Math.abs(g - middle) <= middle * evenly).length
  return even * 2 >= gaps.length && (gaps.length > 2 || even === gaps.length) ? middle : 0
}

function gapBetween(a: Glyph, b: Glyph, tracking: number): string {
  if (isSpaceGlyph(a) || isSpaceGlyph(b)) return ''
  const size = Math.max(a.size, b.size)
  const gap = (b.x0 - a.x1 - tracking) / size
  // Nearly every pair of characters: no gap is narrower than the one between Latin words.
  if (gap < latinSpaceGap) return ''
  if (gap < halfEmpty && opening.includes(characterOf(a)) !== closing.includes(characterOf(b))) return ''
  const latin = Number(isLatin(a.unit)) + Number(isLatin(b.unit))
  if (gap < (latin === 2 ? latinSpaceGap : latin === 1 ? mixedSpaceGap : spaceGap)) return ''
  return gap < wideGap ? ' ' : '\u3000'.repeat(Math.min(Math.max(Math.round(gap), 1), mostSpaces))
}

/** Places of the units of the line that is being put together; reused for every line. */
let places = new Int32Array(512)

function makeRoom(length: number): void {
  if (length <= places.length) return
  const fewer = places
  places = new Int32Array(length * 2)
  places.set(fewer)
}

/** So many units are made a string at once: each is an argument. */
const mostUnits = 4096

function stringOf(units: readonly number[]): string {
  if (units.length <= mostUnits) return String.fromCharCode(...units)
  let value = ''
  for (let i = 0; i < units.length; i += mostUnits) value += String.fromCharCode(...units.slice(i, i + mostUnits))
  return value
}

/** The text of a line: what is deleted left out, gaps as spaces without a place, radicals replaced. */
export function textOfLine({ glyphs }: GlyphLine, marks: ReadonlyMap<number, Mark>): Text {
  const tracking = trackingOf(glyphs)
  const isMarked = marks.size > 0
  const units: number[] = []
  let last: Glyph | undefined
  for (const g of glyphs) {
    if (!isMarked || marks.get(g.offset) !== 'deleted') {
      const gap = last && units.length > 0 ? gapBetween(last, g, tracking) : ''
      makeRoom(units.length + gap.length + 2)
      for (let i = 0; i < gap.length; i++) places[units.push(gap.charCodeAt(i)) - 1] = -1
      places[units.push(g.unit) - 1] = g.offset
      if (g.length === 2) places[units.push(g.low) - 1] = g.offset + 1
    }
    last = g
  }
  return { value: replaceRadicals(stringOf(units)), offsets: places.slice(0, units.length) }
}

/** Sorts what mostly is in order already. */
function sortUnless(glyphs: Glyph[], compare: (a: Glyph, b: Glyph) => number): void {
  for (let i = 1; i < glyphs.length; i++) {
    if (compare(glyphs[i - 1] as Glyph, glyphs[i] as Glyph) <= 0) continue
    glyphs.sort(compare)
    return
  }
}

const rightwards = (a: Glyph, b: Glyph): number => a.x0 - b.x0 || a.offset - b.offset
const downwards = (a: Glyph, b: Glyph): number => a.y1 - descent * a.size - (b.y1 - descent * b.size)

function lineFrom(glyphs: Glyph[], turn: Turn): GlyphLine {
  sortUnless(glyphs, rightwards)
  const middle = glyphs[glyphs.length >> 1] as Glyph
  let x1 = Number.NEGATIVE_INFINITY
  let even = true
  for (const g of glyphs) {
    if (g.x1 > x1) x1 = g.x1
    if (g.size !== middle.size || g.y1 !== middle.y1) even = false
  }
  const x0 = (glyphs[0] as Glyph).x0
  if (even) return { glyphs, turn, x0, x1, base: baseline(middle), size: middle.size }
  return { glyphs, turn, x0, x1, base: median(glyphs.map(baseline)), size: median(glyphs.map((g) => g.size)) }
}

/** Characters of one direction as lines, downwards in their frame. */
export function linesOfTurn(glyphs: readonly Glyph[], turn: Turn): GlyphLine[] {
  const own = turn === 0 ? glyphs.slice() : glyphs.map((g) => turnGlyph(g, turn))
  sortUnless(own, downwards)
  const lines: GlyphLine[] = []
  let current: Glyph[] = []
  let base = Number.NaN
  for (const g of own) {
    const b = baseline(g)
    if (current.length > 0 && b - base > sameBase * Math.min(g.size, (current[0] as Glyph).size)) {
      lines.push(lineFrom(current, turn))
      current = []
    }
    current.push(g)
    base = b
  }
  if (current.length > 0) lines.push(lineFrom(current, turn))
  return lines
}

const kana = /^[\u3041-\u30ff\s]+$/u

/** Parts readings (ruby) from the lines that they stand over: small kana alone on their line, close above larger characters. */
export function withoutRuby(lines: GlyphLine[]): { lines: GlyphLine[]; ruby: GlyphLine[] } {
  if (lines.length < 2) return { lines, ruby: [] }
  const ruby = lines.filter((line, i) => {
    const under = lines[i + 1]
    return (
      under !== undefined &&
      line.size <= under.size * rubySize &&
      under.base - line.base <= under.size * rubyReach &&
      line.x0 >= under.x0 - under.size &&
      line.x1 <= under.x1 + under.size &&
      kana.test(line.glyphs.map(characterOf).join(''))
    )
  })
  return { lines: ruby.length === 0 ? lines : lines.filter((l) => !ruby.includes(l)), ruby }
}

/** Characters that stand below one another in most steps of their drawing are vertical writing, whatever their font says. */
function isStacked(glyphs: readonly Glyph[]): boolean {
  let down = 0
  let across = 0
  let last: Glyph | undefined
  for (const g of glyphs) {
    if (isSpaceGlyph(g)) continue
    if (last) {
      const dx = (g.x0 + g.x1 - last.x0 - last.x1) / 2 / g.size
      const dy = (g.y1 - last.y1) / g.size
      if (Math.abs(dx) < 0.3 && dy > 0.5 && dy < 2.2) down++
      else if (Math.abs(dy) < 0.3 && dx > 0.2) across++
    }
    last = g
  }
  return down > across
}

/** All characters of a small area (a cell) as lines in reading order, with turned and vertical ones read upright. */
export function linesOfArea(glyphs: readonly Glyph[]): GlyphLine[] {
  const first = glyphs[0]
  if (!first) return []
  const only = turnOf(first.run)
  if (glyphs.every((g) => g.run === first.run || turnOf(g.run) === only))
    return linesOfTurn(glyphs, only === 0 && isStacked(glyphs) ? 90 : only)
  const byTurn = new Map<Turn, Glyph[]>()
  for (const g of glyphs) {
    const turn = turnOf(g.run)
    const own = byTurn.get(turn)
    if (own) own.push(g)
    else byTurn.set(turn, [g])
  }
  const lines: GlyphLine[] = []
  for (const [turn, own] of byTurn) {
    lines.push(...linesOfTurn(own, turn === 0 && isStacked(own) ? 90 : turn))
  }
  return lines
}
