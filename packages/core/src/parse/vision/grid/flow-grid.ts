import type { NameBook } from '../../../check/municipality-name.ts'
import { readMunicipalities } from '../../../municipality/municipality-name.ts'
import { join } from '../../../text/clean.ts'
import { concat, slice, type Text, trim } from '../../../text/text.ts'
import { headingOf } from '../heading.ts'
import { bareOf, filled, type Row, type RowCell } from '../row.ts'
import { labelOf } from '../sheet/sheet-label.ts'
import { columnKind } from './column-kind.ts'
import { type GridHeader, type HeaderName, tokensOf } from './grid-header.ts'
import { isMark, isToken } from './mark.ts'
import { isStrangeName } from './strange-name.ts'

/** A grid printed a cell a line: names, then for each project its name and its marks; blank cells leave no line. */
export interface FlowGrid {
  header: GridHeader
  /** A row a project, its marks in order and not in their columns. */
  rows: Row[]
  end: number
}

/** Fewest names and fewest projects that make a grid of lines; under headings one project is enough. */
const fewestNames = 2
const fewestRows = 2
/** No region has more members. */
const mostNames = 60
/** Longest printed name of a municipality. */
const longestMunicipality = 12
/** Texts between marks: pillar, initiative and name, one of them cut by a page. */
const mostHeads = 4
/** Longest line of the name of a project or of a heading between marks, and longest name over all its lines. */
const longestName = 45
const longestWhole = 180

const single = (row: Row | undefined): RowCell | undefined => {
  const cells = row && row.table === undefined ? filled(row) : []
  return cells.length === 1 ? cells[0] : undefined
}

interface NamesReading {
  names: HeaderName[]
  /** The heading of the page numbers after the names. */
  label: Text | undefined
}

/** The names of municipalities that a line holds, one or several and nothing else, in its letters or apart. */
function namesOf(row: Row | undefined, book: NameBook): NamesReading | undefined {
  const cells = row && row.table === undefined ? filled(row) : []
  const names: HeaderName[] = []
  let label: Text | undefined
  for (const cell of cells) {
    if (label) return undefined
    if (names.length > 0 && columnKind(cell.bare) === 'page') {
      label = cell.text
      continue
    }
    // ①熊本市 is an entry of a list, and no heading of a column.
    if (/^[①-⑳]/u.test(cell.bare)) return undefined
    const read = readMunicipalities(cell.bare)
    const covered = read.reduce((n, r) => (r.start === n ? r.end : n), 0)
    const rest = cell.bare.slice(covered)
    const listed = covered > 0 && (rest === '' || columnKind(rest) === 'page')
    const { pieces, after } = listed
      ? partsOf(
          cell,
          read.map((r) => r.end),
        )
      : { pieces: [cell], after: undefined }
    label = after
    for (const piece of pieces) {
      if (piece.bare.length > longestMunicipality || !/[市町村区巿盯]$/u.test(piece.bare)) return undefined
      const name = book.resolve(piece.text)
      if (name === undefined && !isStrangeName(piece.bare)) return undefined
      const own = { cell: piece, texts: [piece.text] }
      names.push(name === undefined ? { ...own, name: piece.bare, strange: true } : { ...own, name })
    }
  }
  return names.length > 0 ? { names, label } : undefined
}

/** A cell cut after as many characters as `ends` say, spaces not counted, and what is left of it. */
function partsOf(cell: RowCell, ends: readonly number[]): { pieces: RowCell[]; after: Text | undefined } {
  const pieces: RowCell[] = []
  let start = 0
  let seen = 0
  for (let i = 0; i < cell.text.value.length && pieces.length < ends.length; i++) {
    if (!/\s/u.test(cell.text.value[i] as string)) seen++
    if (seen !== ends[pieces.length]) continue
    const text = trim(slice(cell.text, start, i + 1))
    pieces.push({ ...cell, text, bare: bareOf(text) })
    start = i + 1
  }
  const after = trim(slice(cell.text, start))
  return { pieces, after: after.value === '' ? undefined : after }
}

const pageNumber = /^[0-9]{1,3}$/u

interface MarksReading {
  marks: RowCell[]
  page: RowCell | undefined
  /** A short name on the line of its marks. */
  name: RowCell | undefined
}

/** The marks of a line that holds nothing else, but for a page number after the last and a name before the first. */
function marksOf(row: Row, names: number): MarksReading | undefined {
  const tokens = row.table === undefined ? tokensOf(row) : []
  // A line of its own says in words what a mark does.
  const isOne = (t: RowCell): boolean => isMark(t.bare) || (tokens.length === 1 && isToken(t.bare))
  const first = tokens.findIndex(isOne)
  if (first < 0) return undefined
  const own = tokens.slice(first)
  const last = own.at(-1)
  const page = last && own.length === names + 1 && pageNumber.test(last.bare) ? last : undefined
  const marks = page ? own.slice(0, -1) : own
  if (!marks.every(isOne)) return undefined
  const words = tokens.slice(0, first)
  const text = concat(words.map((t) => t.text))
  return { marks, page, name: words[0] && { ...words[0], text, bare: bareOf(text) } }
}

function addPage(header: GridHeader, row: Row, cell: RowCell): void {
  const page = { ...cell, from: header.names.length + 1 }
  if (header.columns.length === 0) header.columns.push({ kind: 'page', cell: page })
  row.cells.push(page)
}

/** Looks for a grid printed a cell a line whose first name is row `i`. */
export function flowGridAt(rows: readonly Row[], i: number, book: NameBook, fewest = fewestRows): FlowGrid | undefined {
  const names: HeaderName[] = []
  const labels: Text[] = []
  let end = i
  for (let read = namesOf(rows[end], book); read && names.length < mostNames; read = namesOf(rows[++end], book)) {
    for (const name of read.names) names.push({ ...name, cell: { ...name.cell, from: names.length + 1 } })
    if (read.label) labels.push(read.label)
  }
  if (names.filter((n) => !n.strange).length < fewestNames) return undefined
  const header: GridHeader = { start: i, end, names, columns: [], labels, lossy: true }
  const found: Row[] = []
  let pending = 0
  const ends = new Map<Row, number>()
  for (let k = end; k < rows.length; k++) {
    const row = rows[k] as Row
    const read = marksOf(row, names.length)
    if (read?.name) {
      if (read.name.bare.length > longestName || read.marks.length > names.length) break
      found.push({ cells: [{ ...read.name, from: 0 }], table: flowTable, gap: 0 })
    }
    const open = found.at(-1)
    if (read) {
      const { marks } = read
      if (!open) break
      if (open.cells.length - 1 + marks.length > names.length) {
        // More marks than names: from here on it is something else.
        found.pop()
        break
      }
      for (const mark of marks) open.cells.push({ ...mark, from: open.cells.length })
      if (read.page) addPage(header, open, read.page)
      pending = 0
      ends.set(open, k + 1)
      continue
    }
    const cell = single(row)
    if (!cell) break
    if (open && open.cells.length === names.length + 1 && pageNumber.test(cell.bare)) {
      addPage(header, open, cell)
      ends.set(open, k + 1)
      continue
    }
    // Pillar, initiative and name stand one above another; more words without a mark are another text.
    if (cell.bare.length > longestName || /[。:]$/u.test(cell.bare)) break
    if (headingOf(row)?.role === 'initiative') break
    const above = open?.cells[0]
    // Nothing is called by one character: it is the end of a name that a page cut.
    if ((row.gap === 0 || cell.bare.length === 1) && above && open.cells.length === 1) {
      if (above.bare.length + cell.bare.length > longestWhole) break
      const text = join([above.text, cell.text])
      open.cells[0] = { ...above, text, bare: bareOf(text) }
      continue
    }
    if (++pending > mostHeads) break
    found.push({ cells: [{ ...cell, from: 0 }], table: flowTable, gap: 0 })
  }
  const rowsRead = found.slice(0, found.findLastIndex((r) => r.cells.length > 1) + 1)
  const marked = rowsRead.filter((r) => r.cells.length > 1)
  if (marked.length < fewest) return undefined
  return { header, rows: rowsRead, end: ends.get(rowsRead.at(-1) as Row) ?? end }
}

/** Headings one a line above the names: 役割, 連携取組名, 事業名, 連携市町, ページ. */
const mostHeadings = 7

const isHeading = (bare: string): boolean =>
  columnKind(bare) !== 'other' || labelOf(bare)?.kind === 'participants' || labelOf(bare)?.kind === 'title'

/** The grid a cell a line whose headings, each on a line of its own, begin at row `i`. */
export function flowGridBelow(rows: readonly Row[], i: number, book: NameBook): FlowGrid | undefined {
  const labels: Text[] = []
  for (let k = i; k < Math.min(rows.length, i + mostHeadings); k++) {
    const cell = single(rows[k])
    if (!cell || !isHeading(cell.bare)) {
      const flow = labels.length > 1 && namesOf(rows[k], book) ? flowGridAt(rows, k, book, 1) : undefined
      return flow && { ...flow, header: { ...flow.header, start: i, labels: [...labels, ...flow.header.labels] } }
    }
    labels.push(cell.text)
  }
  return undefined
}

/** No table of the document has this number. */
const flowTable = -1

/** Whether all names stand on one line and every line of marks has its project before them: then marks stand under names. */
function isInColumns(rows: readonly Row[], { header, end }: FlowGrid): boolean {
  if (header.end - header.start > 1) return false
  const marked = rows.slice(header.end, end).flatMap((row) => marksOf(row, header.names.length) ?? [])
  return marked.length > 0 && marked.every((m) => m.name !== undefined)
}

/** The grid a cell a line of which rows [start, end) would be the heading of a grid in columns, with all of their labels. */
export function flowGridUnder(rows: readonly Row[], heading: GridHeader, book: NameBook): FlowGrid | undefined {
  if (rows[heading.start]?.table !== undefined) return undefined
  for (let k = heading.start; k < heading.end; k++) {
    const flow = namesOf(rows[k], book)
      ? flowGridAt(rows, k, book, heading.labels.length > 1 ? 1 : fewestRows)
      : undefined
    if (flow && isInColumns(rows, flow)) return undefined
    if (flow) return { ...flow, header: { ...flow.header, start: heading.start, labels: heading.labels } }
  }
  return undefined
}
