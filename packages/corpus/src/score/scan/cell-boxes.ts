import { type Source, tables } from '@kyoyaku/core'
import type { Tally } from '../comparison.ts'
import type { Box, PrintedPage } from './printed-page.ts'

/** A cell is found where one that was read covers it so well. */
const sameBox = 0.8

/** Area that two boxes share by the area that they cover together (Jaccard 1901), as object detection scores boxes. */
export function overlapOf(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0])
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1])
  if (width <= 0 || height <= 0) return 0
  const area = ([x0, y0, x1, y1]: Box): number => (x1 - x0) * (y1 - y0)
  return (width * height) / (area(a) + area(b) - width * height)
}

/** Cells of the tables of one page: read as a source of its own, so that none is joined with its rest overleaf. */
function cellsOn(source: Source, number: number): Box[] {
  const page = source.pages.find((p) => p.number === number)
  if (!page) return []
  return tables({ ...source, pages: [page] }).tables.flatMap((t) =>
    t.cells.flatMap((c) => (c.at?.bbox && c.at.page === number && t.at?.bbox ? [c.at.bbox as Box] : [])),
  )
}

/** Compares the drawn cells of a page with those that were found; every found one serves one drawn one. */
export function compareCells(source: Source, number: number, printed: PrintedPage): { tally: Tally; missed: Box[] } {
  const left = new Set(cellsOn(source, number))
  const found = left.size
  const missed: Box[] = []
  for (const { box } of printed.cells) {
    let best: Box | undefined
    let most = sameBox
    for (const other of left) {
      const overlap = overlapOf(box, other)
      if (overlap >= most) [best, most] = [other, overlap]
    }
    if (best) left.delete(best)
    else missed.push(box)
  }
  return { tally: { hit: printed.cells.length - missed.length, wanted: printed.cells.length, found }, missed }
}
