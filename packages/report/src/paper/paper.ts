import type { At } from '@kyoyaku/core'

export type Side = 'old' | 'new'

/** Where a piece of text was read. */
export interface Place {
  side: Side
  at: At
}

/** How a difference is shown: a line under it, two lines, or a thick frame around it. */
export type Mark = 'single' | 'double' | 'frame'

/** A stretch of text of one look. `side` tells whose difference a marked one is. */
export interface Run {
  text: string
  mark?: Mark | undefined
  place?: Place | undefined
  side?: Side | undefined
  /** Relative address of another paper. */
  paper?: string | undefined
}

/** A paragraph of a cell; `indent` in full-width characters. */
export interface Line {
  indent: number
  runs: Run[]
}

/** What a cell says beside its text, for colours. No colour says anything that no text says. */
export type Tone = 'added' | 'deleted' | 'changed' | 'up' | 'down' | 'joined' | 'left'

export interface Cell {
  lines: Line[]
  /** Columns and rows that it spans; 1 without. Cells that are covered are left out. */
  columns?: number
  rows?: number
  heading?: boolean
  /** The number that the text shows: spreadsheets get this one. */
  amount?: number
  tone?: Tone | undefined
}

/** `start`: begins a unit; rows of one unit have no line between them. */
export interface Row {
  cells: Cell[]
  start: boolean
}

export interface Column {
  heading: string
  /** Part of the table's width, relative to the other columns. */
  share: number
  align?: 'start' | 'end' | 'center'
}

export interface Table {
  kind: 'table'
  caption: string
  /** What the signs in it mean. */
  legend?: string
  columns: Column[]
  rows: Row[]
  /** A 新旧対照表: its caption is the paper's own heading, its cells hold sentences. */
  contrast?: true
}

/** Sums that rose and fell, by year, in `unit`. */
export interface Chart {
  kind: 'chart'
  caption: string
  unit: string
  bars: { label: string; up: number; down: number }[]
  words: { up: string; down: string; net: string }
}

/** `screen`: for reading on a screen; office papers leave it out. */
export type Block = (
  | { kind: 'heading'; text: string }
  | { kind: 'text'; runs: Run[] }
  | { kind: 'list'; items: Line[] }
  | Table
  | Chart
) & { screen?: true }

/** What every writer writes. */
export interface Paper {
  title: string
  locale: 'ja' | 'en'
  /** Thickness of the lines under changes, in points, where an office lays it down. */
  lineWeight?: number
  blocks: Block[]
}
