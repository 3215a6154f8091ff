/** Text with the left end of its baseline, in points from the top left corner of the page. */
export interface DrawnText {
  x: number
  y: number
  text: string
  size: number
  color: string
}

/** A straight line along an axis. */
export interface DrawnRule {
  x0: number
  y0: number
  x1: number
  y1: number
  width: number
  color: string
  look: 'solid' | 'dashed' | 'dotted'
}

/** A cell, or its part on one page, as it stands on a sheet. */
export interface DrawnCell {
  /** x0 y0 x1 y1 in points. */
  box: readonly [number, number, number, number]
  text: string
  header: boolean
  vertical: boolean
}

/** A page as a list of what is drawn on it: the same list becomes a page of a PDF or an image of any resolution. */
export interface Sheet {
  width: number
  height: number
  texts: DrawnText[]
  rules: DrawnRule[]
  /** Of its tables, with all that is printed in each. */
  cells: DrawnCell[]
}

/** Width of a character in ems. */
export type Measure = (c: string) => number

/** What a person who sets a document chooses for its pages. */
export interface PageLook {
  width: number
  height: number
  margin: number
  /** Of the body, in points. */
  size: number
  /** Of tables. */
  tableSize: number
  /** Distance of baselines, in ems. */
  leading: number
  pageNumber: ((n: number) => string) | undefined
  runningHeader: boolean
  /** Of tables: all of one look, or solid with none at the left and the right of the table. */
  rules: 'solid' | 'dashed' | 'dotted' | 'open'
  /** Rows may be cut by the end of a page. */
  splitRows: boolean
  /** Rows that a cell holds together stay on one page where they take no more than half of it. */
  keepSpans: boolean
  /** Header rows are printed again on every page of a table. */
  repeatHeader: boolean
  inserted: { color: string; underline: boolean }
  deleted: { color: string }
}
