import type { Line } from '../../layout/block.ts'
import { isWhite } from '../../text/characters.ts'
import type { Text } from '../../text/text.ts'

/** Columns that a character takes on a line printed in a fixed pitch. */
export const pitch = (unit: number): number => (unit < 0x80 || (unit >= 0xff61 && unit <= 0xff9f) ? 1 : 2)

/** For each column of the printed line, the character there, or -1 for space. */
export function occupancy(line: Line): number[] {
  const columns: number[] = []
  const { value } = line.printed
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i)
    const here = isWhite(unit) ? -1 : i
    columns.push(here)
    if (pitch(unit) === 2) columns.push(here)
  }
  return columns
}

/** The column of a printed line at which a character of it begins. */
function columnAt(line: Line, index: number): number {
  const { value } = line.printed
  let column = 0
  for (let i = 0; i < index; i++) column += pitch(value.charCodeAt(i))
  return column
}

/** Columns that a printed line takes. */
export const columnsTaken = (line: Line): number => columnAt(line, line.printed.value.length)

/** The column of a printed line at which a text of it starts; -1 where it is of another line or starts with space. */
export function startOf(line: Line, text: Text): number {
  const index = line.printed.offsets.indexOf(text.offsets[0] as number)
  return index < 0 || isWhite(line.printed.value.charCodeAt(index)) ? -1 : columnAt(line, index)
}
