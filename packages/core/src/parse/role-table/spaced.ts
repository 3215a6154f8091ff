import type { Line } from '../../layout/block.ts'
import { splitAtSpaces } from '../../text/clean.ts'
import { concat, emptyText, slice, type Text } from '../../text/text.ts'
import type { Element } from './elements.ts'
import type { Part, RoleTableReading } from './row.ts'
import { rowLabelOf } from './row-label.ts'
import { couldHead } from './sections.ts'

/** The cells of a line parted by single spaces; a number belongs to the text after it. */
function cellsOf(line: Line, count: number): Text[] {
  const cells = splitAtSpaces(line.text, 1)
  const from = cells.length === count + 1 ? rowLabelOf(line.folded)?.textStart : undefined
  if (from === undefined) return cells
  const [first = emptyText, ...rest] = splitAtSpaces(slice(line.text, from), 1)
  return [concat([slice(line.text, 0, from), first]), ...rest]
}

/**
 * A table that was copied row by row: every line has a cell for each heading, parted by single spaces, or is a
 * numbered heading over those after it. Undefined where any line has another number of cells.
 */
export function readSpaced(
  elements: readonly Element[],
  header: Extract<Element, { kind: 'header' }>,
): RoleTableReading | undefined {
  const count = header.columns.length
  const parts: Part[] = [{ headings: [], rows: [] }]
  const reading: RoleTableReading = { parts, left: [], labels: [] }
  for (const element of elements) {
    if (element.kind === 'header') reading.labels.push(...element.labels)
    else if (element.kind === 'line') {
      const cells = cellsOf(element.line, count)
      if (cells.length === count)
        parts.at(-1)?.rows.push({ columns: header.columns, cells: cells.map((text) => ({ pieces: [text] })) })
      else {
        const form = couldHead(element.line) ? rowLabelOf(element.line.folded)?.form : undefined
        if (form === undefined || cells.length > 2) return undefined
        parts.push({ headings: [{ text: element.line.text, form }], rows: [] })
      }
    } else return undefined
  }
  return parts.some((p) => p.rows.length > 0) ? reading : undefined
}
