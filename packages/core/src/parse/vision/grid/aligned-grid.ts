import type { NameBook } from '../../../check/municipality-name.ts'
import { join } from '../../../text/clean.ts'
import { concat, emptyText } from '../../../text/text.ts'
import { bareOf, filled, inColumn, measures, type Row, type RowCell } from '../row.ts'
import { type ColumnKind, columnKind } from './column-kind.ts'
import { type GridHeader, type HeaderName, namesIn, tokensOf, withStrangeNames } from './grid-header.ts'
import { isMark } from './mark.ts'
import { hanging, headsBoth, goesOn as isRest } from './wrapped-name.ts'

/** A grid whose columns are lined up by spaces, its words wrapped within them: the rows as a table has them. */
export interface AlignedGrid {
  header: GridHeader
  rows: Row[]
  end: number
}

/** Whether the document has a text as a heading or as the name that a sheet gives. */
export type IsNamed = (bare: string) => boolean

/** Rows from the first heading to the names, and below the names where the headings go on. */
const tallestHead = 4
const tallestRest = 3
/** Cells of a column begin within this many columns of one another. */
const sameEdge = 1
/** A cell goes on below where less than one character's columns were left of it; less than two, where what may not begin a line came next. */
const fullWithin = 2
const noBeginning = /^.[、。，．・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ）」】]/u
/** What is left of a wrapped name is mostly shorter. */
const shortestInitiative = 5
/** A line of words alone heads a row with marks no further below. */
const lookAhead = 8
/** Longest mark, as ○ or 主催. */
const longestMark = 2
/** No table of the document has this number. */
const alignedTable = -2

/** How the heading of the pages begins. */
const pageHead = /^(?:掲載?|該当?|(?:掲載|該当)?(?:ペ|ペー|ページ|頁|P\.?))(?:番|番号)?$/u
const pageNumber = /^(?:P\.?|p\.?)?[0-9]{1,3}(?:[-~][0-9]{1,3})?$/u
/** How a heading goes on in the lines below it. */
const headingRest = /^(?:【?[^【】]{0,8}】|[0-9]{1,3}|事務?|務?事業|事務事業|業|名|組|取組|数|等)+$/u
const wordKinds: readonly ColumnKind[] = ['pillar', 'initiative', 'project', 'number']

interface Column {
  kind: ColumnKind
  edge: number
  cells: RowCell[]
}

interface Head {
  columns: Column[]
  names: HeaderName[]
  page: RowCell | undefined
  others: RowCell[]
  /** Where names begin. */
  left: number
  end: number
}

/** The cells of a line that end before the names begin; one that reaches among them, as far as its words stand before. */
function wordsBefore(row: Row, left: number, from: number): RowCell[] {
  return filled(row).flatMap((cell): RowCell[] => {
    if (cell.wideFrom >= left || cell.from >= from) return []
    if (cell.to <= from) return [cell]
    const inside = tokensOf(row).filter((t) => t.from >= cell.from && t.to <= from)
    const [first, last] = [inside[0], inside.at(-1)]
    if (!first || !last) return []
    const text = concat(inside.map((t) => t.text))
    return [{ ...first, text, bare: bareOf(text), to: last.to, wideTo: last.wideTo }]
  })
}

const columnAt = (columns: readonly Column[], cell: RowCell): Column | undefined =>
  columns.find((c) => Math.abs(c.edge - cell.wideFrom) <= sameEdge)

const headingOf = (column: Column): string => column.cells.map((c) => c.bare).join('')

/** Reads the headings that begin at row `i`: columns of words, names of municipalities, the page. */
function headAt(rows: readonly Row[], i: number, book: NameBook): Head | undefined {
  const opens = filled(rows[i] as Row).some((c) => wordKinds.includes(columnKind(c.bare)))
  if (!opens) return undefined
  let k = i
  let names: HeaderName[] = []
  for (; k < Math.min(rows.length, i + tallestHead); k++) {
    if (rows[k]?.table !== undefined || /[。、]/u.test(rows[k]?.line?.folded ?? '')) return undefined
    names = namesIn(rows[k] as Row, book)
    if (names.length > 1) break
  }
  if (names.length < 2) return undefined
  names = withStrangeNames(rows[k] as Row, names)
  const first = names[0]?.cell as RowCell
  const left = first.wideFrom
  const own = new Set(names.map((n) => n.cell.from))
  const last = names.at(-1)?.cell as RowCell
  const columns: Column[] = []
  const others: RowCell[] = []
  /** The heading of the pages, which may wrap: 掲載ペー / ジ. */
  const pageParts: RowCell[] = []
  for (let r = i; r <= k; r++) {
    const row = rows[r] as Row
    for (const cell of wordsBefore(row, left, r === k ? first.from : Number.POSITIVE_INFINITY)) {
      const column = columnAt(columns, cell)
      if (column) column.cells.push(cell)
      else columns.push({ kind: 'other', edge: cell.wideFrom, cells: [cell] })
    }
    for (const cell of tokensOf(row).filter((t) => t.wideFrom >= left && !(r === k && own.has(t.from)))) {
      if (cell.wideFrom > last.wideFrom && pageHead.test(pageParts.map((c) => c.bare).join('') + cell.bare))
        pageParts.push(cell)
      // A word among the names is a name that was not read.
      else if (r === k) return undefined
      else others.push(cell)
    }
  }
  const page = pageParts.length > 0 ? joined(pageParts) : undefined
  if (page && columnKind(page.bare) !== 'page') return undefined
  let end = k + 1
  for (; end < Math.min(rows.length, k + 1 + tallestRest); end++) {
    const row = rows[end] as Row
    const cells = filled(row)
    if (row.table !== undefined || row.gap > 0 || tokensOf(row).some((t) => isMark(t.bare))) break
    if (cells.length === 0 || !cells.every((c) => headingRest.test(c.bare) && columnAt(columns, c))) break
    for (const cell of cells) columnAt(columns, cell)?.cells.push(cell)
  }
  columns.sort((a, b) => a.edge - b.edge)
  for (const column of columns) column.kind = columnKind(headingOf(column))
  return columns.filter((c) => c.kind === 'project').length === 1
    ? { columns, names, page, others, left, end }
    : undefined
}

/** A line below the headings, its words by column, its marks apart. */
interface Line {
  row: Row
  words: (RowCell | undefined)[]
  marks: RowCell[]
  page: RowCell | undefined
}

function lineOf(row: Row, head: Head): Line | undefined {
  if (row.table !== undefined || !row.line || /。/u.test(row.line.folded)) return undefined
  const tokens = tokensOf(row)
  const first = tokens.findIndex((t) => isMark(t.bare) && t.wideFrom >= head.left - longestMark)
  const marks: RowCell[] = []
  let page: RowCell | undefined
  const tail =
    first < 0 ? tokens.filter((t) => head.page && t.wideFrom >= head.page.wideFrom - longestMark) : tokens.slice(first)
  for (const token of tail) {
    if (head.page && token === tokens.at(-1) && pageNumber.test(token.bare)) page = token
    else if (isMark(token.bare) || token.bare.length <= longestMark) marks.push(token)
    else return undefined
  }
  const before = wordsBefore(row, Number.POSITIVE_INFINITY, tail[0]?.from ?? Number.POSITIVE_INFINITY)
  const words = new Array<RowCell | undefined>(head.columns.length).fill(undefined)
  for (const cell of before) {
    const column = columnAt(head.columns, cell)
    const at = column ? head.columns.indexOf(column) : -1
    if (at < 0 || words[at] || cell.wideTo > head.left + longestMark) return undefined
    words[at] = cell
  }
  return { row, words, marks, page }
}

const isMarked = (line: Line): boolean => line.marks.length > 0 || line.page !== undefined

/** A row being put together: the texts of its columns, line by line. */
interface Draft {
  cells: RowCell[][]
  line: Line
}

/** Lines that belong to the grid, from its first. */
function linesFrom(rows: readonly Row[], head: Head, ends: (k: number) => boolean): Line[] {
  const lines: Line[] = []
  for (let k = head.end; k < rows.length; k++) {
    const line = k > head.end && ends(k) ? undefined : lineOf(rows[k] as Row, head)
    if (!line) break
    lines.push(line)
  }
  return lines
}

/** For each line of words the columns that go on with the cell above: it stood on the line before and filled its column. */
function goesOn(lines: readonly Line[], n: number, widths: readonly number[]): boolean[] {
  const [line, before] = [lines[n] as Line, lines[n - 1]]
  const adjoins = before && (line.row.gap === 0 || line.row.line?.page !== before.row.line?.page)
  return line.words.map((cell, c) => {
    const above = before?.words[c]
    if (!cell || !above || !adjoins) return false
    const left = (widths[c] as number) - above.wideTo
    return left < fullWithin || (left < fullWithin * 2 && noBeginning.test(cell.bare)) || hanging.test(above.bare)
  })
}

const textIn = (cells: readonly RowCell[] | undefined): string => (cells ?? []).map((c) => c.bare).join('')

/** Puts the lines together to rows; undefined where words stand otherwise than from the line of their marks downwards. */
function draftsOf(lines: readonly Line[], head: Head, isNamed: IsNamed): { drafts: Draft[]; used: number } | undefined {
  // A column is as wide as its heading at least.
  const widths = head.columns.map(({ cells }, c) =>
    Math.max(...cells.map((h) => h.wideTo), ...lines.map((l) => l.words[c]?.wideTo ?? 0)),
  )
  const project = head.columns.findIndex((c) => c.kind === 'project')
  // Under the heading of both a line without marks is rather an initiative than the end of a name.
  const sharesInitiatives = headsBoth(headingOf(head.columns[project] as Column))
  const hasInitiatives = head.columns.some((c) => c.kind === 'initiative')
  const number = head.columns.findIndex((c) => c.kind === 'number')
  const drafts: Draft[] = []
  const open: (RowCell[] | undefined)[] = head.columns.map(() => undefined)
  let used = 0
  for (const [n, line] of lines.entries()) {
    const marked = isMarked(line)
    // A name that stands elsewhere by itself, and not with these words behind it, is at its end.
    const isWhole = (cell: RowCell, c: number): boolean =>
      isNamed(textIn(open[c])) && !isNamed(textIn(open[c]) + cell.bare)
    const full = marked ? [] : goesOn(lines, n, widths)
    const before = lines[n - 1]
    const isHeading = (cell: RowCell, c: number): boolean =>
      sharesInitiatives &&
      c === project &&
      cell.bare.length >= shortestInitiative &&
      before !== undefined &&
      isMarked(before) &&
      !isRest.test(cell.bare) &&
      !hanging.test(before.words[c]?.bare ?? '')
    // 2　看護師の確保: a number of its own begins a row, whether it has marks or not.
    const isNumbered = line.words[number] !== undefined && !/[-(]$/u.test(textIn(open[number]))
    const further = line.words.map(
      (cell, c) => cell !== undefined && !isNumbered && full[c] === true && !isWhole(cell, c) && !isHeading(cell, c),
    )
    const isNew = marked || line.words.some((cell, c) => cell && !further[c])
    if (marked && !line.words[project]) return undefined
    if (isNew && !marked) {
      // Words of their own head the rows below them; where there are none, the grid is at its end.
      if (!lines.slice(n + 1, n + 1 + lookAhead).some(isMarked)) break
      if (hasInitiatives && !isNumbered && line.words[project] && !further[project]) return undefined
    }
    const draft: Draft | undefined = isNew ? { cells: head.columns.map(() => []), line } : undefined
    line.words.forEach((cell, c) => {
      if (!cell) return
      if (further[c]) open[c]?.push(cell)
      else if (draft) {
        const own = draft.cells[c] as RowCell[]
        own.push(cell)
        open[c] = own
      }
    })
    if (draft) drafts.push(draft)
    used = n + 1
  }
  return drafts.some((d) => isMarked(d.line)) ? { drafts, used } : undefined
}

/** Marks stand under the middle of a name, or where it begins. */
const places: readonly ((cell: RowCell) => number)[] = [...measures, (c) => c.wideFrom, (c) => c.fullFrom ?? c.wideFrom]

/** For each name its mark by the measure by which the marks of all lines stand nearest; undefined where one stands under none. */
function marksUnder(drafts: readonly Draft[], names: readonly HeaderName[]): (RowCell | undefined)[][] | undefined {
  let best: { apart: number; under: (RowCell | undefined)[][] } | undefined
  for (const at of places) {
    const heads = names.map((n) => at(n.cell))
    const reach = Math.max(1, Math.min(...heads.slice(1).map((h, i) => h - (heads[i] as number))) / 2)
    let apart = 0
    let fits = true
    const under = drafts.map(({ line }) => {
      const own = names.map((): RowCell | undefined => undefined)
      for (const mark of line.marks) {
        const distance = heads.map((h) => Math.abs(h - at(mark)))
        const least = Math.min(...distance)
        const i = distance.indexOf(least)
        apart += least
        if (least > reach || own[i]) fits = false
        own[i] = mark
      }
      return own
    })
    if (fits && (!best || apart < best.apart)) best = { apart, under }
  }
  return best?.under
}

const blank: RowCell = { text: emptyText, bare: '', from: 0, to: 1, wideFrom: 0, wideTo: 1 }

function joined(cells: readonly RowCell[]): RowCell {
  const [first] = cells
  if (!first) return blank
  const text = join(cells.map((c) => c.text))
  return { ...first, text, bare: bareOf(text) }
}

/**
 * Looks for a grid in aligned columns whose headings begin at row `i`: words that are wrapped in their columns, from the line of
 * their marks downwards. `ends` says of a row that something else begins there.
 */
export function alignedGridAt(
  rows: readonly Row[],
  i: number,
  book: NameBook,
  ends: (k: number) => boolean,
  isNamed: IsNamed = () => false,
): AlignedGrid | undefined {
  const head = headAt(rows, i, book)
  if (!head) return undefined
  const read = draftsOf(linesFrom(rows, head, ends), head, isNamed)
  const under = read && marksUnder(read.drafts, head.names)
  if (!read || !under) return undefined
  const { columns, names, page, others } = head
  const width = columns.length
  const header: GridHeader = {
    start: i,
    end: head.end,
    names: names.map((n, k) => ({ ...n, cell: inColumn(n.cell, width + k) })),
    columns: [
      ...columns.map((c, k) => ({ kind: c.kind, cell: inColumn(joined(c.cells), k) })),
      ...(page ? [{ kind: 'page' as const, cell: inColumn(page, width + names.length) }] : []),
    ],
    labels: [...columns.map((c) => joined(c.cells)), ...others, ...(page ? [page] : [])].map((c) => c.text),
  }
  return {
    header,
    rows: read.drafts.map(({ cells, line }, n) => ({
      table: alignedTable,
      gap: 0,
      cells: [
        ...cells.map((own) => joined(own)),
        ...(under[n] ?? []).map((mark) => mark ?? blank),
        ...(page ? [line.page ?? blank] : []),
      ].map(inColumn),
    })),
    end: head.end + read.used,
  }
}
