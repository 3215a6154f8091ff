import { slice, type Text, trim } from '../../../text/text.ts'
import { bareOf, type Row, type RowCell } from '../row.ts'
import { type FieldKind, labelOf } from './sheet-label.ts'

/** Labels that a name is followed by on its line: 事業名 観光案内 新規・継続の別 継続. Shorter words are of the name. */
const besideNames = new Set<FieldKind>(['note', 'number', 'participants'])
const word = /(?<=[ 　])[^ 　]{4,20}(?=[ 　])/gu

const partOf = (cell: RowCell, text: Text, at: number): RowCell => ({
  ...cell,
  text,
  bare: bareOf(text),
  from: cell.from + at,
  to: cell.from + at + text.value.length,
})

/** A line whose words are parted by single spaces, with its labels behind the name in cells of their own. */
export function cutAtLabels(row: Row): Row {
  if (!row.line) return row
  const cells = row.cells.flatMap((cell): RowCell[] => {
    const { text } = cell
    const found = [...text.value.matchAll(word)].find(({ 0: label, index }) => {
      const kind = labelOf(bareOf(slice(text, index, index + label.length)))?.kind
      return kind !== undefined && besideNames.has(kind)
    })
    if (!found) return [cell]
    const end = found.index + found[0].length
    return [
      partOf(cell, trim(slice(text, 0, found.index)), 0),
      partOf(cell, slice(text, found.index, end), found.index),
      partOf(cell, trim(slice(text, end)), end + 1),
    ]
  })
  return { ...row, cells }
}
