import type { Block, Cell } from '../../layout/block.ts'
import { findMunicipalities } from '../../municipality/municipality-name.ts'
import { isMark } from '../../parse/vision/mark.ts'
import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'

/** Fewest names that head a grid. */
const fewestNames = 2

/** A row of a grid: a project, and the cells under the names. */
export interface MarkRow {
  title: string
  cells: ReadonlyMap<string, Cell>
}

export interface MarkGrid {
  names: string[]
  rows: MarkRow[]
}

/** Folded, without spaces. */
export const bareOf = (text: Text): string => fold(text.value).replace(/\s/gu, '')

const nameOf = (cell: Cell): string | undefined => {
  const bare = bareOf(cell.text)
  return bare === '' ? undefined : findMunicipalities(bare)[0]?.name
}

/** The names of a row by their columns; undefined where it heads no grid. */
function headOf(row: readonly Cell[]): Map<number, string> | undefined {
  const names = new Map<number, string>()
  row.forEach((cell, c) => {
    const name = nameOf(cell)
    if (name !== undefined) names.set(c, name)
  })
  return names.size >= fewestNames && new Set(names.values()).size === names.size ? names : undefined
}

/** The grids of participants among tables: a row of names, and under it rows with marks, each of a project. */
export function markGrids(blocks: readonly Block[]): MarkGrid[] {
  return blocks.flatMap((block): MarkGrid[] => {
    if (block.kind === 'line') return []
    const at = block.rows.findIndex((row) => headOf(row) !== undefined)
    const head = at < 0 ? undefined : headOf(block.rows[at] as Cell[])
    if (!head) return []
    const first = Math.min(...head.keys())
    const rows = block.rows.slice(at + 1).flatMap((row): MarkRow[] => {
      const title = row.slice(0, first).findLast((cell) => cell.text.value !== '')
      const cells = new Map([...head].flatMap(([c, name]) => (row[c] ? [[name, row[c]]] : [])))
      return title && [...cells.values()].some((cell) => isMark(bareOf(cell.text)))
        ? [{ title: bareOf(title.text), cells }]
        : []
    })
    return rows.length > 0 ? [{ names: [...head.values()], rows }] : []
  })
}
