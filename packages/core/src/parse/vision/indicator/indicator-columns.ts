import type { Measure } from '../../../schema/vision.ts'
import { slice, type Text, trim } from '../../../text/text.ts'
import { labelledText } from '../labelled-text.ts'
import { columnsUnder, filled, type Row, type RowCell } from '../row.ts'
import { type Column, type Head, headsBoth } from './indicator-head.ts'
import { looksLikeValue } from './measure.ts'

/** An indicator before it is written: the texts of its name and values, and those of targets before the last. */
export interface Draft {
  name: Text[]
  baseline: Text[]
  target: Text[]
  unit: Text[]
  other: Text[]
  /** What stands under headings of neither name nor value: 備考, 実績. */
  others: Map<Head, Text[]>
  milestones: Map<Head, Text[]>
  /** What became of it, year by year. */
  results: { text: Text; period: Measure['period'] }[]
  /** Headings of its rows: 目標, 実績. */
  labels: Text[]
  /** What the headings beside its own values say. */
  periods: Map<'baseline' | 'target', Measure['period']>
}
export const draft = (): Draft => ({
  name: [],
  baseline: [],
  target: [],
  unit: [],
  other: [],
  others: new Map(),
  milestones: new Map(),
  results: [],
  labels: [],
  periods: new Map(),
})
export const hasValues = (d: Draft): boolean => d.baseline.length + d.target.length + d.milestones.size > 0
export const continues = (bare: string): boolean => /^[((](?![0-9]{1,2}[)）])/u.test(bare)

/** What the values of a row are, where an indicator has a row of targets and others of what became of them. */
const series: readonly (readonly ['target' | 'other', RegExp])[] = [
  ['target', /^(?:年度別)?(?:目標|計画|見込)値?(?:\([^()]*\))?$/u],
  ['other', /^(?:実績|達成|進捗|比較|増減|評価)(?:値|率|度|状況)?(?:\([^()]*\))?$/u],
]
export const seriesOf = (bare: string): 'target' | 'other' | undefined =>
  series.find(([, words]) => words.test(bare))?.[0]

/** 実績, and neither 達成率 nor 評価. */
export const ofResults = /実績値?(?:\([^()]*\))?$/u

/** The columns of values: where each cell of a row stands, and what that is. */
interface Placed {
  cell: RowCell
  head: Head | undefined
  column: Column | undefined
}

function placedIn(row: Row, heads: readonly Head[], inTable: boolean): Placed[] {
  const cells = filled(row)
  const under = columnsUnder(
    cells,
    heads.map((h) => h.cell),
    row.table !== undefined,
  ).map((c) => heads[c])
  // The column of names may have no heading, or the label of the field for one.
  const firstValue = Math.min(...heads.flatMap((h) => (h.column === 'name' ? [] : [h.cell.from])))
  const lastName = heads.some((h) => h.column === 'name') ? Math.min(...heads.map((h) => h.cell.from)) : firstValue
  const isName = (cell: RowCell): boolean => inTable && cell.from < lastName
  const unplaced = cells.some((c, i) => inTable && under[i] === undefined && !isName(c))
  const placed = unplaced && cells.length === heads.length ? cells.map((_, i) => heads[i]) : under
  return cells.map((cell, i) => ({
    cell,
    head: placed[i],
    column: placed[i]?.column ?? (isName(cell) ? 'name' : undefined),
  }))
}

/** A row of targets, or of what became of them: the years of its columns say of when, the baseline is the indicator's. */
function addSeries(current: Draft, label: RowCell, cells: readonly Placed[], kind: 'target' | 'other'): void {
  const others: Text[] = []
  const values = cells.filter((p) => p.cell !== label)
  const isResult = kind === 'other' && ofResults.test(label.bare)
  const last = values.findLast(({ head, column }) => column === 'target' || (head?.period && column !== 'baseline'))
  for (const value of values) {
    const { cell, head, column } = value
    const isTarget = kind === 'target' && head !== undefined && (column === 'target' || head.period !== undefined)
    if (column === 'name' || column === 'unit') current[column].push(cell.text)
    else if (column === 'baseline' && current.baseline.length === 0) current.baseline.push(cell.text)
    else if (isTarget && column !== 'baseline' && value === last) {
      current.target.push(cell.text)
      current.periods.set('target', head.period)
    } else if (isTarget && column !== 'baseline') current.milestones.set(head, [cell.text])
    else if (isResult && head?.period && looksLikeValue(cell.bare))
      current.results.push({ text: cell.text, period: head.period })
    else others.push(cell.text)
  }
  if (others.length > 0) current.other.push(labelledText(label.text, others))
  else current.labels.push(label.text)
}

/** A heading of what became of an indicator in a year, behind the first of its values: R4実績. */
const isOfResults = (head: Head | undefined, heads: readonly Head[]): boolean =>
  head?.period !== undefined &&
  ofResults.test(head.cell.bare) &&
  (head.column === 'other' || (head.column === 'baseline' && head !== heads.find((h) => h.column === 'baseline')))

/** Longer cells are no pair of values. */
const longestPair = 200

/** Rows whose values stand in columns. A row that only goes on with a name, or with years in brackets, is none of its own. */
export function fromColumns(rows: readonly Row[], heads: readonly Head[], named: readonly Text[] = []): Draft[] {
  const drafts: Draft[] = named.length > 0 ? [{ ...draft(), name: [...named] }] : []
  const inTable = rows[0]?.table !== undefined
  const last = (column: Column): Head | undefined => heads.findLast((h) => h.column === column)
  for (const row of rows) {
    const cells = placedIn(row, heads, inTable)
    const values = cells.filter((p) => p.column === 'baseline' || p.column === 'target')
    const before = drafts.at(-1)
    const label = cells.slice(0, -1).findLast(({ cell, column }) => !isValueColumn(column) && seriesOf(cell.bare))?.cell
    const own = cells.filter((p) => p.column === 'name' && p.cell !== label)
    if (label) {
      const current = own.length > 0 || !before ? draft() : before
      if (current !== before) drafts.push(current)
      addSeries(current, label, cells, seriesOf(label.bare) as 'target' | 'other')
      continue
    }
    const goesOn =
      before !== undefined &&
      ((values.length > 0 && values.every((v) => continues(v.cell.bare))) ||
        (own.length === 0 && hasValues(before) && !inTable) ||
        (values.length === 0 && !inTable) ||
        (own.length > 0 && !hasValues(before)) ||
        (own.length === 0 && named.length > 0 && !hasValues(before)))
    const current = goesOn && before ? before : draft()
    if (current !== before) drafts.push(current)
    for (const { cell, head, column } of cells) {
      const arrow = head && headsBoth(head) ? cell.text.value.slice(0, longestPair).search(/[→⇒➡]/u) : -1
      if (arrow > 0) {
        current.baseline.push(trim(slice(cell.text, 0, arrow)))
        current.labels.push(slice(cell.text, arrow, arrow + 1))
        current.target.push(trim(slice(cell.text, arrow + 1)))
        continue
      }
      // The first baseline and the last target are those of the indicator.
      if (head?.column === 'target' && head !== last('target'))
        current.milestones.set(head, [...(current.milestones.get(head) ?? []), cell.text])
      else if (isOfResults(head, heads) && looksLikeValue(cell.bare))
        current.results.push({ text: cell.text, period: head?.period })
      else if (
        head?.column === 'other' ||
        (head?.column === 'baseline' && head !== heads.find((h) => h.column === 'baseline'))
      )
        current.others.set(head, [...(current.others.get(head) ?? []), cell.text])
      else current[column ?? 'other'].push(cell.text)
    }
  }
  return drafts
}

const isValueColumn = (column: Column | undefined): boolean => column === 'baseline' || column === 'target'
