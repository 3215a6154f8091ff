import type { Line } from '../../layout/block.ts'
import type { Text } from '../../text/text.ts'
import type { Column } from './column.ts'
import {
  capacityOf,
  type Evidence,
  evidenceOf,
  joinsInside,
  type SignsOfTable,
  signsOfTable,
  widestColumn,
} from './evidence.ts'
import { mayHoldCells, piecesOf } from './piece.ts'
import { leastOf, type Reading, type Step, search } from './stream-search.ts'
import { maximumColumns, widestBeam } from './stream-steps.ts'
import { type WeighedLine, weighedLine } from './weighed-line.ts'

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
function capacities(paths: readonly (readonly Step[])[], columns: number, widest: number): Float64Array {
  const wrapped = paths
    .flatMap((steps) => steps.filter((_, i) => steps[i + 1] && steps[i + 1]?.begins === undefined))
    .filter((s) => s.piece.length <= widest + 1)
  const lengths = (column: number, first: boolean): number[] =>
    wrapped.filter((s) => s.column === column && s.first === first).map((s) => s.piece.length)
  return Float64Array.from({ length: 2 * columns }, (_, i) => capacityOf(lengths(i % columns, i < columns)))
}

/** What the columns are and how wide shows in this many lines, signs and words in these; the rest of a longer table is alike. */
const mostTried = 60
const mostLearnt = 240

/** The parts, or as many of their first lines. */
function sampleOf<T>(parts: readonly (readonly T[])[], most: number): (readonly T[])[] {
  let left = most
  return parts.flatMap((part) => {
    const own = part.slice(0, left)
    left -= own.length
    return own.length > 0 ? [own] : []
  })
}

/** Readings kept at each place. The best one falls back behind others for a line or two at most. */
const beam = widestBeam
/** While columns and widths are tried, a reading that is nearly the best shows as much. */
const trialBeam = 8

interface Pass {
  paths: Step[][]
  cost: number
}

/** The lines of each part, cut `anywhere` where that is true of the line; those `known` of others stay. */
const weighed = (
  parts: readonly (readonly Line[])[],
  cut: (line: Line, anywhere: boolean) => WeighedLine,
  anywhere: (line: Line) => boolean = () => false,
  known: readonly WeighedLine[][] = [],
): WeighedLine[][] =>
  parts.map((part, p) =>
    part.map((line, n) => {
      const all = anywhere(line)
      return (all ? undefined : known[p]?.[n]) ?? cut(line, all)
    }),
  )

/** Nothing where no reading costs less than the `limit` a line. */
function pass(
  e: Evidence,
  parts: readonly (readonly WeighedLine[])[],
  beam: number,
  limit = Number.POSITIVE_INFINITY,
): Pass | undefined {
  const lines = parts.reduce((n, part) => n + part.length, 0)
  const readings: Reading[] = []
  let left = limit * lines - parts.reduce((n, part) => n + leastOf(part), 0)
  for (const part of parts) {
    left += leastOf(part)
    const reading = search(e, part, beam, left)
    if (!reading) return undefined
    readings.push(reading)
    left -= reading.cost
  }
  return { paths: readings.map((r) => r.steps), cost: readings.reduce((n, r) => n + r.cost, 0) / lines }
}

/** What is known of a table after a pass over it. Evidence stays as it is: code for what never changes is faster. */
const learnt = (signs: SignsOfTable, { columns, joins }: Evidence, { paths }: Pass, widest: number): Evidence =>
  evidenceOf(signs, columns, new Set([...joins, ...joinsIn(paths)]), capacities(paths, columns.length, widest))

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
  const signs = signsOfTable(lines, rowStarts)
  const cut = (line: Line, anywhere: boolean): WeighedLine =>
    weighedLine(signs, line, piecesOf(line, widest, anywhere, symbols))
  const coarse = weighed(sample, cut)
  const few = sampleOf(coarse, mostTried)
  const joins = joinsInside(lines)
  let best: { evidence: Evidence; first: Pass; cost: number } | undefined
  for (const columns of possible) {
    const evidence = evidenceOf(signs, columns, joins)
    const penalty = columnPenalty * columns.length
    const first = pass(evidence, few, trialBeam, best && best.cost - penalty)
    const cost = (first?.cost ?? 0) + penalty
    if (first && (!best || cost < best.cost)) best = { evidence, first, cost }
  }
  if (!best) return undefined
  let evidence = learnt(signs, best.evidence, best.first, widest)
  const second = pass(evidence, coarse, trialBeam)
  if (second) evidence = learnt(signs, evidence, second, widest)
  // Lines are cut anywhere only now: it takes widths to choose by.
  const title = evidence.capacity[0] || 0
  const holdsCells = (line: Line): boolean => mayHoldCells(line, rowStarts.has(line) ? title : widest)
  const whole = pass(evidence, weighed(parts, cut, holdsCells, coarse), beam)
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
