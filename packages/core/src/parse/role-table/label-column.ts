import type { Cell } from '../../layout/block.ts'
import type { Party } from '../../schema/agreement.ts'
import type { Text } from '../../text/text.ts'
import { type Column, columnOf } from './column.ts'
import type { Element } from './elements.ts'
import type { Part, RoleTableReading, RowCell } from './row.ts'
import { rowLabelOf } from './row-label.ts'

/** A table labels its rows where at least this many rows do. */
const fewestRows = 2

const labelIn = (cells: readonly Cell[], at: number, parties: readonly Party[]): Column | undefined => {
  const column = columnOf(cells[at]?.folded ?? '', parties)
  return column?.kind === 'title' ? undefined : column
}

/** The column that says of each row what it holds (取組の内容, 甲の役割), with titles to its left; undefined where none does. */
function labelColumn(rows: readonly (readonly Cell[])[], parties: readonly Party[]): number | undefined {
  const widest = rows.reduce((n, cells) => Math.max(n, cells.length), 0)
  for (let at = 1; at + 1 < widest; at++) {
    const kinds = rows.flatMap((cells) => labelIn(cells, at, parties) ?? [])
    const roles = kinds.filter((k) => k.kind === 'role').length
    const alone = rows.every((cells) => !labelIn(cells, at, parties) || !labelIn(cells, at + 1, parties))
    if (alone && roles >= fewestRows && kinds.length > roles) return at
  }
  return undefined
}

/** A table with a row for each label: 取組 once, then 取組の内容, 甲の役割, 乙の役割 below one another, each beside its text. */
export function readLabelColumn(elements: readonly Element[], parties: readonly Party[]): RoleTableReading | undefined {
  const at = labelColumn(
    elements.flatMap((e) => (e.kind === 'row' ? [e.cells] : [])),
    parties,
  )
  if (at === undefined) return undefined
  const reading: RoleTableReading = { parts: [{ headings: [], rows: [] }], left: [], labels: [] }
  const head = (text: Text): void => {
    const heading = { text, form: rowLabelOf(text.value)?.form ?? 'label' }
    const part = reading.parts.at(-1) as Part
    if (part.rows.length === 0) part.headings.push(heading)
    else reading.parts.push({ headings: [heading], rows: [] })
  }
  let row: { columns: Column[]; cells: (RowCell | undefined)[] } | undefined
  for (const element of elements) {
    if (element.kind === 'line') head(element.line.text)
    else if (element.kind === 'header') reading.labels.push(...element.labels)
    else if (element.kind === 'label' || element.kind === 'mark') reading.labels.push(element.text)
    else if (element.kind === 'labelled') reading.left.push(element.label, element.rest.text)
    else {
      const { cells } = element
      const column = labelIn(cells, at, parties)
      const filled = cells.filter((c) => c.folded !== '')
      if (!column) {
        const heads = filled.every((c) => columnOf(c.folded, parties) || c.folded.length <= 6)
        if (filled.length === 1 && filled[0]) head(filled[0].text)
        else (heads ? reading.labels : reading.left).push(...filled.map((c) => c.text))
        continue
      }
      const titles = cells.slice(0, at).filter((c) => c.folded !== '')
      const title = titles.pop()
      for (const c of titles) head(c.text)
      if (title || !row) {
        row = { columns: [{ kind: 'title' }], cells: [title ? { pieces: [title.text] } : undefined] }
        reading.parts.at(-1)?.rows.push(row)
      }
      const label = cells[at]
      if (label) reading.labels.push(label.text)
      const pieces = cells.slice(at + 1).flatMap((c) => (c.folded === '' ? [] : [c.text]))
      row.columns.push(column)
      row.cells.push(pieces.length > 0 ? { pieces } : undefined)
    }
  }
  return reading
}
