import { join } from '../../../text/clean.ts'
import { fold } from '../../../text/fold.ts'
import { headingOf, isPillarName } from '../heading.ts'
import { seriesOf } from '../indicator/indicator-columns.ts'
import { type Head, isValueHead } from '../indicator/indicator-head.ts'
import { looksLikeValue, periodOf } from '../indicator/measure.ts'
import { filled, type Row, type RowCell } from '../row.ts'
import {
  belowHeads,
  isValue,
  isYear,
  namesIndicators,
  type RegionColumns,
  regionColumns,
  strictHead,
} from './region-head.ts'

/** Indicators that stand outside all projects: a list under headings, or without any where each says itself what its values are. */
export interface RegionBlock extends RegionColumns {
  /** Cells of its heading. */
  labels: RowCell[]
  /** Its rows below the heading. */
  rows: Row[]
  end: number
  /** Nothing says which of its values are targets. */
  isUnread?: true
}

/** Rows within which a table shows values under its headings. */
const provingRows = 12

const isNote = (row: Row): boolean =>
  row.line !== undefined && /^(?:[※☆★*]|\(?注[0-9 :)]|出典|資料)/u.test(row.line.folded)

/** What stands in a column: the cell at its place in tables, the nearest in lines. */
const under = (row: Row, head: Head): RowCell | undefined => row.cells.find((c) => c.from === head.cell.from)

const hasValue = (row: Row, heads: readonly Head[]): boolean =>
  row.table === undefined
    ? filled(row)
        .slice(1)
        .some((c) => looksLikeValue(c.bare))
    : heads.some((h) => h.column !== 'name' && h.column !== 'unit' && looksLikeValue(under(row, h)?.bare ?? ''))

/** A line of a list printed as lines: a name and values behind it, or years in brackets below those. */
function goesOn(row: Row): boolean {
  const cells = filled(row)
  if (isNote(row)) return false
  return cells.length > 1 ? cells.slice(1).some((c) => looksLikeValue(c.bare)) : /^[((]/u.test(cells[0]?.bare ?? '')
}

/** Whether a cell is the only one of its row and names what the rows below it belong to. */
export const isGroupRow = (row: Row): boolean => {
  const [cell, ...others] = filled(row)
  return cell !== undefined && others.length === 0 && !looksLikeValue(cell.bare) && cell.bare.length <= longestGroup
}
const longestGroup = 40

const isPillarLine = (row: Row): boolean => {
  const heading = headingOf(row)
  return heading?.role === 'pillar' || isPillarName(fold(row.line?.text.value ?? ''))
}

/** Cells of a column begin within this many display columns of one another. */
const sameColumn = 1

/** A line without values, every cell of which stands below one of the row above: what wraps inside its cells. */
function wraps(row: Row, above: Row | undefined): boolean {
  const cells = filled(row)
  return (
    above !== undefined &&
    row.table === undefined &&
    row.gap === 0 &&
    !isNote(row) &&
    !isPillarLine(row) &&
    cells.length > 0 &&
    cells.length < filled(above).length &&
    cells.every((c) => !looksLikeValue(c.bare) && cellAbove(c, above) !== undefined)
  )
}
/** A cell that wraps fills its column, up to a character and the gap before the next. */
const fullColumn = 4
const cellAbove = (cell: RowCell, above: Row): RowCell | undefined =>
  filled(above).find((c, i, cells) => {
    const next = cells[i + 1]
    return (
      Math.abs(c.wideFrom - cell.wideFrom) <= sameColumn &&
      (next === undefined || next.wideFrom - c.wideTo <= fullColumn)
    )
  })

/** Rows of lines, with what wraps inside a cell in that cell. */
function withoutWraps(rows: readonly Row[]): Row[] {
  const whole: Row[] = []
  for (const row of rows) {
    const above = whole.at(-1)
    if (!above || !wraps(row, above) || goesOn(row)) {
      whole.push(row)
      continue
    }
    const cells = above.cells.map((cell) => {
      const more = filled(row).filter((c) => cellAbove(c, above) === cell)
      if (more.length === 0) return cell
      const text = join([cell.text, ...more.map((c) => c.text)])
      return { ...cell, text, bare: cell.bare + more.map((c) => c.bare).join('') }
    })
    whole[whole.length - 1] = { ...above, cells }
  }
  return whole
}

function endOf(rows: readonly Row[], start: number): number {
  const table = rows[start - 1]?.table
  let last: Row | undefined
  let i = start
  for (; i < rows.length; i++) {
    const row = rows[i] as Row
    if (row.table !== table) break
    if (table !== undefined) {
      // The next list begins with headings of its own.
      if (i > start && regionColumns(filled(row)) !== undefined) break
      continue
    }
    const next = rows[i + 1]
    const isGroup =
      isGroupRow(row) && isPillarLine(row) && next?.table === undefined && next !== undefined && goesOn(next)
    if (goesOn(row)) last = row
    else if (!isGroup && !wraps(row, last)) break
  }
  return i
}

/** The headings with those of a second row in place of the cells that span them. */
function withSecond(
  first: readonly RowCell[],
  second: readonly RowCell[],
  inTable: boolean,
): RegionColumns | undefined {
  const at = (cell: RowCell): number => (inTable ? cell.from : (cell.wideFrom + cell.wideTo) / 2)
  const parent = (cell: RowCell): RowCell | undefined => first.findLast((c) => c.from <= at(cell))
  const inBrackets = second.every((c) => /^\(/u.test(c.bare))
  if (inBrackets || !inTable) {
    const columns = regionColumns(first)
    if (!columns) return undefined
    const values = columns.heads.filter((h) => isValueHead(h) && h.period === undefined)
    if (values.length !== second.length) return undefined
    values.forEach((head, i) => {
      const period = periodOf(second[i]?.bare ?? '')
      if (period) head.period = period
    })
    return columns
  }
  const split = new Set(second.map(parent))
  const heads = second.map((cell): RowCell => {
    // A year below 目標値 is of a target, which it does not say itself.
    const over = parent(cell)
    return isYear(cell) && over && isValue(over)
      ? { ...cell, bare: `${cell.bare.replace(/[()]/gu, '')}${wordOf(over)}` }
      : cell
  })
  const all = [...first.filter((c) => !split.has(c)), ...heads].sort((a, b) => a.from - b.from)
  return regionColumns(all)
}
const wordOf = (cell: RowCell): string => cell.bare.replace(/\([^()]*\)/gu, '')

/** Kinds of values above a row of their name and years: 基準値 | 実績値 | 目標値 over 指標 | R3 | R4 | R5 | R8. */
function stacked(kinds: readonly RowCell[], row: Row | undefined, inTable: boolean): RegionColumns | undefined {
  const [name, ...years] = row ? filled(row) : []
  if (!name || years.length < kinds.length || strictHead(name)?.column !== 'name') return undefined
  if (!kinds.every(isValue) || !years.every((c) => isYear(c))) return undefined
  const cells: RowCell[] = []
  for (const year of years) {
    const over = kinds.findLast((c) => (inTable ? c.from <= year.from : c.wideFrom <= year.wideFrom + sameColumn))
    if (!over) return undefined
    cells.push({ ...year, bare: `${year.bare.replace(/[()]/gu, '')}${wordOf(over)}` })
  }
  return regionColumns([name, ...cells])
}

/** Reads a list of indicators whose heading is row `i`: 指標 | 現状値 | 目標値 above rows that have values. */
export function regionBlockAt(rows: readonly Row[], i: number): RegionBlock | undefined {
  const row = rows[i] as Row
  const first = filled(row)
  const inTable = row.table !== undefined
  const next = rows[i + 1]?.table === row.table ? rows[i + 1] : undefined
  const over = first.length > 0 && next ? stacked(first, next, inTable) : undefined
  if (first.length < 2 && !over) return undefined
  const second = over && next ? filled(next) : next ? belowHeads(first, next) : []
  const columns = over ?? (second.length > 0 ? withSecond(first, second, inTable) : undefined) ?? regionColumns(first)
  if (!columns) return undefined
  const used = second.length > 0
  const start = i + (used ? 2 : 1)
  const { heads } = columns
  const end = endOf(rows, start)
  const below = inTable ? rows.slice(start, end) : withoutWraps(rows.slice(start, end))
  const isSeries = below.slice(0, provingRows).some((r) => filled(r).some((c) => seriesOf(c.bare) === 'target'))
  const isCalled = namesIndicators(over ? second : first)
  const isUnread = !heads.some((h) => h.column === 'target') && !(isSeries && isCalled)
  if (isUnread && !isCalled) return undefined
  if (!below.slice(0, provingRows).some((r) => hasValue(r, heads))) return undefined
  // 目標 and 実績 below 区分 say what the values of a row are.
  const series = columns.beside.filter(
    ({ kind, cell }) =>
      kind === 'group' &&
      below.some((r) => r.cells.some((c) => c.from === cell.from && seriesOf(c.bare) !== undefined)),
  )
  // Years above rows of targets and of what became of them are those of the targets.
  const dated = heads.some((h) => h.column === 'target')
    ? heads
    : heads.map((h): Head => (h.column === 'other' && h.period ? { ...h, column: 'target' } : h))
  const named = [...dated, ...series.map(({ cell }): Head => ({ column: 'name', cell }))]
  return {
    heads: named.sort((a, b) => a.cell.from - b.cell.from),
    beside: columns.beside.filter((b) => !series.includes(b)),
    labels: [...first, ...second],
    rows: below.filter((r) => filled(r).length > 0),
    end,
    ...(isUnread ? { isUnread } : {}),
  }
}
