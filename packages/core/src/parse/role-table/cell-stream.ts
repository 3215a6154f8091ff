import type { Line } from '../../layout/block.ts'
import type { Text } from '../../text/text.ts'
import type { Column } from './column.ts'
import { capacityOf, type Evidence, evidenceOf, signsOfTable, widestColumn } from './evidence.ts'
import { mayHoldCells, type Piece, piecesOf } from './piece.ts'
import { leastOf, type Reading, type Step, search } from './stream-search.ts'
import { maximumColumns } from './stream-steps.ts'

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

/** What the columns are and how wide shows in this many lines, signs and words in these; the rest of a longer table is alike. */
const mostTried = 60
const mostLearnt = 240

/** The parts, or as many of their first lines. */
function sampleOf(parts: readonly (readonly Line[])[], most: number): (readonly Line[])[] {
  let left = most
  return parts.flatMap((part) => {
    const own = part.slice(0, left)
    left -= own.length
    return own.length > 0 ? [own] : []
  })
}

/** Readings kept at each place. The best one falls back behind others for a line or two at most. */
const beam = 24
/** While columns and widths are tried, a reading that is nearly the best shows as much. */
const trialBeam = 8

interface Pass {
  paths: Step[][]
  cost: number
}

/** The pieces of each line of each part, cut `anywhere` where that is true of the line; those `known` of others stay. */
const piecesIn = (
  parts: readonly (readonly Line[])[],
  widest: number,
  symbols: readonly string[],
  anywhere: (line: Line) => boolean,
  known: readonly Piece[][][] = [],
): Piece[][][] =>
  parts.map((part, p) =>
    part.map((line, n) => {
      const cut = anywhere(line)
      return (cut ? undefined : known[p]?.[n]) ?? piecesOf(line, n, widest, cut, symbols)
    }),
  )

/** Nothing where no reading costs less than the `limit` a line. */
function pass(
  e: Evidence,
  parts: readonly (readonly Line[])[],
  pieces: readonly Piece[][][],
  beam: number,
  limit = Number.POSITIVE_INFINITY,
): Pass | undefined {
  const lines = parts.reduce((n, part) => n + part.length, 0)
  const readings: Reading[] = []
  let left = limit * lines - pieces.reduce((n, part) => n + leastOf(part), 0)
  for (const [n, part] of parts.entries()) {
    const own = pieces[n] as Piece[][]
    left += leastOf(own)
    const reading = search(e, part, own, beam, left)
    if (!reading) return undefined
    readings.push(reading)
    left -= reading.cost
  }
  return { paths: readings.map((r) => r.steps), cost: readings.reduce((n, r) => n + r.cost, 0) / lines }
}

function learn(e: Evidence, { paths }: Pass, widest: number): void {
  e.joins = new Set([...e.joins, ...joinsIn(paths)])
  e.capacity = capacities(paths, e.columns.length, widest)
}

/** A reading with one column more must explain the lines better by this much each. */
const columnPenalty = 0.05

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
  const sample = sampleOf(parts, mostLearnt)
  const lines = sample.flat()
  const widest = widestColumn(lines)
  const coarse = piecesIn(sample, widest, symbols, () => false)
  const few = sampleOf(sample, mostTried)
  const signs = signsOfTable(lines, rowStarts)
  let best: { evidence: Evidence; first: Pass; cost: number } | undefined
  for (const columns of possible) {
    const evidence = evidenceOf(signs, columns)
    const penalty = columnPenalty * columns.length
    const first = pass(evidence, few, coarse, trialBeam, best && best.cost - penalty)
    const cost = (first?.cost ?? 0) + penalty
    if (first && (!best || cost < best.cost)) best = { evidence, first, cost }
  }
  if (best) learn(best.evidence, best.first, widest)
  const second = best && pass(best.evidence, sample, coarse, trialBeam)
  if (best && second) learn(best.evidence, second, widest)
  // Lines are cut anywhere only now: it takes widths to choose by.
  const title = best?.evidence.capacity[0]?.first ?? 0
  const holdsCells = (line: Line): boolean => mayHoldCells(line, rowStarts.has(line) ? title : widest)
  const whole = best && pass(best.evidence, parts, piecesIn(parts, widest, symbols, holdsCells, coarse), beam)
  if (!best || !whole) return undefined
  const { columns } = best.evidence
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
