import { cellsOf, filled, type Row, type RowCell } from '../row.ts'
import { yenOf } from './amount.ts'
import { sumCells } from './budget-cell.ts'
import { type HeadCell, isOfResults } from './budget-column.ts'
import { headOf } from './sum-head.ts'

const corner = /^(?:年度|年次|会計年度|実施年度)$/u
const ofAll =
  /^(?:総?事業費|(?:当初|補正後)?(?:予算|決算|計画|実績|執行|見込)額?|総額|金額|所要額|概算額)(?:\([^()]*\))?$/u
const longestName = 12

/** The cells of a heading; in a line its words. */
const wordsOf = (row: Row): RowCell[] => (row.line ? cellsOf(row.line.printed, 1) : filled(row))

const worthOf = ({ bare }: RowCell): number | undefined => {
  const yen = yenOf(bare, '円')
  return yen === null ? 0 : yen
}

/** Whether in every row the sum of all is that of the others: what they are of is told by that where their headings are not known. */
function addUp(rows: readonly (readonly RowCell[])[], all: number, parts: readonly number[]): boolean {
  return rows.every((cells) => {
    const values = parts.map((i) => worthOf(cells[i] as RowCell) ?? Number.NaN)
    return values.reduce((sum, value) => sum + value, 0) === worthOf(cells[all] as RowCell)
  })
}

/**
 * The headings of a table of sums with a row a year: 年度 事業費 県補助金 一般財源 over 令和6年度 500 300 200. One that nothing is known
 * of is that of a source where with those beside it it adds up to the whole in every row.
 */
export function yearTableAt(rows: readonly Row[], i: number): HeadCell[] | undefined {
  const row = rows[i] as Row
  const [first, ...names] = wordsOf(row)
  if (!first || !corner.test(first.bare) || names.length < 2 || names.some((c) => c.bare.length > longestName))
    return undefined
  const below: RowCell[][] = []
  for (let k = i + 1; rows[k] && rows[k]?.table === row.table; k++) {
    const [year, ...sums] = sumCells(rows[k] as Row)
    const kind = headOf(year?.bare ?? '')?.kind
    if ((kind !== 'year' && kind !== 'total') || sums.length !== names.length) break
    if (sums.some((c) => yenOf(c.bare) === undefined)) return undefined
    below.push(sums)
  }
  if (below.length === 0) return undefined
  const heads = names.map((cell): HeadCell | undefined => {
    if (ofAll.test(cell.bare))
      return { head: { kind: 'total' }, cell, ...(isOfResults(cell.bare) ? { isActual: true } : {}) }
    const head = headOf(cell.bare)
    return head && { head, cell }
  })
  if (heads.some((h) => h?.head.kind === 'year')) return undefined
  const totals = heads.flatMap((h, n) => (h?.head.kind === 'total' && !h.isActual ? [n] : []))
  const [all] = totals
  if (totals.length > 1 || heads.filter((h) => h?.isActual).length > 1) return undefined
  if (heads.every((h) => h !== undefined)) return heads
  const parts = heads.flatMap((h, n) => (h === undefined || h.head.kind === 'source' ? [n] : []))
  if (all === undefined || parts.length < 2 || !addUp(below, all, parts)) return undefined
  return heads.map((h, n) => {
    const cell = names[n] as RowCell
    return h ?? { head: { kind: 'source', name: cell.bare }, cell }
  })
}
