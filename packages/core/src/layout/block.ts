import type { Text } from '../text/text.ts'

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
  /** White space at its end: where a word processor ends a paragraph. */
  ended: boolean
}

export interface Cell {
  text: Text
  folded: string
}

/** Rows of cells as the source delimits them (tabs, Markdown bars, rules); rows may differ in length. */
export interface Table {
  kind: 'table'
  rows: Cell[][]
  page: number | undefined
}

export type Block = Line | Table
