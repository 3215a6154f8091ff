import { fold } from '../../text/fold.ts'
import { yenOf } from './amount.ts'
import { filled, type Row, type RowCell } from './row.ts'
import { type Head, headOf } from './sum-head.ts'
import { moneyUnitIn } from './unit.ts'

export interface HeadCell {
  head: Head
  cell: RowCell
  /** A column of what was spent, beside one of what was planned. */
  isActual?: true
}
/** Columns of years, totals and sources, as the last heading row gave them. */
export interface BudgetColumns {
  heads: HeadCell[]
  inTable: boolean
  /** Headings of what is done in the year of a row. */
  steps?: readonly RowCell[]
}

/** Longest caption that gives the unit of sums. */
const longestCaption = 16

/** The unit that a row gives which says nothing else: （単位：千円）. */
export function captionOf([cell, ...others]: readonly RowCell[]): string | undefined {
  if (!cell || others.length > 0 || cell.bare.length > longestCaption) return undefined
  if (yenOf(cell.bare) !== undefined || headOf(cell.bare) !== undefined) return undefined
  return moneyUnitIn(fold(cell.text.value))
}

/** 合計：7,500（単位：千円） */
const captionBehind = /\(単位[^()0-9]{1,5}\)$/u

/** The unit that a caption among the rows of a field gives, wherever it stands. */
export const captionIn = (rows: readonly Row[]): string | undefined =>
  rows
    .map(
      (row) =>
        captionOf(filled(row)) ??
        moneyUnitIn(captionBehind.exec(fold(filled(row).at(-1)?.text.value ?? '').slice(-longestCaption))?.[0] ?? ''),
    )
    .find((u) => u !== undefined)

const planned = /^(?:当初)?(?:計画|予算|見込み?|予定)(?:値|額|事業費)?(?:\([^()]*\))?$/u
const spent = /^(?:事業費)?(?:実績|決算見込み?|決算|執行|支出)(?:値|額|済額)?(?:\([^()]*\))?$/u

/** Rows of what was spent after those of what was planned, which are the budget. */
export function plannedFirst(rows: readonly Row[]): readonly Row[] {
  const first = (row: Row): string => filled(row)[0]?.bare ?? ''
  const isSpent = (row: Row): boolean => filled(row).length > 1 && spent.test(first(row))
  if (!rows.some(isSpent) || !rows.some((row) => planned.test(first(row)))) return rows
  return [...rows.filter((row) => !isSpent(row)), ...rows.filter(isSpent)]
}

/** Headings 計画 | 実績 | 計画 | 実績 below those of years, each with the year that it stands under. */
export function splitHeads(cells: readonly RowCell[], columns: BudgetColumns | undefined): HeadCell[] | undefined {
  const isBoth = cells.some((c) => planned.test(c.bare)) && cells.some((c) => spent.test(c.bare))
  if (!columns || !isBoth || cells.some((c) => !planned.test(c.bare) && !spent.test(c.bare))) return undefined
  const at = (cell: RowCell): number => (columns.inTable ? cell.from : (cell.wideFrom + cell.wideTo) / 2)
  const found = cells.flatMap((cell): HeadCell[] => {
    const over = columns.inTable
      ? columns.heads.findLast((h) => h.cell.from <= cell.from)
      : [...columns.heads].sort((a, b) => Math.abs(at(a.cell) - at(cell)) - Math.abs(at(b.cell) - at(cell)))[0]
    return over ? [{ head: over.head, cell, ...(spent.test(cell.bare) ? { isActual: true } : {}) }] : []
  })
  return found.length === cells.length ? found : undefined
}
