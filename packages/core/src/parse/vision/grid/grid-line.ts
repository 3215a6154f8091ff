import { concat, emptyText, type Text } from '../../../text/text.ts'
import { filled, type Row, type RowCell } from '../row.ts'
import { isEveryone } from '../sheet/sheet-label.ts'
import { countIn } from './grid-count.ts'
import { type GridHeader, tokensOf } from './grid-header.ts'
import { isMark, isToken } from './mark.ts'

/** A row of a grid before its marks are given to municipalities. */
export interface GridLine {
  row: Row
  /** Texts before the marks, by what they are. */
  pillar?: Text
  initiative?: Text
  number?: Text
  project?: Text
  /** Cells of the project's name, which may be wrapped over lines; in lines only. */
  name: RowCell[]
  page?: Text
  /** The cells between project and page; in lines those with a mark. */
  cells: RowCell[]
  /** What says that all of them take part: 全市町 in the place of marks, or a mark under it. */
  everyone?: RowCell
  /** What stands after the page or in columns of its own. */
  rest: Text[]
}

const pageNumber = /^(?:P\.?|p\.?)?[0-9]{1,3}(?:[-~][0-9]{1,3})?$/u
const isPage = (bare: string): boolean => pageNumber.test(bare)
const rowNumber =
  /^(?:(?:No\.?|№)?(?:[A-Z]-?)?[0-9]{1,2}(?:-(?:[0-9]{1,2}|\([0-9]{1,2}\)|[①-⑳]|\(?[ア-ン]\)?))*|\([0-9]{1,2}\)|[①-⑳])$/u

/** Longest mark that a cell can hold, as ○ or 主催. */
const longestMark = 2

/** Index of the cell that begins the marks: the first after the last cell of words. */
function firstMark(cells: readonly RowCell[], header: GridHeader): number {
  const named = new Set(header.columns.flatMap((c) => (c.kind === 'other' || c.kind === 'page' ? [] : [c.cell.from])))
  const first = cells.findIndex((c) => c.bare !== '')
  const left = Math.min(...header.names.map((n) => n.cell.from))
  const isNamed = header.columns.some(
    ({ kind, cell }) => kind === 'project' && cells.some((c) => c.from === cell.from && c.bare !== ''),
  )
  const names = Math.max(...header.names.map((n) => n.cell.from))
  let last = -1
  for (let i = 0; i < cells.length && i <= names; i++) {
    const { bare, from } = cells[i] as RowCell
    if (isNamed && from >= left) break
    if (isMark(bare) || (i !== first && (isToken(bare) || isEveryone(bare)))) break
    const isWord = bare.length > longestMark || i === first || (bare.length > 1 && named.has(i))
    if (isWord && !isPage(bare)) last = i
  }
  return last + 1
}

type Column = GridHeader['columns'][number]

/** Columns of words, which stand before those of names. */
function wordColumns(header: GridHeader): Column[] {
  const first = Math.min(...header.names.map((n) => n.cell.from))
  return header.columns.filter((c) => c.cell.from < first)
}

/** For each word the column of the heading that it stands in: by index in tables, by its left edge in lines. */
function columnsOf(
  words: readonly RowCell[],
  header: GridHeader,
  inTable: boolean,
): (Column | undefined)[] | undefined {
  const columns = wordColumns(header)
  if (!columns.some((c) => c.kind === 'project')) return undefined
  const found = words.map((word) => {
    if (inTable) return columns.find((c) => c.cell.from === word.from)
    const apart = columns.map((c) => Math.abs(c.cell.wideFrom - word.wideFrom))
    return columns[apart.indexOf(Math.min(...apart))]
  })
  return new Set(found).size === found.length && found.filter((c) => c?.kind === 'project').length === 1
    ? found
    : undefined
}

/** Gives the words before the marks to the columns that the heading names, else by their number and place. */
function nameParts(words: readonly RowCell[], header: GridHeader, line: GridLine): void {
  const inTable = line.row.table !== undefined
  const columns = columnsOf(words, header, inTable)
  if (columns?.every((c) => c !== undefined)) {
    words.forEach((cell, i) => {
      const kind = columns[i]?.kind
      if (kind === 'project') {
        line.project = cell.text
        line.name = [cell]
      } else if (kind === 'number' || (kind === 'pillar' && rowNumber.test(cell.bare))) line.number = cell.text
      else if (kind === 'pillar' || kind === 'initiative') line[kind] = cell.text
      else line.rest.push(cell.text)
    })
    return
  }
  const rest = [...words]
  const numbered = rest.findIndex((c) => rowNumber.test(c.bare))
  if (numbered >= 0 && rest.length > 1) line.number = rest.splice(numbered, 1)[0]?.text as Text
  const project = rest.pop()
  if (project) {
    line.project = project.text
    line.name = [project]
  }
  const kinds = rest.map((c) => (inTable ? header.columns.find((h) => h.cell.from === c.from)?.kind : undefined))
  rest.forEach((cell, i) => {
    const kind = kinds[i]
    if (kind === 'initiative' || (kind !== 'pillar' && i > 0)) line.initiative = cell.text
    else if (line.pillar === undefined) line.pillar = cell.text
    else line.rest.push(cell.text)
  })
}

/** Trailing columns of the heading that hold no names and are not the page. */
const trailing = (header: GridHeader): number => {
  const last = Math.max(...header.names.map((n) => n.cell.from))
  return header.columns.filter((c) => c.kind === 'other' && c.cell.from > last && c.cell.bare.length > 1).length
}

/** How many cells the heading of a table has. */
export const headWidth = ({ names, columns }: GridHeader): number =>
  Math.max(...names.map((n) => n.cell.from), ...columns.map((c) => c.cell.to - 1)) + 1

/** Takes the cell that is said of all names out of those that are said of one. */
function takeEveryone(line: GridLine, header: GridHeader): void {
  const column = header.columns.find((c) => c.kind === 'other' && isEveryone(c.cell.bare))
  const marked = column && line.row.cells.find((c) => c.from === column.cell.from && isToken(c.bare))
  const words = line.cells.filter((c) => c.bare !== '')
  const everyone = marked ?? (words.length === 1 ? words.find((c) => isEveryone(c.bare)) : undefined)
  if (!everyone) return
  line.everyone = everyone
  line.cells = line.cells.map((c) => (c === everyone ? { ...c, text: emptyText, bare: '' } : c))
  line.rest = line.rest.filter((t) => t !== everyone.text)
}

function tableLine(row: Row, header: GridHeader): GridLine {
  const start = firstMark(row.cells, header)
  const line: GridLine = { row, name: [], cells: [], rest: [] }
  const pageHead = header.columns.find((c) => c.kind === 'page')
  const hasPage = pageHead !== undefined
  let end = row.cells.length
  const lastFilled = row.cells.findLastIndex((c) => c.bare !== '')
  const ownPage = row.cells.findIndex((c) => c.from === pageHead?.cell.from && isPage(c.bare))
  if (hasPage && lastFilled >= start && isPage(row.cells[lastFilled]?.bare ?? '')) {
    line.page = row.cells[lastFilled]?.text as Text
    end = lastFilled
  } else if (ownPage >= start) {
    // Remarks stand behind it.
    line.page = row.cells[ownPage]?.text as Text
    line.rest.push(...row.cells.slice(ownPage + 1).flatMap((c) => (c.bare === '' ? [] : [c.text])))
    end = ownPage
  } else {
    // Rows without bars at their ends leave blank cells out there.
    const missing = Math.max(0, headWidth(header) - end)
    const extra = Math.max(0, trailing(header) + (hasPage ? 1 : 0) - missing)
    line.rest.push(
      ...row.cells
        .slice(Math.max(start, end - extra), end)
        .filter((c) => c.bare !== '')
        .map((c) => c.text),
    )
    end = Math.max(start, end - extra)
  }
  line.cells = row.cells.slice(start, end)
  takeEveryone(line, header)
  nameParts(
    row.cells.slice(0, start).filter((c) => c.bare !== ''),
    header,
    line,
  )
  return line
}

/** Whether a token of a line stands under a column to the right of all names: 備考. */
function isAside(token: RowCell, header: GridHeader): boolean {
  const names = header.names.map((n) => n.cell)
  const last = names.reduce((a, b) => (b.from > a.from ? b : a))
  const right = header.columns.filter((c) => c.cell.from > last.from && c.kind !== 'page')
  return right.some((c) => Math.abs(c.cell.wideFrom - token.wideFrom) < Math.abs(last.wideFrom - token.wideFrom))
}

/** Ⅰ, １, (2), ア: what a heading begins with, a wide space before its words. */
const headNumber = /^(?:[Ⅰ-Ⅻ]|[IVX]{1,4}|[0-9]{1,2}|\([0-9]{1,2}\)|[①-⑳]|[ア-ン])[.、]?$/u
/** Columns of that space. */
const numberGap = 4
const space: Text = { value: ' ', offsets: Int32Array.of(-1) }

/** The words of a heading, its number as the beginning of the first of them. */
function withNumber(cells: readonly RowCell[]): readonly RowCell[] {
  const [number, words, ...others] = cells
  if (!number || !words || !headNumber.test(number.bare) || words.wideFrom - number.wideTo > numberGap) return cells
  const text = concat([number.text, space, words.text])
  return [{ ...words, text, bare: number.bare + words.bare, from: number.from, wideFrom: number.wideFrom }, ...others]
}

/** Whether a token is short, or says more than a mark does, and is no remark. */
const isSaid = (token: RowCell, header: GridHeader): boolean =>
  (token.bare.length <= longestMark || isToken(token.bare)) && !isAside(token, header)

const noWord = /^[^\p{L}\p{Nd}]{1,2}$/u

/** Where marks begin in a line: words are some where there is one for each name. */
export function marksFrom(tokens: readonly RowCell[], { names }: GridHeader): number {
  const isRun = (i: number): boolean => {
    const run = tokens.slice(i, i + names.length)
    return i > 0 && run.length === names.length && run.every((t) => isToken(t.bare))
  }
  const first = tokens.findIndex((t, i) => isMark(t.bare) || isRun(i))
  // What has no letter and no figure, behind a name, is a mark that was misread.
  return first > 1 && noWord.test(tokens[first - 1]?.bare ?? '') ? first - 1 : first
}

function flowLine(row: Row, header: GridHeader): GridLine {
  const tokens = tokensOf(row)
  const start = marksFrom(tokens, header)
  const line: GridLine = { row, name: [], cells: [], rest: [] }
  if (start < 0) {
    nameParts(withNumber(filled(row)), header, line)
    return line
  }
  const from = tokens[start]?.from ?? 0
  const counted = countIn(row, header)?.cell
  for (const token of tokens.slice(start)) {
    if (token === counted) line.rest.push(token.text)
    else if (isPage(token.bare)) line.page = token.text
    else if (isMark(token.bare) || isSaid(token, header)) line.cells.push(token)
    else line.rest.push(token.text)
  }
  const words = row.cells.flatMap((c) => (c.to <= from ? [c] : []))
  const cut = row.cells.find((c) => c.from < from && c.to > from)
  const before = cut ? tokens.filter((t) => t.from >= cut.from && t.to <= from) : []
  if (cut && before[0])
    words.push({ ...before[0], text: concat(before.map((t) => t.text)), bare: before.map((t) => t.bare).join('') })
  nameParts(words, header, line)
  return line
}

/** A row under a heading, its words and marks told apart. */
export const gridLine = (row: Row, header: GridHeader): GridLine =>
  row.table === undefined ? flowLine(row, header) : tableLine(row, header)

export const holdsMarks = (line: GridLine): boolean =>
  line.everyone !== undefined || line.cells.some((c) => c.bare !== '')
export const isMarked = (line: GridLine): boolean => holdsMarks(line) || line.page !== undefined
