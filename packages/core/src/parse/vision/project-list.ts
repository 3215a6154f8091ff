import type { Project } from '../../schema/vision.ts'
import { fiscalYear } from '../../text/era-date.ts'
import { type BudgetColumns, markResults } from './budget/budget-column.ts'
import { headOf as sumHeadOf } from './budget/sum-head.ts'
import { moneyUnitIn } from './budget/unit.ts'
import { isPillarName } from './heading.ts'
import { type Head as ValueHead, headOf as valueHeadOf } from './indicator/indicator-head.ts'
import { periodOf } from './indicator/measure.ts'
import { filled, type Row, type RowCell } from './row.ts'
import type { Field } from './sheet/sheet-field.ts'
import { isDoers, type Label, labelOf } from './sheet/sheet-label.ts'

/** Fewest columns that are understood in a table that lists projects one a row. */
const fewestKnown = 3

interface Column {
  cell: RowCell
  label: Label
  /** A sum of a year, of a source, or the total. */
  sum?: BudgetColumns['heads'][number]
  /** A value of an indicator. */
  value?: ValueHead
}

/** A table with one project a row. */
export interface ProjectList {
  columns: Column[]
  /** Cells of its heading, and how many rows it has. */
  labels: RowCell[]
  height: number
  /** Index in its row of the cell that titles a project. */
  title: number
  /** Index of the cell that says of which year, or source, the sums of a row are. */
  years?: number
}

/** Words that head a column of a list and mean more elsewhere. */
const inLists: readonly (readonly [RegExp, Label])[] = [
  [/^(?:取組|取り組み|取組み|項目|小分類)$/u, { kind: 'initiative' }],
  [/^(?:区分|役割|柱|分類)$/u, { kind: 'pillar' }],
  [/^連携$/u, { kind: 'participants' }],
  [/^(?:主体|幹事|代表)(?:市町村?|市)?$/u, { kind: 'participants', core: true }],
  [/^(?:宣言)?(?:中心市|連携中枢都市|中枢都市)(?:名)?$/u, { kind: 'participants', core: true }],
]

/** 整理番号 | 3 | 事業名 | 観光案内: labels with their values beside them, and no heading of columns. */
const isRowOfPairs = (read: readonly (Column | undefined)[]): boolean =>
  read.length > 2 && read.length % 2 === 0 && read.every((c, i) => (i % 2 === 0) === (c !== undefined))

/** The column that says of each row what its sums are of: 事業費, うち特定財源, うち一般財源. */
function kindsOfSums(rows: readonly Row[], start: number, columns: readonly RowCell[]): RowCell | undefined {
  const table = rows[start]?.table
  const below = rows.slice(start, start + mostLooked).filter((r) => r.table === table)
  return columns.find((cell) => {
    const words = below.flatMap((r) => r.cells.filter((c) => c.from === cell.from && c.bare !== ''))
    return words.some((c) => sumHeadOf(c.bare)?.kind === 'source') && words.every((c) => isSumWord(c.bare))
  })
}
/** Rows that show what a column holds. */
const mostLooked = 40
const isSumWord = (bare: string): boolean => sumHeadOf(bare) !== undefined || labelOf(bare)?.kind === 'budget'

/** 財源内訳（R6） */
const yearInBrackets = /\(([^()]{2,12})\)$/u

/** R6予算（千円） */
const unitBehind = /\([^()]{0,8}円\)$/u

/** R6実績, 令和7年度目標: of an indicator where the list has its baseline or target, and gives no unit of money. */
const result = /(?:年度?|[0-9])(実績|達成)値?$/u

function columnOf(cell: RowCell, above: RowCell | undefined, hasValues: boolean): Column | undefined {
  if (hasValues && result.test(cell.bare) && fiscalYear(cell.bare.replace(/(?:実績|達成)値?$/u, '')) !== undefined)
    return { cell, label: { kind: 'indicators' }, value: { column: 'other', cell, period: periodOf(cell.bare) } }
  const head = sumHeadOf(cell.bare) ?? sumHeadOf(cell.bare.replace(unitBehind, ''))
  const unit = [cell, above].map((c) => c && moneyUnitIn(c.bare)).find((u) => u !== undefined)
  if (head) {
    const year = head.kind === 'source' && fiscalYear(yearInBrackets.exec(above?.bare ?? '')?.[1] ?? '')
    const of = year ? { of: { kind: 'year' as const, year } } : {}
    return { cell, label: { kind: 'budget', ...(unit ? { unit } : {}) }, sum: { head, cell, ...of } }
  }
  const value = valueHeadOf(cell)
  if (value && value.column !== 'other' && value.column !== 'name')
    return { cell, label: { kind: 'indicators' }, value }
  const label = labelOf(cell.bare) ?? inLists.find(([words]) => words.test(cell.bare))?.[1]
  if (!label) return undefined
  return label.kind === 'indicators' ? { cell, label, value: { column: 'name', cell } } : { cell, label }
}

/** What the heading of a column beside the marks of a grid says, below that of several columns; undefined where it is unknown. */
export const columnUnder = (cell: RowCell, above: RowCell | undefined): Column | undefined =>
  columnOf(cell, above, false)
export const columnBeside = (cell: RowCell): Column => ({ cell, label: { kind: 'note' } })

/** The second row of a heading: what stands under one cell of the first that spans several columns. */
function secondRow(first: Row, second: Row | undefined): RowCell[] {
  const cells = second && second.table === first.table ? filled(second) : []
  const isSplit =
    cells.length > 1 && cells.every((c) => sumHeadOf(c.bare) !== undefined || valueHeadOf(c) !== undefined)
  const bare = filled(first).some((c) => !cells.some((s) => s.from === c.from))
  return isSplit && bare ? cells : []
}

/** Reads the heading of a table with one project a row at row `i`: most columns understood, one of them the title's. */
export function listAt(rows: readonly Row[], i: number): ProjectList | undefined {
  const row = rows[i]
  if (row?.table === undefined) return undefined
  const first = filled(row)
  if (first.length < fewestKnown) return undefined
  const second = secondRow(row, rows[i + 1])
  const parent = (cell: RowCell): RowCell | undefined => first.findLast((c) => c.from <= cell.from)
  const split = new Set(second.map(parent))
  const cells = [...first.filter((c) => !split.has(c)), ...second].sort((a, b) => a.from - b.from)
  const hasValues = cells.some((c) => /^(?:基準|現状|目標)値/u.test(c.bare)) && !cells.some((c) => moneyUnitIn(c.bare))
  const read = cells.map((cell) => columnOf(cell, second.includes(cell) ? parent(cell) : undefined, hasValues))
  if (isRowOfPairs(read)) return undefined
  // Where no column says who takes part, those who carry a project out do.
  if (!read.some((c) => c?.label.kind === 'participants')) {
    for (const column of read) if (column && isDoers(column.cell.bare)) column.label = { kind: 'participants' }
  }
  const titles = read.filter((c) => c?.label.kind === 'title')
  const known = read.filter((c) => c !== undefined).length
  const title = titles.at(-1)
  if (!title || titles.length > 2 || known < fewestKnown || known * 2 < cells.length || !read.slice(0, 2).some(Boolean))
    return undefined
  const columns = cells.map((cell, k): Column => {
    const column = read[k] ?? { cell, label: { kind: 'note' } }
    return column.label.kind === 'title' && column !== title ? { cell, label: { kind: 'initiative' } } : column
  })
  // A row a year has sums of that year under one heading.
  const height = second.length > 0 ? 2 : 1
  const kinds = /^(?:区分|項目|内訳|費目|種別)$/u
  const ofSums = kindsOfSums(
    rows,
    i + height,
    cells.filter((c) => kinds.test(c.bare)),
  )
  const years = cells.find((c) => /^(?:年度|年次)$/u.test(c.bare)) ?? ofSums
  if (years && years !== ofSums)
    for (const column of columns)
      if (column.label.kind === 'budget') column.sum ??= { head: { kind: 'total' }, cell: column.cell }
  return {
    ...(years ? { years: years.from } : {}),
    columns: withResults(columns),
    labels: [...first, ...second],
    height,
    title: title.cell.from,
  }
}

/** Columns of sums, those of what was spent told apart. */
function withResults(columns: readonly Column[]): Column[] {
  const marked = markResults(columns.flatMap((c) => c.sum ?? []))
  return columns.map((c) => (c.sum ? { ...c, sum: marked.find((h) => h.cell === c.sum?.cell) ?? c.sum } : c))
}

/** The fields of one row of such a table; `notes` of columns without a name of their own keep the heading's. */
export function listFields({ columns, years }: ProjectList, row: Row): Field[] {
  const fields: Field[] = []
  const sums = columns.flatMap((c) => c.sum ?? [])
  const values = columns.flatMap((c) => c.value ?? [])
  const year = yearIn(row, years)
  for (const { cell, label, sum, value } of columns) {
    if (year && cell.from === years) continue
    const own = row.cells.find((c) => c.from === cell.from)
    if (!own || own.bare === '') continue
    const table = sum ? { sums: { heads: sums, inTable: true } } : value ? { values } : undefined
    const open = table && fields.find((f) => (sum ? f.sums : f.values) !== undefined)
    if (open) open.rows[0]?.cells.push(own)
    else fields.push({ label, labels: [], rows: [{ ...row, cells: sum && year ? [year, own] : [own] }], ...table })
  }
  return fields
}

/** The year, or 計, of a row of sums. */
function yearIn(row: Row, years: number | undefined): RowCell | undefined {
  const cell = years === undefined ? undefined : row.cells.find((c) => c.from === years)
  return cell && isSumWord(cell.bare) ? cell : undefined
}

/** Rows that go on with the project above them: cells of its indicators alone, as where all others are merged. */
export function goesOn(list: ProjectList, row: Row): boolean {
  const columns = (kinds: (c: ProjectList['columns'][number]) => boolean): Set<number> =>
    new Set(list.columns.flatMap((c) => (kinds(c) ? [c.cell.from] : [])))
  if (yearIn(row, list.years))
    return filled(row).every((c) => c.from === list.years || columns((l) => l.sum !== undefined).has(c.from))
  const values = columns((c) => c.value !== undefined)
  const besides = columns((c) => c.value !== undefined || c.label.kind === 'note' || c.label.kind === 'remarks')
  return filled(row).every((c) => besides.has(c.from)) && filled(row).filter((c) => values.has(c.from)).length > 1
}

/** 計 | 12事業 | 34,500: sums of all projects, named left of the title. */
export const isTotal = (row: Row, list: ProjectList): boolean => {
  const [first] = filled(row)
  return first !== undefined && first.from < list.title && sumHeadOf(first.bare)?.kind === 'total'
}

/** A row that only names the pillar of those below it. */
export function pillarRow(row: Row): RowCell | undefined {
  const [cell, ...others] = filled(row)
  return cell && others.length === 0 && isPillarName(cell.bare) ? cell : undefined
}

/** The sums of a project with those of its next row. */
export const joinBudgets = (before: Project['budget'], next: NonNullable<Project['budget']>): Project['budget'] => {
  const total = next.total ?? before?.total
  const sources = [...(before?.sources ?? []), ...(next.sources ?? [])]
  const results = [...(before?.results ?? []), ...(next.results ?? [])]
  return {
    ...before,
    ...(next.unit ? { unit: next.unit } : {}),
    years: [...(before?.years ?? []), ...next.years],
    ...(total ? { total } : {}),
    ...(sources.length > 0 ? { sources } : {}),
    ...(results.length > 0 ? { results } : {}),
  }
}
