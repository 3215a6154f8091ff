import type { Block, Cell } from '../../layout/block.ts'
import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'

/** So many other cells of a column, none of them a list, make it one of plain texts. */
const fewestPlain = 4
const bullet = /^\s*・/u

const isWritten = (cell: Cell): boolean => !cell.covered && cell.text.value.trim() !== ''

/** Cells that begin with a dot alone in their column: a speck sooner than a list of one item. */
export function loneBullets(block: Block): Text[] {
  if (block.kind !== 'table') return []
  const cells = block.rows.flatMap((row) => row.flatMap((cell, column) => (isWritten(cell) ? [{ cell, column }] : [])))
  const columns = Map.groupBy(cells, ({ column }) => column)
  return [...columns.values()].flatMap((column) => {
    const lists = column.map(({ cell }) => cell).filter(({ text }) => fold(text.value).includes('・'))
    const [own] = lists
    const isLone = lists.length === 1 && column.length > fewestPlain && own && bullet.test(fold(own.text.value))
    return isLone && fold(own.text.value).split('・').length === 2 ? [own.text] : []
  })
}
