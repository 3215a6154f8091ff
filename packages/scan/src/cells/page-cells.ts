import { type Box, type Rule, type RuledCell, ruledGrids, segmentsOf } from '@kyoyaku/core'
import type { Component } from '../ink/components.ts'
import { bandsOf, downwards } from '../lines/bands.ts'

/** A cell of a ruled table with the ink in it; its box in pixels. */
export interface InkCell {
  cell: RuledCell
  x0: number
  y0: number
  x1: number
  y1: number
  ink: Component[]
  /** Ink that is too small for a character: dirt, or pieces of a mark. */
  crumbs: Component[]
}

/** A ruled table of a page; its box in pixels. */
export interface InkTable {
  x0: number
  y0: number
  x1: number
  y1: number
  cells: InkCell[]
}

/** What is left of a rule lies within this many pixels of it and is no thicker than that. */
const rest = 7

/** A cell with no ink larger than this many pixels is blank: a full stop never stands alone. */
const speck = 8

const middle = (c: Component): [number, number] => [(c.x0 + c.x1) / 2, (c.y0 + c.y1) / 2]

/** Whether ink is what is left of a rule at the edge of its cell. */
function isRest(c: Component, cell: InkCell): boolean {
  const flat = c.y1 - c.y0 <= rest && (c.y0 - cell.y0 <= rest || cell.y1 - c.y1 <= rest)
  const upright = c.x1 - c.x0 <= rest && (c.x0 - cell.x0 <= rest || cell.x1 - c.x1 <= rest)
  return flat || upright
}

/** Share of the height of a box (points) that ink takes. */
function writtenIn([x0, y0, x1, y1]: Box, components: readonly Component[], scale: number): number {
  const inside = components.filter((c) => {
    const [x, y] = middle(c)
    return x >= x0 * scale && x <= x1 * scale && y >= y0 * scale && y <= y1 * scale
  })
  const height = bandsOf(inside, downwards, 1).reduce((sum, band) => sum + band.to - band.from, 0)
  return height / Math.max((y1 - y0) * scale, 1)
}

/** The tables that the rules of a page make (as core finds them) with their ink and crumbs, and the ink outside of them. */
export function pageCells(
  rules: readonly Rule[],
  components: readonly Component[],
  crumbs: readonly Component[],
  scale: number,
): { tables: InkTable[]; free: Component[] } {
  const grids = ruledGrids(segmentsOf(rules), (box) => writtenIn(box, components, scale)).filter(
    (grid) => grid.cells.length > 1,
  )
  grids.sort((a, b) => (b.box[2] - b.box[0]) * (b.box[3] - b.box[1]) - (a.box[2] - a.box[0]) * (a.box[3] - a.box[1]))
  const taken = new Set<Component>()
  const tables = grids.map((grid): InkTable => {
    const [x0, y0, x1, y1] = grid.box.map((n) => n * scale) as [number, number, number, number]
    const inTable = (c: Component): boolean => {
      const [x, y] = middle(c)
      return !taken.has(c) && x >= x0 && x <= x1 && y >= y0 && y <= y1
    }
    const inside = components.filter(inTable)
    const small = crumbs.filter(inTable)
    for (const c of inside) taken.add(c)
    const cells = grid.cells.map((cell): InkCell => {
      const [a, b, c, d] = cell.box
      return { cell, x0: a * scale, y0: b * scale, x1: c * scale, y1: d * scale, ink: [], crumbs: [] }
    })
    const rows = new Map<number, InkCell[]>()
    const cellOf = (c: Component): InkCell | undefined => {
      const [x, y] = middle(c)
      const key = rowOf(grid.ys, y / scale)
      const row = rows.get(key) ?? cells.filter((o) => o.cell.row <= key && o.cell.row + o.cell.rowSpan > key)
      rows.set(key, row)
      const own = row.find((o) => x >= o.x0 && x < o.x1)
      return own && !isRest(c, own) ? own : undefined
    }
    for (const c of inside) cellOf(c)?.ink.push(c)
    for (const c of small) cellOf(c)?.crumbs.push(c)
    for (const cell of cells) {
      if (cell.ink.some((c) => Math.max(c.x1 - c.x0, c.y1 - c.y0) > speck)) continue
      cell.crumbs.push(...cell.ink)
      cell.ink = []
    }
    return { x0, y0, x1, y1, cells }
  })
  return { tables, free: components.filter((c) => !taken.has(c)) }
}

function rowOf(edges: readonly number[], y: number): number {
  let row = 0
  while (row + 2 < edges.length && (edges[row + 1] as number) <= y) row++
  return row
}
