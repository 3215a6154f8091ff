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
  const cells = lists.map(paragraphsOf)
  let heads: Line[][] = []
  if (!columns.some((c) => c.kind === 'title') && (cells[0]?.length ?? 0) === 2 * (cells[1]?.length ?? 0)) {
    heads = (cells[0] as Line[][]).filter((_, i) => i % 2 === 0)
    cells[0] = (cells[0] as Line[][]).filter((_, i) => i % 2 === 1)
  }
  const count = cells[0]?.length ?? 0
  if (count < 2 || cells.some((c) => c.length !== count)) return undefined
  const { headings, title } = titleAndHeadings(before)
  const all = heads.length > 0 ? [{ kind: 'title' } as Column, ...columns] : columns
  const rows = Array.from({ length: count }, (_, n): Row => {
    const own = cells.map((c) => cellFrom(c[n] as Line[]))
    return { columns: all, cells: heads.length > 0 ? [cellFrom(heads[n] as Line[]), ...own] : own }
  })
  const last = title.map((l) => ({ text: l.text, form: rowLabelOf(l.folded)?.form ?? '' }))
  return { parts: [{ headings: [...headings, ...last], rows }], left: [], labels }
}
