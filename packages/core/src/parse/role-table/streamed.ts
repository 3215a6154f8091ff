import type { Line } from '../../layout/block.ts'
import { join } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'
import { goesOn } from './cell-end.ts'
import { readCellStream, type StreamReading, type StreamRow } from './cell-stream.ts'
import { type Column, isRole } from './column.ts'
import type { Element } from './elements.ts'
import type { Heading, Part, RoleTableReading } from './row.ts'
import { rowHeadingsIn } from './row-headings.ts'
import { rowLabelOf, rowStartsOf } from './row-label.ts'
import { linesIn, sectionsOf } from './sections.ts'

/** Two columns of titles: the first is of what the rows belong to, its cells merged over them. */
const hasPillars = (columns: readonly Column[]): boolean => columns.filter((c) => c.kind === 'title').length > 1

/** What the headings may stand for: a heading 取組 or 取組内容 can head a title and a description. */
function models(columns: readonly Column[]): Column[][] {
  const roles = columns.filter(isRole)
  const has = (kind: Column['kind']): boolean => columns.some((c) => c.kind === kind)
  const both: Column[] = [{ kind: 'title' }, { kind: 'description' }, ...roles]
  if (hasPillars(columns)) {
    const described: Column[] = [{ kind: 'pillar' }, ...both]
    return has('description') ? [described] : [described, [{ kind: 'pillar' }, { kind: 'title' }, ...roles]]
  }
  if (has('title') && has('description')) return [both]
  if (!has('title') && !has('description')) return [[{ kind: 'title' }, ...roles]]
  return [both, [{ kind: 'title' }, ...roles], [{ kind: 'description' }, ...roles]]
}

/** Rows of so many lines as there are columns: fewer could be cells that wrap. */
const fewestRows = 2
const fewestColumns = 3

/** Cells of nouns, a line each: no sentence ends anywhere, no line goes on in the next, and the lines are so many rows. */
function lineRows(elements: readonly Element[], columns: readonly Column[]): RoleTableReading | undefined {
  const titled = columns[0]?.kind === 'title' && columns.filter((c) => c.kind === 'title').length === 1
  const lines = elements.flatMap((e) => (e.kind === 'line' ? [e.line] : []))
  const only = elements.every((e) => e.kind === 'line' || e.kind === 'header' || e.kind === 'label')
  const isWhole = lines.every((l) => !l.folded.includes('。') && !goesOn.test(l.folded))
  if (!titled || !only || !isWhole || columns.length < fewestColumns || lines.length < fewestRows * columns.length)
    return undefined
  if (lines.length % columns.length > 0 || rowStartsOf([lines]).size > 0) return undefined
  const rows = Array.from({ length: lines.length / columns.length }, (_, n) => ({
    columns,
    cells: columns.map((_column, i) => ({ pieces: [(lines[n * columns.length + i] as Line).text] })),
  }))
  const labels = elements.flatMap((e) => (e.kind === 'header' ? e.labels : e.kind === 'label' ? [e.text] : []))
  return { parts: [{ headings: [], rows }], left: [], labels }
}

/** A table printed cell after cell under its headings. */
export function readStreamed(
  elements: readonly Element[],
  columns: readonly Column[],
  symbols: readonly string[],
): RoleTableReading {
  const nouns = lineRows(elements, columns)
  if (nouns) return nouns
  const pillars = hasPillars(columns)
  const sections = sectionsOf(elements, true, pillars ? undefined : rowHeadingsIn(elements))
  const labels = sections.flatMap((s) =>
    s.elements.flatMap((e) => (e.kind === 'header' ? e.labels : e.kind === 'label' ? [e.text] : [])),
  )
  const filled = sections.filter((s) => linesIn(s).length > 0)
  const lines = filled.map(linesIn)
  const starts = pillars ? new Set<Line>() : rowStartsOf(lines)
  const first = readCellStream(lines, models(columns), symbols, starts)
  // Numbers that no row begins with, as in a column that is not the first: then they leave the roles empty.
  const reading =
    first && starts.size > 0 && !fillsRoles(first)
      ? (readCellStream(lines, models(columns), symbols, new Set()) ?? first)
      : first
  if (!reading)
    return {
      parts: sections.map((s) => ({ headings: s.headings, rows: [] })),
      left: lines.flat().map((l) => l.text),
      labels,
    }
  const read = withNumberedPillars(reading)
  const rows = new Map(filled.map((section, n) => [section, read[n] ?? []]))
  const parts = sections.flatMap((s) => partsOf(s.headings, reading.columns, rows.get(s) ?? []))
  return { parts, left: [], labels }
}

/** Whether any row has a role. */
const fillsRoles = ({ columns, parts }: StreamReading): boolean =>
  parts.some((rows) => rows.some((row) => row.some((cell, i) => cell.length > 0 && columns[i]?.kind === 'role')))

const isNumbered = (cell: readonly Text[]): boolean => rowLabelOf(fold(cell[0]?.value ?? '')) !== undefined

/** Between pillars that have numbers what has none in their column is the beginning of the title beside it. */
function withNumberedPillars({ columns, parts }: StreamReading): StreamRow[][] {
  const pillar = columns.findIndex((c) => c.kind === 'pillar')
  const title = columns.findIndex((c) => c.kind === 'title')
  const named = pillar < 0 ? [] : parts.flat().flatMap((row) => (row[pillar]?.length ? [row[pillar]] : []))
  const last = named.findLast(isNumbered)
  if (title < 0 || !last || !named[0] || !isNumbered(named[0])) return parts
  const after = new Set(named.slice(named.indexOf(last)))
  return parts.map((rows) =>
    rows.map((row): StreamRow => {
      const cell = row[pillar] ?? []
      if (cell.length === 0 || isNumbered(cell) || after.has(cell)) return row
      return row.map((pieces, i) => (i === pillar ? [] : i === title ? [...cell, ...pieces] : pieces))
    }),
  )
}

/** Rows as parts: a cell in the column of pillars heads the rows from there on. */
function partsOf(headings: Heading[], columns: readonly Column[], rows: readonly StreamRow[]): Part[] {
  const parts: Part[] = [{ headings, rows: [] }]
  const pillar = columns.findIndex((c) => c.kind === 'pillar')
  for (const row of rows) {
    const name = pillar < 0 ? [] : (row[pillar] as Text[])
    if (name.length > 0) {
      const heading: Heading = { text: join(name), form: rowLabelOf(fold(name[0]?.value ?? ''))?.form ?? 'pillar' }
      parts.push({ headings: [heading], rows: [] })
    }
    const cells = row.map((pieces) => (pieces.length > 0 ? { pieces } : undefined))
    parts.at(-1)?.rows.push({
      columns: columns.filter((_, i) => i !== pillar),
      cells: cells.filter((_, i) => i !== pillar),
    })
  }
  return parts
}
