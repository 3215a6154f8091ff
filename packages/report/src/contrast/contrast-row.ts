import type { Line } from '../paper/paper.ts'
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
