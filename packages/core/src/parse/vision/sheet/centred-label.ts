import { filled, type Row, type RowCell } from '../row.ts'

/** Rows that a label stands in the middle of: its own, and those above and below it. */
export interface Label {
  /** Index of its first row, and how many rows it is torn over. */
  row: number
  height: number
  /** What rows of one kind alone it can have: sums under years, values of indicators. */
  holds?: RowKind
}

/** Rows that say by themselves what they are: sums or their years, headings of indicators. */
export type RowKind = 'sums' | 'indicators'
export type KindOf = (row: Row) => RowKind | undefined

/** A line that runs to this share of the widest one goes on in the next. */
const fullShare = 0.85
/** Sentences take this share of the width; what is narrower is a cell of a table. */
const sentenceShare = 0.3
/** A cut inside a sentence speaks more against a reading than a label a line off the middle. */
const cutCost = 2.5
/** A blank line inside the rows of one label speaks against them, as it parts what it stands between. */
const gapCost = 3
/** A row of sums under a label of something else is worse than both. */
const misfitCost = 8
/** More rows than this between two labels are not of a form whose labels stand in the middle. */
const mostBetween = 40

const ends = /[。)」』]$/u
const begins = /^[・●○◎■□◆•※①-⑳-]/u

const rightEdge = (row: Row): number => filled(row).at(-1)?.wideTo ?? 0

/** Whether a sentence runs on from one row to the next. */
function runsOn(row: Row | undefined, next: Row | undefined, width: number): boolean {
  const last = row && filled(row).at(-1)
  const first = next && filled(next).at(-1)
  if (!row || !last || !first || next.gap > 0 || last.wideTo - last.wideFrom < width * sentenceShare) return false
  return rightEdge(row) >= width * fullShare && !ends.test(last.bare) && !begins.test(first.bare)
}

/** The best way to part the rows before a label, of which `above` are its own; a chain, as a list of each would be copied for each label. */
interface State {
  cost: number
  above: number
  before?: State
}

/** For each label how many of the rows before it are its own: those of best balance that cut no sentence. */
function rowsAbove(rows: readonly Row[], labels: readonly Label[], width: number, kindOf: KindOf): number[] {
  const kinds = rows.map(kindOf)
  const count = (kind: RowKind): number[] => {
    const counts = [0]
    for (const own of kinds) counts.push((counts.at(-1) ?? 0) + (own === kind ? 1 : 0))
    return counts
  }
  const counts = { sums: count('sums'), indicators: count('indicators') }
  const gaps = [0]
  for (const row of rows) gaps.push((gaps.at(-1) ?? 0) + (row.gap > 0 ? 1 : 0))
  /** Blank lines between the rows of [from, to). */
  const partings = (from: number, to: number): number => (gaps[to] ?? 0) - (gaps[from + 1] ?? 0)
  /** Rows in [from, to) that are none of the label's. */
  const misfits = (label: Label, from: number, to: number): number =>
    (['sums', 'indicators'] as const)
      .filter((kind) => kind !== label.holds)
      .reduce((n, kind) => n + (counts[kind][to] ?? 0) - (counts[kind][from] ?? 0), 0)
  const firstRow = labels[0]?.row ?? 0
  let states = new Map<number, State>([[firstRow, { cost: 0, above: firstRow }]])
  labels.forEach((label, i) => {
    const start = label.row + label.height
    const next = labels[i + 1]?.row ?? rows.length
    const between = next - start
    const following = new Map<number, State>()
    for (const [above, state] of states) {
      for (let below = i === labels.length - 1 ? between : 0; below <= between; below++) {
        const cut = i < labels.length - 1 && runsOn(rows[start + below - 1], rows[start + below], width) ? cutCost : 0
        const misfit = misfits(label, label.row - above, label.row) + misfits(label, start, start + below)
        const cost =
          state.cost +
          Math.abs(above - below) +
          cut +
          misfit * misfitCost +
          partings(label.row - above, start + below) * gapCost
        const known = following.get(between - below)
        if (!known || cost < known.cost) following.set(between - below, { cost, above: between - below, before: state })
      }
    }
    states = following
  })
  const best = [...states.values()].sort((a, b) => a.cost - b.cost)[0]
  const above: number[] = []
  // The last one stands for what follows the last label.
  for (let state = best?.before; state; state = state.before) above.push(state.above)
  return above.reverse()
}

const aside = (row: Row, column: number): RowCell[] => filled(row).filter((c) => c.wideFrom > column)

/**
 * Whether labels stand in the middle of their rows: one has its value above and below but not beside it, or reading
 * them as standing at the top cuts sentences that reading them so does not.
 */
function areCentred(
  rows: readonly Row[],
  labels: readonly Label[],
  column: number,
  above: readonly number[],
  width: number,
): boolean {
  const beside = (l: Label): boolean => rows.slice(l.row, l.row + l.height).some((r) => aside(r, column).length > 0)
  const [first] = labels
  if (!first) return false
  if (first.row > 0) return true
  if (!beside(first)) return false
  if (labels.some((l, i) => i > 0 && !beside(l) && rows[l.row - 1] !== undefined && labels[i - 1]?.row !== l.row - 1))
    return true
  const cuts = (at: (l: Label, i: number) => number): number =>
    labels.filter((l, i) => i > 0 && runsOn(rows[at(l, i) - 1], rows[at(l, i)], width)).length
  return cuts((l) => l.row) > cuts((l, i) => l.row - (above[i] ?? 0))
}

/**
 * Rows in reading order where their labels are printed beside the middle of what they label, as aligned text has them:
 * each label first, then its rows. `column` is where labels begin.
 */
export function raiseLabels(
  rows: readonly Row[],
  labels: readonly Label[],
  column: number,
  kindOf: KindOf = () => undefined,
): Row[] {
  const between = labels.map((l, i) => (labels[i + 1]?.row ?? rows.length) - l.row)
  if (labels.length === 0 || Math.max(labels[0]?.row ?? 0, ...between) > mostBetween) return [...rows]
  const width = rows.reduce((n, r) => Math.max(n, rightEdge(r)), 0)
  const above = rowsAbove(rows, labels, width, kindOf)
  if (!areCentred(rows, labels, column, above, width)) return [...rows]
  const raised: Row[] = []
  labels.forEach((label, i) => {
    const start = label.row - (above[i] ?? 0)
    const next = labels[i + 1]
    const end = next ? next.row - (above[i + 1] ?? 0) : rows.length
    const own = rows.slice(label.row, label.row + label.height)
    for (const row of own) raised.push({ ...row, cells: filled(row).filter((c) => c.wideFrom <= column) })
    for (const row of rows.slice(start, end)) {
      const cells = own.includes(row) ? aside(row, column) : row.cells
      if (cells.length > 0) raised.push({ ...row, cells })
    }
  })
  return raised
}
