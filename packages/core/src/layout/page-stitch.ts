import { join } from '../text/clean.ts'
import type { Text } from '../text/text.ts'
import type { DrawnCell, DrawnTable } from './ruled-table.ts'

/** Columns of one table stand at the same places on both pages, within this many points; the whole may be shifted. */
const sameEdge = 3
/** A row goes on over the break where this share of its cells stop in a full line without a full stop. */
const goingOn = 0.5

function sameColumns(a: DrawnTable, b: DrawnTable): boolean {
  if (a.xs.length !== b.xs.length) return false
  const shift = (b.xs[0] as number) - (a.xs[0] as number)
  return a.xs.every((x, i) => Math.abs((b.xs[i] as number) - x - shift) <= sameEdge)
}

const rowText = (row: readonly DrawnCell[]): string => row.map((c) => c.folded.replaceAll(/\s/gu, '')).join('\t')

/** Rows at the top of the second part that repeat those at the top of the first. */
function repeatedRows(a: DrawnTable, b: DrawnTable): number {
  let n = 0
  while (
    n < a.rows.length &&
    n < b.rows.length - 1 &&
    rowText(a.rows[n] as DrawnCell[]) === rowText(b.rows[n] as DrawnCell[])
  )
    n++
  const blank = b.rows.slice(0, n).every((row) => row.every((c) => c.folded === ''))
  return blank ? 0 : n
}

/** Stops in the middle of a sentence at the edge of the cell. */
const stops = (cell: DrawnCell): boolean => cell.full && !/(^[-+△▲]? ?[0-9][0-9,.]*|[。.)）])$/u.test(cell.folded)

/** A row is cut by the page break where most of what goes on below had not come to its end above. */
function goesOn(last: readonly DrawnCell[], first: readonly DrawnCell[]): boolean {
  const both = last
    .map((above, i) => ({ above, below: first[i] as DrawnCell }))
    .filter(({ above, below }) => above.folded !== '' && below.folded !== '')
  if (both.length === 0 || first.some((c, i) => c.folded !== '' && last[i]?.folded === '')) return false
  return both.filter(({ above }) => stops(above)).length >= both.length * goingOn
}

function joinCells(above: DrawnCell, below: DrawnCell): DrawnCell {
  if (below.folded === '') return above
  const lines: Text[] = [...(above.lines ?? [above.text]), ...(below.lines ?? [below.text])]
  const runs = [...(above.runs ?? []), ...(below.runs ?? [])]
  return {
    ...above,
    text: join(lines),
    folded: above.folded + below.folded,
    lines,
    ...(runs.length > 0 ? { runs } : {}),
    full: below.full,
  }
}

/** The table with the rows of its continuation; rows repeated as a header are returned apart. */
export function stitch(a: DrawnTable, b: DrawnTable): { table: DrawnTable; repeated: DrawnCell[][] } | undefined {
  if (!sameColumns(a, b) || a.xs.length < 3) return undefined
  const headers = repeatedRows(a, b)
  for (const row of a.rows.slice(0, headers)) for (const cell of row) cell.header = true
  const rows = [...a.rows]
  const rest = b.rows.slice(headers)
  const last = rows.at(-1)
  const first = rest[0]
  if (last && first && rows.length > headers && goesOn(last, first)) {
    rows[rows.length - 1] = last.map((cell, i) => joinCells(cell, first[i] as DrawnCell))
    rest.shift()
  }
  return {
    table: {
      ...a,
      rows: [...rows, ...rest],
      pages: [...(a.pages ?? [a.page as number]), b.page as number],
      ruby: [...a.ruby, ...b.ruby],
    },
    repeated: b.rows.slice(0, headers),
  }
}
