import type { NameBook } from '../../../check/municipality-name.ts'
import { isMunicipality } from '../../../municipality/municipality-name.ts'
import { fold } from '../../../text/fold.ts'
import { concat, slice, type Text } from '../../../text/text.ts'
import { withoutTags } from '../markup.ts'
import { bareOf, cellsOf, type Row, type RowCell } from '../row.ts'
import { isEveryone, isPartyGroup } from '../sheet/sheet-label.ts'
import { listedIn } from './cell-names.ts'
import { type ColumnKind, columnKind } from './column-kind.ts'
import { isCoreHead } from './core-city.ts'
import { isCountHead } from './count-head.ts'
import { isMark, isToken } from './mark.ts'
import { isStrangeName } from './strange-name.ts'

export interface HeaderName {
  name: string
  cell: RowCell
  /** Texts of the name, one a character where it is printed downwards. */
  texts: Text[]
  /** What is printed in brackets behind it: （中心市）. */
  qualifier?: Text
  /** No municipality is known by it: it is as printed. */
  strange?: true
}
export interface GridHeader {
  /** Rows [start, end) of the heading. */
  start: number
  end: number
  names: HeaderName[]
  /** Where names stand that cannot be read. */
  unknown?: RowCell[]
  /** What stands in the other columns, by cell index. */
  columns: { kind: ColumnKind; cell: RowCell }[]
  /** Texts of the heading that are no names. */
  labels: Text[]
  /** Blank cells leave no trace in the rows. */
  lossy?: true
}

const describing = /内容/u
/** 事業名 | 取組内容 | …: of two columns that can be the projects', what they do is none. */
function asOneProject(columns: GridHeader['columns']): GridHeader['columns'] {
  const projects = columns.filter((c) => c.kind === 'project')
  const initiatives = columns.filter((c) => c.kind === 'initiative')
  // 取組名 alone, in a table that has no projects below it, names what the marks are of.
  if (projects.length === 0 && initiatives.length === 1 && initiatives[0]?.cell.bare.endsWith('名'))
    return columns.map((c) => (c === initiatives[0] ? { ...c, kind: 'project' } : c))
  const named = projects.filter((c) => !describing.test(c.cell.bare))
  if (named.length === 0 || named.length === projects.length) return columns
  return columns.map((c) => (c.kind === 'project' && describing.test(c.cell.bare) ? { ...c, kind: 'other' } : c))
}

/** A row of a grid's heading and the row that proves it lie no further apart than this. */
const lookAhead = 8
/** Rows of heading above the row of names. */
const tallestHead = 4
/** Fewest municipalities that make a grid, and of names that are abbreviated. */
const fewestNames = 2
const fewestShort = 3
/** Fewest names where the table of all municipalities has none of them, or one. */
const fewestStrange = 3
/** Longest mark that a cell can hold, as ○ or 主催. */
const longestMark = 2

const tokens = new WeakMap<Row, RowCell[]>()

/** Cells of a row; a line is cut at every space, as names and marks stand close. */
export function tokensOf(row: Row): RowCell[] {
  if (!row.line) return row.cells
  const known = tokens.get(row)
  if (known) return known
  const found = cellsOf(row.line.printed, 1)
  tokens.set(row, found)
  return found
}

/** Rows from `from` that belong with it: of one table, or of adjoining lines. */
const together = (rows: readonly Row[], a: number, b: number): boolean =>
  rows[a] !== undefined && rows[a]?.table === rows[b]?.table

const marksIn = (row: Row): number => tokensOf(row).filter((c) => isMark(c.bare)).length

function marksFollow(rows: readonly Row[], i: number): boolean {
  for (let k = i + 1; k < Math.min(rows.length, i + 1 + lookAhead); k++) {
    if ((rows[k] as Row).table !== (rows[i] as Row).table && rows[i]?.table !== undefined) return false
    if (marksIn(rows[k] as Row) > 0) return true
  }
  return false
}

/** Fewest rows of words or of ones and noughts. */
const fewestSaid = 2
const ones = /^[01]?$/u

/** The rows below row `i` of its table, or the adjoining lines that have as many words behind their first. */
function rowsBelow(rows: readonly Row[], i: number): Row[] {
  const row = rows[i] as Row
  const width = tokensOf(row).length
  let end = i + 1
  while (
    end < rows.length &&
    together(rows, i, end) &&
    (row.table !== undefined || tokensOf(rows[end] as Row).length === width)
  )
    end++
  return rows.slice(i + 1, end)
}

/** Whether words (参加, 検討中, R7～) or ones and noughts stand in the place of marks, in all columns behind those of projects. */
function wordsFollow(rows: readonly Row[], i: number): boolean {
  const heads = tokensOf(rows[i] as Row)
  const named = heads.findIndex((c) => ['project', 'initiative'].includes(columnKind(c.bare)))
  if (named < 0) return false
  const isNamed = heads.slice(named + 1).filter((c) => isMunicipality(c.bare))
  if (isNamed.length < fewestNames) return false
  const below = rowsBelow(rows, i)
  if (below.length < fewestSaid) return false
  const at = (row: Row, head: RowCell): string =>
    (row.table === undefined ? tokensOf(row)[heads.indexOf(head)] : row.cells.find((c) => c.from === head.from))
      ?.bare ?? ''
  const said = below.flatMap((row) => isNamed.map((head) => at(row, head)))
  return (
    said.some((c) => c !== '' && c !== '0') &&
    (said.every((c) => c === '' || isToken(c)) || (said.includes('0') && said.every((c) => ones.test(c))))
  )
}

/** （中心市） behind or below a name; recognition may lose the last bracket. */
const qualifying = /[([【〔][^()[\]【】〔〕]{1,8}[)\]】〕]?\s{0,4}$/u

/** A word of a row without what is printed in brackets behind it. */
function unqualified(cell: RowCell): { bare: string; text: Text; qualifier?: Text } {
  const bare = cell.bare.replace(qualifying, '')
  if (bare === cell.bare) return { bare, text: cell.text }
  const at = fold(cell.text.value).search(qualifying)
  return { bare, text: slice(cell.text, 0, at), qualifier: slice(cell.text, at) }
}

/** The names of municipalities that stand in a row as words of their own. */
export function namesIn(row: Row, book: NameBook): HeaderName[] {
  const own = ownNamesIn(row, book)
  const { core } = book
  if (core === undefined || own.length === 0 || own.some((n) => n.name === core)) return own
  const cell = tokensOf(row).find((c) => isCoreHead(c.bare))
  if (!cell) return own
  return [...own, { name: core, cell, texts: [cell.text] }].sort((a, b) => a.cell.from - b.cell.from)
}

const ownNamesIn = (row: Row, book: NameBook): HeaderName[] =>
  tokensOf(row).flatMap((cell): HeaderName[] => {
    const listed = row.table === undefined ? undefined : listedIn(cell, book)
    if (listed) return listed.map(({ name, text }) => ({ name, cell, texts: [text] }))
    const bare = cell.bare.replace(qualifying, '')
    if (bare.length < 2 || bare.length > 12 || !/[市町村区巿盯]$/u.test(bare)) return []
    const { text, qualifier } = unqualified(cell)
    const name = book.resolve(withoutTags(text))
    return name === undefined ? [] : [{ name, cell, texts: [text], ...(qualifier ? { qualifier } : {}) }]
  })

/** Names of a row with those between and beside them that no municipality bears; `isColumn` says whether a word may head marks. */
export function withStrangeNames(
  row: Row,
  known: readonly HeaderName[],
  isColumn: (cell: RowCell) => boolean = () => true,
): HeaderName[] {
  const names = Map.groupBy(known, (n) => n.cell)
  const borne = new Set(known.map((n) => n.name))
  return tokensOf(row).flatMap((cell): HeaderName[] => {
    const own = names.get(cell)
    if (own) return own
    const { bare, text, qualifier } = unqualified(cell)
    if (!isStrangeName(bare) || borne.has(bare) || !isColumn(cell)) return []
    borne.add(bare)
    return [{ name: bare, cell, texts: [text], ...(qualifier ? { qualifier } : {}), strange: true }]
  })
}

/** Whether a column of the table holds marks and nothing else below row `i`. */
const headsMarks = (rows: readonly Row[], i: number, { from }: RowCell): boolean => {
  const table = rows[i]?.table
  for (let k = i + 1; table !== undefined && rows[k]?.table === table; k++) {
    const bare = rows[k]?.cells.find((c) => c.from === from)?.bare ?? ''
    if ((bare.length > longestMark && !isToken(bare)) || /^[0-9]+$/u.test(bare)) return false
  }
  return true
}

/** The names that may head marks: one that shares its cell with others does where the column holds nothing else, beside other columns of names. */
function columnsOfNames(rows: readonly Row[], i: number, book: NameBook): HeaderName[] {
  const names = namesIn(rows[i] as Row, book)
  const cells = Map.groupBy(names, (n) => n.cell)
  return names.filter(
    ({ cell }) => cells.get(cell)?.length === 1 || (cells.size >= fewestNames && headsMarks(rows, i, cell)),
  )
}

/** A row of names none of which, or one, is known: three at least, side by side over marks. */
function strangers(rows: readonly Row[], i: number, known: readonly HeaderName[]): HeaderName[] | undefined {
  const row = rows[i] as Row
  if (row.table === undefined) return undefined
  const names = withStrangeNames(row, known, (cell) => headsMarks(rows, i, cell))
  const areBeside = names.every(({ cell }, n) => n === 0 || cell.from === names[n - 1]?.cell.to)
  return areBeside && names.length >= fewestStrange ? names : undefined
}

const likeName = /^[^市町村区][^()0-9]{0,9}[市町村区]$/u

/** Cells of a table's row of names that are like names but of no municipality (any more), or were misread: columns of marks all the same. */
function unknownIn(row: Row, names: readonly HeaderName[]): RowCell[] {
  if (row.table === undefined) return []
  const known = new Set(names.map((n) => n.cell))
  return row.cells.filter(
    (cell) =>
      !known.has(cell) &&
      (isCoreHead(cell.bare) || (likeName.test(cell.bare) && !isPartyGroup(cell.bare) && !isEveryone(cell.bare))),
  )
}

/** Names printed downwards over several lines or rows, one character each. */
function downwards(rows: readonly Row[], i: number, book: NameBook): { names: HeaderName[]; end: number } | undefined {
  const firsts = tokensOf(rows[i] as Row).filter((c) => c.bare.length === 1 && !isMark(c.bare))
  if (firsts.length < fewestShort) return undefined
  const stacks = firsts.map((cell) => ({ cell, texts: [cell.text] }))
  // Columns of a table lie one apart, characters of a line two.
  const apart = rows[i]?.table === undefined ? 1 : 0
  let end = i + 1
  for (; end < rows.length && end < i + 8 && together(rows, i, end); end++) {
    const cells = tokensOf(rows[end] as Row).filter((c) => c.bare !== '')
    if (cells.some((c) => isMark(c.bare))) break
    const under = cells.filter((c) => c.bare.length === 1)
    if (under.length === 0) break
    for (const cell of under) {
      stacks.find((s) => Math.abs(s.cell.wideFrom - cell.wideFrom) <= apart)?.texts.push(cell.text)
    }
  }
  const names = stacks.flatMap(({ cell, texts }): HeaderName[] => {
    const text = concat(texts)
    const name = book.resolve(text)
    if (name !== undefined) return [{ name, cell, texts }]
    return isStrangeName(bareOf(text)) ? [{ name: bareOf(text), cell, texts, strange: true }] : []
  })
  return names.length >= fewestShort && names.length === stacks.length ? { names, end } : undefined
}

/** Names of a table's row that go on in rows below it: 湯梨 | 琴浦町 over 浜町. */
function broken(rows: readonly Row[], i: number, book: NameBook): { names: HeaderName[]; end: number } | undefined {
  const row = rows[i] as Row
  if (row.table === undefined) return undefined
  const stacks = row.cells.filter((c) => c.bare !== '').map((cell) => ({ cell, texts: [cell.text] }))
  const touched = new Set<(typeof stacks)[number]>()
  let end = i + 1
  for (let k = i + 1; k < i + tallestHead && rows[k]?.table === row.table; k++) {
    const cells = (rows[k] as Row).cells.filter((c) => c.bare !== '')
    const under = cells.map((c) => stacks.find((s) => s.cell.from === c.from))
    if (cells.length === 0 || under.includes(undefined) || cells.some((c) => isToken(c.bare))) break
    under.forEach((stack, n) => {
      if (stack) touched.add(stack)
      stack?.texts.push((cells[n] as RowCell).text)
    })
    if ([...touched].every((s) => isMunicipality(bareOf(concat(s.texts))))) end = k + 1
  }
  if (end === i + 1) return undefined
  const names = stacks.flatMap(({ cell, texts }): HeaderName[] => {
    const own = texts.slice(0, end - i)
    const name = isMunicipality(bareOf(concat(own))) ? book.resolve(concat(own)) : undefined
    return name === undefined ? [] : [{ name, cell, texts: own }]
  })
  return names.length >= fewestNames ? { names, end } : undefined
}

/** Names cut to a character or two, each matching one name of the document and no other. */
function abbreviated(
  row: Row,
  members: readonly string[],
  legend: ReadonlyMap<string, string>,
): HeaderName[] | undefined {
  const short = tokensOf(row).filter(
    (c) => c.bare.length >= 1 && c.bare.length <= 3 && !isMark(c.bare) && columnKind(c.bare) === 'other',
  )
  if (short.length < fewestShort) return undefined
  const names: HeaderName[] = []
  for (const cell of short) {
    const starting = members.filter((m) => m.startsWith(cell.bare))
    const holding = starting.length > 0 ? starting : members.filter((m) => m.includes(cell.bare))
    const name = legend.get(cell.bare) ?? (holding.length === 1 ? holding[0] : undefined)
    if (name !== undefined && !names.some((n) => n.name === name)) names.push({ name, cell, texts: [cell.text] })
  }
  const first = short.indexOf(names[0]?.cell as RowCell)
  const others = short.filter((c) => !names.some((n) => n.cell === c))
  // 計, 備考, 参加数 stand before or behind all names.
  const areAside = short.slice(first, first + names.length).every((c, i) => c === names[i]?.cell)
  const areWords = others.every((c) => c.bare.length > 1 || isCountHead(c.bare))
  return names.length >= fewestShort && areAside && areWords ? names : undefined
}

/** A cell of a line that holds no name; of one that holds names, too close to part them, the words that are none. */
function headsIn(cell: RowCell, words: readonly RowCell[], isName: (cell: RowCell) => boolean): RowCell[] {
  const inside = words.filter((w) => w.from >= cell.from && w.to <= cell.to)
  return inside.some(isName) ? inside : [cell]
}

/** Looks for the heading of a grid at row `i`: a row of names, printed in full, downwards or cut short, over rows of marks. Its heading reaches up to row `first` at most. */
export function gridHeaderAt(
  rows: readonly Row[],
  i: number,
  book: NameBook,
  members: readonly string[],
  legend: ReadonlyMap<string, string>,
  first = 0,
): GridHeader | undefined {
  const row = rows[i] as Row
  if (tokensOf(row).length < fewestNames || marksIn(row) > 0) return undefined
  if (!marksFollow(rows, i) && !wordsFollow(rows, i)) return undefined
  if (row.line && /[。、]/u.test(row.line.folded)) return undefined
  const full = columnsOfNames(rows, i, book)
  const down = broken(rows, i, book) ?? (full.length >= fewestNames ? undefined : downwards(rows, i, book))
  const names =
    !down && full.length >= fewestNames
      ? withStrangeNames(row, full, (cell) => headsMarks(rows, i, cell))
      : (down?.names ?? abbreviated(row, members, legend) ?? strangers(rows, i, full))
  if (!names) return undefined
  const end = down?.end ?? i + 1
  let start = i
  while (
    start > first &&
    i - start < tallestHead &&
    rows[start - 1]?.table === row.table &&
    row.table !== undefined &&
    marksIn(rows[start - 1] as Row) === 0
  )
    start--
  const own = new Set(names.flatMap((n) => n.texts.map((t) => t.offsets[0])))
  const isName = (c: RowCell): boolean => own.has(c.text.offsets[0])
  const others = rows
    .slice(start, end)
    .flatMap((r) => r.cells.flatMap((c) => (r.line ? headsIn(c, tokensOf(r), isName) : [c])))
    .filter((c) => c.bare !== '' && !isName(c))
  const columns = asOneProject(others.map((cell) => ({ kind: columnKind(cell.bare), cell })))
  const unknown = unknownIn(row, names)
  return {
    start,
    end,
    names,
    unknown,
    columns,
    labels: [...others.map((c) => c.text), ...names.flatMap((n) => n.qualifier ?? [])],
  }
}
