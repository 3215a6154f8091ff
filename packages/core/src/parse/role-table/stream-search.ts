import type { Column } from './column.ts'
import {
  breaking,
  cutting,
  type Evidence,
  holdsTitles,
  missingCost,
  outgrowing,
  resuming,
  shortness,
  standing,
  tearing,
  wrapping,
} from './evidence.ts'
import type { Piece } from './piece.ts'
import {
  allowedIn,
  type Candidates,
  columnIn,
  freshCandidates,
  freshSteps,
  keep,
  manner,
  mannerIn,
  openIn,
  put,
  type Steps,
  stateOf,
} from './stream-steps.ts'
import type { Bearing, WeighedLine } from './weighed-line.ts'

/** A step of a reading: a piece put into a column, and how it came there. */
export interface Step {
  piece: Piece
  column: number
  begins: 'row' | 'cell' | 'pass' | undefined
  /** Whether the piece is the first line of its cell. */
  first: boolean
}

/** The steps of a reading, first to last, and what speaks against all of them. */
export interface Reading {
  steps: Step[]
  cost: number
}

/** The least that the lines of a part can cost. */
export const leastOf = (lines: readonly WeighedLine[]): number => lines.reduce((n, { least }) => n + least, 0)

/** What it costs that the columns of a bit set have no cell, by bit set. */
function absencesOf({ absent }: Evidence): number[] {
  const sums = [0]
  for (const cost of absent) for (let set = 0, n = sums.length; set < n; set++) sums.push((sums[set] as number) + cost)
  return sums
}

/** The pieces to be put, in order, and what each costs in each column: every step to and from it asks. */
interface Places {
  pieces: Piece[]
  bearings: Bearing[]
  /** Numbers of a place among the weights. */
  size: number
  /** For each place what speaks against its standing in a column, its wrapping and its breaking there: each as the first line of its cell by column, then as a following one. */
  weights: Float64Array
}

const placesFor = (lines: readonly WeighedLine[], columns: number): Places => {
  const size = 6 * columns
  const weights = new Float64Array(lines.reduce((n, line) => n + line.pieces.length, 0) * size)
  return { pieces: [], bearings: [], size, weights }
}

function addPlace({ e, lines, places }: Search, n: number, index: number): number {
  const { line, pieces, bearings } = lines[n] as WeighedLine
  const piece = pieces[index] as Piece
  const bearing = bearings[index] as Bearing
  const at = places.pieces.push(piece) - 1
  places.bearings.push(bearing)
  const columns = e.columns.length
  const { weights } = places
  const from = at * places.size
  for (let i = 0; i < 2 * columns; i++) {
    const column = i < columns ? i : i - columns
    const capacity = e.capacity[i] as number
    const to = from + i
    // Of following lines as little is known as of first ones, until widths are learnt.
    if (i >= columns && Number.isNaN(capacity) && Number.isNaN(e.capacity[column])) {
      weights[to] = weights[to - columns] as number
      weights[to + 2 * columns] = bearing.wrapping
      weights[to + 4 * columns] = bearing.breaking
      continue
    }
    const short = shortness(piece, capacity)
    weights[to] = standing(e.columns[column] as Column, piece, capacity)
    weights[to + 2 * columns] = short === 0 ? bearing.wrapping : wrapping(e, line, piece, short)
    weights[to + 4 * columns] = short === 0 ? bearing.breaking : breaking(e, line, piece, short)
  }
  return at
}

/** What a search over a part's lines holds. */
interface Search {
  e: Evidence
  lines: readonly WeighedLine[]
  places: Places
  kept: Steps
  absences: readonly number[]
  /** Whether a column holds titles, by column. */
  titles: readonly boolean[]
  /** The step after which a new row costs least, and what it costs till then. */
  rows: { cost: number; step: number }
  /** What speaks against a page break before the piece to be put. */
  pass: number
}

const lowest = (mask: number): number => 31 - Math.clz32(mask & -mask)

/** All ways to go on from a step with a piece: in its cell, in another one of the row, in a new row, after a page break. */
function extend(now: Search, step: number, to: Candidates, at: number, torn: number): void {
  const { e, places, kept, absences, rows } = now
  const { weights, size } = places
  const columns = e.columns.length
  const all = (1 << columns) - 1
  const word = kept.words[step] as number
  const cost = kept.costs[step] as number
  const own = columnIn(columns, word)
  const allowed = allowedIn(columns, word)
  const wasOpen = openIn(columns, word)
  const order = mannerIn(word) >= manner.first ? own : columns + own
  const piece = places.pieces[at] as Piece
  const bearing = places.bearings[at] as Bearing
  const standing = at * size
  const before = kept.places[step] as number
  const wrapping = before * size + 2 * columns + order
  const left = places.bearings[before] as Bearing
  const closed = (now.titles[own] ? left.endingTitle : left.ending) + torn
  const broken = weights[wrapping + 2 * columns] as number
  const open = wasOpen | (1 << own)
  const resumed = allowed !== all
  const inCell = resumed ? manner.cell : manner.cell | manner.first
  const further = resumed ? standing + columns : standing
  const begins = resumed ? (piece.first ? 0 : cutting(piece)) : bearing.beginning
  const following = allowed & (-2 << own)
  let skipped = 0
  for (let column = own + 1; column < columns; column++) {
    if (!(following & (1 << column))) continue
    const begin = skipped + begins
    const here = weights[further + column] as number
    put(to, stateOf(columns, column, allowed, wasOpen), inCell, cost + (closed + begin) + here, step, at)
    put(to, stateOf(columns, column, allowed, open), inCell, cost + (broken + torn + begin) + here, step, at)
    skipped += e.absent[column] as number
  }
  if (!piece.first) return
  const outgrown = Number.isNaN(e.capacity[order]) ? outgrowing(places.pieces[before] as Piece, piece) : 0
  const wrapped = (weights[wrapping] as number) + bearing.continuing + outgrown
  const goesOn = cost + wrapped + (weights[standing + columns + own] as number)
  put(to, stateOf(columns, own, allowed, wasOpen), manner.following, goesOn, step, at)
  const missing = absences[following] as number
  if (wasOpen === 0 && cost + (closed + missing) < rows.cost) {
    rows.cost = cost + (closed + missing)
    rows.step = step
  }
  const pass = missing + now.pass
  if (wasOpen !== 0) {
    const column = lowest(wasOpen)
    const here = weights[standing + columns + column] as number
    put(to, stateOf(columns, column, wasOpen, 0), manner.pass, cost + (closed + pass) + here, step, at)
  }
  const column = lowest(open)
  const here = weights[standing + columns + column] as number
  put(to, stateOf(columns, column, open, 0), manner.pass, cost + (broken + pass) + here, step, at)
}

/** The ways to begin a row with a piece, in any column: what comes before does not depend on the column. */
function beginRow({ e, places, rows }: Search, to: Candidates, at: number): void {
  const columns = e.columns.length
  const all = (1 << columns) - 1
  const { beginning, beginningFirst } = places.bearings[at] as Bearing
  const standing = at * places.size
  let skipped = 0
  for (let column = 0; column < columns; column++) {
    const begin = skipped + (column === 0 ? beginningFirst : beginning)
    const cost = rows.cost + begin + (places.weights[standing + column] as number)
    put(to, stateOf(columns, column, all, 0), manner.row | manner.first, cost, rows.step, at)
    skipped += e.absent[column] as number
  }
}

/**
 * The reading of a part's lines that its signs speak least against, `beam` readings being kept at each place; nothing
 * where none can cost as little as the `limit`.
 */
export function search(e: Evidence, lines: readonly WeighedLine[], beam: number, limit: number): Reading | undefined {
  const places = placesFor(lines, e.columns.length)
  const rows = { cost: Number.POSITIVE_INFINITY, step: -1 }
  const kept = freshSteps()
  const now: Search = {
    e,
    lines,
    places,
    kept,
    absences: absencesOf(e),
    titles: e.columns.map(holdsTitles),
    rows,
    pass: Number.POSITIVE_INFINITY,
  }
  let atLineStart = { start: 0, end: 0 }
  let least = leastOf(lines)
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n] as WeighedLine
    const endingAt = new Map<number, Candidates>()
    // Pieces come by their start: when one is reached, every step that ends there is known.
    let start = 0
    let from = atLineStart
    for (let i = 0; i < line.pieces.length; i++) {
      const piece = line.pieces[i] as Piece
      let to = endingAt.get(piece.end)
      if (!to) {
        to = freshCandidates(e.columns.length, endingAt.size)
        endingAt.set(piece.end, to)
      }
      if (piece.start !== start) from = keep(kept, endingAt.get(piece.start), beam)
      start = piece.start
      const opens = n === 0 && piece.first
      if (from.start === from.end && !opens) continue
      const at = addPlace(now, n, i)
      if (piece.first && !opens) now.pass = breakingBefore(e, lines, n)
      rows.cost = opens ? 0 : Number.POSITIVE_INFINITY
      rows.step = -1
      let last = -1
      let torn = 0
      for (let step = from.start; step < from.end; step++) {
        const before = kept.places[step] as number
        if (before !== last) torn = tearing(e, places.pieces[before] as Piece, piece)
        last = before
        extend(now, step, to, at, torn)
      }
      if (rows.cost < Number.POSITIVE_INFINITY) beginRow(now, to, at)
    }
    const atEnd = endingAt.get(line.line.folded.length)
    least -= line.least
    // The dearest part of a search is the one for a model that does not fit, and that shows early.
    if (!atEnd || atEnd.least + least > limit) return undefined
    atLineStart = keep(kept, atEnd, beam)
  }
  return cheapest(now, atLineStart)
}

/** What speaks against a page break before a line. */
const breakingBefore = (e: Evidence, lines: readonly WeighedLine[], n: number): number =>
  (e.rowStarts.has((lines[n] as WeighedLine).line) ? 2 * missingCost : 0) +
  resuming((lines[n - 1] as WeighedLine).line, (lines[n] as WeighedLine).line)

function cheapest(now: Search, among: { start: number; end: number }): Reading | undefined {
  const { e, places, kept, absences, titles } = now
  const columns = e.columns.length
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let step = among.start; step < among.end; step++) {
    const word = kept.words[step] as number
    const column = columnIn(columns, word)
    const following = allowedIn(columns, word) & (-2 << column)
    const unfinished = (absences[following] as number) + 2 * (absences[openIn(columns, word)] as number)
    const bearing = places.bearings[kept.places[step] as number] as Bearing
    const cost = (kept.costs[step] as number) + (titles[column] ? bearing.endingTitle : bearing.ending) + unfinished
    if (cost >= least) continue
    least = cost
    best = step
  }
  return best < 0 ? undefined : { steps: stepsTo(now, best), cost: kept.costs[best] as number }
}

const beginnings: readonly Step['begins'][] = [undefined, 'row', 'cell', 'pass']

function stepsTo({ e, places, kept }: Search, last: number): Step[] {
  const steps: Step[] = []
  for (let step = last; step >= 0; step = kept.befores[step] as number) {
    const word = kept.words[step] as number
    const how = mannerIn(word)
    steps.push({
      piece: places.pieces[kept.places[step] as number] as Piece,
      column: columnIn(e.columns.length, word),
      begins: beginnings[how % manner.first],
      first: how >= manner.first,
    })
  }
  return steps.reverse()
}
