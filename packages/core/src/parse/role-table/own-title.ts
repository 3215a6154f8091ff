import { fold } from '../../text/fold.ts'
import { leadEnd, shortLine } from './paragraphs.ts'
import { widthOf } from './piece.ts'
import type { Row } from './row.ts'
import { rowLabelOf } from './row-label.ts'

/**
 * A row whose title stands at the beginning of its 取組内容: before a space (観光の推進 観光客を…する。), where the row stays as it is, or
 * numbered on a line of its own, which becomes a cell. Undefined where it has none; a list has more numbers.
 */
export function withOwnTitle(row: Row): Row | undefined {
  const at = row.columns.findIndex((c) => c.kind === 'description')
  const cell = row.cells[at]
  const [first, ...rest] = cell?.pieces ?? []
  if (!cell || !first || row.columns.some((c) => c.kind === 'title')) return undefined
  const folded = fold(first.value)
  if (rest.length === 0) return leadEnd(folded, first.value) === undefined ? undefined : row
  const numbered = rowLabelOf(folded) !== undefined && !/[。、,]$/u.test(folded)
  // A sentence that is wrapped fills its first line.
  const widest = Math.max(...rest.map((piece) => widthOf(fold(piece.value))))
  const ends = rest.at(-1)?.value.endsWith('。') && widthOf(folded) < widest - shortLine
  if (!numbered || !ends || rest.some((piece) => rowLabelOf(fold(piece.value)))) return undefined
  return {
    columns: [{ kind: 'title' }, ...row.columns],
    cells: [{ ...cell, pieces: [first] }, ...row.cells.map((c, i) => (i === at ? { ...cell, pieces: rest } : c))],
  }
}
