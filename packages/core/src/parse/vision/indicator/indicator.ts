import type { Indicator, Measure } from '../../../schema/vision.ts'
import { join } from '../../../text/clean.ts'
import { fiscalYear } from '../../../text/era-date.ts'
import { fold } from '../../../text/fold.ts'
import { concat, slice, type Text, trim } from '../../../text/text.ts'
import { type Context, furnish, leaf } from '../../context.ts'
import type { BudgetColumns } from '../budget/budget-column.ts'
import { labelledText } from '../labelled-text.ts'
import { withoutBullet, withoutTags } from '../markup.ts'
import { hullOf } from '../place.ts'
import { bareOf, filled, type Row, type RowCell, textsOf } from '../row.ts'
import { type Draft, fromColumns, hasValues, seriesOf } from './indicator-columns.ts'
import {
  beforeValues,
  cutAtArrows,
  fromFlow,
  fromPairs,
  inlineDraft,
  isPaired,
  outOfBrackets,
  valueWord,
  withoutArrows,
  withoutYears,
  yearsBelow,
} from './indicator-flow.ts'
import {
  bracketedYears,
  type Head,
  headOf,
  headsBelow,
  isResult,
  isValueHead,
  mixedHeads,
  spannedYears,
} from './indicator-head.ts'
import { apart, valuesOfYears, withBothValues, withoutNotes } from './indicator-lines.ts'
import { type ResultsLine, resultsIn } from './indicator-results.ts'
import { withoutSeries, withoutWords } from './indicator-series.ts'
import { isDitto, looksLikeValue, readMeasure } from './measure.ts'

function measureOf(
  context: Context,
  texts: readonly Text[],
  period: Measure['period'],
  above: Measure | undefined,
): Measure | undefined {
  if (texts.length === 0) return undefined
  const read = leaf(context, withoutTags(join(texts)))
  const bare = fold(read.text)
  if (isDitto(bare) && above) {
    const { text: _, at: __, ...same } = above
    return { text: read.text, ...same, at: read.at }
  }
  return { text: read.text, ...readMeasure(bare, period), at: read.at }
}

/** 現状 0人（R5）, alone on its line: the word and its value as cells of their own. */
function withValueApart(row: Row): Row {
  const [cell, ...others] = filled(row)
  const word = cell && others.length === 0 ? (valueAlone.exec(cell.text.value)?.[1]?.length ?? 0) : 0
  if (!cell || word === 0) return row
  const [head, value] = [
    slice(cell.text, 0, word),
    trim(slice(cell.text, word + (/[:：]/u.test(cell.text.value[word] ?? '') ? 1 : 0))),
  ]
  if (!looksLikeValue(bareOf(value)) || fiscalYear(bareOf(value)) !== undefined) return row
  const cut = (text: Text, from: number): RowCell => ({ ...cell, text, bare: bareOf(text), from })
  return { ...row, cells: [cut(head, cell.from), cut(value, cell.from + word)] }
}
const valueAlone =
  /^((?:基準|現状|現況|目標|実績)値?(?:[(（][^()（）]{2,12}[)）])?)(?:[:： 　]|(?<=[)）])(?=[0-9０-９]))/u

/** 現状値　R5, 現状値 | R5 | 120人: a heading and its year as one heading. */
function withYear(row: Row): Row {
  const [head, year, ...more] = filled(row)
  const own = head && headOf(head)
  if (!head || !year || more.length > 1 || !own || !isValueHead(own) || fiscalYear(year.bare) === undefined) return row
  if (more.some((c) => !looksLikeValue(c.bare) || fiscalYear(c.bare) !== undefined)) return row
  const text = concat([head.text, space, year.text])
  return { ...row, cells: [{ ...head, text, bare: head.bare + year.bare, to: year.to, wideTo: year.wideTo }, ...more] }
}

const inlineStart = new RegExp(`^${valueWord}\\S`, 'u')
const isYearly = (cell: RowCell): boolean =>
  headOf(cell)?.period !== undefined || fiscalYear(cell.bare) !== undefined || inlineStart.test(cell.text.value)

const space: Text = { value: ' ', offsets: Int32Array.of(-1) }
/** The cells of a line as one text. */
const wholeOf = (cells: readonly RowCell[]): Text =>
  concat(cells.flatMap((c, i) => (i === 0 ? [c.text] : [space, c.text])))

const unitOfName = /[(［[](?:単位[:：]?)?([^()0-9]{1,4})[)\]］]$/u

/** 満足度（％）: the name gives the unit of bare numbers. */
const unitIn = (name: string): string | undefined => unitOfName.exec(name)?.[1]

function addUnit(measure: Measure | undefined, unit: string | undefined): void {
  if (measure?.value !== undefined && unit !== undefined) measure.unit ??= unit
}

/** 指標名 | 受診者数: the name beside its heading. */
const namesBeside = (label: RowCell, name: RowCell): boolean =>
  headOf(label)?.column === 'name' && headOf(name) === undefined && fiscalYear(name.bare) === undefined

/** What became of a target is no baseline: 実績 behind the target, or of its year. */
function settleResults(heads: Head[]): void {
  heads.forEach((head, i) => {
    if (
      head.column === 'baseline' &&
      isResult(
        head,
        heads.filter((h, k) => h.column === 'target' && (k < i || h.period)),
      )
    )
      heads[i] = { ...head, column: 'other' }
  })
}

/** Years that head rows of targets and of what became of them are those of the targets. */
function settleSeries(heads: Head[], body: readonly Row[]): void {
  if (heads.some(isValueHead) || !body.some((row) => filled(row).some((c) => seriesOf(c.bare) === 'target'))) return
  heads.forEach((head, i) => {
    if (head.column === 'other' && head.period) heads[i] = { ...head, column: 'target' }
  })
}

/** Puts what stands under other headings behind them, where one indicator alone has it; returns the headings that are held so. */
function settleOthers(drafts: readonly Draft[], labels: readonly RowCell[]): Set<RowCell> {
  const held = new Set<RowCell>()
  const users = new Map<RowCell, number>()
  for (const { others } of drafts) for (const { cell } of others.keys()) users.set(cell, (users.get(cell) ?? 0) + 1)
  for (const { other, others } of drafts) {
    for (const [{ cell }, texts] of others) {
      const isOwn = users.get(cell) === 1 && labels.includes(cell)
      if (isOwn) held.add(cell)
      other.push(...(isOwn ? [labelledText(cell.text, texts)] : texts))
    }
  }
  return held
}

/** Years in brackets below headings of values are those of the headings. */
function addBracketedYears(
  context: Context,
  cells: readonly RowCell[],
  heads: Head[],
  body: readonly Row[],
  inTable: boolean,
): boolean {
  const years = bracketedYears(cells, heads, inTable, body.length === 0)
  if (!years) return false
  for (const { head, cell, period } of years) {
    head.period ??= period
    furnish(context, 'label', cell.text)
  }
  return true
}

/** Results on a line of their own are those of the indicator above it. */
function addResults(
  context: Context,
  { labels, results }: ResultsLine,
  indicators: readonly Indicator[],
  starts: readonly number[],
  rest: Text[],
): void {
  const at = labels[0]?.offsets[0] ?? 0
  const own = indicators[starts.findLastIndex((start) => start < at)]
  if (!own) {
    rest.push(...results.map((r) => r.text))
    return
  }
  for (const label of labels) furnish(context, 'label', label)
  const read = results.flatMap((r) => measureOf(context, [r.text], r.period, undefined) ?? [])
  for (const measure of read) addUnit(measure, own.target?.unit ?? own.baseline?.unit)
  own.results = [...(own.results ?? []), ...read]
  own.at = hullOf([own.at, ...read.map((m) => m.at)])
}

/** 【KPI】, ＫＰＩ②: the label of the field, printed again before the name of one of several. */
const repeated =
  /^(?:【(?:KPI|指標|成果指標|重要業績評価指標)[0-9①-⑳]?】|(?:KPI|成果指標|指標)(?:[①-⑳]|[0-9](?=[: ]))[: ]?) ?(?=.)/u
function withoutLabel(context: Context, [first, ...others]: readonly Text[]): Text[] {
  const length = first ? (repeated.exec(fold(first.value))?.[0].length ?? 0) : 0
  if (!first || length === 0) return first ? [first, ...others] : []
  furnish(context, 'label', slice(first, 0, length))
  return [slice(first, length), ...others]
}

/**
 * Reads the rows of a field of indicators. Headings become furniture, text outside all columns goes to `rest`. `above` are
 * the headings of a table that lists projects, `years` those of sums in the same table.
 */
export function readIndicators(
  context: Context,
  printed: readonly Row[],
  rest: Text[],
  above: readonly Head[] = [],
  years?: BudgetColumns,
): Indicator[] {
  const heads: Head[] = [...above]
  const body: Row[] = []
  const spoken: Draft[] = []
  const isHeaded = above.length > 0 || printed.some((row) => filled(row).some((c) => isYearly(c)))
  const numbers: Text[] = []
  const became = printed.map(resultsIn)
  const lines = printed.filter((_, i) => became[i] === undefined)
  const single = apart(withoutNotes(lines, rest), numbers).map(withBothValues).map(withYear).map(withValueApart)
  for (const number of numbers) furnish(context, 'label', number)
  const rows = isHeaded ? single : withoutWords(withoutSeries(single, spoken, years), spoken)
  const named: Text[] = []
  const labels: RowCell[] = []
  let isBelowHead = false
  const paired = above.length === 0 && isPaired(rows)
  if (paired) spoken.push(...fromPairs(context, withoutArrows(context, rows)))
  let isTaken = false
  for (const [i, row] of (paired ? [] : rows).entries()) {
    const cells = filled(row)
    if (isTaken) {
      isTaken = false
      continue
    }
    const inline = above.length > 0 ? [] : cells.map((c) => inlineDraft(c.text))
    if (above.length > 0) {
      body.push(row)
      continue
    }
    if (cells.length > 0 && inline.every((d) => d !== undefined)) {
      spoken.push(...inline)
      continue
    }
    const whole =
      heads.length === 0 && cells.slice(1).some((c) => inlineStart.test(c.text.value))
        ? inlineDraft(wholeOf(cells))
        : undefined
    if (whole) {
      spoken.push(whole)
      continue
    }
    if (isBelowHead && addBracketedYears(context, cells, heads, body, row.table !== undefined)) continue
    isBelowHead = false
    const below = filled(rows[i + 1] ?? { cells: [], gap: 0 })
    const spanned = heads.length + body.length === 0 ? spannedYears(cells, below, row.table !== undefined) : undefined
    if (spanned) {
      heads.push(...spanned)
      labels.push(...cells, ...below)
      isTaken = true
      continue
    }
    const [label, name, ...more] = cells
    if (heads.length === 0 && label && name && more.length === 0 && namesBeside(label, name)) {
      furnish(context, 'label', label.text)
      body.push({ ...row, cells: [name] })
      continue
    }
    const parted = body.length === 0 ? headsBelow(cells, heads, row.table !== undefined) : undefined
    if (parted) {
      heads.splice(0, heads.length, ...parted)
      labels.push(...cells)
      continue
    }
    const found = (heads.length === 0 ? mixedHeads(cells) : undefined) ?? cells.map(headOf)
    const [own] = found
    if (body.length > 0 && cells.length === 1 && cells[0] && own && isValueHead(own)) {
      // Below the name, one a line, and again for every indicator.
      if (!heads.some((h) => h.column === own.column)) heads.push(own)
      furnish(context, 'label', cells[0].text)
      isBelowHead = true
      continue
    }
    if (cells.length > 0 && found.every((h) => h !== undefined) && (body.length === 0 || cells.length > 1)) {
      // The name may stand above the headings of its values.
      const isNamed =
        heads.length === 0 && cells.length > 1 && body.every((r) => r.table !== undefined && filled(r).length === 1)
      if (isNamed) named.push(...textsOf(body.splice(0)))
      if (body.length === 0) heads.push(...(found as Head[]))
      isBelowHead = true
      labels.push(...cells)
    } else if (cells.length > 0) body.push(row)
  }
  settleResults(heads)
  settleSeries(heads, body)
  const flat = body.every((r) => r.table === undefined && filled(r).length === 1)
  const columnar = heads.some(isValueHead) && heads.length >= (flat ? 2 : 1) && (!flat || body.length === 0)
  const drafts = columnar
    ? fromColumns(body, heads, named)
    : fromFlow(
        withoutYears(body.flatMap(yearsBelow), spoken)
          .flatMap(filled)
          .flatMap(outOfBrackets)
          .flatMap((cell) => cutAtArrows(context, cell))
          .flatMap(beforeValues),
        heads.map((h) => h.column),
      )
  const held = settleOthers(drafts, labels)
  for (const cell of labels) if (!held.has(cell)) furnish(context, 'label', cell.text)
  const periods = {
    baseline: heads.find((h) => h.column === 'baseline')?.period,
    target: heads.findLast((h) => h.column === 'target')?.period,
  }
  const indicators: Indicator[] = []
  const starts: number[] = []
  for (const d of [...spoken, ...drafts]) {
    for (const label of d.labels) furnish(context, 'label', label)
    rest.push(...d.other)
    // A last line without values behind indicators that have them is none.
    const isTrailing = !columnar && d === drafts.at(-1) && !hasValues(d) && [...spoken, ...drafts].some(hasValues)
    if (d.name.length === 0 || isTrailing) {
      // Values of nothing that has a name are no indicator.
      rest.push(...d.name, ...d.baseline, ...[...d.milestones.values()].flat(), ...d.target, ...d.unit)
      rest.push(...d.results.map((r) => r.text))
      continue
    }
    const ditto = indicators.at(-1)
    const [opening, ...more] = withoutLabel(context, d.name)
    const name = leaf(context, withoutBullet(withoutTags(join([withoutBullet(opening as Text), ...more]))))
    const baseline = measureOf(context, d.baseline, d.periods.get('baseline') ?? periods.baseline, ditto?.baseline)
    const ofYears = d.milestones.size === 0 ? valuesOfYears(withoutTags(join(d.target))) : undefined
    const target = measureOf(
      context,
      ofYears?.slice(-1) ?? d.target,
      d.periods.get('target') ?? periods.target,
      ditto?.target,
    )
    const ahead = ofYears?.slice(0, -1).map((text) => [undefined, [text]] as const)
    const milestones = (ahead ?? [...d.milestones]).flatMap(
      ([head, texts]) => measureOf(context, texts, head?.period, undefined) ?? [],
    )
    const results = d.results.flatMap((r) => measureOf(context, [r.text], r.period, undefined) ?? [])
    const unit = d.unit.length > 0 ? leaf(context, join(d.unit)) : undefined
    for (const measure of [baseline, ...milestones, target, ...results])
      addUnit(measure, unit?.text ?? unitIn(fold(name.text)))
    starts.push((opening as Text).offsets[0] ?? 0)
    indicators.push({
      name: name.text,
      ...(baseline ? { baseline } : {}),
      ...(milestones.length > 0 ? { milestones } : {}),
      ...(target ? { target } : {}),
      ...(results.length > 0 ? { results } : {}),
      at: hullOf([name.at, baseline?.at, ...[...milestones, ...results].map((m) => m.at), target?.at, unit?.at]),
      where: { name: name.at, ...(unit ? { unit: unit.at } : {}) },
    })
  }
  for (const line of became) if (line) addResults(context, line, indicators, starts, rest)
  return indicators
}
