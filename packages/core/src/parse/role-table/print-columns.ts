import type { Line } from '../../layout/block.ts'
import type { Text } from '../../text/text.ts'

/** Columns that a character takes on a line printed in a fixed pitch. */
const pitch = (c: string): number => (c.charCodeAt(0) < 0x80 || (c >= '\uff61' && c <= '\uff9f') ? 1 : 2)

/** For each column of the printed line, the character there, or -1 for space. */
export function occupancy(line: Line): number[] {
  const columns: number[] = []
  const { value } = line.printed
  for (let i = 0; i < value.length; i++) {
    const c = value[i] as string
    const space = /\s/u.test(c)
    for (let n = pitch(c); n > 0; n--) columns.push(space ? -1 : i)
  }
  return columns
}

/** The column of a printed line at which a text of it starts. */
export const startOf = (line: Line, text: Text): number =>
  occupancy(line).indexOf(line.printed.offsets.indexOf(text.offsets[0] as number))
