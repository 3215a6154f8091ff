import type { Cell, Line } from '../../layout/block.ts'
import type { Party } from '../../schema/agreement.ts'
import { splitAtSpaces } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { concat, type Text } from '../../text/text.ts'
import { partyCalled } from '../party/party-symbol.ts'
import { withoutTags } from '../vision/markup.ts'
import { type Column, headsOf } from './column.ts'
import type { Element } from './elements.ts'
import { columnTexts, withDescribed } from './initiative-word.ts'
import { withMergedTitles } from './merged-titles.ts'
import { isRemark } from './remark.ts'
import type { Heading, Part, RoleTableReading, Row } from './row.ts'
import { rowLabelOf } from './row-label.ts'

/** Columns of a heading row; an empty cell belongs to the heading on its left (取組 over number, title and text). */
function headerOf(
  cells: readonly Cell[],
  parties: readonly Party[],
  below: readonly (readonly Cell[])[] = [],
): (Column | undefined)[] | undefined {
  const heads = cells.map((c) => c.folded)
  const columns = withDescribed(headsOf(heads, parties), heads, (i) => columnTexts(below, i))
  const read = columns.filter((c) => c !== undefined)
  // Under 役割分担 the next row names the parties.
  const over = cells.some((c) => isOverRoles(c))
  const unread = cells.filter(
    (c, i) => c.folded !== '' && columns[i] === undefined && !(over && (isOverRoles(c) || numberWords.test(c.folded))),
  )
  if (read.length < (over ? 1 : 2) || unread.length > read.length) return undefined
  return over || read.some((c) => c.kind !== 'title') ? columns : undefined
}

/** Heads the columns of all parties. */
const rolesOver = /^(?:役割|役割分担|役割及び費用(?:分担|負担))$/u
const isOverRoles = (cell: Cell): boolean => rolesOver.test(cell.folded.replaceAll(' ', ''))

/** A column that numbers the rows. */
const numberWords = /^(?:番号|項番|連番|整理番号|No\.?|NO\.?|№|#)$/u
const joint: Text = { value: '\u3000', offsets: Int32Array.of(-1) }

/** Rows with the cell of a column of numbers put in front of the cells of titles. */
const numbersInTitles = (cells: readonly Cell[], at: number, titles: number): Cell[] =>
  cells.flatMap((cell, i): Cell[] => {
    if (i === at) return []
    const number = cells[at]
    if (i !== titles || !number || number.folded === '') return [cell]
    const text = cell.folded === '' ? number.text : concat([number.text, joint, cell.text])
    return [{ ...cell, text, folded: fold(text.value) }]
  })

const labelForm = 'label'

/** A line between rows heads the next ones, unless it says something or is a row itself, whose cells spaces part. */
const longestHeading = 50
const isHeading = (line: Line): boolean =>
  line.folded.length <= longestHeading &&
  !line.folded.endsWith('。') &&
  splitAtSpaces(line.text, wideGap).length <= mostHeadingParts
const wideGap = 2
/** A number and a title. */
const mostHeadingParts = 2

/** 備考 beside what it says. */
const mostRemarkCells = 2

/**
 * The first column of a kind gets it; a column left of the titles, of titles itself or under another word (地区), holds headings
 * over its rows.
 */
function spread(
  header: readonly (Column | undefined)[],
  cells: readonly Cell[],
  widest: number,
): (Column | 'heading' | undefined)[] {
  const described = header.some((c) => c?.kind === 'description')
  const lastTitle = header.findLastIndex((c) => c?.kind === 'title')
  const roles = cells.findIndex((c) => isOverRoles(c))
  return Array.from({ length: Math.max(widest, header.length) }, (_, i) => {
    const column = header[i]
    if (i < lastTitle && (column?.kind === 'title' || (!column && cells[i]?.folded !== ''))) return 'heading'
    if (column || (roles >= 0 && i >= roles)) return column
    const left = header.slice(0, i).findLast((c) => c !== undefined)
    return left?.kind === 'title' && !described ? { kind: 'description' } : undefined
  })
}

/** Whether a column without a heading numbers the rows. */
function isNumbered(elements: readonly Element[], at: number): boolean {
  const words = elements.flatMap((e) => (e.kind === 'row' ? [e.cells[at]?.folded ?? ''] : [])).filter((w) => w !== '')
  return words.length > 1 && words.every((w) => /^[([]?(?:[0-9]{1,3}|[①-⑳])[)\].]?$/u.test(w))
}

/** A second row of headings names the parties under one heading for all roles: 役割分担 over 甲, 乙. */
function partyColumns(
  cells: readonly Cell[],
  columns: readonly (Column | 'heading' | undefined)[],
  header: readonly Cell[],
  parties: readonly Party[],
): (Column | 'heading' | undefined)[] | undefined {
  const named = cells.map((c) => partyCalled(c.folded, parties))
  if (!named.some((n) => n !== undefined)) return undefined
  // 費用負担 over the parties, in the first of their columns.
  const isCost = (i: number): boolean => {
    const over = header.slice(0, i + 1).findLastIndex((c) => c.folded !== '')
    const column = columns[over]
    return column !== undefined && column !== 'heading' && column.kind === 'cost'
  }
  const fits = (i: number): boolean => named[i] !== undefined && (columns[i] === undefined || isCost(i))
  if (cells.some((c, i) => c.folded !== '' && !fits(i))) return undefined
  return Array.from({ length: Math.max(cells.length, columns.length) }, (_, i): Column | 'heading' | undefined => {
    const party = named[i]
    if (party !== undefined && isCost(i)) return { kind: 'cost' }
    return party === undefined ? columns[i] : { kind: 'role', party }
  })
}

/** A role table whose cells the source delimits: tabs, bars, rules. Undefined where it has no row of headings. */
export function readDelimited(elements: readonly Element[], parties: readonly Party[]): RoleTableReading | undefined {
  const parts: Part[] = [{ headings: [], rows: [] }]
  const labels: Text[] = []
  const left: Text[] = []
  const remarks: Text[] = []
  const widest = elements.reduce((n, e) => Math.max(n, e.kind === 'row' ? e.cells.length : 0), 0)
  const rows = elements.flatMap((e) => (e.kind === 'row' ? [e.cells] : []))
  let columns: (Column | 'heading' | undefined)[] | undefined
  let kinds: Column[] = []
  let heads: readonly Cell[] = []
  let pending: Text[] = []
  let numbers = -1
  let titles = -1
  const head = (text: Text, unlabelled = labelForm): void => {
    const heading: Heading = { text, form: rowLabelOf(fold(text.value))?.form ?? unlabelled }
    const part = parts.at(-1) as Part
    if (part.rows.length === 0) part.headings.push(heading)
    else parts.push({ headings: [heading], rows: [] })
  }
  for (const element of elements) {
    if (element.kind === 'line') {
      if (isRemark(element.line.folded)) remarks.push(element.line.text)
      else if (isHeading(element.line)) head(element.line.text)
      else left.push(element.line.text)
      continue
    }
    if (element.kind !== 'row') {
      labels.push(
        ...(element.kind === 'header' ? element.labels : [element.kind === 'labelled' ? element.label : element.text]),
      )
      continue
    }
    const found = headerOf(element.cells, parties)
    if (found) {
      numbers = element.cells.findIndex(
        (c, i) =>
          (numberWords.test(c.folded) || (c.folded === '' && isNumbered(elements, i))) &&
          found[i + 1]?.kind === 'title',
      )
      titles = found.findLastIndex((c) => c?.kind === 'title')
      if (numbers >= 0) labels.push((element.cells[numbers] as Cell).text)
    }
    const cells =
      numbers < 0
        ? element.cells
        : found
          ? element.cells.filter((_, i) => i !== numbers)
          : numbersInTitles(element.cells, numbers, titles)
    const header = found && headerOf(cells, parties, rows.slice(rows.indexOf(element.cells) + 1))
    if (header) {
      columns = spread(header, cells, widest)
      heads = cells
      if (numbers < 0)
        columns = withMergedTitles(columns, cells, elements, (row) => headerOf(row, parties) !== undefined)
      kinds = columns.filter((c): c is Column => c !== undefined && c !== 'heading')
      labels.push(...cells.filter((c) => c.folded !== '').map((c) => c.text))
      for (const text of pending) head(text)
      pending = []
      continue
    }
    const filled = cells.flatMap((c, i) => (c.folded === '' ? [] : [i]))
    if (filled.length === 0) continue
    const named = columns && parts.at(-1)?.rows.length === 0 ? partyColumns(cells, columns, heads, parties) : undefined
    if (named) {
      columns = named
      kinds = columns.filter((c): c is Column => c !== undefined && c !== 'heading')
      labels.push(...filled.map((i) => (cells[i] as Cell).text))
      continue
    }
    if (!columns) {
      pending.push(...filled.map((i) => (cells[i] as Cell).text))
      continue
    }
    if (isRemark(cells[filled[0] as number]?.folded ?? '') && filled.length <= mostRemarkCells) {
      remarks.push(...filled.map((i) => (cells[i] as Cell).text))
      continue
    }
    const only = filled.length === 1 ? cells[filled[0] as number] : undefined
    if (only && filled[0] === 0 && !only.folded.endsWith('。')) {
      head(only.text)
      continue
    }
    addRow(parts, columns, kinds, cells, head)
    left.push(...cells.filter((c, i) => c.folded !== '' && columns?.[i] === undefined).map((c) => c.text))
  }
  if (!columns) return undefined
  left.push(...pending)
  // What stands over no row heads nothing.
  const last = parts.at(-1)
  if (parts.length > 1 && last?.rows.length === 0) left.push(...last.headings.splice(0).map((h) => h.text))
  return { parts, left, labels, remarks }
}

/** A row without a title goes on the row before it, as after a page break. */
function addRow(
  parts: Part[],
  columns: readonly (Column | 'heading' | undefined)[],
  kinds: readonly Column[],
  cells: readonly Cell[],
  head: (text: Text, unlabelled?: string) => void,
): void {
  // Headings beside rows stand under those above the table.
  cells.forEach((c, i) => {
    if (columns[i] === 'heading' && c.folded !== '') head(c.text, `column ${i}`)
  })
  const part = parts.at(-1) as Part
  const own: Row['cells'] = []
  columns.forEach((column, i) => {
    if (column === undefined || column === 'heading') return
    const cell = cells[i]
    own.push(cell && cell.folded !== '' ? { pieces: [withoutTags(cell.text)] } : undefined)
  })
  const titled = kinds.findIndex((c) => c.kind === 'title')
  const before = part.rows.at(-1)
  if (before && own[Math.max(titled, 0)] === undefined) {
    own.forEach((cell, i) => {
      if (!cell) return
      const known = before.cells[i]
      before.cells[i] = known ? { ...known, pieces: [...known.pieces, ...cell.pieces] } : cell
    })
    return
  }
  part.rows.push({ columns: spanning(columns, cells, kinds), cells: own })
}

/** The columns of a row in which one cell can say what several parties do. */
function spanning(
  columns: readonly (Column | 'heading' | undefined)[],
  cells: readonly Cell[],
  kinds: readonly Column[],
): readonly Column[] {
  if (!cells.some((c, i) => (c.colSpan ?? 1) > 1 && isRoleOf(columns[i]))) return kinds
  return columns.flatMap((column, i): Column[] => {
    if (column === undefined || column === 'heading') return []
    const spanned = columns.slice(i, i + (cells[i]?.colSpan ?? 1))
    if (spanned.length < 2 || !spanned.every(isRoleOf)) return [column]
    const parties = spanned.flatMap((c) => c.parties ?? [c.party])
    return [{ kind: 'role', party: parties.join('、'), parties }]
  })
}

const isRoleOf = (column: Column | 'heading' | undefined): column is Extract<Column, { kind: 'role' }> =>
  column !== undefined && column !== 'heading' && column.kind === 'role'
