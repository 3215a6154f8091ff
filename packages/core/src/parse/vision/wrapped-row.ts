import { join } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { isMark } from './mark.ts'
import { bareOf, filled, type Row } from './row.ts'
import { labelOf } from './sheet-label.ts'

/** Cells one after another show by blank lines where they end: before no fewer and no more than these shares of the lines. */
const fewestApart = 0.2
const mostApart = 0.9
/** Lines of one cell make up at least this share of such a text, and at least so many lines. */
const mostlySingle = 0.6
const fewestRows = 20

const isSingle = (row: Row): boolean => row.table === undefined && row.line !== undefined && filled(row).length === 1

/** Whether a text is printed a cell after the other, blank lines between them. */
function isCellFlow(rows: readonly Row[]): boolean {
  const lines = rows.filter((r) => r.table === undefined)
  const singles = lines.filter(isSingle)
  const apart = singles.filter((r) => r.gap > 0).length
  return (
    singles.length >= fewestRows &&
    singles.length >= lines.length * mostlySingle &&
    apart >= singles.length * fewestApart &&
    apart <= singles.length * mostApart
  )
}

/** A line that begins something: an item of a list, a sum, a heading. */
const beginsItem = /^(?:[・●○◎※■◆◇▪★☆【〈《①-⑳]|\([0-9ア-ン]{1,2}\)|[-△▲]?[0-9][0-9,.]*(?:千円|百万円|万円|億円|円)?$)/u

/** No label is longer: beyond it a cell is text. */
const longestRead = 80

/** Whether a line goes on a cell that begins so: no blank line parts them, and it begins nothing of its own. */
function goesOn(bare: string, row: Row): boolean {
  const [next] = filled(row)
  if (row.gap > 0 || !isSingle(row) || !next || beginsItem.test(next.bare) || isMark(bare) || isMark(next.bare))
    return false
  const whole = bare.length > longestRead ? undefined : labelOf(bare + next.bare)
  return whole !== undefined || (labelOf(bare) === undefined && labelOf(next.bare) === undefined)
}

function joinRows(rows: readonly Row[]): Row {
  const [first] = rows
  const cells = rows.flatMap(filled)
  if (!first?.line || !cells[0] || rows.length < 2) return first as Row
  const text = join(cells.map((c) => c.text))
  return {
    gap: first.gap,
    cells: [{ ...cells[0], text, bare: bareOf(text) }],
    line: { ...first.line, text, folded: fold(text.value), printed: text },
  }
}

/** The rows of a text printed a cell after the other, with the lines of each cell as one; other rows as they are. */
export function joinWrappedRows(rows: readonly Row[]): Row[] {
  if (!isCellFlow(rows)) return [...rows]
  const groups: Row[][] = []
  let bare = ''
  for (const row of rows) {
    const group = groups.at(-1)
    const own = filled(row)[0]?.bare ?? ''
    if (group?.[0] && isSingle(group[0]) && goesOn(bare, row)) {
      group.push(row)
      bare = `${bare}${own}`.slice(0, longestRead + 1)
    } else {
      groups.push([row])
      bare = own.slice(0, longestRead + 1)
    }
  }
  return groups.map(joinRows)
}
