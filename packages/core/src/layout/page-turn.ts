import type { Box, GlyphRun, Rule } from '../read/page-glyphs.ts'
import type { Block } from './block.ts'
import { characterOf, type Glyph, isSpaceGlyph, type Turn, turned, turnOf } from './glyphs.ts'

/** Characters drawn below one another, one em apart, are writing downwards: they outnumber those side by side so many times. */
const stackedShare = 2
/** Fewer steps downwards than these are a column of marks. */
const fewestSteps = 6
/** Most of a page's characters run the way that the page is turned by. */
const mainShare = 0.6

/** Marks and figures below one another are columns of a table, not writing. */
const markOrFigure = /[\p{Nd}\p{Sm}〇\u25a0-\u25ff\u2b55\u2713-\u2718]/u
/** Kana and kanji, nearly every character, are told without the pattern. */
const isWordUnit = (unit: number): boolean => (unit > 0x3040 && unit < 0x3100) || (unit >= 0x3400 && unit < 0xa000)

type Step = 'down' | 'across' | undefined

/** How one upright character follows the one drawn before it. */
function stepOf(last: Glyph | undefined, g: Glyph): Step {
  if (!last) return undefined
  const dx = Math.abs(g.x0 + g.x1 - last.x0 - last.x1) / 2 / g.size
  const dy = (g.y1 - last.y1) / g.size
  if (dx < 0.3 && dy > 0.5 && dy < 2.2) return 'down'
  return Math.abs(dy) < 0.3 && dx < 2.2 ? 'across' : undefined
}

/** Upright characters that stand below one another, as programs draw vertical writing with fonts that do not say so. */
function stackedIn(glyphs: readonly Glyph[]): Set<Glyph> {
  const stacked = new Set<Glyph>()
  let down = 0
  let across = 0
  let last: Glyph | undefined
  let before: Step
  for (const g of glyphs) {
    if (isSpaceGlyph(g) || turnOf(g.run) !== 0) continue
    if (!isWordUnit(g.unit) && markOrFigure.test(characterOf(g))) {
      last = undefined
      before = undefined
      continue
    }
    const step = stepOf(last, g)
    if (step === 'down') {
      down++
      stacked.add(g)
      if (last) stacked.add(last)
    } else if (step === 'across') {
      across++
    }
    // A character by itself between columns: it belongs to the writing about it.
    if (step === undefined && before === undefined && last) stacked.add(last)
    last = g
    before = step
  }
  if (down < fewestSteps || down <= across * stackedShare) return new Set()
  addBetween(stacked, glyphs)
  addBetween(stacked, glyphs.toReversed())
  return stacked
}

/** Spaces, figures and marks are of the writing downwards that the characters drawn before or behind them are of. */
function addBetween(stacked: Set<Glyph>, glyphs: readonly Glyph[]): void {
  let last: Glyph | undefined
  for (const g of glyphs) {
    const isNext = last && stacked.has(last) && turnOf(g.run) === 0
    if (isNext && (stepOf(last, g) ?? stepOf(g, last as Glyph)) === 'down') stacked.add(g)
    last = g
  }
}

/** How a page is turned to be read, and the characters on it that run downwards without their font saying so. */
interface PageTurn {
  turn: Turn
  stacked: ReadonlySet<Glyph>
}

const upright: PageTurn = { turn: 0, stacked: new Set() }

/** The turn that most of a page's characters ask for; 0 where no direction has most of them. */
export function pageTurnOf(glyphs: readonly Glyph[]): PageTurn {
  const counts: Record<Turn, number> = { 0: 0, 90: 0, 180: 0, 270: 0 }
  let all = 0
  for (const g of glyphs) {
    if (isSpaceGlyph(g)) continue
    counts[turnOf(g.run)]++
    all++
  }
  const stacked = counts[0] > 0 ? stackedIn(glyphs) : upright.stacked
  counts[90] += stacked.size
  for (const turn of [90, 180, 270] as const) if (counts[turn] > all * mainShare) return { turn, stacked }
  return upright
}

/** Characters in the frame of the turned page. */
export function turnPage(glyphs: readonly Glyph[], { turn, stacked }: PageTurn): Glyph[] {
  const runs = new Map<GlyphRun, GlyphRun[]>()
  const runOf = (g: Glyph): GlyphRun => {
    const own = runs.get(g.run) ?? []
    runs.set(g.run, own)
    const of = stacked.has(g) ? 90 : turnOf(g.run)
    const at = of / 90
    own[at] ??= { ...g.run, vertical: false, rotation: (of - turn + 360) % 360 }
    return own[at] as GlyphRun
  }
  return glyphs.map((g) => {
    const [x0, y0, x1, y1] = turned([g.x0, g.y0, g.x1, g.y1], turn)
    const own: Glyph = { ...g, x0, y0, x1, y1, run: runOf(g) }
    own.onPage = own
    return own
  })
}

/** Rules likewise. */
export const turnRules = (rules: readonly Rule[], turn: Turn): Rule[] =>
  rules.map((r) => {
    const [x0, y0, x1, y1] = turned([r.x0, r.y0, r.x1, r.y1], turn)
    return { ...r, x0, y0, x1, y1 }
  })

/** Puts the places of blocks back into the frame of the page as it is. */
export function turnBack(blocks: readonly Block[], turn: Turn): void {
  const back = ((360 - turn) % 360) as Turn
  const place = (of: { box?: Box }): void => {
    if (of.box) of.box = turned(of.box, back)
  }
  for (const block of blocks) {
    place(block)
    if (block.kind === 'line') block.turn = (((block.turn ?? 0) + turn) % 360) as Turn
    if (block.kind === 'table') for (const cell of block.rows.flat()) place(cell)
  }
}
