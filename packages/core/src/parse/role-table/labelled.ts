import type { Line } from '../../layout/block.ts'
import type { Text } from '../../text/text.ts'
import type { Column } from './column.ts'
import type { Element } from './elements.ts'
import { paragraphsOf } from './paragraphs.ts'
import { cellFrom, type Heading, type Part, type RoleTableReading, type Row } from './row.ts'
import { rowLabelOf } from './row-label.ts'

const keyOf = (c: Column): string => (c.kind === 'role' ? `role ${c.party}` : c.kind)
const longestTitle = 50

/** Lines before a row's first label: headings, then, last, its title. */
function titleAndHeadings(lines: readonly Line[]): { headings: Heading[]; title: Line[] } {
  const groups: Line[][] = []
  for (const line of lines) {
    if (groups.length === 0 || rowLabelOf(line.folded) || line.gap > 0) groups.push([])
    groups.at(-1)?.push(line)
  }
  const title = groups.pop() ?? []
  return {
    title,
    headings: groups.flatMap((g) => g.map((l) => ({ text: l.text, form: rowLabelOf(l.folded)?.form ?? '' }))),
  }
}

/** The lines at the end of a cell that are no part of it: what follows its last sentence and could be a title. */
function tailOf(lines: readonly Line[]): number {
  let end = lines.length
  while (end > 0) {
    const line = lines[end - 1] as Line
    if (/[。、,]$/u.test(line.folded) || line.folded.length > longestTitle) break
    end--
  }
  return end === 0 ? lines.length : end
}

/** A table in which each cell has its heading before it, row after row. */
export function readLabelled(elements: readonly Element[]): RoleTableReading {
  const labels: Text[] = []
  const parts: Part[] = [{ headings: [], rows: [] }]
  const left: Text[] = []
  let pending: Line[] = []
  let row: { columns: Column[]; cells: Line[][] } | undefined
  const rows: { part: Part; row: { columns: Column[]; cells: Line[][] } }[] = []

  const begin = (column: Column, rest: Line | undefined): void => {
    const known = row?.columns.findIndex((c) => keyOf(c) === keyOf(column)) ?? -1
    if (row && known < 0 && row.columns.length > 0 && pending.length === 0) {
      row.columns.push(column)
      row.cells.push(rest ? [rest] : [])
      return
    }
    if (row && pending.length === 0) {
      const last = row.cells.at(-1)
      if (last) pending = last.splice(tailOf(last))
    }
    const { headings, title } = titleAndHeadings(pending)
    pending = []
    if (headings.length > 0) parts.push({ headings, rows: [] })
    row = { columns: [{ kind: 'title' }, column], cells: [title, rest ? [rest] : []] }
    rows.push({ part: parts.at(-1) as Part, row })
  }
  for (const element of elements) {
    if (element.kind === 'label') {
      labels.push(element.text)
      begin(element.column, undefined)
    } else if (element.kind === 'labelled') {
      labels.push(element.label)
      begin(element.column, element.rest)
    } else if (element.kind === 'line') {
      if (row) row.cells.at(-1)?.push(element.line)
      else pending.push(element.line)
    } else if (element.kind === 'header') labels.push(...element.labels)
  }
  left.push(...pending.map((l) => l.text))
  for (const { part, row: r } of rows)
    part.rows.push({ columns: r.columns, cells: r.cells.map(cellFrom) } satisfies Row)
  return { parts, left, labels }
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
  const headings = before.map((l) => ({ text: l.text, form: rowLabelOf(l.folded)?.form ?? '' }))
  return { parts: [{ headings, rows }], left: [], labels }
}
