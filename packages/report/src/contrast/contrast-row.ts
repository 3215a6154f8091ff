import type { Line, Side } from '../paper/paper.ts'
import type { Profile } from '../profile/profile.ts'
import type { Revision } from '../revision.ts'

/** One height of a 新旧対照表. What corresponds stands in one row. */
export interface ContrastRow {
  old: Line[]
  new: Line[]
  /** Begins an article, a table or a project. */
  start: boolean
  /** A heading over all columns: `old` and `new` are empty. */
  heading?: Line
  /** What is to be said of the unit, in its first row. */
  notes?: string[]
}

export interface Contrast {
  revision: Revision
  profile: Profile
}

export const row = (old: Line[], other: Line[], start = false, notes?: string[]): ContrastRow => ({
  old,
  new: other,
  start,
  ...(notes && notes.length > 0 ? { notes } : {}),
})

export const headingRow = (text: string): ContrastRow => ({
  old: [],
  new: [],
  start: true,
  heading: { indent: 0, runs: [{ text }] },
})

/** A unit that one side alone has, a row a line, so that long ones break over pages; the other side says so beside the first. */
export const aloneRows = (side: Side, lines: readonly Line[], note: Line, notes: string[]): ContrastRow[] =>
  lines.map((line, i) => {
    const other = i === 0 ? [note] : []
    return side === 'new'
      ? row(other, [line], i === 0, i === 0 ? notes : [])
      : row([line], other, i === 0, i === 0 ? notes : [])
  })
