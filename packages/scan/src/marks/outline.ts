import type { Component, InkRuns } from '../ink/components.ts'

/** A shape seen from its middle, along rays that are as long as its box is wide and high (an ellipse becomes a circle). */
export interface Outline {
  width: number
  height: number
  /** By ray: how far out the outermost ink is, 0 where there is none; 1 is the side of the box. */
  outer: Float32Array
  /** By ray: how far out the innermost ink is; as `outer` where there is none inside. */
  inner: Float32Array
  /** By ray: how many stretches of ink it crosses. */
  crossings: Uint8Array
  /** Share of the box that is ink. */
  fill: number
  /** Share of the ink that lies along the two diagonals of the box. */
  diagonal: number
  /** Stretches of ink down a column of the box, on average over those that have some. */
  strands: number
  /** Share of the area within the outline that is ink. */
  solidity: number
}

export const rayCount = 72
/** Steps along a ray; a corner of the box is √2 away. */
const stepsToEdge = 40
/** Ink lies along a diagonal within this share of half the box. */
const nearDiagonal = 0.36
/** Holes in a stroke of less than this share of the way to the edge are noise. */
const smallestHole = 0.09
/** A stroke with a gap of no more rays than this (20 degrees) goes on: thin ones break on a fax. */
const widestBreak = 4

/** The ink of components, cut out of their page. */
export function cutOut(components: readonly Component[], { row, start, end }: InkRuns): Shape {
  let [x0, y0, x1, y1] = [1e9, 1e9, 0, 0]
  for (const c of components) {
    x0 = Math.min(x0, c.x0)
    y0 = Math.min(y0, c.y0)
    x1 = Math.max(x1, c.x1)
    y1 = Math.max(y1, c.y1)
  }
  const width = x1 - x0
  const data = new Uint8Array(width * (y1 - y0))
  for (const c of components)
    for (const i of c.runs) {
      const line = ((row[i] as number) - y0) * width - x0
      data.fill(1, line + (start[i] as number), line + (end[i] as number))
    }
  return { x0, y0, x1, y1, width, height: y1 - y0, data }
}

/** Ink in a box of its own: 1 where there is ink. */
export interface Shape {
  x0: number
  y0: number
  x1: number
  y1: number
  width: number
  height: number
  data: Uint8Array
}

/** Looks at a shape along rays from the middle of its box. */
export function outlineOf({ width, height, data }: Shape): Outline {
  const outer = new Float32Array(rayCount)
  const inner = new Float32Array(rayCount)
  const crossings = new Uint8Array(rayCount)
  let ink = 0
  let diagonal = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (data[y * width + x] === 0) continue
      ink++
      const [u, v] = [Math.abs((2 * x + 1) / width - 1), Math.abs((2 * y + 1) / height - 1)]
      if (Math.abs(u - v) < nearDiagonal) diagonal++
    }
  for (let k = 0; k < rayCount; k++) {
    const dx = (Math.cos((k * 2 * Math.PI) / rayCount) * width) / 2
    const dy = (Math.sin((k * 2 * Math.PI) / rayCount) * height) / 2
    let last = -1
    for (let s = 0; s < stepsToEdge * 1.5; s++) {
      const r = (s + 0.5) / stepsToEdge
      const x = Math.floor(width / 2 + dx * r)
      const y = Math.floor(height / 2 + dy * r)
      if (x < 0 || y < 0 || x >= width || y >= height) break
      if (data[y * width + x] === 0) continue
      if (last < 0) inner[k] = r
      if (last < 0 || r - last > smallestHole + 1.5 / stepsToEdge) crossings[k] = (crossings[k] as number) + 1
      last = r
      outer[k] = r
    }
  }
  bridge(outer, inner, crossings)
  return {
    width,
    height,
    outer,
    inner,
    crossings,
    fill: ink / (width * height),
    diagonal: diagonal / Math.max(1, ink),
    strands: strandsOf(width, data),
    solidity: (ink * 4) / (width * height) / Math.max(1e-6, areaWithin(outer)),
  }
}

/** Gives rays that pass through a short break of a stroke what those beside them have. */
function bridge(outer: Float32Array, inner: Float32Array, crossings: Uint8Array): void {
  const seen = outer.slice()
  for (let k = 0; k < rayCount; k++) {
    if (seen[k] !== 0) continue
    const next = (by: 1 | -1): number => {
      let n = 1
      while (n <= widestBreak && seen[(k + by * n + rayCount) % rayCount] === 0) n++
      return n
    }
    const [before, after] = [next(-1), next(1)]
    if (before + after > widestBreak + 1) continue
    const [a, b] = [(k - before + rayCount) % rayCount, (k + after) % rayCount]
    const between = (of: Float32Array): number =>
      ((of[a] as number) * after + (of[b] as number) * before) / (before + after)
    outer[k] = between(outer)
    inner[k] = between(inner)
    crossings[k] = Math.min(crossings[a] as number, crossings[b] as number)
  }
}

function strandsOf(width: number, data: Uint8Array): number {
  let strands = 0
  let columns = 0
  for (let x = 0; x < width; x++) {
    const before = strands
    for (let i = x; i < data.length; i += width) if (data[i] === 1 && (i < width || data[i - width] === 0)) strands++
    if (strands > before) columns++
  }
  return strands / Math.max(1, columns)
}

/** Area within an outline, the box being 4. */
function areaWithin(outer: Float32Array): number {
  const sine = Math.sin((2 * Math.PI) / rayCount) / 2
  return outer.reduce((sum, r, k) => sum + r * (outer[(k + 1) % rayCount] as number) * sine, 0)
}

/** The largest triangle with its corners on an outline: its share of what the outline encloses, and whether its tip is up (1) or down (−1). */
export function largestTriangle(outer: Float32Array): { share: number; tip: 1 | -1 } {
  const points = Array.from(outer, (r, k): [number, number] => {
    const angle = (k * 2 * Math.PI) / rayCount
    return [Math.cos(angle) * r, Math.sin(angle) * r]
  })
  let most = 0
  let tip: 1 | -1 = 1
  for (let a = 0; a < rayCount; a++)
    for (let b = a + 1; b < rayCount; b++) {
      const [ax, ay] = points[a] as [number, number]
      const [bx, by] = points[b] as [number, number]
      for (let c = b + 1; c < rayCount; c++) {
        const [cx, cy] = points[c] as [number, number]
        const area = Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
        if (area <= most) continue
        most = area
        const middle = ay + by + cy - Math.min(ay, by, cy) - Math.max(ay, by, cy)
        tip = middle > (Math.min(ay, by, cy) + Math.max(ay, by, cy)) / 2 ? 1 : -1
      }
    }
  return { share: most / Math.max(1e-6, areaWithin(outer)), tip }
}
