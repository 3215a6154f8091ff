/** A stretch of text; a redline strikes it out or puts it in. */
export interface Piece {
  text: string
  mark?: 'deleted' | 'inserted'
}

/** One paragraph as its author typed it, before any line is broken. */
export type Line = readonly Piece[]

export interface ManuscriptCell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  lines: readonly Line[]
  header?: true
  align?: 'center' | 'right'
  /** Printed downwards. */
  vertical?: true
}

export interface ManuscriptTable {
  kind: 'table'
  /** Shares of the width. */
  widths: readonly number[]
  rows: number
  /** Only where a cell begins; covered places have none. */
  cells: readonly ManuscriptCell[]
  /** Rows at the top that name the columns. */
  headerRows: number
}

export interface ManuscriptParagraph {
  kind: 'paragraph'
  line: Line
  place: 'left' | 'center' | 'right'
  /** Of its first line, in characters. */
  indent: number
  /** Of the lines after it. */
  hang: number
  /** Stands out as the heading of what follows; the depth of it. */
  heading?: 1 | 2 | 3
}

export interface Gap {
  kind: 'gap'
  lines: number
}

/** What follows begins on a new page, where there are pages. */
export interface PageEnd {
  kind: 'page'
}

export type Block = ManuscriptParagraph | ManuscriptTable | Gap | PageEnd

/** What a document says and shows, before anything is drawn: text, tables and gaps in order. */
export interface Manuscript {
  blocks: readonly Block[]
  /** Printed on top of the pages of documents that have such a line. */
  runningHeader?: string
}

export const lineOf = (text: string): Line => [{ text }]
/** With what is struck out. */
export const shownText = (line: Line): string => line.map((p) => p.text).join('')
/** Without what is struck out. */
export const validText = (line: Line): string => line.map((p) => (p.mark === 'deleted' ? '' : p.text)).join('')

export function paragraph(text: string, how: Partial<Omit<ManuscriptParagraph, 'kind' | 'line'>> = {}): Block {
  return { kind: 'paragraph', line: lineOf(text), place: 'left', indent: 0, hang: 0, ...how }
}
export const gap = (lines = 1): Block => ({ kind: 'gap', lines })
export const pageEnd: Block = { kind: 'page' }
