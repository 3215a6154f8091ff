import type { Line } from '../../layout/block.ts'
import type { Column } from './column.ts'
import {
  beginning,
  continuing,
  cutting,
  type Evidence,
  ending,
  goingOn,
  holdsTitles,
  leastCost,
  missingCost,
  outgrowing,
  resuming,
  shortness,
  standing,
  tearing,
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

/** What it costs that the columns of a bit set have no cell, by bit set. */
function absencesOf({ absent }: Evidence): number[] {
  const sums = [0]
  for (const cost of absent) for (let set = 0, n = sums.length; set < n; set++) sums.push((sums[set] as number) + cost)
  return sums
}

/** A piece to be put and what it costs in each column; every step to and from it asks. */
interface Place {
  piece: Piece
  /** As the first line of its cell by column, then as a following one by column. */
  standing: number[]
  wrapping: number[]
  breaking: number[]
  beginning: number[]
  ending: number[]
  continuing: number
}

function placeOf(e: Evidence, lines: readonly Line[], piece: Piece): Place {
  const line = lines[piece.line] as Line
  const columns = e.columns.length
  const unshortened = goingOn(e, line, piece, 0)
  const beginningFirst = beginning(e, line, piece, true)
  const beginningOther = beginning(e, line, piece, false)
  const endingTitle = ending(e, line, piece, true)
  const endingOther = ending(e, line, piece, false)
  const place: Place = {
    piece,
    standing: [],
    wrapping: [],
    breaking: [],
    beginning: [],
    ending: [],
    continuing: piece.first ? continuing(e, line) : 0,
  }
  for (let i = 0; i < 2 * columns; i++) {
    const first = i < columns
    const column = first ? i : i - columns
    place.standing.push(standing(e, piece, column, first))
    const short = shortness(e, piece, column, first)
    const { wrapping, breaking } = short === 0 ? unshortened : goingOn(e, line, piece, short)
    place.wrapping.push(wrapping)
    place.breaking.push(breaking)
    if (!first) continue
    place.beginning.push(column === 0 ? beginningFirst : beginningOther)
    place.ending.push(holdsTitles(e.columns[column] as Column) ? endingTitle : endingOther)
  }
  return place
}

/** What a search over a part's lines holds. */
interface Search {
  e: Evidence
  lines: readonly Line[]
  places: Place[]
  kept: Steps
  absences: readonly number[]
  /** The step after which a new row costs least, and what it costs till then. */
  rows: { cost: number; step: number }
  /** What speaks against a page break before the piece to be put. */
  pass: number
}

const lowest = (mask: number): number => 31 - Math.clz32(mask & -mask)

/** All ways to go on from a step with a piece: in its cell, in another one of the row, in a new row, after a page break. */
function extend(now: Search, step: number, to: Candidates, at: number, torn: number): void {
  const { e, places, kept, absences, rows } = now
  const place = places[at] as Place
  const { piece, standing } = place
  const columns = e.columns.length
  const all = (1 << columns) - 1
  const word = kept.words[step] as number
  const cost = kept.costs[step] as number
  const before = places[kept.places[step] as number] as Place
  const own = columnIn(columns, word)
  const allowed = allowedIn(columns, word)
  const wasOpen = openIn(columns, word)
  const wasFirst = mannerIn(word) >= manner.first
  const order = wasFirst ? own : columns + own
  const closed = (before.ending[own] as number) + torn
  const broken = before.breaking[order] as number
  const open = wasOpen | (1 << own)
  const resumed = allowed !== all
  const inCell = resumed ? manner.cell : manner.cell | manner.first
  const following = allowed & (-2 << own)
  let skipped = 0
  for (let column = own + 1; column < columns; column++) {
    if (!(following & (1 << column))) continue
    const begin = skipped + (resumed ? (piece.first ? 0 : cutting(piece)) : (place.beginning[column] as number))
    const here = standing[resumed ? columns + column : column] as number
    put(to, stateOf(columns, column, allowed, wasOpen), inCell, cost + (closed + begin) + here, step, at)
    put(to, stateOf(columns, column, allowed, open), inCell, cost + (broken + torn + begin) + here, step, at)
    skipped += e.absent[column] as number
  }
  if (!piece.first) return
  const known = e.capacity[own]?.[wasFirst ? 'first' : 'following'] !== undefined
  const wrapped = (before.wrapping[order] as number) + place.continuing + (known ? 0 : outgrowing(before.piece, piece))
  const further = standing[columns + own] as number
  put(to, stateOf(columns, own, allowed, wasOpen), manner.following, cost + wrapped + further, step, at)
  const missing = absences[following] as number
  if (wasOpen === 0 && cost + (closed + missing) < rows.cost) {
    rows.cost = cost + (closed + missing)
    rows.step = step
  }
  const pass = missing + now.pass
  if (wasOpen !== 0) {
    const column = lowest(wasOpen)
    const here = standing[columns + column] as number
    put(to, stateOf(columns, column, wasOpen, 0), manner.pass, cost + (closed + pass) + here, step, at)
  }
  const column = lowest(open)
  const here = standing[columns + column] as number
  put(to, stateOf(columns, column, open, 0), manner.pass, cost + (broken + pass) + here, step, at)
}

/** The ways to begin a row with a piece, in any column: what comes before does not depend on the column. */
function beginRow({ e, places, rows }: Search, to: Candidates, at: number): void {
  const place = places[at] as Place
  const columns = e.columns.length
  const all = (1 << columns) - 1
  let skipped = 0
  for (let column = 0; column < columns; column++) {
    const begin = skipped + (place.beginning[column] as number)
    const cost = rows.cost + begin + (place.standing[column] as number)
    put(to, stateOf(columns, column, all, 0), manner.row | manner.first, cost, rows.step, at)
    skipped += e.absent[column] as number
  }
}

/** The least that the lines of a part can cost. */
export const leastOf = (pieces: readonly Piece[][]): number => pieces.reduce((n, line) => n + leastCost(line), 0)

/**
 * The reading of a part's lines that its signs speak least against, `beam` readings being kept at each place; nothing
 * where none can cost as little as the `limit`.
 */
export function search(
  e: Evidence,
  lines: readonly Line[],
  pieces: readonly Piece[][],
  beam: number,
  limit: number,
): Reading | undefined {
  const rows = { cost: 0, step: -1 }
  const now: Search = { e, lines, places: [], kept: freshSteps(), absences: absencesOf(e), rows, pass: 0 }
  const { places, kept } = now
  let atLineStart = { start: 0, end: 0 }
  let least = leastOf(pieces)
  for (let n = 0; n < lines.length; n++) {
    const endingAt = new Map<number, Candidates>()
    // Pieces come by their start: when one is reached, every step that ends there is known.
    let start = 0
    let from = atLineStart
    for (const piece of pieces[n] as Piece[]) {
      let to = endingAt.get(piece.end)
      if (!to) {
        to = freshCandidates(e.columns.length, endingAt.size)
        endingAt.set(piece.end, to)
      }
      if (piece.start !== start) from = keep(kept, endingAt.get(piece.start), beam)
      start = piece.start
      const opens = n === 0 && piece.first
      if (from.start === from.end && !opens) continue
      const at = places.push(placeOf(e, lines, piece)) - 1
      if (piece.first && !opens) now.pass = breakingBefore(e, lines, n)
      rows.cost = opens ? 0 : Number.POSITIVE_INFINITY
      rows.step = -1
      let last: Piece | undefined
      let torn = 0
      for (let step = from.start; step < from.end; step++) {
        const before = (places[kept.places[step] as number] as Place).piece
        if (before !== last) torn = tearing(e, before, piece)
        last = before
        extend(now, step, to, at, torn)
      }
      if (rows.cost < Number.POSITIVE_INFINITY) beginRow(now, to, at)
    }
    const atEnd = endingAt.get((lines[n] as Line).folded.length)
    least -= leastCost(pieces[n] as Piece[])
    // The dearest part of a search is the one for a model that does not fit, and that shows early.
    if (!atEnd || atEnd.least + least > limit) return undefined
    atLineStart = keep(kept, atEnd, beam)
  }
  return cheapest(now, atLineStart)
}

/** What speaks against a page break before a line. */
const breakingBefore = (e: Evidence, lines: readonly Line[], n: number): number =>
  (e.rowStarts.has(lines[n] as Line) ? 2 * missingCost : 0) + resuming(lines, n - 1, n)

function cheapest(now: Search, among: { start: number; end: number }): Reading | undefined {
  const { e, places, kept, absences } = now
  const columns = e.columns.length
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let step = among.start; step < among.end; step++) {
    const word = kept.words[step] as number
    const column = columnIn(columns, word)
    const following = allowedIn(columns, word) & (-2 << column)
    const unfinished = (absences[following] as number) + 2 * (absences[openIn(columns, word)] as number)
    const { ending } = places[kept.places[step] as number] as Place
    const cost = (kept.costs[step] as number) + (ending[column] as number) + unfinished
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
    const { piece } = places[kept.places[step] as number] as Place
    steps.push({
      piece,
      column: columnIn(e.columns.length, word),
      begins: beginnings[how % manner.first],
      first: how >= manner.first,
    })
  }
  return steps.reverse()
}
