import type { Line } from '../../layout/block.ts'
import {
  beginning,
  breaking,
  continuing,
  cutting,
  type Evidence,
  ending,
  missingCost,
  outgrowing,
  resuming,
  standing,
  tearing,
  wrapping,
} from './evidence.ts'
import type { Piece } from './piece.ts'

/** A step of a reading: a piece put into a column, and how it came there. */
export interface Step {
  piece: Piece
  costs: PieceCosts
  column: number
  /** Columns that this pass over the row may hold, and those left open for the page after, as bit sets. */
  allowed: number
  open: number
  cost: number
  begins: 'row' | 'cell' | 'pass' | undefined
  /** Whether the piece is the first line of its cell. */
  first: boolean
  before: Step | undefined
}

/** Readings kept at each place. The best one falls back behind others for a line or two at most. */
const beamWidth = 24
/** A reading that is this much behind the best one has two labels or borders more in wrong places: it never wins. */
const beamDepth = 9
/** More columns than agreements have parties. */
export const maximumColumns = 7

/** What it costs that the columns of a bit set between two places have no cell. */
function absent(e: Evidence, mask: number, from: number, to: number): number {
  let n = 0
  for (let c = from; c < to; c++) if (mask & (1 << c)) n += e.absent[c] as number
  return n
}

/** What a piece costs in each column, as the first or a following line of its cell; every step to and from it asks. */
interface PieceCosts {
  standing: readonly [first: number[], following: number[]]
  wrapping: readonly [first: number[], following: number[]]
  breaking: readonly [first: number[], following: number[]]
  beginning: number[]
  ending: number[]
  continuing: number
}

function costsOf(e: Evidence, lines: readonly Line[], piece: Piece): PieceCosts {
  const costs: PieceCosts = {
    standing: [[], []],
    wrapping: [[], []],
    breaking: [[], []],
    beginning: [],
    ending: [],
    continuing: piece.first ? continuing(e, lines[piece.line] as Line) : 0,
  }
  for (let column = 0; column < e.columns.length; column++) {
    for (const order of [0, 1] as const) {
      costs.standing[order].push(standing(e, piece, column, order === 0))
      costs.wrapping[order].push(wrapping(e, lines, piece, order === 0, column))
      costs.breaking[order].push(breaking(e, lines, piece, order === 0, column))
    }
    costs.beginning.push(beginning(e, lines, piece, column))
    costs.ending.push(ending(e, lines, piece, column))
  }
  return costs
}

/** The cheapest step of each state; a state is a number, as bit sets of at most `maximumColumns` bits. */
type Steps = Map<number, Step>

/** A piece to be put, the costs that it has, and the steps that end with it. */
interface Place {
  piece: Piece
  costs: PieceCosts
  steps: Steps
}

function put(
  place: Place,
  before: Step | undefined,
  column: number,
  allowed: number,
  open: number,
  added: number,
  begins: Step['begins'],
  first: boolean,
): void {
  const cost = (before?.cost ?? 0) + added + (place.costs.standing[first ? 0 : 1][column] as number)
  const state = (((column << maximumColumns) | allowed) << maximumColumns) | open
  const known = place.steps.get(state)
  if (known && known.cost <= cost) return
  place.steps.set(state, { piece: place.piece, costs: place.costs, column, allowed, open, cost, begins, first, before })
}

/** All ways to go on from a step with a piece: in its cell, in another one of the row, in a new row, after a page break. */
function extend(e: Evidence, lines: readonly Line[], before: Step, place: Place, torn: number): void {
  const { piece, costs } = place
  const columns = e.columns.length
  const all = (1 << columns) - 1
  const { column: own, allowed } = before
  const order = before.first ? 0 : 1
  const closed = (before.costs.ending[own] as number) + torn
  const broken = before.costs.breaking[order][own] as number
  const open = before.open | (1 << own)
  const resumed = allowed !== all
  for (let column = own + 1; column < columns; column++) {
    if (!(allowed & (1 << column))) continue
    const skipped = absent(e, allowed, own + 1, column)
    const begin = skipped + (resumed ? (piece.first ? 0 : cutting(piece)) : (costs.beginning[column] as number))
    put(place, before, column, allowed, before.open, closed + begin, 'cell', !resumed)
    put(place, before, column, allowed, open, broken + torn + begin, 'cell', !resumed)
  }
  if (!piece.first) return
  const known = e.capacity[own]?.[before.first ? 'first' : 'following'] !== undefined
  const wrapped =
    (before.costs.wrapping[order][own] as number) + costs.continuing + (known ? 0 : outgrowing(before.piece, piece))
  put(place, before, own, allowed, before.open, wrapped, undefined, false)
  const missing = absent(e, allowed, own + 1, columns)
  if (before.open === 0) {
    for (let column = 0; column < columns; column++) {
      const begin = absent(e, all, 0, column) + (costs.beginning[column] as number)
      put(place, before, column, all, 0, closed + missing + begin, 'row', true)
    }
  }
  const rowStart = e.rowStarts.has(lines[piece.line] as Line) ? 2 * missingCost : 0
  const pass = missing + rowStart + resuming(lines, before.piece.line, piece.line)
  const lowest = (mask: number): number => 31 - Math.clz32(mask & -mask)
  if (before.open !== 0) put(place, before, lowest(before.open), before.open, 0, closed + pass, 'pass', false)
  put(place, before, lowest(open), open, 0, broken + pass, 'pass', false)
}

/** The cheapest steps, the best first. */
function best(steps: Iterable<Step>): Step[] {
  let limit = Number.POSITIVE_INFINITY
  const all = [...steps]
  for (const step of all) limit = Math.min(limit, step.cost + beamDepth)
  return all
    .filter((step) => step.cost <= limit)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, beamWidth)
}

/** The last step of the reading of a part's lines that its signs speak least against. */
export function search(e: Evidence, lines: readonly Line[], pieces: readonly Piece[][]): Step | undefined {
  const columns = e.columns.length
  const all = (1 << columns) - 1
  let atLineStart: Step[] = []
  for (let n = 0; n < lines.length; n++) {
    const endingAt = new Map<number, Steps>()
    // Pieces come by their start: when one is reached, every step that ends there is known.
    let start = 0
    let from = atLineStart
    for (const piece of pieces[n] as Piece[]) {
      const steps = endingAt.get(piece.end) ?? new Map<number, Step>()
      endingAt.set(piece.end, steps)
      if (piece.start !== start) from = best(endingAt.get(piece.start)?.values() ?? [])
      start = piece.start
      const opens = n === 0 && piece.first
      if (from.length === 0 && !opens) continue
      const place: Place = { piece, costs: costsOf(e, lines, piece), steps }
      for (let column = 0; opens && column < columns; column++) {
        const begin = absent(e, all, 0, column) + (place.costs.beginning[column] as number)
        put(place, undefined, column, all, 0, begin, 'row', true)
      }
      let last: Piece | undefined
      let torn = 0
      for (const before of from) {
        if (before.piece !== last) torn = tearing(e, before.piece, piece)
        last = before.piece
        extend(e, lines, before, place, torn)
      }
    }
    atLineStart = best(endingAt.get((lines[n] as Line).folded.length)?.values() ?? [])
  }
  let cheapest: Step | undefined
  let least = Number.POSITIVE_INFINITY
  for (const step of atLineStart) {
    const unfinished = absent(e, step.allowed, step.column + 1, columns) + 2 * absent(e, step.open, 0, columns)
    const cost = step.cost + (step.costs.ending[step.column] as number) + unfinished
    if (cost >= least) continue
    least = cost
    cheapest = step
  }
  return cheapest
}

/** The steps of a reading, first to last. */
export function stepsTo(last: Step): Step[] {
  const steps: Step[] = []
  for (let s: Step | undefined = last; s; s = s.before) steps.push(s)
  return steps.reverse()
}
