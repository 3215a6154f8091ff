import { isMunicipality } from '../../../municipality/municipality-name.ts'
import { join } from '../../../text/clean.ts'
import { type Context, locate, report } from '../../context.ts'
import { yenOf } from '../budget/amount.ts'
import type { Division } from '../division.ts'
import { filled, type Row, textsOf } from '../row.ts'
import { columnKind } from './column-kind.ts'
import { tokensOf } from './grid-header.ts'
import { isMark } from './mark.ts'

/** Fewest marks that show a row of a grid. */
const fewestMarks = 2
const printedSum = /[0-9],[0-9]{3}|円$/u

/** Whether a row of a table heads columns of municipalities: 事業名 | 倉吉市 | 三朝町. */
export const headsColumns = (row: Row): boolean =>
  row.table !== undefined && filled(row).filter((c) => isMunicipality(c.bare)).length > 1

/** Whether a row of text holds values that only a grid or a sheet has: marks, or sums. */
function isStray(row: Row): boolean {
  const tokens = tokensOf(row).filter((t) => t.bare !== '')
  if (tokens.filter((t) => isMark(t.bare)).length >= fewestMarks) return true
  const cells = filled(row)
  return (
    (headsColumns(row) && columnKind(cells[0]?.bare ?? '') === 'project') ||
    (cells.length > 0 && cells.every((c) => yenOf(c.bare) !== undefined) && cells.some((c) => printedSum.test(c.bare)))
  )
}

/** Says of marks and sums outside all grids and sheets that nothing holds them as such, whatever section keeps their text. */
export function reportStrayRows(context: Context, divisions: readonly Division[]): void {
  for (const division of divisions) {
    if (division.kind !== 'row' || !isStray(division.row)) continue
    const text = join(textsOf([division.row]))
    report(context, 'text-unclaimed', { text: text.value }, locate(context, text))
  }
}
