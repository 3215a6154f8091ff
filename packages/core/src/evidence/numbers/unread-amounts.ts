import type { Cell, Table } from '../../layout/block.ts'
import { yenOf } from '../../parse/vision/budget/amount.ts'
import { headOf } from '../../parse/vision/budget/sum-head.ts'
import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'
import type { Recognition } from '../recognition.ts'
import { numberIn } from './number-in-text.ts'
import { inForm, numberOf } from './plausibility.ts'

/** Longer texts in a row of amounts are words of the plan. */
const longest = 16
/** Larger tables than this are lists of other things. */
const mostCells = 50_000

const bareOf = (text: Text): string => fold(text.value).replace(/\s/gu, '')
/** A sum of money by what it looks like: with groups of digits, or its unit. */
const moneyLike = /[0-9][,.][0-9]{3}(?![0-9])|[0-9]円$|[0-9]{4,}$/u
const yearLike = /^(?:令和|平成|昭和|[RHS])?[0-9元]{1,4}年度?$|期間|年月/u

/** Whether a cell is a number as sums are, or says that there is none. */
function isAmount(recognition: Recognition, { text }: Cell): boolean {
  const bare = bareOf(text)
  if (yenOf(bare) !== undefined) return true
  const number = numberIn(recognition, text)
  return number !== undefined && number.before === '' && numberOf(inForm(number.seen.characters, true)) !== undefined
}

/**
 * Texts in a row of amounts, from the first of these on, that are no number and say of no sum that it is unknown: what was printed
 * there was not read.
 */
export function unreadAmounts(recognition: Recognition, table: Table): Text[] {
  if (table.rows.reduce((n, row) => n + row.length, 0) > mostCells) return []
  const amountColumns = new Set<number>()
  const cellsOf = (row: readonly Cell[]): { cell: Cell; column: number; isSum: boolean }[] =>
    row.flatMap((cell, column) =>
      cell.covered || cell.text.value === ''
        ? []
        : [{ cell, column, isSum: isAmount(recognition, cell) && moneyLike.test(bareOf(cell.text)) }],
    )
  const rows = table.rows.map(cellsOf)
  for (const { column, isSum } of rows.flat()) if (isSum) amountColumns.add(column)
  return rows.flatMap((cells) => {
    const sums = cells.filter(({ isSum }) => isSum)
    const label = headOf(bareOf(cells[0]?.cell.text ?? { value: '', offsets: Int32Array.of() }))
    if (sums.length === 0 && !(label && label.kind !== 'year')) return []
    return cells.flatMap(({ cell, column }, i) => {
      const bare = bareOf(cell.text)
      const isPlace = i > 0 && amountColumns.has(column)
      const isOther = headOf(bare) !== undefined || yearLike.test(bare) || bare.length > longest
      return isPlace && !isOther && !isAmount(recognition, cell) ? [cell.text] : []
    })
  })
}
