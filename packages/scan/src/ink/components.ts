import type { Raster } from '../clean/raster.ts'

/** Stretches of ink along the rows of a page, from the top: row, start and end (exclusive) by run; those of row y from `rows[y]`. */
export interface InkRuns {
  row: Int32Array
  start: Int32Array
  end: Int32Array
  rows: Int32Array
}

/** What hangs together, corner to corner as well: its box in pixels (half-open), its ink and its runs, as indices. */
export interface Component {
  x0: number
  y0: number
  x1: number
  y1: number
  area: number
  runs: Int32Array
}

export function inkRuns({ width, height, data }: Raster): InkRuns {
  const rows = new Int32Array(height + 1)
  let size = 1024
  let [row, start, end] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  const grown = (old: Int32Array): Int32Array<ArrayBuffer> => {
    const larger = new Int32Array(size)
    larger.set(old)
    return larger
  }
  let n = 0
  // Most of a page is paper, which `indexOf` leaps over.
  let next = data.indexOf(1)
  for (let y = 0; y < height; y++) {
    rows[y] = n
    const first = y * width
    const last = first + width
    while (next >= 0 && next < last) {
      const from = next
      while (next < last && data[next] !== 0) next++
      if (n === size) {
        size *= 2
        ;[row, start, end] = [grown(row), grown(start), grown(end)]
      }
      row[n] = y
      start[n] = from - first
      end[n++] = next - first
      next = data.indexOf(1, next)
    }
  }
  rows[height] = n
  return { row: row.subarray(0, n), start: start.subarray(0, n), end: end.subarray(0, n), rows }
}

/** Joins the sets of two members; the smaller index stays the root. */
export function unite(parent: Int32Array, a: number, b: number): void {
  const [ra, rb] = [rootOf(parent, a), rootOf(parent, b)]
  if (ra < rb) parent[rb] = ra
  else parent[ra] = rb
}

export function rootOf(parent: Int32Array, i: number): number {
  let root = i
  while (parent[root] !== root) root = parent[root] as number
  for (let k = i; k !== root; ) {
    const next = parent[k] as number
    parent[k] = root
    k = next
  }
  return root
}

/** The components of a page with at least so many pixels, in the order of their first rows. */
export function componentsOf({ row, start, end, rows }: InkRuns, leastArea = 1): Component[] {
  const count = start.length
  const parent = Int32Array.from(start, (_, i) => i)
  for (let y = 1; y + 1 < rows.length; y++) {
    let above = rows[y - 1] as number
    const aboveEnd = rows[y] as number
    for (let i = aboveEnd; i < (rows[y + 1] as number); i++) {
      while (above < aboveEnd && (end[above] as number) < (start[i] as number)) above++
      for (let k = above; k < aboveEnd && (start[k] as number) <= (end[i] as number); k++) unite(parent, i, k)
    }
  }
  const sizes = new Int32Array(count)
  const areas = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const root = rootOf(parent, i)
    sizes[root] = (sizes[root] as number) + 1
    areas[root] = (areas[root] as number) + (end[i] as number) - (start[i] as number)
  }
  // Runs by component without an array for each of them: specks are many.
  const order = new Int32Array(count)
  const place = new Int32Array(count)
  const components: Component[] = []
  const byRoot = new Map<number, Component>()
  let next = 0
  for (let i = 0; i < count; i++) {
    const root = parent[i] as number
    const area = areas[root] as number
    if (area < leastArea) continue
    let c = byRoot.get(root)
    if (!c) {
      const y = row[i] as number
      const runs = order.subarray(next, next + (sizes[root] as number))
      c = { x0: start[i] as number, y0: y, x1: end[i] as number, y1: y + 1, area, runs }
      byRoot.set(root, c)
      components.push(c)
      place[root] = next
      next += sizes[root] as number
    }
    if ((start[i] as number) < c.x0) c.x0 = start[i] as number
    if ((end[i] as number) > c.x1) c.x1 = end[i] as number
    c.y1 = (row[i] as number) + 1
    order[place[root] as number] = i
    place[root] = (place[root] as number) + 1
  }
  return components
}
