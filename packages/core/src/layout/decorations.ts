import type { Rule } from '../read/page-glyphs.ts'
import { baseline, type Glyph, isSpaceGlyph, turnGlyph, turnOf } from './glyphs.ts'

/** Lines through and under characters, and the rules of the page that are neither. */
export interface Decorations {
  struck: Map<Glyph, string>
  underlined: Set<Glyph>
  rules: Rule[]
}

/** A strike runs this far above the baseline, in ems … */
const strikeLow = 0.12
const strikeHigh = 0.62
/** … and characters cover this share of it. */
const strikeCover = 0.75
/** A strike goes through a character: one shorter than this share of every one that it touches is a bar of what is drawn there. */
const strikeLength = 0.6
/** An underline runs this far below or above the baseline, in ems, characters cover this share of it … */
const underlineLow = -0.28
const underlineHigh = 0.02
const underlineCover = 0.9
/** … and both its ends are within this many points of the edges of characters: a cell's border goes on. */
const underlineEnds = 1.2
/** A rule touches another within this many points. */
const touching = 1
/** Larger characters, in points, are drawings: strikes are not looked for in them. */
const largestType = 200
/** Height of the bands by which characters are looked up. */
const band = 8

interface Line {
  rule: Rule
  at: number
  from: number
  to: number
}

/** Characters whose baselines lie within one band, from left to right, and the width of the widest. */
interface Band {
  glyphs: Glyph[]
  widest: number
}

/** Characters of one direction by bands of their baseline. */
function bandsOf(glyphs: readonly Glyph[]): Map<number, Band> {
  const bands = new Map<number, Band>()
  for (const g of glyphs) {
    const key = Math.floor(baseline(g) / band)
    const own = bands.get(key) ?? { glyphs: [], widest: 0 }
    own.glyphs.push(g)
    own.widest = Math.max(own.widest, g.x1 - g.x0)
    bands.set(key, own)
  }
  for (const { glyphs: own } of bands.values()) own.sort((a, b) => a.x0 - b.x0)
  return bands
}

/** The first of characters from left to right that begins after a place. */
function firstAfter(glyphs: readonly Glyph[], x: number): number {
  let low = 0
  let high = glyphs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((glyphs[middle] as Glyph).x0 > x) high = middle
    else low = middle + 1
  }
  return low
}

/** A dotted border is thousands of rules: each looks at the characters about it alone. */
function near(bands: ReadonlyMap<number, Band>, line: Line, reach: number): Glyph[] {
  const found: Glyph[] = []
  const first = Math.floor((line.at - reach) / band)
  const last = Math.floor((line.at + reach) / band)
  for (let key = first; key <= last; key++) {
    const own = bands.get(key)
    if (!own) continue
    for (let i = firstAfter(own.glyphs, line.from - own.widest); i < own.glyphs.length; i++) {
      const g = own.glyphs[i] as Glyph
      if (g.x0 >= line.to) break
      if (g.x1 > line.from) found.push(g)
    }
  }
  return found
}

/** Characters over or under the line: those whose middle it reaches. */
function along(line: Line, glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.filter(
    (g) => (g.x0 + g.x1) / 2 >= line.from - g.size * 0.2 && (g.x0 + g.x1) / 2 <= line.to + g.size * 0.2,
  )
}

function cover(line: Line, glyphs: readonly Glyph[]): number {
  let covered = 0
  let reached = line.from
  for (const g of [...glyphs].sort((a, b) => a.x0 - b.x0)) {
    const from = Math.max(reached, g.x0)
    const to = Math.min(line.to, g.x1 + g.size * 0.1)
    if (to > from) {
      covered += to - from
      reached = to
    }
  }
  return covered / Math.max(line.to - line.from, 0.01)
}

const heightOver = (line: Line, g: Glyph): number => (baseline(g) - line.at) / g.size

function struckBy(line: Line, glyphs: readonly Glyph[]): Glyph[] {
  const hit = along(line, glyphs).filter((g) => heightOver(line, g) >= strikeLow && heightOver(line, g) <= strikeHigh)
  const isLong = hit.some((g) => line.to - line.from >= (g.x1 - g.x0) * strikeLength)
  return isLong && cover(line, hit) >= strikeCover ? hit : []
}

function underlinedBy(line: Line, glyphs: readonly Glyph[], crossing: (line: Line) => boolean): Glyph[] {
  const over = along(line, glyphs).filter(
    (g) => heightOver(line, g) >= underlineLow && heightOver(line, g) <= underlineHigh,
  )
  if (over.length === 0 || cover(line, over) < underlineCover || crossing(line)) return []
  const ends = (at: number, edge: (g: Glyph) => number): boolean =>
    over.some((g) => Math.abs(edge(g) - at) <= underlineEnds)
  return ends(line.from, (g) => g.x0) && ends(line.to, (g) => g.x1) ? over : []
}

/** Finds strikes and underlines among the rules of a page, for writing in every direction. */
export function decorationsOf(rules: readonly Rule[], glyphs: readonly Glyph[]): Decorations {
  const result: Decorations = { struck: new Map(), underlined: new Set(), rules: [] }
  const upright = glyphs.filter((g) => turnOf(g.run) === 0)
  const others = glyphs.filter((g) => turnOf(g.run) !== 0)
  const bands = bandsOf(upright)
  const sideBands = bandsOf(others.map((g) => turnGlyph(g, 90)))
  const reach = strikeHigh * Math.min(largest(glyphs), largestType)
  const verticals = rules.filter((r) => r.y1 - r.y0 > 3)
  const horizontals = rules.filter((r) => r.x1 - r.x0 > 3)
  for (const rule of rules) {
    const flat = rule.x1 - rule.x0 >= rule.y1 - rule.y0
    const line: Line = flat
      ? { rule, at: rule.y0, from: rule.x0, to: rule.x1 }
      : { rule, at: -rule.x0, from: rule.y0, to: rule.y1 }
    const crossing = (): boolean =>
      flat
        ? verticals.some(
            (v) =>
              v.x0 >= rule.x0 - touching &&
              v.x0 <= rule.x1 + touching &&
              v.y0 <= rule.y0 + touching &&
              v.y1 >= rule.y0 - touching,
          )
        : horizontals.some(
            (h) =>
              h.y0 >= rule.y0 - touching &&
              h.y0 <= rule.y1 + touching &&
              h.x0 <= rule.x0 + touching &&
              h.x1 >= rule.x0 - touching,
          )
    const candidates = near(flat ? bands : sideBands, line, reach)
    if (candidates.length === 0) {
      result.rules.push(rule)
      continue
    }
    const struck = struckBy(line, candidates)
    if (struck.length > 0) {
      for (const g of struck) result.struck.set(g.onPage, rule.color)
      continue
    }
    const underlined = underlinedBy(line, candidates, crossing)
    if (underlined.length > 0) for (const g of underlined) result.underlined.add(g.onPage)
    else result.rules.push(rule)
  }
  return result
}

function largest(glyphs: readonly Glyph[]): number {
  let size = 0
  for (const g of glyphs) if (g.size > size && !isSpaceGlyph(g)) size = g.size
  return size
}
