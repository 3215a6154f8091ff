import type { Project } from '../../../schema/vision.ts'
import { fold } from '../../../text/fold.ts'
import type { Text } from '../../../text/text.ts'
import { type Context, furnish, leaf } from '../../context.ts'
import { labelledText } from '../labelled-text.ts'
import { bareOf, type Row, type RowCell } from '../row.ts'
import { yenOf } from './amount.ts'
import { sumCells } from './budget-cell.ts'
import {
  type BudgetColumns,
  captionOf,
  type HeadCell,
  isOfPlan,
  isOfResults,
  isSpentBeside,
  markResults,
  placedUnder,
  splitHeads,
} from './budget-column.ts'
import { isFlow, isLoneSum, readFlow } from './budget-flow.ts'
import {
  beginsWithSums,
  headingRow,
  holdsSeveralSums,
  isPeriodOfSum,
  pairedHeads,
  wrappedPairs,
} from './budget-heads.ts'
import { isLeftOf, labelOfRow, stepLabel } from './budget-label.ts'
import { addBlanks, type BudgetReading, put, readSources, settleLone } from './budget-reading.ts'
import { type DatedStep, datedSteps } from './dated-step.ts'
import { isMisreadSum } from './misread-sum.ts'
import { givers, sourceSums, withoutSources } from './source-sum.ts'
import { readSpannedYears, spannedYearsAt } from './spanned-year.ts'
import { stepAndSum, sumOfEachYear } from './step-and-sum.ts'
import { type Head, headOf } from './sum-head.ts'
import { keysOf } from './sum-keys.ts'
import { moneyUnitIn } from './unit.ts'
import { yearTableAt } from './year-table.ts'

/** A sum with something about it that is not understood: it is kept as printed, its yen unknown. */
const uncertainSum = /^(?:約|概ね|計)?[△▲]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9][0-9.]{0,12}(?:億|百万|万|千)?円)/u

/** （うち補助金1,000）: no step, but something about the sum above it. */
const remarkOnSum = /^\(?うち|^\([^()]*[0-9]/u

/** Words at the beginning of a row of sums that say no more than the field does. */
const ownWords = /^(?:区分|年度|金額|内容|[^()]{0,6}(?:事業費|予算|経費|費用|所要額|実績|計画|見込))/u

/** Puts the cells of one row under the headings of the columns; `label` heads the row, and what finds no place. */
function readRow(
  context: Context,
  reading: BudgetReading,
  cells: readonly RowCell[],
  rowHead: Head | undefined,
  label?: RowCell,
): void {
  const { columns } = reading
  // A label that stands in a column of years itself is of a table with other columns.
  const isOther =
    columns?.inTable === true &&
    cells.length !== columns.heads.length &&
    columns.heads.some((h) => h.cell.from === label?.from)
  const heads = isOther ? [] : (columns?.heads ?? [])
  const placed = placedUnder(cells, heads, columns?.inTable ?? false)
  const isShifted = placed.includes(-1) && yenOf(cells[0]?.bare ?? '') !== undefined
  const inOrder = cells.length === heads.length && (!columns?.inTable || isShifted)
  const under = inOrder ? cells.map((_, i) => i) : placed
  const ofSteps = stepLabel(cells, columns)
  const left: Text[] = []
  const ofRow = label && moneyUnitIn(fold(label.text.value))
  const unit = ofRow ?? reading.unit
  if (ofRow) reading.unit ??= ofRow
  const isStep = (cell: RowCell): boolean => columns?.steps?.some((s) => s.from === cell.from) ?? false
  cells.forEach((printed, i) => {
    if (printed === ofSteps) return
    const {
      cell: own,
      sources,
      unit: ofSum,
    } = heads.length > 0 || rowHead ? withoutSources(printed) : { cell: printed, sources: [], unit: undefined }
    // What the steps of a row are of stands before the first of them.
    const cell = ofSteps && i === 1 ? { ...own, text: labelledText(ofSteps.text, [own.text]) } : own
    const spanned = columns?.inTable ? heads.filter((h) => h.cell.from >= cell.from && h.cell.from < cell.to) : []
    const column = heads[under[i] ?? -1]
    const head = column?.head
    // A sum under several years is of none of them.
    const isWide = spanned.length > 1
    const keys = keysOf(isWide ? [rowHead ?? { kind: 'total' }] : [rowHead, column?.of, head])
    const { step, sum, words } = stepAndSum(cell.text)
    if (words) furnish(context, 'label', words)
    const isResult =
      column?.isActual === true ||
      (label !== undefined && (isOfResults(label.bare) || isSpentBeside(label.bare, keys, reading)))
    const isPlaced = !isResult && (head !== undefined || rowHead !== undefined)
    if (step && step.value !== '') {
      if (!sum && isPlaced && (uncertainSum.test(bareOf(step)) || isMisreadSum(context, step, cells)))
        put(context, reading, step, keys, { left, unit })
      else if (isLeftOf(cells, columns)) reading.rest.push(step)
      else if (head?.kind === 'year' && !isResult && !remarkOnSum.test(bareOf(step))) {
        const read = leaf(context, step)
        const years = isWide ? spanned.flatMap((h) => (h.head.kind === 'year' ? [h.head.year] : [])) : [head.year]
        for (const year of years) reading.schedule.push({ fiscalYear: year, label: read.text, at: read.at })
      } else if (rowHead?.kind === 'year' && (heads.length === 0 || isStep(cell)) && !remarkOnSum.test(bareOf(step))) {
        // 令和６年度　協議: the step of a year, beside it.
        const read = leaf(context, step)
        reading.schedule.push({ fiscalYear: rowHead.year, label: read.text, at: read.at })
      } else (label ? left : reading.rest).push(step)
    }
    if (!sum) return
    if (isPlaced || (isResult && (head || rowHead?.kind === 'year'))) {
      put(context, reading, sum, keys, { left, isResult, unit })
      readSources(context, reading, sources, [rowHead, isWide ? undefined : head], ofSum ?? unit)
    } else if (heads.length === 0 && cells.length === 1 && !reading.total) reading.lone.push(sum)
    else reading.rest.push(sum)
  })
  if (label) reading.unread.push(...left.filter((t) => /[0-9]/u.test(fold(t.value)) && yenOf(bareOf(t)) !== undefined))
  if (label && left.length === 0) furnish(context, 'label', label.text)
  reading.rest.push(...(label && left.length > 0 ? [labelledText(label.text, left)] : left))
}

/** Reads what stands beside its own heading: columns above say nothing about it. */
function readBeside(reading: BudgetReading, read: (own: BudgetReading) => void): void {
  const { columns, ...rest } = reading
  const own: BudgetReading = rest
  read(own)
  Object.assign(reading, own, columns ? { columns } : {})
}

/** Whether the sources behind a year are no more than its sum: R6 100 R7 100 国費 150 is of both. */
function fitsIn(cells: readonly RowCell[], heads: readonly Head[], i: number): boolean {
  const yenAt = (k: number): number => yenOf(cells[k * 2 + 1]?.bare ?? '', '円') ?? 0
  let sum = 0
  for (let k = i + 1; heads[k]?.kind === 'source'; k++) sum += yenAt(k)
  return sum <= yenAt(i)
}

/** Sums behind their headings; one of a source behind a year is of that year. */
function readPairs(context: Context, reading: BudgetReading, cells: readonly RowCell[], heads: readonly Head[]): void {
  readBeside(reading, (own) => {
    let year: Head | undefined
    heads.forEach((head, i) => {
      const name = cells[i * 2] as RowCell
      const sum = cells[i * 2 + 1] as RowCell
      if (head.kind !== 'source') year = head.kind === 'year' && fitsIn(cells, heads, i) ? head : undefined
      if (head.kind === 'source' && year)
        readSources(context, own, [{ source: head.name, name: name.text, sum: sum.text }], [year])
      else {
        furnish(context, 'label', name.text)
        readRow(context, own, [sum], head)
      }
    })
  })
}

/** Steps behind their years; what has a sum with it is read as the cell of its year. */
function readSteps(context: Context, reading: BudgetReading, cell: RowCell, steps: readonly DatedStep[]): void {
  readBeside(reading, (own) => {
    for (const { years, label, text } of steps) {
      furnish(context, 'label', label)
      const [first, ...others] = years as [number, ...number[]]
      if (others.length === 0) {
        const value = { ...cell, text, bare: bareOf(text) }
        const year: Head = { kind: 'year', year: first }
        const parts = sourceSums([value])
        if (parts) readSources(context, own, parts, [year])
        else readRow(context, own, [value], year)
        continue
      }
      const each = yenOf(bareOf(text)) === null ? { sum: text } : sumOfEachYear(text)
      if (each) {
        if (each.words) furnish(context, 'label', each.words)
        put(context, own, each.sum, keysOf([{ kind: 'year', year: first }]))
        const amount = own.years.find((a) => a.fiscalYear === first)
        const free = others.filter((year) => !own.years.some((a) => a.fiscalYear === year))
        if (amount) own.years.push(...free.map((fiscalYear) => ({ ...amount, fiscalYear })))
        continue
      }
      const read = leaf(context, text)
      for (const year of years) own.schedule.push({ fiscalYear: year, label: read.text, at: read.at })
    }
  })
}

/**
 * Reads the rows of a field of steps and sums: columns of years and a total, rows of years, a split by source, a sign
 * in a column of its own, or all of it one cell a line. `columns` and `budget` are those of a field before it, which it adds to.
 */
export function readBudget(
  context: Context,
  rows: readonly Row[],
  unit: string | undefined,
  { columns, budget }: { columns?: BudgetColumns | undefined; budget?: Project['budget'] } = {},
): BudgetReading {
  const reading: BudgetReading = {
    years: [...(budget?.years ?? [])],
    sources: [...(budget?.sources ?? [])],
    results: [...(budget?.results ?? [])],
    ...(budget?.total ? { total: budget.total } : {}),
    schedule: [],
    rest: [],
    lone: [],
    unread: [],
    ...(unit ? { unit } : {}),
    ...(columns ? { columns } : {}),
  }
  const loose: RowCell[] = []
  const flow: RowCell[] = []
  let single: HeadCell[] = []
  let source: HeadCell | undefined
  let isFirstAll = false
  /** Rows that were read with one before them. */
  let taken = 0
  for (const [i, row] of rows.entries()) {
    if (i < taken) continue
    const spanned = reading.columns ? undefined : spannedYearsAt(rows, i)
    if (spanned) {
      readSpannedYears(context, reading, spanned)
      taken = i + spanned.height
      continue
    }
    const wrapped = wrappedPairs(rows, i)
    if (wrapped) taken = i + wrapped.height
    const all = wrapped?.cells ?? sumCells(row)
    const captions = all.length > 1 ? all.filter((c) => !isOfPlan(c.bare) && captionOf([c]) !== undefined) : []
    for (const { text } of captions) furnish(context, 'label', text)
    const caption = captionOf(captions.slice(0, 1))
    if (caption) reading.unit ??= caption
    const cells = all.filter((c) => !captions.includes(c))
    if (captionOf(cells) !== undefined) {
      furnish(context, 'label', (cells[0] as RowCell).text)
      continue
    }
    const split = splitHeads(cells, reading.columns)
    const heads = split ?? yearTableAt(rows, i) ?? headingRow(cells)
    if (heads) {
      reading.columns = { heads: markResults(heads), inTable: row.table !== undefined }
      for (const cell of cells) furnish(context, 'label', cell.text)
      continue
    }
    const [first, ...others] = cells
    if (!first) continue
    const isElsewhere = reading.columns !== undefined && reading.columns.inTable !== (row.table !== undefined)
    if (isElsewhere && cells.some((c) => yenOf(c.bare) === undefined && headOf(c.bare) === undefined)) {
      // Words beside or below a table stand in none of its columns.
      reading.rest.push(...cells.map((c) => c.text))
      continue
    }
    const paired = pairedHeads(cells)
    if (paired) {
      readPairs(context, reading, cells, paired)
      continue
    }
    if (first && isPeriodOfSum(cells)) {
      // 令和６年度～令和10年度　計 60,000千円
      furnish(context, 'label', first.text)
      readRow(context, reading, cells.slice(2), { kind: 'total' }, cells[1])
      continue
    }
    const steps = row.table === undefined || cells.length === 1 ? datedSteps(cells) : undefined
    if (steps) {
      readSteps(context, reading, first, steps)
      continue
    }
    const label = labelOfRow(cells, reading.columns)
    if (label && givers.test(label.bare) && reading.sources.length > 0) {
      readRow(context, reading, others, { kind: 'source', name: label.bare }, label)
      continue
    }
    if (label && !isOfPlan(label.bare) && !ownWords.test(label.bare)) {
      // Sums of somebody or something else, and not of the project.
      reading.rest.push(
        labelledText(
          label.text,
          others.map((c) => c.text),
        ),
      )
      continue
    }
    if (label) {
      readRow(context, reading, others, undefined, label)
      continue
    }
    const isSum = /^[0-9]+$/u.test(first.bare) && cells.length === reading.columns?.heads.length
    const rowHead = isSum ? undefined : headOf(first.bare)
    const beside = rowHead?.kind === 'year' && !reading.columns ? sourceSums(others) : undefined
    const above = rows[i - 1]
    if (above && beginsWithSums(above)) isFirstAll = true
    const isUnclear = rowHead?.kind === 'year' && !reading.columns && !isFirstAll && holdsSeveralSums(others)
    if (rowHead && beside) {
      furnish(context, 'label', first.text)
      readSources(context, reading, beside, [rowHead])
    } else if (isUnclear) {
      // 令和6年度 500 1,500 under headings that say nothing: a part may be any of them.
      const sums = others.map((c) => c.text)
      reading.unread.push(...sums)
      reading.rest.push(labelledText(first.text, sums))
    } else if (rowHead && others.length > 0) {
      readRow(context, reading, others, rowHead, first)
    } else if (
      cells.length === 1 &&
      row.table === undefined &&
      (single.length > 0 || rowHead || loose.length > 0 || isFlow(reading.columns))
    ) {
      const isGroup = [1, 2].every((n) => isLoneSum(rows[i + n]))
      if (rowHead?.kind === 'source' && isGroup && single.length === 0 && isFlow(reading.columns)) {
        // The sums before are of all sources, those behind of this one.
        readFlow(context, reading, loose.splice(0), source)
        source = { head: rowHead, cell: first }
        continue
      }
      flow.push(first)
      if (rowHead && loose.length === 0) single.push({ head: rowHead, cell: first })
      else loose.push(first)
    } else if (reading.columns === undefined && cells.length === 2 && cells.every((c) => yenOf(c.bare) === undefined)) {
      // 令和８年度以降　実施
      reading.rest.push(
        labelledText(
          first.text,
          others.map((c) => c.text),
        ),
      )
    } else readRow(context, reading, cells, undefined)
  }
  const flowing = pairedHeads(flow)
  if (flowing) {
    readPairs(context, reading, flow, flowing)
    single = []
    loose.length = 0
  }
  if (single.length > 0) {
    for (const { cell } of single) furnish(context, 'label', cell.text)
    reading.columns = { heads: single, inTable: false }
    single = []
  }
  if (loose.length > 0 || source) readFlow(context, reading, loose, source)
  settleLone(context, reading)
  addBlanks(reading)
  return reading
}
