import type { NameBook } from '../../../check/municipality-name.ts'
import { readMunicipalities } from '../../../municipality/municipality-name.ts'
import type { Text } from '../../../text/text.ts'
import { filled, type Row, type RowCell } from '../row.ts'
import { listedIn, listsNames } from './cell-names.ts'
import type { GridHeader } from './grid-header.ts'
import { isMark, type Legend, participates } from './mark.ts'

const isName = ({ bare }: RowCell): boolean => {
  const [read, ...others] = bare.length <= longestName ? readMunicipalities(bare) : []
  return read !== undefined && others.length === 0 && bare.endsWith(read.name)
}
/** 安芸郡海田町 and a remark. */
const longestName = 12

/** What marks of one project are said to be. */
const ofMarks = /^(?:参加|参画|連携|実施|取組)(?:の?有無|状況|区分)?$|^〇印?$/u

/** Whether a row of a table holds marks and nothing else but what they are. */
export function holdsMarksAlone(row: Row | undefined): boolean {
  const cells = row?.table === undefined ? [] : filled(row)
  const [first] = cells
  const own = first && !isMark(first.bare) && ofMarks.test(first.bare) ? cells.slice(1) : cells
  return own.length > 0 && own.every((c) => isMark(c.bare))
}

/** Whether a row of a table holds names of municipalities and nothing else. */
export function holdsNamesAlone(row: Row | undefined): boolean {
  const cells = row?.table === undefined ? [] : filled(row)
  return cells.length > 1 ? cells.every((c) => isName(c) || listsNames(c)) : cells.some(listsNames)
}

/** The names of a cell that holds one or several and nothing else; those that cannot be told are left out. */
function namesOf(cell: RowCell, book: NameBook): string[] | undefined {
  const listed = listedIn(cell, book)
  if (listed) return listed.map((l) => l.name)
  const name = isName(cell) ? book.resolve(cell.text) : undefined
  return name !== undefined ? [name] : isName(cell) ? [] : undefined
}

/** Whether the marks under a row of names are of one project, whose sheet it stands in: a single row of them, without the name of a project. */
export function isOwnRow(rows: readonly Row[], { end }: GridHeader): boolean {
  const [marks, next] = [rows[end], rows[end + 1]]
  if (!holdsMarksAlone(marks)) return false
  return next === undefined || next.table !== marks?.table || !filled(next).some((c) => isMark(c.bare))
}
/** 豊橋市 | ○ | 新城市 | ×: every name with its mark behind it. */
function namesBesideMarks(
  rows: readonly Row[],
  book: NameBook,
  legend: Legend,
): { names: string[]; texts: Text[] } | undefined {
  const cells = rows.flatMap((row) => (row.table === undefined ? [] : filled(row)))
  if (cells.length < 4 || cells.length % 2 > 0) return undefined
  if (!cells.every((c, i) => (i % 2 === 0 ? namesOf(c, book) !== undefined : isMark(c.bare)))) return undefined
  const names = cells.flatMap((c, i) =>
    i % 2 === 0 && participates(cells[i + 1]?.bare ?? '', legend) ? (namesOf(c, book) ?? []) : [],
  )
  return { names, texts: cells.map((c) => c.text) }
}

/** Whoever has a mark under the name, of a row of names and the row of marks under it. */
function namesOverMarks(heads: Row, marks: Row, book: NameBook, legend: Legend): string[] | undefined {
  const cells = heads.table === undefined ? [] : filled(heads)
  if (cells.length === 0 || !holdsMarksAlone(marks)) return undefined
  const named = cells.map((head) => namesOf(head, book))
  if (named.includes(undefined)) return undefined
  return cells.flatMap((head, i) => {
    const mark = marks.cells.find((c) => c.from === head.from)
    return mark && mark.bare !== '' && participates(mark.bare, legend) ? (named[i] ?? []) : []
  })
}

/** Who takes part by the marks under rows of names, and all texts of both; undefined where the rows of a field are not so. */
export function readMarkRow(
  rows: readonly Row[],
  book: NameBook,
  legend: Legend,
): { names: string[]; texts: Text[] } | undefined {
  const paired = namesBesideMarks(rows, book, legend)
  if (paired) return paired
  const printed = rows.filter((r) => filled(r).length > 0)
  if (printed.length === 0 || printed.length % 2 > 0) return undefined
  const names: string[] = []
  for (let i = 0; i < printed.length; i += 2) {
    const own = namesOverMarks(printed[i] as Row, printed[i + 1] as Row, book, legend)
    if (!own) return undefined
    names.push(...own)
  }
  return { names, texts: printed.flatMap(filled).map((c) => c.text) }
}
