import type { NameBook } from '../../check/municipality-name.ts'
import { isUnitCaption } from './budget/budget-column.ts'
import { alignedGridAt, type IsNamed } from './grid/aligned-grid.ts'
import { columnKind } from './grid/column-kind.ts'
import { flowGridAt, flowGridBelow, flowGridUnder } from './grid/flow-grid.ts'
import { detailColumns, type GridDetails, withoutDetails } from './grid/grid-details.ts'
import { type GridHeader, gridHeaderAt, tokensOf } from './grid/grid-header.ts'
import { marksFrom } from './grid/grid-line.ts'
import { isLegend, isMark } from './grid/mark.ts'
import { isOwnRow } from './grid/mark-row.ts'
import { headsColumns } from './grid/stray-row.ts'
import { type TransposedGrid, transposedAt } from './grid/transposed-grid.ts'
import { type Heading, headingOf } from './heading.ts'
import { listAt, type ProjectList } from './project-list.ts'
import { type RegionBlock, regionBlockAt } from './region/region-block.ts'
import { regionLinesAt } from './region/region-lines.ts'
import { regionStreamAt } from './region/region-stream.ts'
import { bareOf, filled, type Row } from './row.ts'
import { isFieldOfNames } from './sheet/field-of-names.ts'
import { firstField, headedSheetAt, headedSheetEnd, isColumnHead, isNumberMark } from './sheet/headed-sheet.ts'
import { fieldsOf, type LabelReading, labelAt } from './sheet/sheet-field.ts'
import { type FieldKind, labelOf } from './sheet/sheet-label.ts'

/** The parts that a vision's rows fall into, in order. */
export type Division =
  | { kind: 'grid'; header: GridHeader; rows: Row[]; details?: GridDetails }
  | { kind: 'transposed'; grid: TransposedGrid }
  /** `heading` names the project where no field does. */
  | { kind: 'sheet'; rows: Row[]; heading?: Heading }
  | { kind: 'list'; list: ProjectList; rows: Row[] }
  /** Indicators outside all projects; `rows` are all of theirs. */
  | { kind: 'indicators'; block: RegionBlock; rows: Row[] }
  | { kind: 'row'; row: Row }

export interface Finding {
  book: NameBook
  /** Names that the document mentions, for abbreviated headings. */
  names: readonly string[]
  nameLegend: ReadonlyMap<string, string>
}

/** ※, ☆ and 注 begin a note; a legend of marks is one too. */
export const isNote = (row: Row): boolean =>
  row.line !== undefined && (/^(?:[※☆★]|\*(?!\*)|\(?注[0-9 :)])/u.test(row.line.folded) || isLegend(row.line.folded))

const opening = new Set<FieldKind>(['pillar', 'initiative', 'number'])
const naming = new Set<FieldKind>(['title', 'pillar', 'initiative'])
/** Labels before a sheet's title are no more than this many rows away from it. */
const openingRows = 4

/** A title's label printed as a line is one where another field's label comes within this many rows … */
const provingRows = 10

/** What stands over a table and is no title: 表1, 図表２. */
const caption = /^(?:図?表|別表|一覧表?)[0-9]*(?:-[0-9]+)?$/u

/** … and where it has a value: a chapter called 具体的な取組 has none. */
function isProved(rows: readonly Row[], i: number, { rows: values, height }: LabelReading): boolean {
  const next = rows[i + height]
  const value = (values[0] ?? next)?.cells.find((c) => c.bare !== '')?.bare ?? ''
  if (caption.test(value)) return false
  const isBlank = values.length === 0
  if (isBlank && (!next || next.table !== undefined || labelAt(rows, i + height))) return false
  // 具体的取組 over a numbered heading is one itself.
  const below = isBlank && next ? headingOf(next) : undefined
  if (below && (below.role || (next?.gap ?? 0) > 0)) return false
  for (let k = i + height; k < Math.min(rows.length, i + height + provingRows); k++) {
    const kind = labelAt(rows, k)?.label.kind
    if (kind !== undefined && kind !== 'title') return true
    // The fields below are those of another title.
    if (kind === 'title' && isBlank && k > i + height + 1) return false
  }
  return false
}

/** Whether a row of a table with several words behind the first heads marks: 事業名 | 栄町 | 旭町 | 緑町 over 清掃 | ○ | | ○ is a heading of columns, and no project is called by them. */
function headsMarks(rows: readonly Row[], i: number): boolean {
  const [row, next] = [rows[i] as Row, rows[i + 1]]
  if (filled(row).length <= fewestHeads || next?.table !== row.table) return false
  const [name, ...marks] = filled(next as Row)
  return name !== undefined && !isMark(name.bare) && marks.length > 0 && marks.every((c) => isMark(c.bare))
}
/** Label, name, and one more beside it are those of a sheet. */
const fewestHeads = 2

/** Whether a sheet begins at row `i`: with its title, or with the number or pillar printed above it. */
function opensSheet(rows: readonly Row[], i: number): boolean {
  for (let k = i; k < Math.min(rows.length, i + openingRows); ) {
    const found = labelAt(rows, k)
    if (found?.label.kind === 'title')
      return rows[k]?.table === undefined
        ? isProved(rows, k, found)
        : !headsMarks(rows, k) && !headsColumns(rows[k] as Row)
    if (!found || !opening.has(found.label.kind) || headingOf(rows[k] as Row)?.role) return false
    // No. | 5 | 事業名 | …: the title's label in the same row.
    const cells = rows[k]?.table === undefined ? [] : filled(rows[k] as Row).slice(1)
    if (cells.some((c, n) => labelOf(c.bare)?.kind === 'title' && cells[n + 1] !== undefined)) return true
    k += found.height
    if (found.rows.length === 0 && rows[k]?.table === undefined && !labelAt(rows, k)) k++
  }
  return false
}

/** Whether a row heads the columns of labels and values of a sheet: 項目 | 内容. */
const opensBelowHead = (rows: readonly Row[], i: number): boolean =>
  isColumnHead(rows[i]) && rows[i + 1]?.table === rows[i]?.table && opensSheet(rows, i + 1)

const marksIn = (row: Row): boolean => tokensOf(row).some((c) => isMark(c.bare))

/** Longest line of a grid printed as lines that has no mark. */
const longestHead = 40

function gridEnd(rows: readonly Row[], header: GridHeader, find: (i: number) => GridHeader | undefined): number {
  const table = rows[header.start]?.table
  const isMarked = (row: Row): boolean => marksIn(row) || marksFrom(tokensOf(row), header) >= 0
  let i = header.end
  for (; i < rows.length; i++) {
    const row = rows[i] as Row
    if (table !== undefined) {
      const goesOn =
        row.table === table || (row.table !== undefined && rows[i - 1]?.table !== row.table && continuesGrid(rows, i))
      if (!goesOn && !(row.table !== undefined && row.table === rows[i - 1]?.table)) break
    } else if (row.table !== undefined) break
    else if (!isMarked(row)) {
      const near = rows.slice(i + 1, i + 4).some((r) => r.table === undefined && isMarked(r) && tokensOf(r).length > 2)
      if (!near || (row.line?.folded.length ?? 0) > longestHead || isNote(row) || opensSheet(rows, i)) break
    }
    if (find(i)) break
  }
  return i
}

/** Whether the table that begins at row `i` goes on with the grid of the page before. */
function continuesGrid(rows: readonly Row[], i: number): boolean {
  const table = rows[i]?.table
  if (opensSheet(rows, i) || labelAt(rows, i)?.label.kind === 'title') return false
  for (let k = i; k < i + 3 && rows[k]?.table === table; k++) if (marksIn(rows[k] as Row)) return true
  return false
}

/** A note below a sheet; one with the next field right below it stands within. */
const endsWithNote = (rows: readonly Row[], k: number): boolean =>
  isNote(rows[k] as Row) && !(rows[k + 1]?.gap === 0 && labelAt(rows, k + 1) !== undefined && !opensSheet(rows, k + 1))

/** Fields that a sheet printed as lines has before a numbered line can be the next heading. */
const fewestFields = 3

function endsLines(rows: readonly Row[], start: number, i: number): boolean {
  const row = rows[i] as Row
  const below = rows.slice(i + 1, i + 4)
  const opening = below.findIndex((_, k) => opensSheet(rows, i + 1 + k))
  const labelled = below
    .slice(0, opening < 0 ? undefined : opening)
    .some((next, k) => labelAt(rows, i + 1 + k) !== undefined && !headingOf(next)?.role)
  if (isNote(row)) return row.gap > 0 && !labelled
  const heading = headingOf(row)
  if (!heading) return false
  if (heading.role || heading.level <= 1) return true
  const isCounted = rows.slice(start, i).some((r) => headingOf(r)?.level === heading.level)
  if (opening === 0 && !isCounted && fieldsOf(rows.slice(start, i)).length >= fewestFields) return true
  if (row.gap === 0 || labelled) return false
  const fields = fieldsOf(rows.slice(start, i))
  return fields.length >= fewestFields && fields.at(-1)?.label.kind !== 'activities'
}

/** A line of a cell that was printed over several, as texts of tables have them: the table goes on below with the next field. */
function breaksCell(rows: readonly Row[], i: number): boolean {
  let k = i
  for (; k < i + mostBroken && rows[k]?.table === undefined; k++) {
    const row = rows[k]
    if (!row || row.gap > 0 || headingOf(row) || isNote(row)) return false
  }
  const next = rows[k]
  // A row without a label goes on with the field.
  if (k > i && next?.table !== undefined && next.cells[0]?.bare === '' && filled(next).length > 0) return true
  const kind = next?.table === undefined || next.gap > 0 ? undefined : labelAt(rows, k)?.label.kind
  return k > i && kind !== undefined && kind !== 'title' && !opening.has(kind)
}
/** Lines that a cell of a table is broken into. */
const mostBroken = 6

function sheetEnd(rows: readonly Row[], start: number, find: (i: number) => GridHeader | undefined): number {
  let seen = false
  for (let i = start; i < rows.length; i++) {
    const row = rows[i] as Row
    const before = rows[i - 1]
    if (i > start) {
      if (seen && (opensSheet(rows, i) || opensBelowHead(rows, i))) return i
      // The unit of the sums above; the next table goes on with the sheet.
      if (
        before?.table !== undefined &&
        isUnitCaption(row) &&
        rows[i + 1] &&
        labelAt(rows, i + 1) &&
        !opensSheet(rows, i + 1)
      )
        continue
      if (seen && isNumberMark(row) && (opensSheet(rows, i + 1) || headedSheetAt(rows, i))) return i
      if ((seen || before?.table !== undefined) && row.line && headingOf(row)?.role) return i
      const label = labelAt(rows, i)
      if (row.table !== before?.table) {
        const isValue = row.table !== undefined && labelAt(rows, i - 1)?.rows.length === 0
        if (
          !label &&
          !isValue &&
          !(
            row.table !== undefined &&
            row.cells[0]?.bare === '' &&
            (before?.table !== undefined || breaksCell(rows, i - 1))
          ) &&
          !breaksCell(rows, i)
        )
          return i
        if (find(i)) return i
      } else if (row.table === undefined && !label && endsLines(rows, start, i)) return i
    }
    const kind = labelAt(rows, i)?.label.kind
    if (kind !== undefined && kind !== 'title' && kind !== 'sdgs' && !opening.has(kind)) seen = true
    else if (kind === 'title' && i > start && rows[i]?.table !== rows[start]?.table) seen = true
  }
  return rows.length
}

/** A line above the names that heads columns of a grid: 事業名, 掲載, 連携市町. */
function isHeadLine(row: Row): boolean {
  const cells = filled(row)
  return (
    cells.length > 0 && cells.every((c) => columnKind(c.bare) !== 'other' || labelOf(c.bare)?.kind === 'participants')
  )
}

/** A grid on its side whose first row heads several columns each. */
function headedTransposed(rows: readonly Row[], i: number, book: NameBook): TransposedGrid | undefined {
  const grid = rows[i + 1]?.table === rows[i]?.table ? transposedAt(rows, i + 1, book) : undefined
  return grid?.start === i ? grid : undefined
}

/** What headings and sheets name, gathered when first asked. */
function namedIn(rows: readonly Row[]): IsNamed {
  let known: Set<string> | undefined
  return (bare) => {
    known ??= new Set(
      rows.flatMap((row) => {
        const title = headingOf(row)?.title
        const [first, second] = filled(row)
        const isName = first && second && naming.has(labelOf(first.bare)?.kind ?? 'note')
        return [...(title ? [bareOf(title)] : []), ...(isName ? [second.bare] : [])]
      }),
    )
    return known.has(bare)
  }
}

/** Cuts the rows of a document into grids, sheets, lists of projects and what stands between them. */
export function divide(rows: readonly Row[], { book, names, nameLegend }: Finding): Division[] {
  const found = new Map<number, GridHeader | undefined>()
  /** The heading of a grid whose first row is `i`. */
  const find = (i: number): GridHeader | undefined => {
    if (found.has(i)) return found.get(i)
    let header: GridHeader | undefined
    for (let k = i; k < Math.min(rows.length, i + 4) && !header; k++) {
      if (
        k > i &&
        (!(rows[k]?.table === rows[i]?.table && (rows[i]?.table !== undefined || isHeadLine(rows[k - 1] as Row))) ||
          marksIn(rows[k - 1] as Row))
      )
        break
      header = gridHeaderAt(rows, k, book, names, nameLegend, i)
      if (header && (isOwnRow(rows, header) || isFieldOfNames(rows, k))) header = undefined
      if (!header) continue
      const above = header.start > i ? rows.slice(i, header.start).flatMap(filled) : []
      const columns = above.map((cell) => ({ kind: columnKind(cell.bare), cell }))
      header = {
        ...header,
        start: i,
        columns: [...columns, ...header.columns],
        labels: [...above.map((c) => c.text), ...header.labels],
      }
    }
    found.set(i, header)
    return header
  }
  const ends = (k: number): boolean => isNote(rows[k] as Row) || opensSheet(rows, k)
  const isNamed = namedIn(rows)
  const divisions: Division[] = []
  /** What the sheets begin with that have their project's name above them. */
  let first: FieldKind | undefined
  /** How deep these names are numbered: another one so deep begins a sheet whatever its fields begin with. */
  let level: number | undefined
  for (let i = 0; i < rows.length; ) {
    const row = rows[i] as Row
    const aligned = row.table === undefined ? alignedGridAt(rows, i, book, ends, isNamed) : undefined
    if (aligned) {
      divisions.push({ kind: 'grid', header: aligned.header, rows: aligned.rows })
      i = aligned.end
      continue
    }
    const inColumns = find(i)
    const flow = inColumns
      ? flowGridUnder(rows, inColumns, book)
      : row.table === undefined
        ? (flowGridAt(rows, i, book) ?? flowGridBelow(rows, i, book))
        : undefined
    const header = flow ? undefined : inColumns
    const aside = header || flow ? undefined : (transposedAt(rows, i, book) ?? headedTransposed(rows, i, book))
    const list = header || aside ? undefined : listAt(rows, i)
    const depth = headingOf(row)?.level
    const isLike = depth !== undefined && depth === level
    const headed = headedSheetAt(rows, i, isLike ? undefined : first)
    if (flow) {
      divisions.push({ kind: 'grid', header: flow.header, rows: flow.rows })
      i = flow.end
    } else if (header) {
      const end = gridEnd(rows, header, find)
      const list = row.table === undefined ? undefined : detailColumns(header)
      const own = rows.slice(header.end, end)
      divisions.push({ kind: 'grid', header, ...(list ? withoutDetails(own, list, header) : { rows: own }) })
      i = end
    } else if (aside) {
      divisions.push({ kind: 'transposed', grid: aside })
      i = aside.end
    } else if (list) {
      const start = i + list.height
      let end = start
      while (end < rows.length && rows[end]?.table === row.table && !find(end)) end++
      divisions.push({ kind: 'list', list, rows: rows.slice(start, end).filter((r) => filled(r).length > 0) })
      i = end
    } else if (opensSheet(rows, i) || opensBelowHead(rows, i)) {
      const end = Math.max(i + 1, sheetEnd(rows, i, find))
      divisions.push({ kind: 'sheet', rows: rows.slice(i, end) })
      i = end
    } else if (headed) {
      first ??= labelAt(rows, firstField(rows, i))?.label.kind
      level ??= depth
      const end = headedSheetEnd(rows, i, (k) => endsWithNote(rows, k) || opensSheet(rows, k) || find(k) !== undefined)
      divisions.push({ kind: 'sheet', rows: rows.slice(i, end), heading: headed })
      i = end
    } else {
      const block = regionBlockAt(rows, i) ?? regionLinesAt(rows, i) ?? regionStreamAt(rows, i)
      divisions.push(block ? { kind: 'indicators', block, rows: rows.slice(i, block.end) } : { kind: 'row', row })
      i = block?.end ?? i + 1
    }
  }
  return divisions
}
