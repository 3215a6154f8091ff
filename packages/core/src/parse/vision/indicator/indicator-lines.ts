import { concat, slice, type Text, trim } from '../../../text/text.ts'
import { bareOf, filled, inColumn, linesOf, type Row, type RowCell } from '../row.ts'
import { continues } from './indicator-columns.ts'
import { headOf } from './indicator-head.ts'
import { looksLikeValue, periodOf } from './measure.ts'

const bullet = /^(?:[・●○◎◆■*]|[①-⑳]|[⑴-⒇]|[(（][0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}[.．、])/u
/** A line that holds a name and a value behind it: 来場者数：30人, 来場者数 30人（R5）→40人（R8）. */
const nameThenValue =
  /^[^:： 　]{2,40}[:： 　]{1,4}(?:(?:基準|現状|目標)値?[:：（( 　]{1,3})?(?:[RHＲＨ]|令和|平成)?約?延?べ?年?間?[0-9０-９△▲]/u
/** What parts indicators of one line: 奨学生数：20人→50人／復職者数：5人→20人. */
const between = /[／;；]/gu
const longestLine = 400

/** The parts of a line that are an indicator each. */
function partsOf(text: Text): Text[] {
  const cuts = text.value.length > longestLine ? [] : [...text.value.matchAll(between)].map((m) => m.index)
  const parts = [-1, ...cuts].map((at, i) => trim(slice(text, at + 1, cuts[i])))
  return parts.length > 1 && parts.every((p) => nameThenValue.test(p.value)) ? parts : [text]
}

const bracket = /[()（）]/gu
/** Whether a bracket is open at the end: 8,011人（令和. */
const isOpen = ({ value }: Text): boolean =>
  [...value.matchAll(bracket)].reduce((open, [b]) => Math.max(0, open + (/[(（]/u.test(b) ? 1 : -1)), 0) > 0

/** Lines of a value that goes on in brackets below it, or that its brackets go on in, are one. */
function valuesOf(lines: readonly Text[]): Text[] {
  const values: Text[] = []
  for (const line of lines) {
    const last = values.at(-1)
    if (last && (isOpen(last) || continues(bareOf(line)))) values[values.length - 1] = concat([last, line])
    else values.push(line)
  }
  return values
}

/** Lines of names, of which those behind a bullet go on with it. */
function namesOf(lines: readonly Text[], count: number): Text[] | undefined {
  if (lines.length === count) return [...lines]
  if (lines.filter((l) => bullet.test(l.value)).length !== count || !bullet.test(lines[0]?.value ?? ''))
    return undefined
  const names: Text[] = []
  for (const line of lines) {
    if (bullet.test(line.value)) names.push(line)
    else names[names.length - 1] = concat([names.at(-1) as Text, line])
  }
  return names
}

const circled = /[①-⑳]/gu
/** A cell with an item behind each of ①, ②, … from its beginning; undefined where it is none. */
function countedIn(cell: RowCell): Text[] | undefined {
  const { value } = cell.text
  if (!value.startsWith('①') || value.length > longestLine) return undefined
  const starts = [...value.matchAll(circled)]
  const counts = starts.every(([c], i) => c.charCodeAt(0) - 0x2460 === i)
  return counts && starts.length > 1
    ? starts.map((m, i) => trim(slice(cell.text, m.index, starts[i + 1]?.index)))
    : undefined
}

/** ①来場者数②出展者数 | ①30人②5社: a row of several indicators that are counted in every cell, as a row of each. */
function countedRows(row: Row, numbers: Text[]): Row[] | undefined {
  const cells = filled(row)
  const parts = cells.map(countedIn)
  const counted = parts.filter((p) => p !== undefined)
  const count = counted[0]?.length
  if (counted.length < 2 || counted.some((p) => p.length !== count)) return undefined
  const isValues = (p: readonly Text[] | undefined): boolean =>
    p?.some((t) => looksLikeValue(bareOf(slice(t, 1)))) === true
  if (isValues(parts[0]) || !parts.slice(1).some(isValues)) return undefined
  for (const own of parts) if (isValues(own)) numbers.push(...(own ?? []).map((t) => slice(t, 0, 1)))
  return Array.from({ length: count as number }, (_, n) => ({
    ...row,
    cells: cells.flatMap((cell, i) => {
      const own = parts[i]?.[n]
      // The number is a value's place, and a part of no value.
      const text = own && (isValues(parts[i]) ? trim(slice(own, 1)) : own)
      return text ? [cellOf(cell, text)] : parts[i] || n > 0 ? [] : [cell]
    }),
  }))
}

const cellOf = (cell: RowCell, text: Text): RowCell => {
  const { lines: _, ...own } = cell
  return { ...own, text, bare: bareOf(text) }
}

/** A row of several indicators, each on a line of every cell, as a row of each; undefined where it is none. */
function severalIn(row: Row): Row[] | undefined {
  const cells = filled(row)
  const lines = cells.map((c) => [...linesOf(c)])
  const [only] = lines
  if (cells.length === 1 && only) {
    only.splice(0, only.length, ...only.flatMap(partsOf))
    const whole = only.filter((l) => nameThenValue.test(l.value)).length
    return whole < 2 ? undefined : only.map((text) => ({ ...row, cells: [cellOf(cells[0] as RowCell, text)] }))
  }
  if (lines.every((l) => l.length < 2)) return undefined
  const values = lines.map((own) => {
    const joined = valuesOf(own)
    return joined.length > 1 && joined.every((l) => looksLikeValue(bareOf(l))) ? joined : undefined
  })
  const count = values.find((v) => v !== undefined)?.length
  if (count === undefined || values.some((v) => v !== undefined && v.length !== count)) return undefined
  const parts = lines.map((own, i) => values[i] ?? (own.length === 1 ? own : namesOf(own, count)))
  if (parts.includes(undefined) || !parts.some((p, i) => !values[i] && p?.length === count)) return undefined
  return Array.from({ length: count }, (_, n) => ({
    ...row,
    cells: cells.flatMap((cell, i) => {
      const text = parts[i]?.[n]
      return text ? [cellOf(cell, text)] : []
    }),
  }))
}

/** 指標名 | 来場者数 / 出展者数, 基準値 | 30人 / 5社, 目標値 | …: headings beside the values of several indicators, as a heading and its rows. */
function turned(rows: readonly Row[]): Row[] | undefined {
  const pairs = rows.map(filled)
  const inTable = rows.length > 1 && rows.every((r) => r.table !== undefined)
  if (!inTable || pairs.some(([head, value, ...more]) => !head || !value || more.length > 0 || !headOf(head)))
    return undefined
  const own = rows[0] as Row
  const values = { ...own, cells: pairs.map((p, i) => inColumn(p[1] as RowCell, i)) }
  const several = severalIn(values)
  return several && [{ ...own, cells: pairs.map((p, i) => inColumn(p[0] as RowCell, i)) }, ...several]
}

/** Rows whose cells hold a line of each of several indicators, as a row of each; what counts their values goes to `numbers`. */
export const apart = (rows: readonly Row[], numbers: Text[]): readonly Row[] =>
  turned(rows) ?? rows.flatMap((row) => countedRows(row, numbers) ?? severalIn(row) ?? [row])

const yearAhead = /(?:(?:令和|平成|[RHＲＨ])[元0-9０-９]{1,2}|20[0-9]{2})(?:年度?)?末?[:：][ 　]{0,2}(?=[^ 　])/gu
/** The values that a cell has of several years, each behind its own: R5：120件 R6：130件; undefined where it has no others. */
export function valuesOfYears(text: Text): Text[] | undefined {
  if (text.value.length > longestLine) return undefined
  const starts = [...text.value.matchAll(yearAhead)].map((m) => m.index)
  if (starts.length < 2 || starts[0] !== 0) return undefined
  const parts = starts.map((start, i) => trim(slice(text, start, starts[i + 1])))
  const years = parts.map((part) => Number(periodOf(bareOf(part))?.from))
  const isRising = years.every((year, i) => i === 0 || year > (years[i - 1] as number))
  return isRising && parts.every((part) => looksLikeValue(bareOf(part))) ? parts : undefined
}

/** Rows of indicators without the notes below them, which go to `rest` with the lines that they are wrapped over. */
export function withoutNotes(rows: readonly Row[], rest: Text[]): readonly Row[] {
  const first = rows.findIndex((row, i) => i > 0 && row.line !== undefined && row.line.folded.startsWith('※'))
  if (first < 0) return rows
  const isWrapped = rows.slice(first).every((row) => row.line && !filled(row).some((c) => looksLikeValue(c.bare)))
  const notes = isWrapped ? rows.slice(first) : rows.slice(first, first + 1)
  for (const row of notes) if (row.line) rest.push(row.line.text)
  return rows.filter((row) => !notes.includes(row))
}

/** 基準値（令和５年度）　目標 20件　実績 18件: two values behind one heading as one cell, as a cell of a table has them. */
export function withBothValues(row: Row): Row {
  const [head, target, result, ...others] = row.line ? filled(row) : []
  if (!head || !target || !result || others.length > 0 || !/^(?:基準|現状|目標)値?/u.test(head.bare)) return row
  const isBoth = [target.bare, result.bare].every((bare) => /^(?:目標|計画|実績)値?:?[0-9]/u.test(bare))
  if (!isBoth) return row
  const text = concat([target.text, wideSpace, result.text])
  return { ...row, cells: [head, { ...target, text, bare: bareOf(text), to: result.to, wideTo: result.wideTo }] }
}
const wideSpace: Text = { value: '　', offsets: Int32Array.of(-1) }
