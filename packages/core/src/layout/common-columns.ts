import { emptyText } from '../text/text.ts'
import type { DrawnCell, DrawnTable } from './ruled-table.ts'

/** Columns of one table stand at the same places on both pages, within this many points; the whole may be shifted. */
const sameEdge = 3
/** Fewer edges than these are a frame, which any table could go on in: the sides and one between them. */
const fewestEdges = 3

/** For each edge of the table with fewer of them, its place among the edges of the other; undefined where one has none. */
function placesAmong(edges: readonly number[], all: readonly number[]): number[] | undefined {
  const shift = (all[0] as number) - (edges[0] as number)
  const places = edges.map((x) => all.findIndex((y) => Math.abs(x + shift - y) <= sameEdge))
  return places.includes(-1) || places.at(-1) !== all.length - 1 || new Set(places).size < places.length
    ? undefined
    : places
}

const covered = (): DrawnCell => ({ text: emptyText, folded: '', covered: true, full: false })

/** The table with its cells over as many columns as `xs` has in their width. `places` are those of its edges. */
function refine(table: DrawnTable, places: readonly number[], xs: readonly number[]): DrawnTable {
  const rows = table.rows.map((row) =>
    row.flatMap((cell, i): DrawnCell[] => {
      const from = places[i] as number
      const rest = Array.from({ length: (places[i + 1] as number) - from - 1 }, covered)
      if (cell.covered) return [cell, ...rest]
      const colSpan = (places[i + (cell.colSpan ?? 1)] as number) - from
      return [colSpan > 1 ? { ...cell, colSpan } : cell, ...rest]
    }),
  )
  const [left = 0] = table.xs
  return { ...table, rows, xs: xs.map((x) => x - (xs[0] as number) + left) }
}

/**
 * Two parts of one table in the same columns. A part whose rows all span columns that rows of the other part hold does
 * not show the edges between these; it has them all the same. Undefined where an edge of either has no place in the other.
 */
export function inCommonColumns(a: DrawnTable, b: DrawnTable): [DrawnTable, DrawnTable] | undefined {
  if (Math.min(a.xs.length, b.xs.length) < fewestEdges) return undefined
  const places = a.xs.length <= b.xs.length ? placesAmong(a.xs, b.xs) : placesAmong(b.xs, a.xs)
  if (!places) return undefined
  if (a.xs.length === b.xs.length) return [a, b]
  return a.xs.length < b.xs.length ? [refine(a, places, b.xs), b] : [a, refine(b, places, a.xs)]
}
