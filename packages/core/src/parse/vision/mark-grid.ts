import type { GridRow, ParticipationGrid } from '../../schema/vision.ts'
import { join } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { concat, slice, type Text, trim } from '../../text/text.ts'
import { type Context, furnish, leaf, report, take } from '../context.ts'
import type { GridHeader } from './grid-header.ts'
import { tokensOf } from './grid-header.ts'
import { isPillarName } from './heading.ts'
import { isMark, type Legend, participates } from './mark.ts'
import { withoutBullet, withoutTags } from './markup.ts'
import { hullOf } from './place.ts'
import { projectNumber } from './project-number.ts'
import { columnsUnder, filled, type Row, type RowCell } from './row.ts'

/** A row of a grid before its marks are given to municipalities. */
interface GridLine {
  row: Row
  /** Texts before the marks, by what they are. */
  pillar?: Text
  initiative?: Text
  number?: Text
  project?: Text
  page?: Text
  /** The cells between project and page; in lines those with a mark. */
  cells: RowCell[]
  /** What stands after the page or in columns of its own. */
  rest: Text[]
}

const pageNumber = /^(?:P\.?|p\.?)?[0-9]{1,3}(?:[-~][0-9]{1,3})?$/u
const isPage = (bare: string): boolean => pageNumber.test(bare)

/** Longest mark that a cell can hold, as ○ or 主催. */
const longestMark = 2

/** Index of the cell that begins the marks: the first after the last cell of words. */
function firstMark(cells: readonly RowCell[], header: GridHeader): number {
  const named = new Set(header.columns.flatMap((c) => (c.kind === 'other' || c.kind === 'page' ? [] : [c.cell.from])))
  const first = cells.findIndex((c) => c.bare !== '')
  let last = -1
  for (let i = 0; i < cells.length; i++) {
    const { bare } = cells[i] as RowCell
    if (isMark(bare)) break
    const isWord = bare.length > longestMark || i === first || (bare.length > 1 && named.has(i))
    if (isWord && !isPage(bare)) last = i
  }
  return last + 1
}

/** Gives the words before the marks to the columns that the heading names, else by their number and place. */
function nameParts(words: readonly RowCell[], header: GridHeader, line: GridLine): void {
  const rest = [...words]
  const numbered = rest.findIndex((c) => /^(?:No\.?|№)?[0-9]{1,2}(?:-[0-9]{1,2})*$/u.test(c.bare))
  if (numbered >= 0 && rest.length > 1) line.number = rest.splice(numbered, 1)[0]?.text as Text
  const project = rest.pop()
  if (project) line.project = project.text
  const kinds = rest.map(
    (c) => header.columns.find((h) => h.cell.from === c.from && line.row.table !== undefined)?.kind,
  )
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

function tableLine(row: Row, header: GridHeader): GridLine {
  const start = firstMark(row.cells, header)
  const line: GridLine = { row, cells: [], rest: [] }
  const hasPage = header.columns.some((c) => c.kind === 'page')
  let end = row.cells.length
  const lastFilled = row.cells.findLastIndex((c) => c.bare !== '')
  if (hasPage && lastFilled >= start && isPage(row.cells[lastFilled]?.bare ?? '')) {
    line.page = row.cells[lastFilled]?.text as Text
    end = lastFilled
  } else {
    end -= hasPage ? 1 : 0
    const extra = trailing(header)
    line.rest.push(
      ...row.cells
        .slice(Math.max(start, end - extra), end)
        .filter((c) => c.bare !== '')
        .map((c) => c.text),
    )
    end = Math.max(start, end - extra)
  }
  line.cells = row.cells.slice(start, end)
  nameParts(
    row.cells.slice(0, start).filter((c) => c.bare !== ''),
    header,
    line,
  )
  return line
}

function flowLine(row: Row, header: GridHeader): GridLine {
  const tokens = tokensOf(row)
  const start = tokens.findIndex((c) => isMark(c.bare))
  const line: GridLine = { row, cells: [], rest: [] }
  if (start < 0) {
    nameParts(filled(row), header, line)
    return line
  }
  const from = tokens[start]?.from ?? 0
  for (const token of tokens.slice(start)) {
    if (isPage(token.bare)) line.page = token.text
    else if (token.bare.length <= 2) line.cells.push(token)
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

const gridLine = (row: Row, header: GridHeader): GridLine =>
  row.table === undefined ? flowLine(row, header) : tableLine(row, header)

const holdsMarks = (line: GridLine): boolean => line.cells.some((c) => c.bare !== '')

/** Whether names and cells of all rows agree by their index: no mark outside a name's column, every row as wide as the others. */
function agreesByIndex(lines: readonly GridLine[], header: GridHeader): boolean {
  const columns = new Set(header.names.map((n) => n.cell.from))
  const width = lines[0]?.row.cells.length
  return lines.every(
    (l) =>
      l.row.table !== undefined &&
      l.row.cells.length === width &&
      l.row.cells.every((c) =>
        columns.has(c.from) ? c.bare.length <= 2 && !/^[0-9]+$/u.test(c.bare) : !isMark(c.bare),
      ),
  )
}

/** For each name the cell that is its own; undefined where cells and names cannot be told together. */
function assign(line: GridLine, header: GridHeader, byIndex: boolean): (RowCell | undefined)[] | undefined {
  const { names } = header
  if (line.row.table === undefined) {
    if (line.cells.length === names.length) return [...line.cells]
    const under = columnsUnder(
      line.cells,
      names.map((n) => n.cell),
      false,
    )
    if (new Set(under).size < under.length) return undefined
    return names.map((_, i) => line.cells[under.indexOf(i)])
  }
  if (byIndex) return names.map((n) => line.row.cells.find((c) => c.from === n.cell.from))
  return line.cells.length === names.length ? [...line.cells] : undefined
}

/**
 * Names that have a mark however the surplus or missing cells of the row are explained: with `d` cells too many each
 * name's cell is one of d + 1 neighbours, and only where all of them hold a mark is it certain.
 */
function certain(cells: readonly RowCell[], names: number): number[] {
  const apart = cells.length - names
  const found: number[] = []
  for (let i = 0; i < names; i++) {
    const [from, to] = apart >= 0 ? [i, i + apart] : [i + apart, i]
    let all = true
    for (let k = from; k <= to; k++) if (!cells[k] || cells[k]?.bare === '') all = false
    if (all) found.push(i)
  }
  return found
}

const headNumber = /^(?:[Ⅰ-Ⅻ]|[IVX]{1,4}(?=[.、 ])|[0-9]{1,2}(?=[.、 ])|\([0-9]{1,2}\)|[①-⑳])[.、 ]*/u

export interface GridReading {
  grid: ParticipationGrid
  /** Texts that belong to no row. */
  rest: Text[]
}

/** Rows of names only: one above another is pillar and initiative. */
function carryHeads(
  line: GridLine,
  next: GridLine | undefined,
  header: GridHeader,
  carried: { pillar?: Text | undefined; initiative?: Text | undefined },
): void {
  const text = line.project as Text
  const value = text.value
  if (line.pillar !== undefined) {
    carried.pillar = line.pillar
    carried.initiative = text
    return
  }
  const hasPillars = header.columns.some((c) => c.kind === 'pillar')
  const inFirst = line.row.table !== undefined && line.row.cells[0]?.text === text
  const above = next !== undefined && !holdsMarks(next) && next.project !== undefined
  const isPillar = hasPillars && line.row.table !== undefined ? inFirst : isPillarName(value) || above
  if (isPillar) {
    carried.pillar = text
    carried.initiative = undefined
  } else carried.initiative = text
}

/** Reads the rows under a heading. Rows without marks and page head those below them. */
export function readGrid(
  context: Context,
  header: GridHeader,
  rows: readonly Row[],
  legend: Legend,
  before: { pillar?: string; initiative?: string },
): GridReading {
  const { names } = header
  for (const text of header.labels) furnish(context, 'label', text)
  const lines = rows.map((row) => gridLine(row, header)).filter((l) => l.project !== undefined || holdsMarks(l))
  const marked = lines.filter((l) => holdsMarks(l) || l.page !== undefined)
  const byIndex = agreesByIndex(marked, header)
  const carried: { pillar?: Text | undefined; initiative?: Text | undefined } = {}
  let shown = { ...before }
  const rest: Text[] = []
  const gridRows: GridRow[] = []
  lines.forEach((line, n) => {
    if (!line.project) {
      rest.push(...line.cells.map((c) => c.text))
      return
    }
    if (!holdsMarks(line) && line.page === undefined) {
      carryHeads(line, lines[n + 1], header, carried)
      rest.push(...line.rest, ...(line.number ? [line.number] : []))
      return
    }
    if (line.pillar) carried.pillar = line.pillar
    if (line.initiative) carried.initiative = line.initiative
    const where: NonNullable<GridRow['where']> = {}
    for (const key of ['pillar', 'initiative'] as const) {
      const text = carried[key]
      if (!text) continue
      const whole = withoutBullet(withoutTags(text))
      if (key === 'pillar') shown = {}
      const number = headNumber.exec(fold(whole.value))?.[0].length ?? 0
      if (number > 0) furnish(context, 'label', slice(whole, 0, number))
      const head = leaf(context, slice(whole, number))
      shown[key] = head.text
      where[key] = head.at
      carried[key] = undefined
    }
    const named = withoutBullet(withoutTags(join([line.project])))
    const prefix = line.number ? 0 : (projectNumber.exec(fold(named.value))?.[0].length ?? 0)
    if (prefix > 0) line.number = trim(slice(named, 0, prefix))
    const project = leaf(context, trim(slice(named, prefix)))
    where.project = project.at
    const page = line.page && leaf(context, line.page)
    if (page) where.page = page.at
    const number = line.number && leaf(context, line.number)
    if (number) where.number = number.at
    const own = assign(line, header, byIndex)
    if (!own) {
      const data = { project: project.text, found: line.cells.length, expected: names.length }
      report(context, 'grid-width-mismatch', data, project.at)
    }
    const sure = own ? undefined : certain(line.cells, names.length)
    const markOf = (i: number): RowCell | undefined => (own ? own[i] : sure?.includes(i) ? line.cells[i] : undefined)
    const marks = names.flatMap(({ name }, i) => {
      const cell = markOf(i)
      if (!cell || cell.bare === '') return []
      const read = leaf(context, withoutTags(cell.text))
      return [{ municipality: name, mark: read.text, at: read.at }]
    })
    rest.push(...line.rest)
    gridRows.push({
      ...shown,
      project: project.text,
      ...(number ? { number: number.text } : {}),
      ...(page ? { page: page.text } : {}),
      participants: marks.filter((m) => participates(m.mark, legend)).map((m) => m.municipality),
      marks,
      reliable: own !== undefined,
      at: hullOf([project.at, page?.at, number?.at, where.pillar, where.initiative, ...marks.map((m) => m.at)]),
      where,
    })
  })
  for (const text of [carried.pillar, carried.initiative]) if (text) rest.push(text)
  const at = take(context, concat(names.flatMap((x) => x.texts.map(withoutTags))))
  return {
    grid: {
      municipalities: names.map((x) => x.name),
      rows: gridRows,
      at: hullOf([at, ...gridRows.map((r) => r.at)]),
      where: { municipalities: at },
    },
    rest,
  }
}
