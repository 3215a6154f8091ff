import type { Cell } from '../../layout/block.ts'
import type { Column } from './column.ts'
import type { Element } from './elements.ts'

type Kinds = readonly (Column | 'heading' | undefined)[]

/** Lists go on over pages with a new point in every cell. */
const point = /^[・○●◯■◆\-*①-⑳]/u

/** Whether a row that has no title is complete in itself and the one above it too: neither goes on in the other. */
function standsAlone(row: readonly Cell[], above: readonly Cell[], columns: Kinds): boolean {
  return columns.every((column, i) => {
    if (column === undefined || column === 'heading' || column.kind === 'title') return true
    const [own, before] = [row[i]?.folded ?? '', above[i]?.folded ?? '']
    if (own === '' || before === '' || point.test(own)) return false
    return column.kind === 'description' || (own.endsWith('。') && before.endsWith('。'))
  })
}

const wordsOf = (cells: readonly Cell[]): string => cells.map((c) => c.folded).join()

/**
 * Columns of a table whose one column of titles spans several rows, each of which has its own 取組の内容: such titles head the rows
 * below them, and what is done is what each row is called. Tables under the same row of headings are read alike.
 */
export function withMergedTitles(
  columns: Kinds,
  header: readonly Cell[],
  elements: readonly Element[],
  isHeader: (cells: readonly Cell[]) => boolean,
): (Column | 'heading' | undefined)[] {
  const same = [...columns]
  const title = columns.findIndex((c) => c !== 'heading' && c?.kind === 'title')
  const description = columns.findIndex((c) => c !== 'heading' && c?.kind === 'description')
  if (title < 0 || description !== title + 1 || !columns.some((c) => c !== 'heading' && c?.kind === 'role')) return same
  const words = wordsOf(header)
  let above: readonly Cell[] | undefined
  let own = false
  for (const element of elements) {
    if (element.kind !== 'row') continue
    const { cells } = element
    if (isHeader(cells)) {
      own = wordsOf(cells) === words
      above = undefined
    } else if (own) {
      if (above && (cells[title]?.folded ?? '') === '' && standsAlone(cells, above, columns)) {
        same[title] = 'heading'
        same[description] = { kind: 'title' }
        return same
      }
      above = cells
    }
  }
  return same
}
