import { measures, type RowCell } from '../row.ts'
import type { GridHeader } from './grid-header.ts'
import { type GridLine, headWidth } from './grid-line.ts'
import { isMark, isToken } from './mark.ts'

/** Columns under a head that is no known name, by their index: where marks stand in them, it may be a name that was misread. */
const otherColumns = (header: GridHeader): Set<number> =>
  new Set(
    header.columns.flatMap(({ kind, cell }) => (kind === 'other' && cell.to === cell.from + 1 ? [cell.from] : [])),
  )

/** Whether a row says of all names together who takes part, and nothing of any one. */
export const isOfAll = ({ everyone, cells }: GridLine): boolean =>
  everyone !== undefined && cells.every((c) => c.bare === '')

/** Whether names and cells of all rows agree by their index: no mark outside of a column with a head, every row as wide as the others. */
export function agreesByIndex(all: readonly GridLine[], header: GridHeader): boolean {
  // 交流 | 全市町 needs no cells for the names.
  const lines = all.filter((l) => !isOfAll(l))
  const columns = new Set([...header.names.map((n) => n.cell), ...(header.unknown ?? [])].map((cell) => cell.from))
  const others = otherColumns(header)
  const width = lines[0]?.row.cells.length
  const isEven = lines.every((l) => l.row.cells.length === width)
  const last = Math.max(...header.names.map((n) => n.cell.from))
  const whole = headWidth(header)
  // Blank cells at the end leave no trace between tabs: a word right of all names shows that none is missing before it.
  const isWhole = ({ row: { cells } }: GridLine): boolean =>
    isEven ||
    cells.length === whole ||
    (cells.length < whole && cells.some((c) => c.from > last && c.bare !== '' && !isMark(c.bare)))
  return lines.every(
    (l) =>
      l.row.table !== undefined &&
      isWhole(l) &&
      l.row.cells.every((c) =>
        columns.has(c.from)
          ? (c.bare.length <= 2 || isToken(c.bare) || c.bare === l.everyone?.bare) && !/^[0-9]+$/u.test(c.bare)
          : !isMark(c.bare) || others.has(c.from),
      ),
  )
}

/** How the marks of lines stand under names: by which measure, and how far off they may be. */
interface Alignment {
  at: (cell: RowCell) => number
  /** Half the smallest distance of two names. */
  reach: number
}

/** Marks stand off their names by no more than this share of the reach, on average; else they are under nothing. */
const loosest = 0.6

/** The measure by which the marks of all lines stand nearest to names; undefined where they do by none. */
export function alignmentOf(lines: readonly GridLine[], header: GridHeader): Alignment | undefined {
  const cells = lines.flatMap((l) => (l.row.table === undefined ? l.cells : []))
  let best: (Alignment & { apart: number }) | undefined
  for (const at of measures) {
    const heads = header.names.map((n) => at(n.cell)).sort((a, b) => a - b)
    const reach = Math.min(...heads.slice(1).map((h, i) => h - (heads[i] as number))) / 2
    const sum = cells.reduce((n, c) => n + Math.min(...heads.map((h) => Math.abs(h - at(c)))), 0)
    const apart = sum / Math.max(1, cells.length) / Math.max(reach, 0.5)
    if (!best || apart < best.apart) best = { at, reach: Math.max(reach, 0.5), apart }
  }
  return best && best.apart <= loosest ? best : undefined
}

/** The columns of names; several names that one cell lists share theirs. */
export const columnsOf = (names: GridHeader['names']): number[] => [...new Set(names.map((n) => n.cell.from))]

/** For each name the cell that is its own; undefined where cells and names cannot be told together. */
export function assign(
  line: GridLine,
  header: GridHeader,
  byIndex: boolean,
  alignment: Alignment | undefined,
): (RowCell | undefined)[] | undefined {
  const { names } = header
  const columns = columnsOf(names)
  if (line.row.table === undefined) {
    if (line.cells.length === names.length) return [...line.cells]
    if (!alignment) return undefined
    const { at, reach } = alignment
    const under = line.cells.map((cell) => {
      const apart = names.map((n) => Math.abs(at(n.cell) - at(cell)))
      const least = Math.min(...apart)
      return least <= reach ? apart.indexOf(least) : -1
    })
    if (under.includes(-1) || new Set(under).size < under.length) return undefined
    return names.map((_, i) => line.cells[under.indexOf(i)])
  }
  if (byIndex) return names.map((n) => line.row.cells.find((c) => c.from === n.cell.from))
  return line.cells.length === columns.length ? names.map((n) => line.cells[columns.indexOf(n.cell.from)]) : undefined
}

/**
 * Names that have a mark however the surplus or missing cells of the row are explained: with `d` cells too many each
 * name's cell is one of d + 1 neighbours, and only where all of them hold a mark is it certain.
 */
export function certain(cells: readonly RowCell[], names: number): number[] {
  const apart = cells.length - names
  const found: number[] = []
  for (let i = 0; i < names; i++) {
    const [from, to] = apart >= 0 ? [i, i + apart] : [i + apart, i]
    let all = true
    for (let k = from; k <= to; k++) if (!cells[k] || cells[k]?.bare === '') all = false
    if (all) found.push(i)
  }
  return found
}
