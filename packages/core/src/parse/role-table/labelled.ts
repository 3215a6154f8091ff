import type { Line } from '../../layout/block.ts'
import type { Text } from '../../text/text.ts'
import type { Column } from './column.ts'
import type { Element } from './elements.ts'
import { leadEnd, paragraphsOf, titleLines } from './paragraphs.ts'
import { cellFrom, type Heading, type Part, type RoleTableReading, type Row } from './row.ts'
import { rowLabelOf } from './row-label.ts'

const keyOf = (c: Column): string => (c.kind === 'role' ? `role ${c.party}` : c.kind)
const longestTitle = 50

const headingOf = (line: Line): Heading => ({ text: line.text, form: rowLabelOf(line.folded)?.form ?? '' })

/** Lines before a row's first label: headings, then, last, its title. */
function titleAndHeadings(lines: readonly Line[]): { headings: Heading[]; title: Line[] } {
  const groups: Line[][] = []
  for (const line of lines) {
    if (groups.length === 0 || rowLabelOf(line.folded) || line.gap > 0) groups.push([])
    groups.at(-1)?.push(line)
  }
  const title = groups.pop() ?? []
  return { title, headings: groups.flat().map(headingOf) }
}

/**
 * Where the lines at the end of a cell begin that belong to the next row: what follows its last sentence, or, in a cell
 * without sentences, its last numbered line or the last one that stands apart.
 */
function tailOf(lines: readonly Line[]): number {
  const end = lines.findLastIndex((l) => /[。、,]$/u.test(l.folded) || l.folded.length > longestTitle) + 1
  if (end > 0) return end
  const apart = lines.findLastIndex((l, i) => i > 0 && (l.gap > 0 || rowLabelOf(l.folded) !== undefined))
  return apart < 0 ? lines.length : apart
}

/** A row as printed: lines that stand before it, and its cells by label. */
interface LabelledRow {
  before: Line[]
  columns: Column[]
  cells: Line[][]
}

function rowsOf(elements: readonly Element[]): { rows: LabelledRow[]; labels: Text[]; left: Line[] } {
  const labels: Text[] = []
  const rows: LabelledRow[] = []
  let before: Line[] = []
  const begin = (column: Column, rest: Line | undefined): void => {
    const row = rows.at(-1)
    const cell = rest ? [rest] : []
    if (row && column.kind !== 'title' && !row.columns.some((c) => keyOf(c) === keyOf(column))) {
      row.columns.push(column)
      row.cells.push(cell)
      return
    }
    const last = row?.cells.at(-1)
    // 取組の方針 and 取組の内容 below one title are its description.
    const goesOn = row?.columns[0]?.kind === 'title' && row.columns.at(-1)?.kind === 'description'
    if (goesOn && column.kind === 'description') {
      last?.push(...cell)
      return
    }
    if (row && column.kind === 'title' && row.columns.length === 1 && row.columns[0]?.kind === 'title') {
      // 区分：… over 取組名：…: what titles no row heads the next.
      before = [...row.before, ...(last ?? [])]
      rows.pop()
    } else if (last) before = last.splice(tailOf(last))
    rows.push({ before, columns: [column], cells: [cell] })
    before = []
  }
  for (const element of elements) {
    if (element.kind === 'label') {
      labels.push(element.text)
      begin(element.column, undefined)
    } else if (element.kind === 'labelled') {
      labels.push(element.label)
      begin(element.column, element.rest)
    } else if (element.kind === 'line') (rows.at(-1)?.cells.at(-1) ?? before).push(element.line)
    else if (element.kind === 'header') labels.push(...element.labels)
  }
  return { rows, labels, left: before }
}

const leads = (cell: readonly Line[]): boolean =>
  cell.length === 1 && cell[0] !== undefined && leadEnd(cell[0].folded, cell[0].text.value) !== undefined

/** Whether a first cell holds the row's title before its description. */
const holdsTitle = (cell: readonly Line[]): boolean => leads(cell) || titleLines(cell) > 0

/** A table in which each cell has its heading before it, row after row. */
export function readLabelled(elements: readonly Element[]): RoleTableReading {
  const { rows, labels, left } = rowsOf(elements)
  const own = rows.filter((r) => r.columns[0]?.kind !== 'title')
  const inside = own.filter((r) => holdsTitle(r.cells[0] ?? [])).length * 2 > own.length
  const parts: Part[] = [{ headings: [], rows: [] }]
  for (const { before, columns, cells } of rows) {
    const [first = [], ...others] = cells
    const lead = inside && leads(first)
    const cut = inside && !lead && columns[0]?.kind !== 'title' ? titleLines(first) : 0
    const titled = columns[0]?.kind === 'title' || lead
    const { headings, title } =
      titled || cut > 0 ? { headings: before.map(headingOf), title: [] } : titleAndHeadings(before)
    if (headings.length > 0) parts.push({ headings, rows: [] })
    const row: Row = titled
      ? { columns, cells: cells.map(cellFrom) }
      : {
          columns: [{ kind: 'title' }, ...columns],
          cells: [cut > 0 ? first.slice(0, cut) : title, first.slice(cut), ...others].map(cellFrom),
        }
    parts.at(-1)?.rows.push(row)
  }
  return { parts, left: left.map((l) => l.text), labels }
}

/** Ways to cut a column into cells, the surest first; the one by which all columns have as many cells is right. */
const cuts: readonly ((lines: readonly Line[]) => Line[][])[] = [
  paragraphsOf,
  (lines) => lines.map((l) => [l]),
  (lines) =>
    lines.reduce<Line[][]>((cells, l, i) => {
      if (i === 0 || lines[i - 1]?.folded.endsWith('。')) cells.push([])
      cells.at(-1)?.push(l)
      return cells
    }, []),
]

/** Cells by column, as many in each; a first column without titles may hold title and text in turn. */
function evenly(
  lists: readonly (readonly Line[])[],
  titled: boolean,
): { heads: Line[][]; cells: Line[][][] } | undefined {
  for (const first of cuts) {
    for (const other of cuts) {
      const cells = lists.map((list, i) => (i === 0 ? first : other)(list))
      const count = cells[1]?.length ?? 0
      if (count < 2 || cells.slice(1).some((c) => c.length !== count)) continue
      const [own = [], ...rest] = cells
      if (own.length === count) return { heads: [], cells }
      if (titled || own.length !== 2 * count) continue
      return { heads: own.filter((_, i) => i % 2 === 0), cells: [own.filter((_, i) => i % 2 === 1), ...rest] }
    }
  }
  return undefined
}

/** A table printed column after column: under each heading the cells of all rows. Undefined where their numbers differ. */
export function readColumns(elements: readonly Element[]): RoleTableReading | undefined {
  const labels: Text[] = []
  const columns: Column[] = []
  const lists: Line[][] = []
  const before: Line[] = []
  for (const element of elements) {
    if (element.kind === 'label') {
      labels.push(element.text)
      columns.push(element.column)
      lists.push([])
    } else if (element.kind === 'line') (lists.at(-1) ?? before).push(element.line)
    else return undefined
  }
  const even = evenly(
    lists,
    columns.some((c) => c.kind === 'title'),
  )
  if (!even) return undefined
  const { heads, cells } = even
  const all = heads.length > 0 ? [{ kind: 'title' } as Column, ...columns] : columns
  const rows = (cells[0] ?? []).map((_, n): Row => {
    const own = cells.map((c) => cellFrom(c[n] as Line[]))
    return { columns: all, cells: heads.length > 0 ? [cellFrom(heads[n] as Line[]), ...own] : own }
  })
  const headings = before.map(headingOf)
  return { parts: [{ headings, rows }], left: [], labels }
}
