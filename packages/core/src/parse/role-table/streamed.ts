import { readCellStream } from './cell-stream.ts'
import { type Column, isRole } from './column.ts'
import type { Element } from './elements.ts'
import type { Part, RoleTableReading } from './row.ts'
import { rowHeadingsIn } from './row-headings.ts'
import { rowStartsOf } from './row-label.ts'
import { linesIn, sectionsOf } from './sections.ts'

/** What the headings may stand for: a heading 取組 or 取組内容 can head a title and a description. */
function models(columns: readonly Column[]): Column[][] {
  const roles = columns.filter(isRole)
  const has = (kind: Column['kind']): boolean => columns.some((c) => c.kind === kind)
  const both: Column[] = [{ kind: 'title' }, { kind: 'description' }, ...roles]
  if (has('title') && has('description')) return [both]
  if (!has('title') && !has('description')) return [[{ kind: 'title' }, ...roles]]
  return [both, [{ kind: 'title' }, ...roles], [{ kind: 'description' }, ...roles]]
}

/** A table printed cell after cell under its headings. */
export function readStreamed(
  elements: readonly Element[],
  columns: readonly Column[],
  symbols: readonly string[],
): RoleTableReading {
  const sections = sectionsOf(elements, true, rowHeadingsIn(elements))
  const labels = sections.flatMap((s) =>
    s.elements.flatMap((e) => (e.kind === 'header' ? e.labels : e.kind === 'label' ? [e.text] : [])),
  )
  const filled = sections.filter((s) => linesIn(s).length > 0)
  const lines = filled.map(linesIn)
  const starts = rowStartsOf(lines)
  const reading = readCellStream(lines, models(columns), symbols, starts)
  const parts: Part[] = sections.map((s) => ({ headings: s.headings, rows: [] }))
  if (!reading) return { parts, left: lines.flat().map((l) => l.text), labels }
  filled.forEach((section, n) => {
    const part = parts[sections.indexOf(section)] as Part
    part.rows = (reading.parts[n] ?? []).map((row) => ({
      columns: reading.columns,
      cells: row.map((pieces) => (pieces.length > 0 ? { pieces } : undefined)),
    }))
  })
  return { parts, left: [], labels }
}
