import type { Line } from '../../layout/block.ts'
import type { Text } from '../../text/text.ts'
import type { Column } from './column.ts'
import {
  beginning,
  breaking,
  capacityOf,
  cutting,
  type Evidence,
  ending,
  evidenceOf,
  goingOn,
  missingCost,
  resuming,
  standing,
  tearing,
  widestColumn,
} from './evidence.ts'
import { type Piece, piecesOf } from './piece.ts'

/** A row read out of a stream of cells: for each column the pieces of its cell, in order. */
export type StreamRow = Text[][]

export interface StreamReading {
  /** The model that explains the lines best; cells of rows follow it. */
  columns: readonly Column[]
  /** Rows of each part. */
  parts: StreamRow[][]
  /** Mean cost a line; under 1 the reading explains nearly everything. */
  cost: number
}

/** A step of a reading: a piece put into a column, and how it came there. */
interface Step {
  piece: Piece
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
const beamWidth = 64
/** A reading that is this much behind the best one has two labels or borders more in wrong places: it never wins. */
const beamDepth = 9
/** Widths are learnt from a first reading and used in the next ones. */
const rounds = 3
/** More columns than agreements have parties. */
const maximumColumns = 7

const bits = (mask: number, from: number, to: number): number => {
  let n = 0
  for (let c = from; c < to; c++) if (mask & (1 << c)) n++
  return n
}

/** Costs that a piece and its column alone decide, a number a column: every step that comes to the piece asks for them. */
interface PieceCosts {
  standing: { first: number[]; following: number[] }
  beginning: number[]
  ending: number[]
}

function costsOf(e: Evidence, lines: readonly Line[], piece: Piece): PieceCosts {
  const each = (costOf: (column: number) => number): number[] => e.columns.map((_, column) => costOf(column))
  return {
    standing: {
      first: each((column) => standing(e, piece, column, true)),
      following: each((column) => standing(e, piece, column, false)),
    },
    beginning: each((column) => beginning(e, lines, piece, column)),
    ending: each((column) => ending(e, lines, piece, column)),
  }
}

/** The cheapest step of each state; a state is a number, as bit sets of at most `maximumColumns` bits. */
type Steps = Map<number, Step>
const stateOf = (column: number, allowed: number, open: number): number =>
  (((column << maximumColumns) | allowed) << maximumColumns) | open

function keep(steps: Steps, step: Step): void {
  const key = stateOf(step.column, step.allowed, step.open)
  const known = steps.get(key)
  if (!known || step.cost < known.cost) steps.set(key, step)
}

function extend(
  e: Evidence,
  lines: readonly Line[],
  costs: (piece: Piece) => PieceCosts,
  before: Step,
  piece: Piece,
  steps: Steps,
): void {
  const here = costs(piece)
  const standingHere = (column: number, first: boolean): number =>
    here.standing[first ? 'first' : 'following'][column] ?? 0
  const beginningHere = (column: number): number => here.beginning[column] ?? 0
  const columns = e.columns.length
  const all = (1 << columns) - 1
  const previous = before.piece
  const put = (
    column: number,
    allowed: number,
    open: number,
    cost: number,
    begins: Step['begins'],
    first: boolean,
  ): void =>
    keep(steps, {
      piece,
      column,
      allowed,
      open,
      cost: before.cost + cost + standingHere(column, first),
      begins,
      first,
      before,
    })

  if (piece.first) {
    const cost = goingOn(e, lines, previous, before.first, piece, before.column)
    put(before.column, before.allowed, before.open, cost, undefined, false)
  }

  const torn = tearing(e, previous, piece)
  const closed = (costs(previous).ending[before.column] ?? 0) + torn
  const broken = breaking(e, lines, previous, before.first, before.column)
  const openMask = before.open | (1 << before.column)
  const resumed = before.allowed !== all
  for (let column = before.column + 1; column < columns; column++) {
    if (!(before.allowed & (1 << column))) continue
    const skipped = missingCost * bits(before.allowed, before.column + 1, column)
    const begin = skipped + (resumed ? (piece.first ? 0 : cutting(piece)) : beginningHere(column))
    put(column, before.allowed, before.open, closed + begin, 'cell', !resumed)
    put(column, before.allowed, openMask, broken + torn + begin, 'cell', !resumed)
  }
  if (!piece.first) return
  const missing = missingCost * bits(before.allowed, before.column + 1, columns)
  if (before.open === 0) {
    for (let column = 0; column < columns; column++) {
      put(column, all, 0, closed + missing + missingCost * column + beginningHere(column), 'row', true)
    }
  }
  for (const [open, cost] of [
    [before.open, closed],
    [openMask, broken],
  ] as const) {
    if (open === 0) continue
    const column = 31 - Math.clz32(open & -open)
    const rowStart = e.rowStarts.has(lines[piece.line] as Line) ? 2 * missingCost : 0
    put(column, open, 0, cost + missing + rowStart + resuming(lines, previous.line, piece.line), 'pass', false)
  }
}

/** The cheapest steps, the best first. */
function best(steps: Iterable<Step>): Step[] {
  const all = [...steps]
  const limit = Math.min(...all.map((step) => step.cost)) + beamDepth
  return all
    .filter((step) => step.cost <= limit)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, beamWidth)
}

function search(e: Evidence, lines: readonly Line[], pieces: readonly Piece[][]): Step | undefined {
  const columns = e.columns.length
  const all = (1 << columns) - 1
  const known = new Map<Piece, PieceCosts>()
  const costs = (piece: Piece): PieceCosts => {
    const before = known.get(piece)
    if (before) return before
    const found = costsOf(e, lines, piece)
    known.set(piece, found)
    return found
  }
  let atLineStart: Step[] = []
  for (let n = 0; n < lines.length; n++) {
    const endingAt = new Map<number, Steps>()
    // Pieces come by their start: when one is reached, every step that ends there is known.
    const cut = new Map<number, Step[]>()
    const bestAt = (start: number): Step[] => {
      const found = cut.get(start) ?? best(endingAt.get(start)?.values() ?? [])
      cut.set(start, found)
      return found
    }
    const ofLine = [...(pieces[n] as Piece[])].sort((a, b) => a.start - b.start || a.end - b.end)
    for (const piece of ofLine) {
      const steps = endingAt.get(piece.end) ?? new Map<number, Step>()
      endingAt.set(piece.end, steps)
      if (n === 0 && piece.first) {
        for (let column = 0; column < columns; column++) {
          const cost = missingCost * column + beginning(e, lines, piece, column) + standing(e, piece, column, true)
          keep(steps, { piece, column, allowed: all, open: 0, cost, begins: 'row', first: true, before: undefined })
        }
        continue
      }
      const from = piece.first ? atLineStart : bestAt(piece.start)
      for (const before of from) extend(e, lines, costs, before, piece, steps)
    }
    atLineStart = best(endingAt.get((lines[n] as Line).folded.length)?.values() ?? [])
  }
  const last = atLineStart.map((s) => ({
    step: s,
    cost:
      s.cost +
      ending(e, lines, s.piece, s.column) +
      missingCost * (bits(s.allowed, s.column + 1, columns) + 2 * bits(s.open, 0, columns)),
  }))
  return last.sort((a, b) => a.cost - b.cost)[0]?.step
}

function path(last: Step): Step[] {
  const steps: Step[] = []
  for (let s: Step | undefined = last; s; s = s.before) steps.push(s)
  return steps.reverse()
}

/** Pairs of characters over which more than one cell wraps. */
function joinsIn(paths: readonly (readonly Step[])[]): string[] {
  const seen = new Map<string, number>()
  for (const steps of paths) {
    steps.forEach((step, i) => {
      const before = steps[i - 1]
      if (!before || step.begins !== undefined) return
      const pair = `${before.piece.folded.at(-1)}${step.piece.folded[0]}`
      seen.set(pair, (seen.get(pair) ?? 0) + 1)
    })
  }
  return [...seen].flatMap(([pair, n]) => (n > 1 ? [pair] : []))
}

/** What the pieces that wrap onto the next line of their cell tell about the columns' widths. */
function capacities(paths: readonly (readonly Step[])[], columns: number, widest: number): Evidence['capacity'] {
  const wrapped = paths
    .flatMap((steps) => steps.filter((_, i) => steps[i + 1] && steps[i + 1]?.begins === undefined))
    .filter((s) => s.piece.length <= widest + 1)
  const lengths = (column: number, first: boolean): number[] =>
    wrapped.filter((s) => s.column === column && s.first === first).map((s) => s.piece.length)
  return Array.from({ length: columns }, (_, column) => ({
    first: capacityOf(lengths(column, true)),
    following: capacityOf(lengths(column, false)),
  }))
}

/** Widths and words are learnt from this many lines; the rest of a longer table is like them. */
const mostLearnt = 1_500

/** The parts, or the first lines of them, that a table is learnt from. */
function sampleOf(parts: readonly (readonly Line[])[]): (readonly Line[])[] {
  let left = mostLearnt
  return parts.flatMap((part) => {
    const own = part.slice(0, left)
    left -= own.length
    return own.length > 0 ? [own] : []
  })
}

interface Pass {
  paths: Step[][]
  cost: number
}

function pass(e: Evidence, parts: readonly (readonly Line[])[], widest: number): Pass | undefined {
  const last = parts.map((part) =>
    search(
      e,
      part,
      part.map((line, n) => piecesOf(line, n, widest, e.rowStarts.has(line))),
    ),
  )
  if (last.some((s) => s === undefined)) return undefined
  const lines = parts.reduce((n, part) => n + part.length, 0)
  return { paths: last.map((s) => path(s as Step)), cost: last.reduce((n, s) => n + (s as Step).cost, 0) / lines }
}

function learn(e: Evidence, { paths }: Pass, widest: number): void {
  e.joins = new Set([...e.joins, ...joinsIn(paths)])
  e.capacity = capacities(paths, e.columns.length, widest)
}

/** A set of columns that explains the lines this much worse than another, before widths are known, is given up. */
const hopeless = 0.5
/** A reading with one column more must explain the lines better by this much each. */
const columnPenalty = 0.15

/**
 * Reads a table that was printed cell after cell, each cell line by line, into rows: the reading that its signs (row
 * numbers, paragraph ends, sentences, column widths, who is named) speak least against, by the one of the `models` of
 * its columns that explains it best. Lines in which a page break has put the first lines of several cells side by side
 * are cut. The parts are the table's sections, which share its columns. Time grows with lines × 3^columns.
 */
export function readCellStream(
  parts: readonly (readonly Line[])[],
  models: readonly (readonly Column[])[],
  symbols: readonly string[],
  rowStarts: ReadonlySet<Line>,
): StreamReading | undefined {
  const possible = models.filter((columns) => columns.length > 0 && columns.length <= maximumColumns)
  if (parts.length === 0 || parts.some((p) => p.length === 0)) return undefined
  const sample = sampleOf(parts)
  const lines = sample.flat()
  const widest = widestColumn(lines)
  let best: { evidence: Evidence; pass: Pass; cost: number } | undefined
  const tried = possible.flatMap((columns) => {
    const evidence = evidenceOf(lines, columns, symbols, rowStarts)
    const first = pass(evidence, sample, widest)
    return first ? [{ evidence, first }] : []
  })
  const least = tried.reduce((n, t) => Math.min(n, t.first.cost), Number.POSITIVE_INFINITY)
  for (const { evidence, first } of tried) {
    if (first.cost > least + hopeless) continue
    let own = first
    for (let round = 1; round < rounds; round++) {
      learn(evidence, own, widest)
      own = pass(evidence, sample, widest) ?? own
    }
    const cost = own.cost + columnPenalty * evidence.columns.length
    if (!best || cost < best.cost) best = { evidence, pass: own, cost }
  }
  if (!best) return undefined
  const { evidence } = best
  const whole = lines.length < parts.reduce((n, p) => n + p.length, 0) ? pass(evidence, parts, widest) : best.pass
  if (!whole) return undefined
  const { columns } = evidence
  return { columns, parts: whole.paths.map((steps) => rowsOf(steps, columns.length)), cost: whole.cost }
}

function rowsOf(steps: readonly Step[], columns: number): StreamRow[] {
  const rows: StreamRow[] = []
  for (const step of steps) {
    if (step.begins === 'row') rows.push(Array.from({ length: columns }, () => []))
    rows.at(-1)?.[step.column]?.push(step.piece.text)
  }
  return rows
}
