import type { Block } from '../../layout/block.ts'
import { isMunicipality } from '../../municipality/municipality-name.ts'
import type { Party } from '../../schema/agreement.ts'
import { labelOf } from '../party/role-label.ts'
import { columnOf, columnsOf, isRole } from '../role-table/column.ts'
import { isAppendedTableHeading } from './appended-table.ts'
import { readLabel } from './numbering.ts'

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

const wordsOf = (block: Block): string[] =>
  block.kind === 'line' ? block.folded.split(/ +/u) : block.rows.flatMap((row) => row.map((c) => c.folded))
const longestName = 12
const brackets = /^[【〔[(<〈《](.+)[】〕\])>〉》]$/u

/** The municipalities that stand in cells or lines of their own, of which there are several: parties of a 別表 that stands by itself. */
export function municipalitiesAlone(blocks: readonly Block[]): Party[] {
  const names = new Set<string>()
  for (const block of blocks) {
    if (block.kind === 'line' && block.folded.length > longestHead) continue
    for (const word of wordsOf(block)) {
      const name = word.length > longestName ? '' : word.replaceAll(' ', '').replace(brackets, '$1')
      if (name !== '' && isMunicipality(name)) names.add(name)
    }
  }
  return names.size > 1 ? [...names].map((name) => ({ symbol: name, name })) : []
}

/** Whether roles stand under 役割分担 or in columns headed by municipalities. */
function givesMunicipalitiesRoles(blocks: readonly Block[]): boolean {
  const parties = municipalitiesAlone(blocks)
  if (parties.length === 0) return false
  const heads = (cells: readonly string[]): boolean => columnsOf(cells, parties)?.some(isRole) === true
  return blocks.some((block) => {
    if (block.kind === 'table')
      return block.rows.some((row) => row.some((c) => rolesAlone.test(c.folded)) || heads(row.map((c) => c.folded)))
    return block.folded.length <= longestHead && (rolesAlone.test(block.folded) || heads(block.folded.split(/ +/u)))
  })
}
const rolesAlone = /^(?:主な)?役割(?:分担)?$/u

/** Whether a text is a 別表 by itself, as where it is a file of its own: ruled, or torn below its heading. */
export const isTableAlone = (blocks: readonly Block[]): boolean =>
  blocks.some(startsRoles) ||
  (blocks.some((b) => b.kind === 'line' && isAppendedTableHeading(b)) &&
    (blocks.some((b) => b.kind === 'line' && namesRoles(b.folded)) || givesMunicipalitiesRoles(blocks)))
