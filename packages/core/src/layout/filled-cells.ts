import type { Box, FilledArea } from '../read/page-glyphs.ts'
import type { Glyph } from './glyphs.ts'
import type { Segments } from './segments.ts'
import { near } from './table-frames.ts'
import { type BandLine, linesFrom } from './text-band.ts'

/** Smaller areas, in points, are marks and bars. */
const leastWidth = 12
const leastHeight = 8
/** A row that is not filled, between two that are, is no higher than this. */
const highestRow = 150
/** More areas than this are a drawing. */
const mostAreas = 2000

const white = '#ffffff'

/** Areas of one height side by side, from left to right. */
type FilledRow = Box[]

/** Areas that touch others of their height at a side, as rows of cells do, downwards. */
function rowsOf(areas: readonly Box[]): FilledRow[] {
  const sorted = areas.toSorted((a, b) => a[1] - b[1] || a[0] - b[0])
  const rows: FilledRow[] = []
  for (const box of sorted) {
    const row = rows.findLast((own) => {
      const last = own.at(-1) as Box
      return (
        Math.abs(last[1] - box[1]) <= near && Math.abs(last[3] - box[3]) <= near && Math.abs(last[2] - box[0]) <= near
      )
    })
    if (row) row.push(box)
    else rows.push([box])
  }
  return rows.filter((row) => row.length > 1)
}

const edgesOf = (row: FilledRow): number[] => [(row[0] as Box)[0], ...row.map((box) => box[2])]

/** Whether two rows are of one table: an edge between cells is the same in both. */
const areAkin = (a: FilledRow, b: FilledRow): boolean =>
  edgesOf(a)
    .slice(1, -1)
    .some((x) =>
      edgesOf(b)
        .slice(1, -1)
        .some((y) => Math.abs(x - y) <= near),
    )

/** Whether two parts of a page share some of it. */
export const isOver = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/** How far a row without a colour goes from the first or last that has one: as its texts keep to the columns, two of them filled. */
function plainRow(lines: readonly BandLine[], edges: readonly number[], way: 1 | -1): number | undefined {
  const crossing = lines.findIndex(({ glyphs }) =>
    glyphs.some((g) => edges.slice(1, -1).some((x) => g.x0 < x - 1 && g.x1 > x + 1)),
  )
  const own = crossing < 0 ? [...lines] : lines.slice(0, crossing)
  const columns = ({ glyphs }: BandLine): number =>
    new Set(glyphs.map((g) => edges.findIndex((x) => x > (g.x0 + g.x1) / 2))).size
  // Captions stand above the first row, in one column.
  while (way < 0 && own.length > 0 && columns(own.at(-1) as BandLine) < 2) own.pop()
  const last = own.at(-1)
  if (!last || !own.some((line) => columns(line) > 1)) return undefined
  return way > 0 ? last.bottom + 1 : last.top - 1
}

/**
 * The borders of tables that have none but the colours of their cells: the edges of areas that tile rows, and between two such rows
 * those of the row without a colour. Areas of ruled tables, in `taken`, are left out.
 */
export function bordersOfAreas(
  areas: readonly FilledArea[],
  taken: readonly Box[],
  glyphs: readonly Glyph[],
): Segments {
  const borders: Segments = { horizontal: [], vertical: [] }
  const cells = areas.flatMap(({ box, color }) =>
    color !== white && box[2] - box[0] >= leastWidth && box[3] - box[1] >= leastHeight ? [box] : [],
  )
  if (cells.length < 4 || cells.length > mostAreas) return borders
  const rows = rowsOf(cells.filter((box) => !taken.some((t) => isOver(t, box))))
  const akin = rows.filter((row) => rows.some((other) => other !== row && areAkin(row, other)))
  akin.forEach((row, i) => {
    for (const [x0, y0, x1, y1] of row) {
      borders.horizontal.push({ at: y0, from: x0, to: x1 }, { at: y1, from: x0, to: x1 })
      borders.vertical.push({ at: x0, from: y0, to: y1 }, { at: x1, from: y0, to: y1 })
    }
    const above = akin[i - 1]
    const [top, bottom] = [above?.[0]?.[3] ?? 0, (row[0] as Box)[1]]
    if (!above || bottom - top <= near || bottom - top > highestRow || !areAkin(above, row)) return
    for (const x of edgesOf(row)) borders.vertical.push({ at: x, from: top, to: bottom })
  })
  for (const [row, way] of [
    [akin[0], -1],
    [akin.at(-1), 1],
  ] as const) {
    if (!row) continue
    const edges = edgesOf(row)
    const [from, to] = [edges[0] as number, edges.at(-1) as number]
    const edge = (row[0] as Box)[way > 0 ? 3 : 1]
    const reach = plainRow(linesFrom(glyphs, from, to, edge, way), edges, way)
    if (reach === undefined) continue
    borders.horizontal.push({ at: reach, from, to })
    for (const x of edges) borders.vertical.push({ at: x, from: Math.min(edge, reach), to: Math.max(edge, reach) })
  }
  return borders
}
