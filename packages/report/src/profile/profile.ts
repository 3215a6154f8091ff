import type { Mark, Side } from '../paper/paper.ts'

/** How an office writes a 新旧対照表. */
export interface Profile {
  name: string
  /** Columns from the left, with their headings before and after the decision. */
  columns: readonly { of: Side | 'notes'; draft: string; decided: string; share: number }[]
  /** Where the convention was read, or what it stands for. */
  source: string
  /** Printed above the table. */
  preface?: string
  /** Printed below it. */
  remark?: string
  marks: {
    /** Under words that changed, and under numbers that did. */
    words: Mark
    /** Under provisions that are new or gone as a whole. */
    whole: Mark
    /** For changed cells of tables. */
    cells: Mark
  }
  words: {
    added: string
    deleted: string
    /** What stands for an unchanged sentence. */
    omitted: string
    /** Unchanged items in a row: {label} is 2～5. */
    folded: string
  }
  /** An empty row at the end. */
  lastRowBlank?: true
  /** Thickness of the lines, in points, where it is laid down. */
  lineWeight?: number
}
