import type { Block, Cell } from '../../layout/block.ts'
import { findMunicipalities } from '../../municipality/municipality-name.ts'
import { isMark, participates } from '../../parse/vision/grid/mark.ts'
import { isStrangeName } from '../../parse/vision/grid/strange-name.ts'
import { fold } from '../../text/fold.ts'
import type { Text } from '../../text/text.ts'

/** Fewest names that head a grid. */
const fewestNames = 2

/** A row of a grid: a project, and the cells under the names. */
export interface MarkRow {
  title: string
  cells: ReadonlyMap<string, Cell>
  /** All cells, by their columns. */
  columns: readonly Cell[]
}

/** The head of a column: a name, or what may be one that was misread. */
export interface MarkHead {
  column: number
  name: string
  text: Text
}

export interface MarkGrid {
  names: string[]
  heads: MarkHead[]
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

/** The heads of a row of names: those that municipalities bear, and others printed as such. */
const headsIn = (row: readonly Cell[], names: ReadonlyMap<number, string>): MarkHead[] =>
  row.flatMap(({ text }, column) => {
    const bare = bareOf(text)
    const name = names.get(column) ?? (isStrangeName(bare) ? bare : undefined)
    return name === undefined ? [] : [{ column, name, text }]
  })

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
        ? [{ title: bareOf(title.text), cells, columns: row }]
        : []
    })
    const heads = headsIn(block.rows[at] as Cell[], head)
    return rows.length > 0 ? [{ names: [...head.values()], heads, rows }] : []
  })
}

/** What marks say that a legend explains otherwise is not settled: such grids have several. */
const noLegend = new Map<string, boolean>()

type Reading = 'in' | 'out' | 'unclear'

/** What a cell of a grid says. */
export const readingOf = (cell: Cell): Reading => {
  const bare = bareOf(cell.text)
  if (bare === '') return 'out'
  if (!isMark(bare)) return 'unclear'
  return participates(bare, noLegend) ? 'in' : 'out'
}
