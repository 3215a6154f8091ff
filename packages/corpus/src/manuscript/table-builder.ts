import { lineOf, type ManuscriptCell, type ManuscriptTable } from './manuscript.ts'

export interface CellForm {
  rowSpan?: number
  colSpan?: number
  header?: true
  align?: 'center' | 'right'
  vertical?: true
}

/** What stands in a place of a table: text, lines, or either with its form. */
export type CellContent = string | readonly string[] | (CellForm & { lines: readonly string[] })

export const cell = (lines: string | readonly string[], form: CellForm = {}): CellContent => ({
  lines: typeof lines === 'string' ? [lines] : lines,
  ...form,
})

const formOf = (content: CellContent): CellForm & { lines: readonly string[] } =>
  typeof content === 'string' ? { lines: [content] } : 'lines' in content ? content : { lines: content }

/** Lays rows of cells out as HTML does: a cell takes the next place that no cell above reaches into. */
export function tableOf(
  rows: readonly (readonly CellContent[])[],
  look: { widths: readonly number[]; headerRows?: number },
): ManuscriptTable {
  const taken = new Set<string>()
  const cells: ManuscriptCell[] = []
  for (const [row, contents] of rows.entries()) {
    let col = 0
    for (const content of contents) {
      while (taken.has(`${row},${col}`)) col++
      const { lines, rowSpan = 1, colSpan = 1, ...form } = formOf(content)
      const isHeader = form.header ?? (row < (look.headerRows ?? 0) ? true : undefined)
      cells.push({
        row,
        col,
        rowSpan,
        colSpan,
        lines: lines.map(lineOf),
        ...form,
        ...(isHeader ? { header: true as const } : {}),
      })
      for (let r = 0; r < rowSpan; r++) for (let c = 0; c < colSpan; c++) taken.add(`${row + r},${col + c}`)
      col += colSpan
    }
  }
  return {
    kind: 'table',
    widths: look.widths,
    rows: rows.length,
    cells,
    headerRows: look.headerRows ?? 0,
  }
}

/** The texts of a table by row and column; places that a cell reaches into are undefined. */
export function placesOf(table: ManuscriptTable): (ManuscriptCell | undefined)[][] {
  const places: (ManuscriptCell | undefined)[][] = Array.from({ length: table.rows }, () =>
    new Array<ManuscriptCell | undefined>(table.widths.length).fill(undefined),
  )
  for (const c of table.cells) {
    const row = places[c.row]
    if (row) row[c.col] = c
  }
  return places
}
