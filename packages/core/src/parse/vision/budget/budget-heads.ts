import { readFiscalYears } from '../../../text/era-date.ts'
import { filled, type Row, type RowCell } from '../row.ts'
import { yenOf } from './amount.ts'
import { sumCells } from './budget-cell.ts'
import type { HeadCell } from './budget-column.ts'
import { type Head, headOf, yearsInRow } from './sum-head.ts'

/** R6 1,000 R7 2,000 計 3,000, 6年度 1,000 7年度 2,000: the headings of sums that have one each before them. */
export function pairedHeads(cells: readonly RowCell[]): Head[] | undefined {
  const [names, sums] = [cells.filter((_, i) => i % 2 === 0), cells.filter((_, i) => i % 2 === 1)]
  if (names.length < 2 || names.length !== sums.length || sums.some((c) => yenOf(c.bare) === undefined))
    return undefined
  const bare = names.map((c) => c.bare)
  const read = bare.map(headOf)
  const years = yearsInRow(bare, read)
  const heads = read.flatMap((head, i): Head[] => {
    const year = years?.[i]
    return year === undefined ? (head ? [head] : []) : [{ kind: 'year', year }]
  })
  return heads.length === names.length ? heads : undefined
}

/** Lines that years with their sums are wrapped over. */
const mostLines = 4

/** R8 1,200 R9 / 1,200 R10 1,200: cells of a line that ends with a heading, and of those below that its sum stands in. */
export function wrappedPairs(rows: readonly Row[], i: number): { cells: RowCell[]; height: number } | undefined {
  if (!rows[i]?.line) return undefined
  let cells = sumCells(rows[i] as Row)
  const isOpen = (): boolean =>
    cells.length > 2 && cells.length % 2 === 1 && headOf(cells.at(-1)?.bare ?? '') !== undefined
  let height = 1
  for (; height < mostLines && isOpen(); height++) {
    const next = rows[i + height]
    if (!next?.line || next.gap > 0 || yenOf(filled(next)[0]?.bare.replace(/[^0-9,].*$/u, '') ?? '') === undefined)
      return undefined
    cells = [...cells, ...sumCells(next)]
  }
  return height > 1 && pairedHeads(cells) ? { cells, height } : undefined
}

/** Heading cells of a row: two or more years, totals or sources, and nothing that is an amount. */
export function headingRow(cells: readonly RowCell[]): HeadCell[] | undefined {
  const read = cells.map((c) => headOf(c.bare))
  const years = yearsInRow(
    cells.map((c) => c.bare),
    read,
  )
  const heads = cells.flatMap((cell, i) => {
    const year = years?.[i]
    const head: Head | undefined = year === undefined ? read[i] : { kind: 'year', year }
    return head ? [{ head, cell }] : []
  })
  if (years) return heads
  const others = cells.length - heads.length
  return heads.length >= 2 && others <= 1 && !cells.some((c, i) => read[i] === undefined && yenOf(c.bare) !== undefined)
    ? heads
    : undefined
}

/** 令和6年度～令和10年度 | 計 | 60,000千円: the sum of the whole period. */
export function isPeriodOfSum([period, total, sum, ...others]: readonly RowCell[]): boolean {
  if (!period || !total || !sum || others.length > 0) return false
  if (headOf(total.bare)?.kind !== 'total' || yenOf(sum.bare) === undefined) return false
  const [range] = readFiscalYears(period.bare)
  return range?.start === 0 && range.end === period.bare.length && range.to !== undefined
}

const sumsFirst = /^(?:年度|年次|会計年度|区分)?(?:総?事業費|予算額?|金額|所要額|概算額)/u
/** 年度 事業費 国費 県費: whether of the sums of a year below the first is all of it. */
export const beginsWithSums = (row: Row): boolean =>
  sumsFirst.test(
    filled(row)
      .map((c) => c.bare)
      .join(''),
  )

export const holdsSeveralSums = (cells: readonly RowCell[]): boolean =>
  cells.filter(({ bare }) => yenOf(bare) !== undefined && /[0-9]/u.test(bare)).length > 1
