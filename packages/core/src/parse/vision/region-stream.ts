import { join } from '../../text/clean.ts'
import { headingOf } from './heading.ts'
import { type Head, isValueHead } from './indicator-head.ts'
import { looksLikeValue } from './measure.ts'
import type { RegionBlock } from './region-block.ts'
import { isYear, namesIndicators, strictHead } from './region-head.ts'
import { bareOf, filled, type Row, type RowCell } from './row.ts'
import { labelAt } from './sheet-field.ts'

/** Headings of such a list, and the fewest: a name and a target. */
const mostHeads = 8
const fewestHeads = 2
/** Longest name of an indicator. */
const longestName = 60
const bracketed = /^\([^()]{1,20}\)$/u
const blank = /^[-―—－]+$/u
/** No table of the document has this number. */
const streamTable = -3

const alone = (row: Row | undefined): RowCell | undefined => {
  const cells = row?.table === undefined && row?.line ? filled(row) : []
  return cells.length === 1 ? cells[0] : undefined
}
const placed = (cell: RowCell, index: number): RowCell => ({
  ...cell,
  from: index,
  to: index + 1,
  wideFrom: index,
  wideTo: index + 1,
})

/** The headings that begin at row `i`, one a line: 指標 / 基準値 / 目標値. */
function headsAt(rows: readonly Row[], i: number): Head[] | undefined {
  const heads: Head[] = []
  for (let k = i; k < i + mostHeads; k++) {
    const cell = alone(rows[k])
    const head = cell && !isYear(cell) ? strictHead(cell) : undefined
    if (!head) break
    if ((head.column === 'name') !== (k === i)) return undefined
    heads.push({ ...head, cell: placed(head.cell, k - i) })
  }
  const isList = heads.length >= fewestHeads && heads.some((h) => h.column === 'target')
  return isList && heads[0] && namesIndicators([heads[0].cell]) ? heads : undefined
}

/** The cells of one indicator from row `i`, a value under each heading; undefined where one is missing. */
function indicatorAt(
  rows: readonly Row[],
  i: number,
  heads: readonly Head[],
): { cells: RowCell[]; end: number } | undefined {
  const cells: RowCell[] = []
  let k = i
  for (const [n, head] of heads.entries()) {
    const cell = alone(rows[k])
    if (!cell || cell.bare.length > longestName || bracketed.test(cell.bare)) return undefined
    const isValue = looksLikeValue(cell.bare) || blank.test(cell.bare)
    if (isValueHead(head) ? !isValue : n === 0 && !/\p{L}{2}/u.test(cell.bare)) return undefined
    if (n === 0 && (labelAt(rows, k) || (headingOf(rows[k] as Row) && !rows[k + 1]))) return undefined
    k++
    const parts = [cell.text]
    for (let more = alone(rows[k]); n > 0 && more && bracketed.test(more.bare); more = alone(rows[++k]))
      parts.push(more.text)
    const text = join(parts)
    cells.push(placed({ ...cell, text, bare: bareOf(text) }, n))
  }
  return { cells, end: k }
}

/** Reads a list of indicators whose cells stand one a line, as texts torn out of PDF have them: headings first, then each name with its values. */
export function regionStreamAt(rows: readonly Row[], i: number): RegionBlock | undefined {
  const heads = headsAt(rows, i)
  if (!heads) return undefined
  const own: Row[] = []
  let end = i + heads.length
  for (let found = indicatorAt(rows, end, heads); found; found = indicatorAt(rows, end, heads)) {
    own.push({ cells: found.cells, table: streamTable, gap: 0 })
    end = found.end
  }
  if (own.length === 0) return undefined
  return { heads, beside: [], labels: heads.map((h) => h.cell), rows: own, end }
}
