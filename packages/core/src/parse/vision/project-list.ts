import { headOf } from './budget-row.ts'
import { filled, type Row, type RowCell } from './row.ts'
import type { Field } from './sheet-field.ts'
import { type Label, labelOf } from './sheet-label.ts'

/** Fewest labelled columns of a table that lists projects one a row. */
const fewestColumns = 3

interface Column {
  cell: RowCell
  label: Label
}

/** Columns of a table with one project a row: every heading a label, one of them the title's. */
export function listColumns(row: Row): Column[] | undefined {
  const cells = filled(row)
  const [first] = cells
  if (!first || cells.length < fewestColumns || (!labelOf(first.bare) && !headOf(first.bare))) return undefined
  const columns = cells.flatMap((cell) => {
    const label = headOf(cell.bare) ? ({ kind: 'budget' } as const) : labelOf(cell.bare)
    return label ? [{ cell, label }] : []
  })
  const titles = columns.filter((c) => c.label.kind === 'title').length
  return columns.length === cells.length && titles === 1 ? columns : undefined
}

/** The fields of one row of such a table; headings of years and sums go along with their cells. */
export function listFields(header: Row, columns: readonly Column[], row: Row): Field[] {
  const fields: Field[] = []
  for (const { cell, label } of columns) {
    const own = row.cells.find((c) => c.from === cell.from)
    if (!own || own.bare === '') continue
    const isSum = headOf(cell.bare) !== undefined
    const sums = isSum ? fields.find((f) => f.label.kind === 'budget' && f.rows.length === 2) : undefined
    if (sums) {
      sums.rows[0]?.cells.push(cell)
      sums.rows[1]?.cells.push(own)
    } else if (isSum)
      fields.push({
        label,
        labels: [],
        rows: [
          { ...header, cells: [cell] },
          { ...row, cells: [own] },
        ],
      })
    else fields.push({ label, labels: [], rows: [{ ...row, cells: [own] }] })
  }
  return fields
}
