import type { Row } from '../row.ts'
import { labelAt } from './sheet-field.ts'

/** 連携市町 over 倉吉市　三朝町 and the next label: who takes part in a project, and no heading of columns of marks. */
export function isFieldOfNames(rows: readonly Row[], i: number): boolean {
  if (i === 0 || rows[i]?.table !== undefined || rows[i + 1] === undefined) return false
  const above = labelAt(rows, i - 1)
  return above?.label.kind === 'participants' && above.rows.length === 0 && labelAt(rows, i + 1) !== undefined
}
