import type { Cell, Table } from '../../layout/block.ts'
import { type Head, headOf } from '../../parse/vision/budget/sum-head.ts'
import { labelOf } from '../../parse/vision/sheet/sheet-label.ts'
import { isLike } from './likeness.ts'

/** A cell that heads a column of sums, or what was read of it. */
export interface BandHead {
  cell: Cell
  column: number
  bare: string
  head: Head | undefined
}

/** A row of headings with sums below it, as forms have it: years or sources from left to right, and often their total. */
export interface SumBand {
  table: Table
  row: number
  /** The row after the last that is below the headings and of their field. */
  end: number
  kind: 'years' | 'sources'
  heads: BandHead[]
  /** The label of the field, left of them. */
  label?: { cell: Cell; column: number }
}

export const bareOf = (cell: Cell): string => cell.folded.replace(/\s/gu, '')

/** A heading row has this many years or sources. */
const fewestHeads = 2
/** Longest heading that was misread. */
const longestHead = 24
/** Rows of steps and sums below headings. */
const mostRows = 8

/** The cell that spans a place: itself, or the one above that reaches down to it. */
function spanning(table: Table, row: number, column: number): { cell: Cell; from: number } | undefined {
  for (let r = row; r >= 0; r--) {
    const cell = table.rows[r]?.[column]
    if (!cell) return undefined
    if (!cell.covered) return r + (cell.rowSpan ?? 1) > row ? { cell, from: r } : undefined
  }
  return undefined
}

const cellsAt = (table: Table, row: number): BandHead[] =>
  (table.rows[row] ?? []).flatMap((cell, column): BandHead[] => {
    if (cell.covered || cell.text.value === '') return []
    const bare = bareOf(cell)
    return [{ cell, column, bare, head: headOf(bare) }]
  })

function bandAt(table: Table, row: number): SumBand | undefined {
  const cells = cellsAt(table, row)
  const count = (kind: Head['kind']): number => cells.filter(({ head }) => head?.kind === kind).length
  const kind = count('year') >= fewestHeads ? 'years' : count('source') >= fewestHeads ? 'sources' : undefined
  if (!kind) return undefined
  const first = cells.findIndex(({ head }) => head !== undefined)
  // What is left of the first known heading may be a misread one, or the label.
  const [left] = cells
  const hasLabel = left !== undefined && first > 0 && (left.column === 0 || labelOf(left.bare) !== undefined)
  return bandOf(table, row, kind, hasLabel ? left : undefined, cells.slice(hasLabel ? 1 : 0))
}

/** A band with its headings; its label is `left` of them in their row, or spans it from above. */
function bandOf(
  table: Table,
  row: number,
  kind: SumBand['kind'],
  left: BandHead | undefined,
  heads: BandHead[],
): SumBand | undefined {
  if (heads.some(({ bare }) => bare.length > longestHead)) return undefined
  const column = (heads[0]?.column ?? 0) - 1
  const label = left ? { cell: left.cell, from: row } : column >= 0 ? spanning(table, row, column) : undefined
  const span = label ? label.from + (label.cell.rowSpan ?? 1) : row + 2
  return {
    table,
    row,
    end: Math.min(Math.max(span, row + 2), row + mostRows, table.rows.length),
    kind,
    heads,
    ...(label ? { label: { cell: label.cell, column: left?.column ?? column } } : {}),
  }
}

/** A row whose cells are headings of another band, or misread ones. */
function bandLike(table: Table, row: number, { kind, heads: form }: SumBand): SumBand | undefined {
  const cells = cellsAt(table, row)
  const extra = cells.length - form.length
  if (extra < 0 || extra > 1) return undefined
  const heads = cells.slice(extra)
  const isForm = heads.every(({ head, bare }, i) => {
    const meant = form[i]?.bare ?? ''
    return head ? bare === meant : isLike(bare, meant)
  })
  if (!isForm || !heads.some(({ head }) => head)) return undefined
  return bandOf(table, row, kind, extra === 1 ? cells[0] : undefined, heads)
}

/** Documents have few forms of sums; others come from misread headings. */
const mostForms = 8

/** Bands whose headings were all but lost, by those that other tables have in the same row. */
export function bandsLike(tables: readonly Table[], bands: readonly SumBand[]): SumBand[] {
  const forms = new Map<string, SumBand>()
  for (const band of bands)
    if (band.kind === 'years' && band.heads.every(({ head }) => head) && forms.size < mostForms)
      forms.set(band.heads.map(({ bare }) => bare).join('|'), band)
  const known = new Map<Table, Set<number>>()
  for (const { table, row } of bands) known.set(table, (known.get(table) ?? new Set()).add(row))
  return tables.flatMap((table) =>
    table.rows.flatMap((_, row): SumBand[] => {
      if (known.get(table)?.has(row)) return []
      for (const form of forms.values()) {
        const band = bandLike(table, row, form)
        if (band) return [band]
      }
      return []
    }),
  )
}

/** Larger tables than this are lists of other things. */
const mostCells = 50_000

/** The bands of sums of a table. */
export function bandsOf(table: Table): SumBand[] {
  if (table.rows.length * (table.rows[0]?.length ?? 0) > mostCells) return []
  return table.rows.flatMap((_, row) => bandAt(table, row) ?? [])
}
