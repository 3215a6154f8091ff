import type { Lettering, ReadCharacter } from './recognizer.ts'

/** Characters of a line are scaled so, and it is 48 pixels high with its grey edges and margins, as the models take it; with more white more is misread. */
export const modelLettering: Lettering = { height: 32, margin: 6 }

/** A line with a character that is less sure than this is read a second time: one in fifteen, one in ten of a fax. */
const doubt = 0.6

/** Whether a line is worth a second reading. */
export const isDoubtful = (read: readonly ReadCharacter[]): boolean =>
  read.length === 0 || read.some((c) => c.confidence < doubt)

/** How sure a reading is, by the characters of it: readings of different length compare by the mean of one. */
const sureness = (read: readonly ReadCharacter[]): number =>
  read.length === 0 ? Number.NEGATIVE_INFINITY : read.reduce((sum, c) => sum + Math.log(c.confidence), 0) / read.length

/** Of two readings of a line the surer one; the first where they are as sure. */
export const surerOf = (a: ReadCharacter[], b: ReadCharacter[]): ReadCharacter[] => (sureness(b) > sureness(a) ? b : a)
