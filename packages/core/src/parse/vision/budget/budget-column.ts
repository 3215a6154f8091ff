import type { Amount } from '../../../schema/vision.ts'
import { fold } from '../../../text/fold.ts'
import { columnsUnder, filled, type Row, type RowCell } from '../row.ts'
import { yenOf } from './amount.ts'
import { type Head, headOf } from './sum-head.ts'
import type { Keys } from './sum-keys.ts'
import { moneyUnitIn } from './unit.ts'

export interface HeadCell {
  head: Head
  cell: RowCell
  /** A column of what was spent, beside one of what was planned. */
  isActual?: true
  /** The year of a source: 財源内訳（R6） over 国 | 県. */
  of?: Head
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

const planned = /^(?:当初|(?:当初)?(?:事業費)?(?:計画|予算|見込み?|予定)(?:値|額|事業費)?)(?:\([^()]*\))?$/u
const spent = /^(?:事業費)?(?:実績|決算見込み?|決算|執行|支出)(?:値|額|済額)?(?:\([^()]*\))?$/u

/** Whether a label says whether its sums were planned or spent: 計画（千円） is more than a caption. */
export const isOfPlan = (bare: string): boolean => planned.test(bare) || spent.test(bare)

/** Whether a label heads a row of what was spent. */
export const isOfResults = (bare: string): boolean => spent.test(bare)

/** Headings of years, R6決算 marked as one of what was spent where R6予算 stands beside it. */
export const markResults = (heads: readonly HeadCell[]): HeadCell[] =>
  heads.map((own) => {
    const { head, cell } = own
    const isOther = (h: HeadCell): boolean => h.head.kind === 'year' && !ofSpent.test(h.cell.bare)
    const isBeside =
      head.kind === 'year' && heads.some((h) => isOther(h) && h.head.kind === 'year' && h.head.year === head.year)
    return isBeside && ofSpent.test(cell.bare) ? { ...own, isActual: true } : own
  })
const ofSpent = /(?:決算|実績|執行)/u

/** 令和5年度決算額, of a year whose sum was planned above. */
export const isSpentBeside = (label: string, { fiscalYear }: Keys, { years }: { years: readonly Amount[] }): boolean =>
  ofSpent.test(label) && fiscalYear !== undefined && years.some((y) => y.fiscalYear === fiscalYear)

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

/** The columns of cells. Those of lines that are lined up under nothing are of the years in order, or of none. */
export function placedUnder(cells: readonly RowCell[], heads: readonly HeadCell[], inTable: boolean): number[] {
  const placed = columnsUnder(
    cells,
    heads.map((h) => h.cell),
    inTable,
  )
  if (inTable || placed.every((c, i) => i === 0 || c > (placed[i - 1] as number))) return placed
  const years = heads.flatMap(({ head }, i) => (head.kind === 'year' ? [i] : []))
  const isOfYears = cells.length === years.length && cells.every((c) => yenOf(c.bare) !== undefined)
  return isOfYears ? years : cells.map(() => -1)
}

/** （単位：千円） at the right above a table of sums belongs to the field that follows. */
export const isUnitCaption = (row: Row): boolean => {
  const [cell, ...others] = filled(row)
  return cell !== undefined && others.length === 0 && /^\(?単位[:・]?[^()0-9]{1,4}円\)?$/u.test(cell.bare)
}
