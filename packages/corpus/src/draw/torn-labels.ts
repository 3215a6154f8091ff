import type { ManuscriptTable } from '../manuscript/manuscript.ts'
import type { Random } from '../random.ts'
import { cellParagraphs } from './table-text.ts'

/** Share of the paragraphs that stand one place too early or too late in a torn table. */
const displaced = 0.15

/**
 * A table whose labels stand in the first of two columns, read column by column: all labels, then all contents, some of
 * these out of order. Other tables are read cell by cell.
 */
export function tornParagraphs(table: ManuscriptTable, width: number, random: Random): string[][] {
  const paragraphs = cellParagraphs(table, width)
  if (table.widths.length !== 2 || table.headerRows > 0) return paragraphs
  const labels = paragraphs.filter((_, i) => i % 2 === 0)
  const contents = paragraphs.filter((_, i) => i % 2 === 1)
  for (let i = 1; i < contents.length; i++) {
    if (!random.chance(displaced)) continue
    const [earlier, later] = [contents[i - 1], contents[i]] as [string[], string[]]
    contents[i - 1] = later
    contents[i] = earlier
  }
  return [...labels, ...contents]
}
