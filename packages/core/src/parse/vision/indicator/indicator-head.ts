import type { Measure } from '../../../schema/vision.ts'
import { fiscalYear } from '../../../text/era-date.ts'
import { columnsUnder, type RowCell } from '../row.ts'
import { looksLikeValue, periodOf } from './measure.ts'

export type Column = 'name' | 'baseline' | 'target' | 'unit' | 'other'
export interface Head {
  column: Column
  cell: RowCell
  period?: Measure['period']
}

export const isValueHead = ({ column }: Head): boolean => column === 'baseline' || column === 'target'

const remark = /\([^()]{0,20}\)$/u
/** R6目標値, 平成30年度（基準値）: the year before the word. */
const leadingYear =
  /^(?:(?:令和|平成|[RHS])[元0-9]{1,2}|20[0-9]{2})年?度?(?:末|時点)?の?\(?(?=基準|現状|現況|現在|当初|策定時|実績|目標|最終目標|中間目標)/u
const words: readonly (readonly [Column, RegExp])[] = [
  [
    'name',
    /^(?:指標|指標名|指標の?内容|項目|成果指標|評価指標|KPI|重要業績評価指標|目標項目|名称|指標項目|数値目標|区分|年度|種別)(?:[①-⑳]|[0-9])?$/u,
  ],
  [
    'baseline',
    /^(?:基準値?|現状値?|当初値?|策定時|計画策定時|実績値?|基準年度?|現況値?|現在値?|策定時の?値|基準数値)/u,
  ],
  ['target', /^(?:(?:最終|中間|達成)?目標値?|目標年度?|計画値|目標数値|将来値)/u],
  ['unit', /^単位$/u],
  ['other', /^(?:算出方法|出典|備考|担当課?|考え方|設定根拠|達成(?:率|度|状況)|進捗率)$/u],
]

/** R5（基準）, 令和10年度（目標値）: what the value of a year is, behind it. */
const yearBefore = /^([^()]{2,8})\(((?:基準|現状|当初|目標|最終目標)(?:値|年度?)?)\)$/u
const withoutYear = (bare: string): string => {
  const [, year = '', word = ''] = yearBefore.exec(bare) ?? []
  return fiscalYear(year) === undefined ? bare : word
}

/** Reads a cell as the heading of a column of names or values. */
export function headOf(cell: RowCell): Head | undefined {
  if (cell.bare.length > 24) return undefined
  const own = withoutYear(cell.bare)
  const bare = (own.replace(remark, '') || own).replace(leadingYear, '')
  const found = words.find(([, w]) => w.test(bare))
  if (!found || looksLikeValue(bare)) return undefined
  // 現状 0人（R5）: a value with the word before it.
  const rest = bare.replace(found[1], '').replace(/^\([^()]{2,12}\)/u, '')
  if (/^:./u.test(rest) && fiscalYear(rest.slice(1)) === undefined) return undefined
  if (rest !== bare && fiscalYear(rest) === undefined && looksLikeValue(rest)) return undefined
  const period = periodOf(cell.bare)
  return { column: found[0], cell, ...(period ? { period } : {}) }
}

/** A row of years under the heading of values (目標値 over R4, R6): each a column of its own, of the kind of the one above it. */
function yearHeads(cells: readonly RowCell[], above: readonly Head[], inTable: boolean): Head[] | undefined {
  const years = cells.map((cell) => (fiscalYear(cell.bare) === undefined ? undefined : periodOf(cell.bare)))
  if (cells.length === 0 || years.includes(undefined)) return undefined
  const at = (cell: RowCell): number => (inTable ? cell.from : cell.wideTo)
  const found = cells.map((cell, i): Head => {
    const over = above.findLast((h) => (inTable ? h.cell.from : h.cell.wideFrom) <= at(cell))
    return { column: over?.column ?? 'other', cell, period: years[i] }
  })
  return found.every((h) => h.column === 'baseline' || h.column === 'target') ? found : undefined
}

const yearOf = (cell: RowCell): Measure['period'] =>
  fiscalYear(cell.bare) === undefined ? undefined : periodOf(cell.bare)

/**
 * Headings of which some are bare years: 基準値(R2) | R4 | R5 | 目標値(R8). Those behind a baseline are of targets on the way; where there
 * is none, nothing says what they are of.
 */
export function mixedHeads(cells: readonly RowCell[]): Head[] | undefined {
  const years = cells.map(yearOf)
  const own = cells.map(headOf)
  if (!years.some(Boolean) || !own.some(Boolean) || cells.some((_, i) => !years[i] && !own[i])) return undefined
  const baseline = own.findIndex((h) => h?.column === 'baseline')
  return cells.map((cell, i): Head => {
    const head = own[i]
    if (head) return head
    return { column: baseline >= 0 && baseline < i ? 'target' : 'other', cell, period: years[i] }
  })
}

const inBrackets = /^\(([^()]{2,12})\)$/u

/** Years in brackets on a line of their own below headings of values: each with its heading; the last one, where they are printed one a line. */
export function bracketedYears(
  cells: readonly RowCell[],
  heads: readonly Head[],
  inTable: boolean,
  isDirect: boolean,
): { head: Head; cell: RowCell; period: Measure['period'] }[] | undefined {
  const values = heads.filter(isValueHead)
  if (cells.length === 0 || values.length === 0) return undefined
  const years = cells.map((cell) => {
    const year = inBrackets.exec(cell.bare)?.[1]
    return year === undefined || fiscalYear(year) === undefined ? undefined : periodOf(year)
  })
  if (years.includes(undefined)) return undefined
  const last = values.at(-1) as Head
  if (!isDirect)
    return cells.length === 1 && cells[0] && last.period === undefined && !inTable
      ? [{ head: last, cell: cells[0], period: years[0] }]
      : undefined
  const under =
    cells.length === 1 && !inTable
      ? [values.length - 1]
      : columnsUnder(
          cells,
          values.map((h) => h.cell),
          inTable,
        )
  if (under.includes(-1)) return undefined
  return cells.map((cell, i) => ({ head: values[under[i] as number] as Head, cell, period: years[i] }))
}

/** Whether a heading is of results of targets: 実績 of the same year or a later one; of none known, behind them. */
export function isResult(head: Head, targets: readonly Head[]): boolean {
  if (!/実績/u.test(head.cell.bare) || targets.length === 0) return false
  const year = head.period?.from
  return targets.some((t) => (year !== undefined && t.period ? t.period.from <= year : t.cell.from < head.cell.from))
}

const spanning = /^(?:年度別|年次別|各年度?|年度|年次)の?(?:(?:目標|計画|実績|推移)値?)?(?:(?:及び|・|と)実績値?)?$/u
/** Headings of names and one that spans years, 区分 | 年度別, with the years below it: those of targets and of what became of them, as each row says. */
export function spannedYears(
  cells: readonly RowCell[],
  below: readonly RowCell[],
  inTable: boolean,
): Head[] | undefined {
  const over = cells.at(-1)
  if (!inTable || !over || !spanning.test(over.bare) || below.length < 2) return undefined
  const names = cells.slice(0, -1).map(headOf)
  const years = below.map(yearOf)
  if (names.some((h) => h?.column !== 'name') || years.includes(undefined)) return undefined
  return [...(names as Head[]), ...below.map((cell, i): Head => ({ column: 'other', cell, period: years[i] }))]
}

/** 現状 → 目標: one heading of both values, with an arrow between them in every cell below. */
export const headsBoth = ({ column, cell }: Head): boolean =>
  column === 'baseline' && /^(?:基準|現状|現況|当初)値?(?:\([^()]*\))?[→⇒➡]\(?(?:最終)?目標値?/u.test(cell.bare)

const targetWord = /^(?:目標|計画)値?$/u
const resultWord = /^実績値?$/u

/**
 * 目標 | 実績 in a row of a table below headings of values, in place of the headings that they stand under: of a baseline the result
 * is the value and the target one on the way, of a target it is the other way round.
 */
function bothUnder(cells: readonly RowCell[], above: readonly Head[]): Head[] | undefined {
  if (!cells.some((c) => targetWord.test(c.bare)) || !cells.some((c) => resultWord.test(c.bare))) return undefined
  const parted = new Set<Head>()
  const found = cells.map((cell): Head | undefined => {
    const over = above.findLast((h) => h.cell.from <= cell.from)
    const isTarget = targetWord.test(cell.bare)
    if (!over || !isValueHead(over) || (!isTarget && !resultWord.test(cell.bare))) return undefined
    parted.add(over)
    const column = isTarget ? 'target' : over.column === 'target' ? 'other' : 'baseline'
    // It is the baseline, and no result beside one.
    const own = column === 'baseline' ? { ...cell, bare: over.cell.bare } : cell
    return { column, cell: own, ...(over.period ? { period: over.period } : {}) }
  })
  if (!found.every((h) => h !== undefined)) return undefined
  return [...above.filter((h) => !parted.has(h)), ...found].sort((a, b) => a.cell.from - b.cell.from)
}

/** All headings of values, where the cells of a row below those `above` part some of them into columns of their own. */
export function headsBelow(cells: readonly RowCell[], above: readonly Head[], inTable: boolean): Head[] | undefined {
  const years = yearHeads(cells, above, inTable)
  if (!years) return inTable ? bothUnder(cells, above) : undefined
  const columns = new Set(years.map((h) => h.column))
  return [...above.filter((h) => !columns.has(h.column)), ...years].sort((a, b) => a.cell.from - b.cell.from)
}
