import { isOfHeadings } from '../budget/budget-cell.ts'
import { holdsMarksAlone, holdsNamesAlone } from '../grid/mark-row.ts'
import { filled, type Row, type RowCell } from '../row.ts'
import type { Field } from './sheet-field.ts'

/** Longest unknown label of a table's first column, and of lines, where words of a value stand at the edge more often. */
const longestUnknown = 24
const longestInLines = 10
/** Values of a sheet printed as lines begin within this many columns of one another. */
const sameColumn = 2

const inBrackets = /^【[^【】]{1,16}】$/u

/** Labels of what a project is, which head columns elsewhere: 区分 | 継続. */
export const besides = /^(?:区分|種別|新規[・/]?(?:継続|拡充)(?:[・/](?:拡充|継続))?(?:の別)?|実施区分)$/u

/** Where the values of the fields before begin, in a sheet printed as lines. */
function valueColumn(fields: readonly Field[]): number | undefined {
  const first = fields.find((f) => f.labels.length > 0 && f.rows[0]?.cells[0] !== undefined)
  return first?.rows[0]?.cells[0]?.wideFrom
}

/** The label of a row that no vocabulary has: first in a row of a table, or at the edge of the labels with its value where the others' are. */
export function unknownLabel(row: Row, fields: readonly Field[], column: number | undefined): RowCell | undefined {
  if (isOfHeadings(row)) return undefined
  const current = fields.at(-1)
  if (row.table !== undefined) {
    const [first] = row.cells
    if (!first || first.bare === '' || first.bare.length > longestUnknown || filled(row).length < 2) return undefined
    const isMarks = current?.label.kind === 'participants' && (holdsNamesAlone(row) || holdsMarksAlone(row))
    return isMarks ? undefined : first
  }
  const [first, second] = filled(row)
  if (first && second && inBrackets.test(first.bare)) return first
  const values = valueColumn(fields)
  if (!first || !second || first.bare.length > longestInLines || column === undefined || values === undefined)
    return undefined
  const isAtEdges =
    first.wideFrom === column && Math.abs(second.wideFrom - values) <= sameColumn && values > column + sameColumn
  return isAtEdges && /^[\p{L}・()]+$/u.test(first.bare) ? first : undefined
}
