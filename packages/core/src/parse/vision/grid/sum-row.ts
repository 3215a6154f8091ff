import type { GridRow, ParticipationGrid } from '../../../schema/vision.ts'
import { type Context, locate, report } from '../../context.ts'
import { headOf } from '../budget/sum-head.ts'
import { filled, type RowCell } from '../row.ts'
import type { GridHeader } from './grid-header.ts'
import type { GridLine } from './grid-line.ts'
import { type Legend, participates } from './mark.ts'

const counts = /^(?<count>[0-9]{1,3})(?:事業|取組|件)?$/u
const isTotal = (cell: RowCell): boolean => headOf(cell.bare)?.kind === 'total'

/** 計 | 3 | 2 | 3: how many marks stand above, which the marks say themselves. */
export function isSumRow({ project, row }: GridLine): boolean {
  const cells = filled(row)
  const name = cells.find((c) => c.text === project)
  return (
    project !== undefined &&
    cells.some((c) => c.from <= (name?.from ?? 0) && isTotal(c)) &&
    cells.every((c) => isTotal(c) || counts.test(c.bare))
  )
}

type Numbers = readonly (RowCell | undefined)[]

/** For each name, and behind them for all together, the number that the row has of it. */
function numbersOf({ row }: GridLine, { names }: GridHeader): Numbers {
  const numbers = filled(row).filter((c) => counts.test(c.bare))
  if (row.table === undefined) return [0, 1].includes(numbers.length - names.length) ? numbers : []
  const last = Math.max(...names.map((n) => n.cell.from))
  return [...names.map((n) => numbers.find((c) => c.from === n.cell.from)), numbers.find((c) => c.from > last)]
}

/** What may have been counted of a name: who takes part, or marks of any kind but those that say no. */
function ways(rows: readonly GridRow[], name: string, legend: Legend): [number, number] {
  const own = rows.flatMap((r) => r.marks.filter((m) => m.municipality === name))
  return [
    rows.filter((r) => r.participants.includes(name)).length,
    own.filter((m) => participates(m.mark, new Map()) || participates(m.mark, legend)).length,
  ]
}

/** A row of sums, and how many rows of the grid stand above it. */
export interface SumRow {
  line: GridLine
  end: number
}

/** A grid goes over no more pages than this. */
const mostPages = 20

/** The rows of the same grid on the pages before. */
function rowsBefore(grids: readonly ParticipationGrid[], { names }: GridHeader): GridRow[] {
  const members = names.map((n) => n.name).join()
  return grids.slice(-mostPages).flatMap((g) => (g.municipalities.join() === members ? g.rows : []))
}

type Wrong = { cell: RowCell; name: string }[]

/** The numbers of a row of sums that the marks of `rows` do not have. */
function wrongOf({ names }: GridHeader, numbers: Numbers, rows: readonly GridRow[], legend: Legend): Wrong {
  const read = names.map(({ name }) => ways(rows, name, legend))
  const all = ([0, 1] as const).map((way) => read.reduce((sum, of) => sum + of[way], 0))
  return numbers.flatMap((cell, i) => {
    const count = Number(counts.exec(cell?.bare ?? '')?.groups?.count)
    return !cell || (read[i] ?? all).includes(count) ? [] : [{ cell, name: names[i]?.name ?? '' }]
  })
}

/**
 * Says where rows of sums have other numbers than the marks above them: each is of the rows since the sums before it, the last of all
 * rows too, or of all on the pages before as well.
 */
export function checkSums(
  context: Context,
  sums: readonly SumRow[],
  header: GridHeader,
  rows: readonly GridRow[],
  grids: readonly ParticipationGrid[],
  legend: Legend,
): void {
  let start = 0
  for (const { line, end } of sums) {
    const numbers = numbersOf(line, header)
    let wrong = wrongOf(header, numbers, rows.slice(start, end), legend)
    const others =
      line === sums.at(-1)?.line
        ? [() => rows.slice(0, end), () => [...rowsBefore(grids, header), ...rows.slice(0, end)]]
        : []
    for (const other of others) {
      if (wrong.length === 0) break
      const again = wrongOf(header, numbers, other(), legend)
      if (again.length < wrong.length) wrong = again
    }
    for (const { cell, name } of wrong) {
      const data = { project: line.project?.value ?? '', text: `${name}${cell.bare}` }
      report(context, 'participants-unread', data, locate(context, cell.text))
    }
    start = end
  }
}
