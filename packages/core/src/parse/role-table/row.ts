import type { Line } from '../../layout/block.ts'
import type { Text } from '../../text/text.ts'
import type { Column } from './column.ts'

/** A cell of a row: the pieces it was printed in, and how sure its place is where that was inferred. */
export interface RowCell {
  pieces: Text[]
  confidence?: number
}

/** A row of a role table, whatever form it was printed in; `cells` follow `columns`. */
export interface Row {
  columns: readonly Column[]
  cells: (RowCell | undefined)[]
}

/** 政策分野 and the like: a heading over rows. */
export interface Heading {
  text: Text
  form: string
}

/** A table's parts in order: rows under the headings that stand before them. */
export interface Part {
  headings: Heading[]
  rows: Row[]
}

export interface RoleTableReading {
  parts: Part[]
  /** Cells that belong to no row. */
  left: Text[]
  /** Labels of the form: 取組内容, 甲の役割. */
  labels: Text[]
  /** What is said of the table in rows of its own: 備考. */
  remarks?: Text[]
}

export const cellFrom = (lines: readonly Line[]): RowCell | undefined =>
  lines.length === 0 ? undefined : { pieces: lines.map((l) => l.text) }
