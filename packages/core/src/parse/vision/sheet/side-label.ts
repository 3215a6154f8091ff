import type { RowCell } from '../row.ts'
import { cutAtLabels } from './label-in-line.ts'
import type { Field } from './sheet-field.ts'
import { type FieldKind, labelOf } from './sheet-label.ts'
import { besides } from './unknown-label.ts'

/** Fields whose label may stand in the middle of another field's row. */
const sideKinds = new Set<FieldKind>(['sdgs', 'number', 'participants', 'note', 'pillar', 'initiative', 'title'])
/** Fields whose rows are tables of their own, where words of the vocabulary are headings. */
export const tabular = new Set<FieldKind>(['roles', 'role', 'indicators', 'budget', 'schedule'])

/** Cuts a field's first row where another label stands in it: 事務事業名 | … | SDGs | …. */
export function cutAside(field: Field): Field[] {
  const [printed, ...others] = field.rows
  if (!printed || tabular.has(field.label.kind)) return [field]
  const row = field.label.kind === 'title' ? cutAtLabels(printed) : printed
  const fields: Field[] = [{ ...field, rows: [] }]
  let cells: RowCell[] = []
  const close = (): void => {
    if (cells.some((c) => c.bare !== '')) fields.at(-1)?.rows.push({ ...row, cells })
    cells = []
  }
  for (const [i, cell] of row.cells.entries()) {
    const label =
      labelOf(cell.bare) ?? (row.cells[i + 1] && besides.test(cell.bare) ? { kind: 'note' as const } : undefined)
    if (label && sideKinds.has(label.kind) && (cells.some((c) => c.bare !== '') || fields.length > 1)) {
      close()
      fields.push({ label, labels: [cell.text], rows: [] })
    } else cells.push(cell)
  }
  close()
  fields[0]?.rows.push(...others)
  return fields
}
