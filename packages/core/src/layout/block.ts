import type { Box } from '../read/page-glyphs.ts'
import type { Furniture } from '../schema/at.ts'
import type { Text } from '../text/text.ts'
import type { Turn } from './glyphs.ts'
import type { Run } from './marked-run.ts'

/** A line of running text without its margins. */
export interface Line {
  kind: 'line'
  /** Trimmed; where the line is letter-spaced, closed up; otherwise with its inner spaces as printed. */
  text: Text
  /** `text` in the form grammars match on, index for index. */
  folded: string
  /** The line as printed, untrimmed. */
  printed: Text
  /** Width of the left margin in half-width columns. */
  indent: number
  /** Blank lines before it. */
  gap: number
  page: number | undefined
  letterSpaced: boolean
  /** White space at its end, or on a drawn page room for more: where a word processor ends a paragraph. */
  ended: boolean
  /** Where it is on its page, in points from the top left; for drawn pages. */
  box?: Box
  /** The turn of its page in which it runs from left to right; 0 where absent. */
  turn?: Turn
  /** What it is, where its place on drawn pages shows that it is none of the document's own text. */
  furniture?: Furniture['kind']
  /** A note at the foot of its page or in a box beside the text: text of the document, but not where it stands. */
  aside?: true
  /** What a redline marks in it; what is struck out is not in `text`. */
  runs?: Run[]
}

export interface Cell {
  text: Text
  folded: string
  /** Its lines as drawn, where it has several. */
  lines?: Text[]
  /** Rows and columns that it takes; 1 where absent. */
  rowSpan?: number
  colSpan?: number
  /** An empty stand-in at a place that a cell to the left or above spans. */
  covered?: true
  header?: true
  /** What a redline marks in it; what is struck out is not in `text`. */
  runs?: Run[]
  page?: number
  box?: Box
}

/**
 * Rows of cells as the source delimits them (tabs, Markdown bars, rules). Rows of text may differ in length; a drawn table
 * has a cell in every column of every row, stand-ins for what is spanned among them.
 */
export interface Table {
  kind: 'table'
  rows: Cell[][]
  page: number | undefined
  /** All pages that it stands on, where it goes on over a page break. */
  pages?: number[]
  box?: Box
}

export type Block = Line | Table
