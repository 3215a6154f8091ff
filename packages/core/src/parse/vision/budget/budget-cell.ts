import { fold } from '../../../text/fold.ts'
import { concat, slice, trim } from '../../../text/text.ts'
import { linesIn } from '../markup.ts'
import { bareOf, cellsOf, filled, inColumn, type Row, type RowCell } from '../row.ts'
import { holdsSeveral, isSign, yenOf } from './amount.ts'
import { headOf, isEraless } from './sum-head.ts'

const opened = /[(（]/gu
const closed = /[)）]/gu
/** 1,234（うち一般財源 234）: a remark on a sum, and none of its own. */
const remark = /[(（]うち/u
/** Where a text is cut, and where one is cut that closes or opens brackets of its neighbours: 12,700千円（計 37,500千円）. */
const words = /[^\s:：、;；/／]+(?: ?(?:千|百万|万|億)?円)?/gu
const inBrackets = /[^\s:：、;；/／()（）]+/gu
const count = (text: string, of: RegExp): number => text.match(of)?.length ?? 0

/** The words of a text, each with its place. */
const wordsIn = (value: string): { from: number; to: number }[] =>
  [...value.matchAll(words)].flatMap(({ 0: word, index }) => {
    const parts = count(word, opened) === count(word, closed) ? [{ 0: word, index: 0 }] : word.matchAll(inBrackets)
    return [...parts].map((part) => ({ from: index + part.index, to: index + part.index + part[0].length }))
  })

/** （単位：千円） behind the last sum of a line, and （計60） or （合計：3,000）. */
const behindSums = /[(（]単位[:：・]?[^()（）0-9]{1,4}[)）]$/u
const longestCaption = 14
const totalBehind = /(?<=[0-9円])[(（](合計|総額|計)(?=[:：]?[0-9０-９])[^()（）]{1,20}[)）]$/u

/** Left of the headings of a table of sums, above those of its rows: 年度 国費 県費 計. */
const corner = /^(?:年度|年次|会計年度|区分|財源|費目|項目)$/u
const isHeading = ({ bare }: RowCell): boolean => headOf(bare) !== undefined

function partOf(cell: RowCell, from: number, to: number): RowCell {
  const text = trim(slice(cell.text, from, to))
  return { ...cell, text, bare: bareOf(text), from: cell.from + from, to: cell.from + to }
}

/** A cell with several headings or amounts between single spaces, as its parts. */
function exploded(cell: RowCell): RowCell[] {
  // R6 above (2024) is one heading.
  if (headOf(cell.bare)?.kind === 'year') return [cell]
  const lines = linesIn(cell.text)
  if (lines.length > 1) {
    const parts = lines.flatMap((text) => exploded({ ...cell, text, bare: bareOf(text) }))
    return parts.every((c) => headOf(c.bare) !== undefined || yenOf(c.bare) !== undefined) ? parts : [cell]
  }
  const { value } = cell.text
  if (remark.test(value)) {
    // 令和4年度 104（うち交付税 52）
    const at = value.search(/[ 　:：]/u)
    const parts = at > 0 ? [partOf(cell, 0, at), partOf(cell, at + 1, value.length)] : []
    const [year, sum] = parts
    return year && sum && headOf(year.bare)?.kind === 'year' && yenOf(sum.bare) !== undefined ? parts : [cell]
  }
  const isTorn = count(value, opened) !== count(value, closed)
  const caption = behindSums.exec(value.slice(-longestCaption))?.[0].length ?? 0
  if (caption > 0 && caption < value.length) {
    const at = value.length - caption
    return [...exploded(partOf(cell, 0, at)), partOf(cell, at, value.length)]
  }
  const total = value.length > 400 ? null : totalBehind.exec(value)
  if (total) {
    const at = value.length - (total[0] as string).length
    const name = at + 1 + (total[1] as string).length
    const ends = [partOf(cell, 0, at), partOf(cell, at + 1, name), partOf(cell, name, value.length - 1)]
    const parts = ends.flatMap(exploded)
    if (parts.every((c) => headOf(c.bare) !== undefined || yenOf(c.bare) !== undefined)) return parts
  }
  if ((!isTorn && !/[ 　:：、;；/／]/u.test(value)) || value.length > 400) return [cell]
  const parts = wordsIn(value).map(({ from, to }): RowCell => {
    const text = slice(cell.text, from, to)
    return {
      text,
      bare: bareOf(text),
      from: cell.from + from,
      to: cell.from + to,
      wideFrom: cell.wideFrom + from,
      wideTo: cell.wideFrom + to,
    }
  })
  const isCornered = corner.test(parts[0]?.bare ?? '') && parts.length > 1 && parts.slice(1).every(isHeading)
  if (
    !isCornered &&
    !parts.every((c) => headOf(c.bare) !== undefined || yenOf(c.bare) !== undefined || isEraless(c.bare))
  )
    return [cell]
  const [only, ...others] = parts
  if (others.length > 0) return parts
  // A bracket that closes or opens nothing moves no sum out of its column.
  return isTorn && only ? [{ ...only, from: cell.from, to: cell.to }] : [cell]
}

/** The words of a line that are all headings or sums; 未定 － － would else pass for one letter-spaced word. */
function wordsOf(row: Row): RowCell[] | undefined {
  if (!row.line || row.line.folded.length > 400) return undefined
  const from = filled(row)[0]?.from ?? 0
  const words = cellsOf(row.line.printed, 1).filter((c) => c.from >= from)
  // A label with no space after it is one word with the value: then the cells are those of the row.
  if (words[0]?.from !== from) return undefined
  return words.every((c) => headOf(c.bare) !== undefined || yenOf(c.bare) !== undefined) ? words : undefined
}

/** Cells of a row, a sign in a cell of its own joined to the number after it. */
function joinSigns(cells: readonly RowCell[], inTable: boolean): RowCell[] {
  const joined: RowCell[] = []
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] as RowCell
    const next = cells[i + 1]
    if (next && isSign(cell.bare) && /^[0-9]/u.test(next.bare)) {
      joined.push({
        ...next,
        from: cell.from,
        ...(inTable ? { to: cell.to } : {}),
        text: concat([cell.text, next.text]),
        bare: cell.bare + next.bare,
      })
      i++
    } else joined.push(cell)
  }
  return joined
}

/** 100 100 before a blank cell: the sums of as many columns. Where nothing shows which, they stay one cell, whose sum is not known. */
function inColumns(row: Row, cell: RowCell): RowCell[] {
  const parts = exploded(cell)
  if (row.table === undefined || parts.length < 2 || !holdsSeveral(cell.text)) return parts
  const isTaken = row.cells.some((c) => c.bare !== '' && c.from > cell.from && c.from < cell.from + parts.length)
  return isTaken ? [cell] : parts.map((c, i) => inColumn(c, cell.from + i))
}

/** The cells of a row of sums: headings and sums that share a cell taken apart, signs joined to their numbers. */
export const sumCells = (row: Row): RowCell[] =>
  joinSigns(wordsOf(row) ?? withoutBulletOf(row).flatMap((cell) => inColumns(row, cell)), row.table !== undefined)

/** - R7: 4,600千円 */
const bulletOfYear = /^[-・•*] ?(?=(?:R|H|令和|平成)[元0-9])/u
function withoutBulletOf(row: Row): RowCell[] {
  const [first, ...others] = filled(row)
  const length = first ? (bulletOfYear.exec(fold(first.text.value))?.[0].length ?? 0) : 0
  return first && length > 0 ? [partOf(first, length, first.text.value.length), ...others] : filled(row)
}

/** Whether a row is nothing but the headings of a table of sums: 年度 | 国費 | 県費 | 計. */
export function isOfHeadings(row: Row): boolean {
  const [first, ...others] = sumCells(row)
  return (
    first !== undefined && others.length > 1 && (corner.test(first.bare) || isHeading(first)) && others.every(isHeading)
  )
}
