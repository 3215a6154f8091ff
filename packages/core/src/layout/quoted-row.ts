import { concat, slice, type Text } from '../text/text.ts'
import type { Line } from './block.ts'

/** A cell that spreadsheets copy with line breaks in it goes over no more lines than this. */
export const mostQuotedLines = 200

const opens = /(?:^|\t)"/u

/** Whether a line can be the first of a row with quoted cells. */
export const startsQuoted = (line: Line): boolean =>
  line.printed.value.includes('"') && opens.test(line.printed.value.trimStart())

/** Pieces of a line by the cells that they belong to; what is quoted at its end goes on in the next line. */
function cut(text: Text, cells: Text[][], quotedBefore: boolean, delimiter: string): boolean {
  const { value } = text
  let quoted = quotedBefore
  let pieces: Text[] = []
  let from = 0
  const put = (to: number): void => {
    pieces.push(slice(text, from, to))
    cells.at(-1)?.push(concat(pieces))
    pieces = []
  }
  let start = !quoted
  for (let i = 0; i <= value.length; i++) {
    const c = value[i]
    if (c === '"' && start) {
      quoted = true
      from = i + 1
    } else if (c === '"' && quoted) {
      // A doubled sign is the sign itself; a single one ends the quotation.
      const doubled = value[i + 1] === '"'
      pieces.push(slice(text, from, doubled ? i + 1 : i))
      if (doubled) i++
      else quoted = false
      from = i + 1
    } else if (i === value.length || (c === delimiter && !quoted)) {
      put(i)
      from = i + 1
      if (c === delimiter) cells.push([])
      start = true
      continue
    }
    start = false
  }
  return quoted
}

/**
 * The row that a line begins in which cells stand in quotation marks, as spreadsheets copy cells that hold line breaks, and
 * the number of its lines; a cell is given as its lines. Undefined where a quotation is not closed.
 */
export function quotedRow(
  lines: readonly Line[],
  from: number,
  delimiter = '\t',
): { cells: Text[][]; lines: number } | undefined {
  const cells: Text[][] = [[]]
  let quoted = false
  for (let n = 0; n < mostQuotedLines && from + n < lines.length; n++) {
    quoted = cut((lines[from + n] as Line).printed, cells, quoted, delimiter)
    if (!quoted) return cells.length > 1 ? { cells, lines: n + 1 } : undefined
  }
  return undefined
}
