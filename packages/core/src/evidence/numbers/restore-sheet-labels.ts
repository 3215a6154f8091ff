import type { Cell, Table } from '../../layout/block.ts'
import { labelOf } from '../../parse/vision/sheet-label.ts'
import type { Evidence } from '../corrections.ts'
import { isLike } from './likeness.ts'
import { rewrite } from './rewrite.ts'
import { bareOf, type SumBand } from './sum-bands.ts'

/** A label is one of the form where so many other sheets have it. */
const fewestSheets = 2
const shortestLabel = 3

/** What stands left of the values of a sheet. */
const labelsOf = (table: Table): Cell[] =>
  table.rows.flatMap(([cell]) => (cell && !cell.covered && cell.text.value !== '' ? [cell] : []))

/**
 * Labels of sheets that were misread, as the other sheets of the document have them: without the one of its name a sheet is none,
 * and all of its sums would be lost with it.
 */
export function restoreSheetLabels(evidence: Evidence, bands: readonly SumBand[]): void {
  const sheets = [...new Set(bands.flatMap(({ kind, table }) => (kind === 'years' ? [table] : [])))].map(labelsOf)
  const counts = new Map<string, number>()
  for (const cells of sheets)
    for (const bare of new Set(cells.map(bareOf)))
      if (bare.length >= shortestLabel && labelOf(bare)) counts.set(bare, (counts.get(bare) ?? 0) + 1)
  const form = [...counts].flatMap(([bare, count]) => (count >= fewestSheets ? [bare] : []))
  for (const cells of sheets) {
    const own = new Set(cells.map(bareOf))
    const missing = form.filter((label) => !own.has(label))
    for (const cell of cells) {
      const bare = bareOf(cell)
      if (labelOf(bare)) continue
      const like = missing.filter((label) => isLike(bare, label))
      if (like.length === 1) rewrite(evidence, cell, like[0] as string, 'document')
    }
  }
}
