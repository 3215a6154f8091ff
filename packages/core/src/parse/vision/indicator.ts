import type { Indicator, Measure } from '../../schema/vision.ts'
import { join } from '../../text/clean.ts'
import { fiscalYear } from '../../text/era-date.ts'
import { fold } from '../../text/fold.ts'
import { concat, slice, type Text, trim } from '../../text/text.ts'
import { type Context, furnish, leaf } from '../context.ts'
import { continues, type Draft, draft, fromColumns, hasValues } from './indicator-columns.ts'
import { bracketedYears, type Column, type Head, headOf, isValueHead, mixedHeads, yearHeads } from './indicator-head.ts'
import { withoutBullet, withoutTags } from './markup.ts'
import { isDitto, looksLikeValue, periodOf, readMeasure } from './measure.ts'
import { hullOf } from './place.ts'
import { bareOf, filled, type Row, type RowCell, textsOf } from './row.ts'

/** Longer cells are no list of values, and this much of what follows shows whether it is one. */
const longestCut = 200
const longestValue = 30

/** 参加者数 30人（R3） 50人（R8）, 参加者数：30人: a cell cut before each of its values. */
function beforeValues(cell: RowCell): RowCell[] {
  const { value } = cell.text
  if (!/[ 　:：]/u.test(value) || value.length > longestCut) return [cell]
  const cuts = [...value.matchAll(/(?:[ 　]{1,8}|[:：][ 　]{0,8})(?=\S)/gu)]
    .map((m) => ({ end: m.index, start: m.index + m[0].length }))
    .filter(({ start }) => startsValue(slice(cell.text, start, start + longestValue)))
  return [{ start: 0 }, ...cuts].map(({ start }, i) => {
    const text = trim(slice(cell.text, start, cuts[i]?.end))
    return { ...cell, text, bare: bareOf(text), from: cell.from + start }
  })
}

const arrow = /[→⇒➡⟶]/gu

/** 30人（R3）→ 50人（R8）: a cell cut at the arrow between two of its values, which is furniture; 自家用車→バス is words. */
function cutAtArrows(context: Context, cell: RowCell): RowCell[] {
  const { value } = cell.text
  if (value.length > longestCut) return [cell]
  const cuts = [...value.matchAll(arrow)].map((m) => m.index).filter((at) => isBetweenValues(cell.text, at))
  for (const at of cuts) furnish(context, 'label', slice(cell.text, at, at + 1))
  return [-1, ...cuts].flatMap((at, i) => {
    const text = trim(slice(cell.text, at + 1, cuts[i]))
    return text.value === '' ? [] : [{ ...cell, text, bare: bareOf(text) }]
  })
}

const arrowAlone = /^[→⇒➡⟶]$/u
/** Rows without arrows in cells of their own. */
function withoutArrows(context: Context, rows: readonly Row[]): Row[] {
  return rows.map((row) => {
    const arrows = row.cells.filter((c) => arrowAlone.test(c.bare))
    for (const { text } of arrows) furnish(context, 'label', text)
    return arrows.length === 0 ? row : { ...row, cells: row.cells.filter((c) => !arrows.includes(c)) }
  })
}

const startsValue = (text: Text): boolean => looksLikeValue(bareOf(text).replace(/\).*$/u, ')'))
/** The values may stand in cells of their own beside the arrow. */
function isBetweenValues(text: Text, at: number): boolean {
  const [before, after] = [trim(slice(text, 0, at)), trim(slice(text, at + 1, at + 1 + longestValue))]
  return /^$|[0-9０-９]/u.test(before.value) && (after.value === '' || startsValue(after))
}

/** Values that follow their name without columns: one is the target, two are baseline and target. */
function fromFlow(cells: readonly RowCell[], columns: readonly Column[]): Draft[] {
  const order = columns.filter((c) => c === 'baseline' || c === 'target')
  const drafts: Draft[] = []
  let values: Text[][] = []
  const close = (): void => {
    const last = drafts.at(-1)
    if (!last) return
    const targets =
      order.length >= values.length && order.length > 0
        ? order
        : values.length === 1
          ? ['target' as const]
          : ['baseline' as const, 'target' as const]
    values.forEach((texts, i) => {
      last[targets[i] ?? 'other'].push(...texts)
    })
    values = []
  }
  for (const cell of cells) {
    const last = drafts.at(-1)
    if (last && values.length > 0 && continues(cell.bare)) values.at(-1)?.push(cell.text)
    else if (last && looksLikeValue(cell.bare) && values.length < Math.max(order.length, order.length === 0 ? 2 : 0))
      values.push([cell.text])
    else if (last && values.length === 0) last.name.push(cell.text)
    else {
      close()
      drafts.push({ ...draft(), name: [cell.text] })
    }
  }
  close()
  return drafts
}

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

/** A word for a value, and when it is of: 目標値（R8）. */
const valueWord = '(?:基準値?|現状値?|現況値?|目標値?)(?:[:： 　]{1,3}|[(（][^()（）]{2,12}[)）][:： 　]{0,3})'
const inlineWords = new RegExp(`${valueWord}(?=[^\\s])`, 'gu')

/** 閲覧数 基準値 10件（R5） 目標値 50件（R10）: all of an indicator in one cell. */
function inlineDraft(text: Text): Draft | undefined {
  const found = [...text.value.matchAll(inlineWords)].filter((m) => m.index > 1)
  const [first] = found
  if (!first) return undefined
  const read = { ...draft(), name: [trim(slice(text, 0, first.index))] }
  found.forEach((match, i) => {
    const start = match.index + match[0].length
    read.labels.push(slice(text, match.index, start))
    const column = match[0].startsWith('目標') ? 'target' : 'baseline'
    read.periods.set(column, periodOf(fold(match[0])))
    read[column].push(trim(slice(text, start, found[i + 1]?.index)))
  })
  return read
}

/** Whether each heading of a value has its value beside it: 利用者数 | 基準値 | 25,000人 | 目標値 | 26,000人. */
function isPaired(rows: readonly Row[]): boolean {
  const isHead = (cell: RowCell): boolean => {
    const head = headOf(cell)
    return head !== undefined && isValueHead(head)
  }
  const kinds = rows.flatMap((row) => [...filled(row).map((c) => (isHead(c) ? 'head' : 'text')), 'end'])
  return kinds.includes('head') && kinds.every((k, i) => k !== 'head' || kinds[i + 1] === 'text')
}

/** Indicators whose values stand beside their headings; words before the first heading are the name. */
function fromPairs(context: Context, rows: readonly Row[]): Draft[] {
  const drafts: Draft[] = []
  let head: Head | undefined
  for (const cell of rows.flatMap(filled)) {
    const found = headOf(cell)
    const last = drafts.at(-1)
    if (found && isValueHead(found)) {
      furnish(context, 'label', cell.text)
      head = found
    } else if (found?.column === 'name' && !head) furnish(context, 'label', cell.text)
    else if (head && last) {
      const kind = head.column === 'baseline' ? 'baseline' : 'target'
      if (last[kind].length === 0) {
        last[kind].push(cell.text)
        last.periods.set(kind, head.period)
      } else last.other.push(cell.text)
      head = undefined
    } else if (last && !hasValues(last)) last.name.push(cell.text)
    else drafts.push({ ...draft(), name: [cell.text] })
  }
  return drafts
}

const inlineStart = new RegExp(`^${valueWord}\\S`, 'u')
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

/**
 * Reads the rows of a field of indicators. Headings become furniture, text outside all columns goes to `rest`. `above` are
 * the headings of a table that lists projects.
 */
export function readIndicators(
  context: Context,
  rows: readonly Row[],
  rest: Text[],
  above: readonly Head[] = [],
): Indicator[] {
  const heads: Head[] = [...above]
  const body: Row[] = []
  const spoken: Draft[] = []
  const named: Text[] = []
  let isBelowHead = false
  const paired = above.length === 0 && isPaired(rows)
  if (paired) spoken.push(...fromPairs(context, withoutArrows(context, rows)))
  for (const row of paired ? [] : rows) {
    const cells = filled(row)
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
    const [label, name, ...more] = cells
    if (heads.length === 0 && label && name && more.length === 0 && namesBeside(label, name)) {
      furnish(context, 'label', label.text)
      body.push({ ...row, cells: [name] })
      continue
    }
    const years = body.length === 0 ? yearHeads(cells, heads, row.table !== undefined) : undefined
    if (years) {
      const columns = new Set(years.map((h) => h.column))
      heads.push(...heads.splice(0).filter((h) => !columns.has(h.column)), ...years)
      heads.sort((a, b) => a.cell.from - b.cell.from)
      for (const cell of cells) furnish(context, 'label', cell.text)
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
      for (const cell of cells) furnish(context, 'label', cell.text)
    } else if (cells.length > 0) body.push(row)
  }
  const flat = body.every((r) => r.table === undefined && filled(r).length === 1)
  const columnar = heads.some(isValueHead) && heads.length >= (flat ? 2 : 1) && (!flat || body.length === 0)
  const drafts = columnar
    ? fromColumns(body, heads, named)
    : fromFlow(
        body
          .flatMap(filled)
          .flatMap((cell) => cutAtArrows(context, cell))
          .flatMap(beforeValues),
        heads.map((h) => h.column),
      )
  const periods = {
    baseline: heads.find((h) => h.column === 'baseline')?.period,
    target: heads.findLast((h) => h.column === 'target')?.period,
  }
  const indicators: Indicator[] = []
  for (const d of [...spoken, ...drafts]) {
    for (const label of d.labels) furnish(context, 'label', label)
    rest.push(...d.other)
    if (d.name.length === 0) {
      // Values of nothing that has a name are no indicator.
      rest.push(...d.baseline, ...[...d.milestones.values()].flat(), ...d.target, ...d.unit)
      continue
    }
    const ditto = indicators.at(-1)
    const name = leaf(context, withoutBullet(withoutTags(join(d.name))))
    const baseline = measureOf(context, d.baseline, d.periods.get('baseline') ?? periods.baseline, ditto?.baseline)
    const target = measureOf(context, d.target, d.periods.get('target') ?? periods.target, ditto?.target)
    const milestones = [...d.milestones].flatMap(
      ([head, texts]) => measureOf(context, texts, head.period, undefined) ?? [],
    )
    const unit = d.unit.length > 0 ? leaf(context, join(d.unit)) : undefined
    for (const measure of [baseline, ...milestones, target]) addUnit(measure, unit?.text ?? unitIn(fold(name.text)))
    indicators.push({
      name: name.text,
      ...(baseline ? { baseline } : {}),
      ...(milestones.length > 0 ? { milestones } : {}),
      ...(target ? { target } : {}),
      at: hullOf([name.at, baseline?.at, ...milestones.map((m) => m.at), target?.at, unit?.at]),
      where: { name: name.at, ...(unit ? { unit: unit.at } : {}) },
    })
  }
  return indicators
}
