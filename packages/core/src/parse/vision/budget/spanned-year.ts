import { type Context, furnish } from '../../context.ts'
import { labelledText } from '../labelled-text.ts'
import type { Row, RowCell } from '../row.ts'
import { yenOf } from './amount.ts'
import { sumCells } from './budget-cell.ts'
import { type BudgetReading, put } from './budget-reading.ts'
import { type Head, headOf } from './sum-head.ts'
import { keysOf } from './sum-keys.ts'
import { moneyUnitIn } from './unit.ts'

/** A row with one sum, what it is of, and the year or 計 that stands left of it in one row of several. */
interface SpannedRow {
  year?: { head: Head; cell: RowCell }
  name: RowCell
  head: Head
  sum: RowCell
}

/** Rows of which one in several names the year: R6 | 国費 | 12,000 over | 県費 | 6,000. */
export interface SpannedYears {
  /** Headings of its columns: 年度 | 財源 | 金額. */
  labels: RowCell[]
  rows: (SpannedRow & { of?: Head })[]
  height: number
  unit?: string
}

const heading = /^(?:年度|年次|会計年度|財源(?:内訳)?|財源区分|区分|項目|費目|内訳|(?:事業|予算|決算)?(?:金額|額|費))$/u
const remark = /\([^()]*\)$/u
const isHeading = ({ bare }: RowCell): boolean => heading.test(bare.replace(remark, ''))
/** What heads the sum of all sources. */
const ofAll = /^(?:総?事業費|予算額?|金額)$/u

function headIn({ bare }: RowCell): Head | undefined {
  return headOf(bare) ?? (ofAll.test(bare.replace(remark, '')) ? { kind: 'total' } : undefined)
}

const isSum = ({ bare }: RowCell): boolean => yenOf(bare) !== undefined

function rowIn(row: Row): SpannedRow | undefined {
  const cells = sumCells(row)
  const sum = cells.at(-1)
  const [first, second] = cells
  if (!first || !sum || cells.length < 2 || cells.length > 3 || !isSum(sum)) return undefined
  const own = headIn(first)
  if (!own) return undefined
  if (cells.length === 2) return own.kind === 'year' ? undefined : { name: first, head: own, sum }
  const head = headIn(second as RowCell)
  const isNamed = own.kind !== 'source' && head !== undefined && head.kind !== 'year'
  return isNamed ? { year: { head: own, cell: first }, name: second as RowCell, head, sum } : undefined
}

/** The year of each row: that of the last row with one, or where years stand beside the middle that of all rows from one first source to the next. */
function placed(rows: readonly SpannedRow[]): SpannedYears['rows'] {
  const [first] = rows
  if (first?.year) {
    let of: Head = first.year.head
    return rows.map((row) => {
      of = row.year?.head ?? of
      return { ...row, of }
    })
  }
  const starts = rows.flatMap((row, i) => (row.name.bare === first?.name.bare ? [i] : []))
  const groups = starts.map((start, i) => rows.slice(start, starts[i + 1]))
  const areWhole = groups.every((group) => group.filter((row) => row.year).length === 1)
  return groups.flatMap((group) => {
    const of = areWhole ? group.find((row) => row.year)?.year?.head : undefined
    return group.map((row) => ({ ...row, ...(of ? { of } : {}) }))
  })
}

/** Reads rows of sums whose year spans several of them, from row `i` on. */
export function spannedYearsAt(rows: readonly Row[], i: number): SpannedYears | undefined {
  const top = rows[i] && sumCells(rows[i] as Row)
  const labels = top && top.length > 1 && top.every(isHeading) ? top : []
  const start = labels.length > 0 ? i + 1 : i
  const found: SpannedRow[] = []
  for (let k = start; rows[k]?.table === rows[i]?.table; k++) {
    const row = rows[k] && rowIn(rows[k] as Row)
    if (!row) break
    // 計 in the column of the years is of all of them.
    const column = found.find((r) => r.year)?.year?.cell.wideFrom
    const isOfAll = !row.year && column !== undefined && row.name.wideFrom <= column
    if (isOfAll && row.head.kind !== 'total') break
    found.push(isOfAll ? { ...row, year: { head: row.head, cell: row.name } } : row)
  }
  const years = found.flatMap((r) => (r.year && r.name !== r.year.cell ? [r.year] : []))
  const isSpanned = found.some((r) => !r.year && years.some((y) => r.name.wideFrom >= y.cell.wideTo))
  if (!years.some((y) => y.head.kind === 'year') || !isSpanned) return undefined
  const unit = labels.map((c) => moneyUnitIn(c.bare)).find((u) => u !== undefined)
  return { labels, rows: placed(found), height: start - i + found.length, ...(unit ? { unit } : {}) }
}

/** Puts such rows under their years; what no year can be told of is said to be unread. */
export function readSpannedYears(context: Context, reading: BudgetReading, { labels, rows, unit }: SpannedYears): void {
  if (unit) reading.unit ??= unit
  for (const { text } of labels) furnish(context, 'label', text)
  for (const { year, name, head, sum, of } of rows) {
    if (year && year.cell !== name) furnish(context, 'label', year.cell.text)
    const left: (typeof sum.text)[] = []
    if (of) put(context, reading, sum.text, keysOf([of, head]), { left })
    else left.push(sum.text)
    if (left.length === 0) furnish(context, 'label', name.text)
    else {
      reading.unread.push(...left)
      reading.rest.push(labelledText(name.text, left))
    }
  }
}
