import type { Rule } from '@kyoyaku/core'
import type { OcrBox, OcrTable } from './ocr-page.ts'

/** Thickness in points of the rules around cells: files give their places only. */
const thickness = 0.5
/** Edges of neighbouring cells are one rule where they lie closer than this share of the lowest cell. */
const joined = 0.6

/** Where edges that belong together meet: the middle of each cluster. */
function snapping(edges: readonly number[], tolerance: number): (edge: number) => number {
  const clusters: number[][] = []
  for (const edge of edges.toSorted((a, b) => a - b)) {
    const cluster = clusters.at(-1)
    if (cluster && edge - (cluster[0] as number) <= tolerance) cluster.push(edge)
    else clusters.push([edge])
  }
  const middles = new Map(
    clusters.flatMap((c) => c.map((edge) => [edge, ((c[0] as number) + (c.at(-1) as number)) / 2])),
  )
  return (edge) => middles.get(edge) ?? edge
}

/** Cells of a stated table as the rules between them, in points. */
export function rulesOfTable(table: OcrTable, scale: number): Rule[] {
  const lowest = Math.min(...table.map(({ y0, y1 }) => y1 - y0))
  const acrossAt = snapping(
    table.flatMap(({ x0, x1 }) => [x0, x1]),
    lowest * joined,
  )
  const downAt = snapping(
    table.flatMap(({ y0, y1 }) => [y0, y1]),
    lowest * joined,
  )
  const drawn = new Map<string, Rule>()
  const draw = (x0: number, y0: number, x1: number, y1: number): void => {
    if (x0 === x1 && y0 === y1) return
    const rule = { x0: x0 / scale, y0: y0 / scale, x1: x1 / scale, y1: y1 / scale, width: thickness, color: '#000000' }
    drawn.set(`${x0} ${y0} ${x1} ${y1}`, rule)
  }
  const edges = ({ x0, y0, x1, y1 }: OcrBox): void => {
    const [left, right, top, bottom] = [acrossAt(x0), acrossAt(x1), downAt(y0), downAt(y1)]
    draw(left, top, right, top)
    draw(left, bottom, right, bottom)
    draw(left, top, left, bottom)
    draw(right, top, right, bottom)
  }
  table.forEach(edges)
  return [...drawn.values()]
}
