import type { Cell } from '../../layout/block.ts'
import type { Party } from '../../schema/agreement.ts'
import type { Text } from '../../text/text.ts'
import { type Column, columnOf, partiesNamed } from './column.ts'
import type { Element } from './elements.ts'
import { isRemark } from './remark.ts'
import type { Part, RoleTableReading, RowCell } from './row.ts'
import { rowLabelOf } from './row-label.ts'

/** Rows that name a party in the same column, at the least. */
const fewestRows = 2

const filledIn = (cells: readonly Cell[]): Cell[] => cells.filter((c) => c.folded !== '')
/** Heads the texts of the column of roles, whoever has them. */
const headsRoles =
  /^(?:(?:主な|具体的な)?役割(?:分担|の分担|の内容)?(?:等|及び費用(?:の)?(?:分担|負担))?|(?:役割|分担)(?:する)?(?:内容|事項))$/u

/** The column that says whose role stands to its right, and its row of headings; undefined where none does. */
function partyColumn(
  rows: readonly (readonly Cell[])[],
  parties: readonly Party[],
): { at: number; header: readonly Cell[] } | undefined {
  const header = rows.find((cells) => cells.some((c) => headsRoles.test(c.folded.replaceAll(' ', ''))))
  const role = header?.findIndex((c) => headsRoles.test(c.folded.replaceAll(' ', ''))) ?? -1
  const at = role - 1
  if (!header || at < 1) return undefined
  const below = rows.slice(rows.indexOf(header) + 1).filter((cells) => (cells[role]?.folded ?? '') !== '')
  const named = below.filter((cells) => partiesNamed(cells[at]?.folded ?? '', parties) !== undefined)
  return named.length >= fewestRows && named.length === below.length ? { at, header } : undefined
}

/** A table with a row for each party: 取組 once, then 甲, 乙 below one another, each beside its role. */
export function readPartyColumn(elements: readonly Element[], parties: readonly Party[]): RoleTableReading | undefined {
  const found = partyColumn(
    elements.flatMap((e) => (e.kind === 'row' ? [e.cells] : [])),
    parties,
  )
  if (!found) return undefined
  const { at, header } = found
  const kinds = header.slice(0, at).map((c) => columnOf(c.folded, []))
  const described = kinds.findIndex((k) => k?.kind === 'description')
  const last = kinds.findLastIndex((_, i) => i !== described)
  const titled = last < 0 ? described : last
  const reading: RoleTableReading = { parts: [{ headings: [], rows: [] }], left: [], labels: [], remarks: [] }
  const head = (text: Text, unlabelled = 'label'): void => {
    const heading = { text, form: rowLabelOf(text.value)?.form ?? unlabelled }
    const part = reading.parts.at(-1) as Part
    if (part.rows.length === 0) part.headings.push(heading)
    else reading.parts.push({ headings: [heading], rows: [] })
  }
  let row: { title: string; columns: Column[]; cells: (RowCell | undefined)[] } | undefined
  const readRow = (cells: readonly Cell[]): void => {
    const filled = filledIn(cells)
    const role = partiesNamed(cells[at]?.folded ?? '', parties)
    const first = filled[0]
    if (!role && first && isRemark(first.folded)) reading.remarks?.push(...filled.map((c) => c.text))
    else if (!role && filled.length === 1 && first && first === cells[0] && !first.folded.endsWith('。'))
      head(first.text)
    else if (!role) reading.left.push(...filled.map((c) => c.text))
    if (!role) return
    const title = cells[titled]
    // The title of a cell that goes over rows can be printed in each of them.
    const repeated = title !== undefined && title.folded === row?.title
    if (title && repeated) reading.labels.push(title.text)
    cells.slice(0, at).forEach((cell, i) => {
      if (i !== titled && i !== described && cell.folded !== '') head(cell.text, `column ${i}`)
    })
    if (!row || (title && title.folded !== '' && !repeated)) {
      row = {
        title: title?.folded ?? '',
        columns: [{ kind: 'title' }],
        cells: [title && title.folded !== '' ? { pieces: [title.text] } : undefined],
      }
      reading.parts.at(-1)?.rows.push(row)
    }
    const content = described >= 0 && described !== titled ? cells[described] : undefined
    if (content && content.folded !== '') {
      row.columns.push({ kind: 'description' })
      row.cells.push({ pieces: [content.text] })
    }
    const party = cells[at]
    if (party) reading.labels.push(party.text)
    const text = cells[at + 1]
    row.columns.push(role)
    row.cells.push(text && text.folded !== '' ? { pieces: [text.text] } : undefined)
    reading.left.push(...filledIn(cells.slice(at + 2)).map((c) => c.text))
  }
  for (const element of elements) {
    if (element.kind === 'line') {
      if (isRemark(element.line.folded)) reading.remarks?.push(element.line.text)
      else if (element.line.folded.endsWith('。')) reading.left.push(element.line.text)
      else head(element.line.text)
    } else if (element.kind === 'header') reading.labels.push(...element.labels)
    else if (element.kind === 'label' || element.kind === 'mark') reading.labels.push(element.text)
    else if (element.kind === 'labelled') reading.left.push(element.label, element.rest.text)
    else if (filledIn(element.cells).some((c) => headsRoles.test(c.folded.replaceAll(' ', ''))))
      reading.labels.push(...filledIn(element.cells).map((c) => c.text))
    else readRow(element.cells)
  }
  return reading
}
