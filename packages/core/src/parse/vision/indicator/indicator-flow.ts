import { fiscalYear } from '../../../text/era-date.ts'
import { fold } from '../../../text/fold.ts'
import { slice, type Text, trim } from '../../../text/text.ts'
import { type Context, furnish } from '../../context.ts'
import { labelledText } from '../labelled-text.ts'
import { bareOf, filled, type Row, type RowCell, textsOf } from '../row.ts'
import { continues, type Draft, draft, hasValues, seriesOf } from './indicator-columns.ts'
import { type Column, type Head, headOf, isValueHead } from './indicator-head.ts'
import { looksLikeValue, periodOf } from './measure.ts'

/** Longer cells are no list of values, and this much of what follows shows whether it is one. */
const longestCut = 200
const longestValue = 30

/** 参加者数 30人（R3） 50人（R8）, 参加者数：30人: a cell cut before each of its values. */
export function beforeValues(cell: RowCell): RowCell[] {
  const { value } = cell.text
  if (!/[ 　:：]/u.test(value) || value.length > longestCut) return [cell]
  const cuts = [...value.matchAll(/(?:[ 　]{1,8}|[:：][ 　]{0,8})(?=\S)/gu)]
    .map((m) => ({ end: m.index, start: m.index + m[0].length }))
    .filter(({ start }) => startsValue(slice(cell.text, start, start + longestValue)))
  // A year and the value behind it are one: 2023年度 60社, R4：12件.
  const own = cuts.filter(({ end }, i) => !yearAlone.test(bareOf(slice(cell.text, cuts[i - 1]?.start ?? 0, end))))
  return [{ start: 0 }, ...own].map(({ start }, i) => {
    const text = trim(slice(cell.text, start, own[i]?.end))
    return { ...cell, text, bare: bareOf(text), from: cell.from + start }
  })
}

const yearAlone = /^(?:(?:令和|平成|[RH])[元0-9]{1,2}|20[0-9]{2})(?:年度?)?(?:末|実績|時点|目標)?$/u

/** 成約件数（R4：12件→R10：30件）: a name with its values in brackets behind it, as a cell of each. */
export function outOfBrackets(cell: RowCell): RowCell[] {
  const { value } = cell.text
  const match = value.length <= longestCut ? nameAndValues.exec(value) : null
  if (!match) return [cell]
  const [, name, values] = match as unknown as [string, string, string]
  const at = name.length + 1
  return [slice(cell.text, 0, name.length), slice(cell.text, at, at + values.length)].map((text) => ({
    ...cell,
    text,
    bare: bareOf(text),
  }))
}
const nameAndValues = /^([^()（）]{2,40})[（(]([^()（）]{1,60}[→⇒➡⟶][^()（）]{1,60})[)）]$/u

const arrow = /[→⇒➡⟶]/gu

/** 30人（R3）→ 50人（R8）: a cell cut at the arrow between two of its values, which is furniture; 自家用車→バス is words. */
export function cutAtArrows(context: Context, cell: RowCell): RowCell[] {
  const { value } = cell.text
  if (value.length > longestCut) return [cell]
  const cuts = [...value.matchAll(arrow)].map((m) => m.index).filter((at) => isBetweenValues(cell.text, at))
  for (const at of cuts) furnish(context, 'label', slice(cell.text, at, at + 1))
  return [-1, ...cuts].flatMap((at, i) => {
    const text = trim(slice(cell.text, at + 1, cuts[i]))
    const parts = at < 0 && cuts.length > 0 ? beforeLastNumber(text) : [text]
    return parts.flatMap((part) => (part.value === '' ? [] : [{ ...cell, text: part, bare: bareOf(part) }]))
  })
}

/** 入学者数38人, before an arrow: a name and the value that nothing parts from it. */
function beforeLastNumber(text: Text): Text[] {
  if (/[ 　:：]/u.test(text.value)) return [text]
  const name = nameAtNumber.exec(text.value)?.[1]
  // 40歳以上の受診率30％ begins with a number too.
  if (name === undefined || (startsValue(text) && !measured.test(name))) return [text]
  return [slice(text, 0, name.length), slice(text, name.length)]
}
const measured = /(?:数|率|額|割合|量)$/u
const nameAtNumber =
  /^(.{1,40}[^0-9０-９,，.．RHSＲＨＳ和成元△▲年第約延べ間])(?:約|延べ|年間?)?[△▲]?[0-9０-９][0-9０-９,，.．]{0,14}[^0-9０-９()（）、。]{0,8}(?:[(（][^()（）]{1,20}[)）])?$/u

const arrowAlone = /^[→⇒➡⟶]$/u
/** Rows without arrows in cells of their own. */
export function withoutArrows(context: Context, rows: readonly Row[]): Row[] {
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
  return (/^$|[0-9０-９]/u.test(before.value) || startsValue(before)) && (after.value === '' || startsValue(after))
}

/** Values that follow their name without columns: one is the target, two are baseline and target. */
export function fromFlow(cells: readonly RowCell[], columns: readonly Column[]): Draft[] {
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

/** A word for a value, and when it is of: 目標値（R8）. */
export const valueWord =
  '(?:[→⇒➡⟶][ 　]{0,4})?(?:基準値?|現状値?|現況値?|目標値?|現状)(?:[:： 　]{1,3}|[(（][^()（）]{2,12}[)）][:： 　]{0,3})'
const inlineWords = new RegExp(`${valueWord}(?=[^\\s])`, 'gu')

/** 閲覧数 基準値 10件（R5） 目標値 50件（R10）: all of an indicator in one cell. */
export function inlineDraft(text: Text): Draft | undefined {
  const found = [...text.value.matchAll(inlineWords)].filter((m) => m.index > 1)
  const [first] = found
  if (!first) return undefined
  const read = { ...draft(), name: [trim(slice(text, 0, first.index))] }
  found.forEach((match, i) => {
    const start = match.index + match[0].length
    read.labels.push(slice(text, match.index, start))
    const column = match[0].includes('目標') ? 'target' : 'baseline'
    read.periods.set(column, periodOf(fold(match[0])))
    read[column].push(trim(slice(text, start, found[i + 1]?.index)))
  })
  return read
}

/** Whether each heading of a value has its value beside it: 利用者数 | 基準値 | 25,000人 | 目標値 | 26,000人. */
export function isPaired(rows: readonly Row[]): boolean {
  const isHead = (cell: RowCell): boolean => {
    const head = headOf(cell)
    return head !== undefined && isValueHead(head)
  }
  // 目標 | 60社 | 65社 | 70社: one heading of the values of several years.
  const isSeries = rows.some((row) => {
    const cells = filled(row)
    const at = cells.findIndex((c) => seriesOf(c.bare) !== undefined)
    return at >= 0 && cells.length > at + 2 && cells.slice(at + 1).every((c) => looksLikeValue(c.bare))
  })
  if (isSeries) return false
  const kinds = rows.flatMap((row) => [...filled(row).map((c) => (isHead(c) ? 'head' : 'text')), 'end'])
  return kinds.includes('head') && kinds.every((k, i) => k !== 'head' || kinds[i + 1] === 'text')
}

/** Indicators whose values stand beside their headings; words before the first heading are the name. */
export function fromPairs(context: Context, rows: readonly Row[]): Draft[] {
  const drafts: Draft[] = []
  let head: Head | undefined
  for (const cell of rows.flatMap(filled)) {
    const found = headOf(cell)
    const last = drafts.at(-1)
    if (found && isValueHead(found)) {
      if (last) last.labels.push(cell.text)
      else furnish(context, 'label', cell.text)
      head = found
    } else if (found?.column === 'unit' && !head && last) {
      last.labels.push(cell.text)
      head = found
    } else if (head?.column === 'unit' && last) {
      last.unit.push(cell.text)
      head = undefined
    } else if (found?.column === 'other' && !head && last) {
      last.labels.push(cell.text)
      head = found
    } else if (head?.column === 'other' && last) {
      last.labels.pop()
      last.other.push(labelledText(head.cell.text, [cell.text]))
      head = undefined
    } else if (found?.column === 'name' && !head) furnish(context, 'label', cell.text)
    else if (head && last) {
      const kind = head.column === 'baseline' ? 'baseline' : 'target'
      const aim = last.periods.get('target')?.from
      const isLate = kind === 'baseline' && last.target.length > 0 && /実績/u.test(head.cell.bare)
      if (isLate && (aim === undefined || head.period === undefined || aim <= head.period.from)) {
        last.labels.pop()
        last.other.push(labelledText(head.cell.text, [cell.text]))
      } else if (kind === 'baseline' && last.baseline.length > 0 && head.period && /実績/u.test(head.cell.bare)) {
        // 実績値 R4 behind the baseline.
        last.results.push({ text: cell.text, period: head.period })
      } else if (last[kind].length === 0) {
        last[kind].push(cell.text)
        last.periods.set(kind, head.period)
      } else if (kind === 'target' && aim !== undefined && head.period && aim < head.period.from) {
        // Of two targets the later one is that of the indicator.
        last.milestones.set({ ...head, period: last.periods.get('target') }, last.target.splice(0))
        last.target.push(cell.text)
        last.periods.set('target', head.period)
      } else last.other.push(cell.text)
      head = undefined
    } else if (last && !hasValues(last)) last.name.push(cell.text)
    else drafts.push({ ...draft(), name: [cell.text] })
  }
  return drafts
}

const yearThenValue = /^([^:：]{2,10})[:：]/u

/** 受講者数 | R2：40人 | R8：80人 as a row of the name and one of each year. */
export function yearsBelow(row: Row): Row[] {
  const cells = filled(row)
  const pairs = yearsBeside(cells)
  if (pairs) return [{ ...row, cells: cells.slice(0, 1) }, ...pairs.map((own) => ({ ...row, cells: own }))]
  const at = cells.findIndex((c) => partsOfYear(c) !== undefined)
  if (at < 0 || !cells.slice(at).every((c) => partsOfYear(c) !== undefined)) return [row]
  const below = cells.slice(at).map((c) => ({ ...row, cells: partsOfYear(c) as RowCell[] }))
  return at === 0 ? below : [{ ...row, cells: cells.slice(0, at) }, ...below]
}

/** 利用者数 | 令和４年度 | 320人 | 令和８年度 | 450人: years and their values behind a name. */
function yearsBeside([name, ...others]: readonly RowCell[]): RowCell[][] | undefined {
  if (!name || others.length < 2 || others.length % 2 > 0 || fiscalYear(name.bare) !== undefined) return undefined
  const isPair = (c: RowCell, i: number): boolean =>
    i % 2 === 0 ? yearAlone.test(c.bare) : looksLikeValue(c.bare) && !yearAlone.test(c.bare)
  return others.every(isPair)
    ? others.flatMap((c, i) => (i % 2 === 0 ? [[c, others[i + 1] as RowCell]] : []))
    : undefined
}

function partsOfYear(cell: RowCell): RowCell[] | undefined {
  const match = yearThenValue.exec(cell.text.value)
  if (!match) return undefined
  const year = slice(cell.text, 0, (match[1] as string).length)
  const value = trim(slice(cell.text, match[0].length))
  if (fiscalYear(bareOf(year)) === undefined || !looksLikeValue(bareOf(value))) return undefined
  return [year, value].map((text) => ({ ...cell, text, bare: bareOf(text) }))
}

/**
 * Rows without those of a year and its value below the name of an indicator: the first of two is its baseline, the last its target. These
 * become indicators of their own.
 */
export function withoutYears(rows: readonly Row[], spoken: Draft[]): readonly Row[] {
  const rest: Row[] = []
  for (let i = 0; i < rows.length; ) {
    const below: Row[] = []
    while (rows[i + 1 + below.length] && yearAndValue(rows[i + 1 + below.length] as Row))
      below.push(rows[i + 1 + below.length] as Row)
    const row = rows[i] as Row
    if (below.length === 0 || yearAndValue(row)) {
      rest.push(row)
      i++
      continue
    }
    const read: Draft = { ...draft(), name: textsOf([row]) }
    below.forEach((own, n) => {
      const [year, value] = filled(own) as [RowCell, RowCell]
      const period = periodOf(year.bare)
      if (n === below.length - 1) {
        read.target.push(value.text)
        read.periods.set('target', period)
      } else if (n === 0 && below.length === 2) {
        read.baseline.push(value.text)
        read.periods.set('baseline', period)
      } else read.milestones.set({ column: 'target', cell: year, period }, [value.text])
      read.labels.push(year.text)
    })
    spoken.push(read)
    i += 1 + below.length
  }
  return rest
}

/** 2021年度 | 20件 */
function yearAndValue(row: Row): boolean {
  const [year, value, ...others] = filled(row)
  return (
    year !== undefined &&
    value !== undefined &&
    others.length === 0 &&
    fiscalYear(year.bare) !== undefined &&
    looksLikeValue(value.bare)
  )
}
