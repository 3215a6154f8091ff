import type { Text } from '../../text/text.ts'
import { filled, type Row, textsOf } from './row.ts'

/** Longest mark of a note: ※1, 注10). */
const longestMark = 4

/** The texts of a line of notes; a mark that stands apart from its words is none of its own. */
export const noteTexts = (row: Row): Text[] =>
  row.line && (filled(row)[0]?.bare.length ?? 0) <= longestMark ? [row.line.text] : textsOf([row])
