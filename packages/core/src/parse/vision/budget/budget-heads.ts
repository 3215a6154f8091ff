import { filled, type Row, type RowCell } from '../row.ts'
import { yenOf } from './amount.ts'
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
