import type { Block } from '../layout/block.ts'
import { isAppendedTableHeading } from './appended-table.ts'
import { readLabel } from './numbering.ts'
import { labelOf } from './role-label.ts'
import { columnOf, columnsOf, isRole } from './role-table/column.ts'

/** Rows that can head a table, below a title in the table itself. */
const mostHeadRows = 2
const longestHead = 160

/** Whether a line names someone's roles: as a heading, before what they are, or in a row of headings. */
const namesRoles = (folded: string): boolean =>
  labelOf(folded.slice(readLabel(folded)?.end ?? 0), (text) => columnOf(text, [])?.kind === 'role') !== undefined ||
  (folded.length <= longestHead && columnsOf(folded.split(/ +/u), [])?.some(isRole) === true)

/** Whether a table is headed by who has roles in it. */
export const startsRoles = (block: Block): boolean =>
  block.kind === 'table' &&
  block.rows.slice(0, mostHeadRows).some((row) => headsRoles([...new Set(row.map((c) => c.folded))]))

/** Whether a row heads roles: by all of its cells, or beside other columns (負担割合) those of several parties. */
function headsRoles(cells: readonly string[]): boolean {
  if (columnsOf(cells, [])?.some(isRole)) return true
  const columns = cells.map((cell) => columnOf(cell, []))
  const parties = new Set(columns.flatMap((c) => (c?.kind === 'role' ? [c.party] : [])))
  return parties.size > 1 && columns.some((c) => c?.kind === 'title')
}

/** Whether a text is a 別表 by itself, as where it is a file of its own: ruled, or torn below its heading. */
export const isTableAlone = (blocks: readonly Block[]): boolean =>
  blocks.some(startsRoles) ||
  (blocks.some((b) => b.kind === 'line' && isAppendedTableHeading(b)) &&
    blocks.some((b) => b.kind === 'line' && namesRoles(b.folded)))
