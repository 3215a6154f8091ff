import type { Line } from '../../layout/block.ts'
import { bigramsOf } from '../../text/similarity.ts'
import type { Column } from './column.ts'
import { type Piece, widthOf } from './piece.ts'

/**
 * What a table printed cell after cell shows of its cells' borders. A sign counts only where the table uses it for
 * some lines and not for others: blank lines between all lines say nothing.
 */
export interface Evidence {
  columns: readonly Column[]
  /** Blank lines, trailing white space, first-line indents: does the table use them? */
  gaps: boolean
  trailing: boolean
  indents: boolean
  /** Share of the lines that end a sentence, as a weight for demanding one at the end of a cell. */
  sentences: number
  /** What speaks against a row without a cell, by column. */
  absent: readonly number[]
  /** Lines that begin a row by their number, in sequence. */
  rowStarts: ReadonlySet<Line>
  /** Pairs of characters that stand together inside lines: between two lines they speak for one cell. */
  joins: ReadonlySet<string>
  /** Characters that the first lines of cells hold, by column, then the following ones; NaN where that is not known. */
  capacity: Float64Array
}

/** What the lines show, whatever their columns are. */
export type SignsOfTable = Omit<Evidence, 'columns' | 'absent' | 'joins' | 'capacity'>

const share = (lines: readonly Line[], test: (line: Line) => boolean): number =>
  lines.filter(test).length / Math.max(1, lines.length)
const indented = (line: Line): boolean => /^[ \t]*\u3000/u.test(line.printed.value)
const informative = (n: number): boolean => n > 0.08 && n < 0.75

export function signsOfTable(lines: readonly Line[], rowStarts: ReadonlySet<Line>): SignsOfTable {
  const sentences = share(lines, (l) => l.folded.endsWith('。'))
  return {
    gaps: informative(share(lines, (l) => l.gap > 0)),
    trailing: informative(share(lines, (l) => l.ended)) && sentences > 0.05,
    indents: informative(share(lines, indented)),
    sentences: Math.min(1, sentences * 5),
    rowStarts,
  }
}

/** Pairs of characters inside the lines. */
export const joinsInside = (lines: readonly Line[]): Set<string> =>
  new Set(lines.flatMap((l) => [...bigramsOf(l.folded)]))

/** What is known of a table under one model of its columns; what is learnt makes it anew. */
export const evidenceOf = (
  signs: SignsOfTable,
  columns: readonly Column[],
  joins: ReadonlySet<string>,
  capacity: Float64Array = new Float64Array(2 * columns.length).fill(Number.NaN),
): Evidence => ({ ...signs, columns, absent: columns.map(absence), joins, capacity })

/** Costs are in units of about one sign for or against; they were set by reason, not fitted. */
const cost = {
  sign: 2,
  label: 5,
  missing: 4,
  overflow: 4,
  /** A page may break inside a row; it seldom does. */
  resume: 3,
  cut: 2,
  word: 0.8,
}
export const missingCost = cost.missing
/** Most rows stand beside an earlier one's pillar. */
const missingPillar = 0.3

/** What speaks against a row's having no cell in a column. */
const absence = (column: Column): number => (column.kind === 'pillar' ? missingPillar : cost.missing)

/** Kinsoku and justification let a full line miss its column's width by this much. */
const slack = 1.6

/** What speaks against a line of a cell that holds `capacity` characters being followed by another one where it falls short; 0 where that is not known. */
export function shortness(piece: Piece, capacity: number): number {
  const n = capacity - piece.length
  if (Number.isNaN(n) || n <= 0) return 0
  return n > slack ? cost.sign + 0.3 * Math.min(n, 5) : 0.5 * n
}

/** What speaks against a piece standing in a column whose cells hold `capacity` characters in such a line. */
export function standing(here: Column, piece: Piece, capacity: number): number {
  const { named } = piece.signs
  let n = 0
  const over = piece.length - capacity
  if (over > 0) n += over > 1.2 ? cost.overflow + over : over
  if (holdsTitles(here)) {
    if (piece.signs.hasSentence) n += 3 * cost.sign
    if (piece.signs.hasComma) n += 0.4
  } else if (here.kind !== 'role') {
    if (named.length > 0) n += 1.5
  } else {
    const own = named.includes(here.party)
    if (own) n += cost.sign
    if (named.length > (own ? 1 : 0)) n -= cost.sign
  }
  return n
}

/** What speaks against a cell's border between two pieces: a word that they would make, seen elsewhere in the table. */
export const tearing = (e: Evidence, before: Piece, piece: Piece): number =>
  e.joins.has(`${before.folded.at(-1)}${piece.folded[0]}`) && !before.signs.endsInside ? cost.word : 0

/** What speaks against the cell of a piece going on in the next line, as its signs and how far it falls `short` of its column tell. */
export function wrapping(e: SignsOfTable, line: Line, piece: Piece, short: number): number {
  let n = short
  if (piece.signs.endsSentence) n += short > 1 ? 1.5 : 0.8
  if (e.trailing && piece.last && line.ended) n += 1.5 * cost.sign
  return n
}

/** What speaks against its going on after a page break. */
export function breaking(e: SignsOfTable, line: Line, piece: Piece, short: number): number {
  let n = 0.5 + short
  if (piece.signs.endsSentence) n += 2 * cost.sign
  if (e.trailing && piece.last && line.ended) n += 1.5 * cost.sign
  return n
}

/** What speaks against a longer line going on the cell of a shorter one, which would have held more: before widths are known. */
export const outgrowing = (before: Piece, piece: Piece): number => {
  const over = piece.length - before.length
  return over > slack ? 0.7 * (cost.sign + 0.3 * Math.min(over, 5)) : 0
}

/** What speaks against a line going on the cell of the line before it. */
export function continuing(e: SignsOfTable, line: Line): number {
  let n = 0
  if (e.gaps && line.gap > 0) n += cost.sign
  if (e.indents && indented(line)) n += cost.sign
  if (e.rowStarts.has(line)) n += cost.label
  return n
}

/** What speaks against a cell beginning with a piece, in the first column or in another. */
export function beginning(e: SignsOfTable, line: Line, piece: Piece, inFirst: boolean): number {
  let n = 0
  if (piece.first) {
    if (e.gaps && line.gap === 0) n += cost.sign
    if (e.indents && !indented(line)) n += 1
    if (e.rowStarts.size > 0 && inFirst !== e.rowStarts.has(line)) n += cost.label
  } else n += cutting(piece) + (inFirst ? cost.label : 0)
  if (piece.signs.beginsInside) n += 2 * cost.sign
  return n
}

/** What speaks against cutting a line before a piece. */
export const cutting = (piece: Piece): number => cost.cut - (piece.gap > 1 ? 1.5 : piece.gap === 1 ? 0.5 : 0)

export const holdsTitles = ({ kind }: Column): boolean => kind === 'title' || kind === 'pillar'

/** What speaks against a cell ending, for good, with a piece: a title or another. */
export function ending(e: SignsOfTable, line: Line, piece: Piece, isTitle: boolean): number {
  let n = 0
  if (isTitle) {
    if (piece.signs.endsInside) n += 1.5 * cost.sign
  } else if (!piece.signs.endsSentence) n += 1.5 * cost.sign * e.sentences
  if (e.trailing && piece.last && !line.ended) n += 0.75 * cost.sign
  return n
}

/** The least that a line can cost: what speaks for it is that it names the others. */
export const leastCost = (pieces: readonly Piece[]): number =>
  -cost.sign * pieces.filter((piece) => piece.signs.named.length > 0).length

/** What speaks against a page break between two lines. */
export function resuming(before: Line, after: Line): number {
  if (before.page === undefined || after.page === undefined) return cost.resume
  return before.page === after.page ? 3 * cost.resume : 0.5
}

/** Lines of one column that wrap exceed their median by no more than this: a half-width character. */
const widthSpread = 0.6

/** The width that lines which wrap in a column fill, NaN where few do: the widest near the median, as a wrong reading adds a few far ones. */
export function capacityOf(lengths: readonly number[]): number {
  if (lengths.length < 3) return Number.NaN
  const sorted = [...lengths].sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] as number
  return sorted.findLast((n) => n <= median + widthSpread) as number
}

/** Lines that hold one cell: all but those in which a page break set several side by side. */
const typicalShare = 0.93

/** Width of the widest column, before columns are known: what nearly all lines keep within. */
export function widestColumn(lines: readonly Line[]): number {
  const lengths = lines.map((l) => widthOf(l.folded)).sort((a, b) => a - b)
  const typical = lengths[Math.floor(lengths.length * typicalShare)] ?? 0
  return typical
}
