import type { Line } from '../../../layout/block.ts'
import { fold } from '../../../text/fold.ts'
import { slice, type Text, trim } from '../../../text/text.ts'
import { bareOf, cellsOf, type Row, type RowCell } from '../row.ts'
import { type FieldKind, labelOf } from './sheet-label.ts'

/** Longer lines are paragraphs. */
const longestLine = 400
/** Columns of space that part the cells of a line. */
const cellGap = 2
const bracketed = /【[^【】]{1,16}】/gu
/** 事業名：… 連携市町：…, each behind a space or at the beginning. */
const colons = /(?<=^|[ 　])[^ 　:：、。（）()【】]{2,14}[:：]/gu

const kindAt = (text: Text, from: number, to: number): FieldKind | undefined =>
  labelOf(bareOf(slice(text, from, to)))?.kind
const isLabel = (text: Text, from: number, to: number): boolean => kindAt(text, from, to) !== undefined
/** Fields that hold words with colons of their own: 役割分担：中心市：…. */
const inner = new Set<FieldKind>(['roles', 'role', 'budget', 'schedule'])

/** Where the fields of a line begin that holds several, each behind a label of its own: in brackets, or before a colon where the first names the project. */
function startsIn(text: Text): number[] {
  const { value } = text
  const found = (pattern: RegExp): [number, number][] =>
    [...value.matchAll(pattern)].map((m) => [m.index, m.index + m[0].length])
  const inBrackets = found(bracketed)
  const [first] = inBrackets
  if (first && value.slice(0, first[0]).trim() === '' && isLabel(text, ...first)) {
    // Headings of columns stand side by side too, and hold nothing.
    const isBlank = inBrackets.some(([, end], i) => value.slice(end, inBrackets[i + 1]?.[0]).trim() === '')
    if (isBlank) return []
    // Between known labels stand others of the same form: 【期間】.
    const known = inBrackets.filter((place) => isLabel(text, ...place)).length
    return known > 1 ? inBrackets.map(([start]) => start) : []
  }
  const before = [...found(colons), ...inBrackets].sort(([a], [b]) => a - b)
  const [name] = before
  if (!name || value.slice(0, name[0]).trim() !== '') return []
  const opens = kindAt(text, ...name)
  if (opens === undefined || inner.has(opens)) return []
  const named = opens === 'title' || opens === 'number'
  // Behind other fields stands who takes part: 成果指標：受診者数　連携：鶴岡市、三川町.
  return before
    .filter((place, i) => i === 0 || (named ? isLabel(text, ...place) : kindAt(text, ...place) === 'participants'))
    .map(([start]) => start)
}

const goesOnBelow = (folded: string): boolean => labelOf(bareLabel.exec(folded)?.[0] ?? '')?.kind === 'indicators'
const bareLabel = /^[^ :、。]{2,20}:/u

/** A label in brackets as a cell of its own, as sheets have those that no vocabulary knows. */
function withLabelApart(cells: RowCell[]): RowCell[] {
  const [first, ...others] = cells
  const end = first && /^【[^【】]{1,16}】/u.exec(first.text.value)?.[0].length
  if (!first || !end || end === first.text.value.length) return cells
  const parts = [slice(first.text, 0, end), trim(slice(first.text, end))]
  const [label, value] = parts.map((text, i): RowCell => {
    const [from, to] = i === 0 ? [first.from, first.from + end] : [first.from + end, first.to]
    return { text, bare: bareOf(text), from, to, wideFrom: from, wideTo: to }
  }) as [RowCell, RowCell]
  return value.bare === '' ? [label, ...others] : [label, value, ...others]
}

/** Lines with several fields of a sheet, each behind its label, as a line of each: 【事業名】観光案内　【連携市町】福山市. */
export function withLabelsApart(rows: readonly Row[]): readonly Row[] {
  let isParted = false
  const all = rows.flatMap((row): Row[] => {
    const { line } = row
    if (!line || row.table !== undefined || line.letterSpaced || line.printed.value.length > longestLine) return [row]
    if (!/[】:：]/u.test(line.printed.value)) return [row]
    const starts = startsIn(line.printed)
    if (starts.length < 2) return [row]
    isParted = true
    const parts = starts.map((start, i) => trim(slice(line.printed, i === 0 ? 0 : start, starts[i + 1])))
    // The lines below go on with indicators, and not with who takes part.
    if (goesOnBelow(line.folded)) parts.push(...parts.splice(0, 1))
    return parts.map((text, i) => {
      const own: Line = { ...line, text, folded: fold(text.value), printed: text, gap: i === 0 ? line.gap : 0 }
      return { cells: withLabelApart(cellsOf(text, cellGap)), line: own, gap: own.gap }
    })
  })
  return isParted ? all : rows
}
