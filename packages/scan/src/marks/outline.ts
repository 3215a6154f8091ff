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
}

export const rayCount = 72
/** Steps along a ray; a corner of the box is √2 away. */
const stepsToEdge = 40
/** Ink lies along a diagonal within this share of half the box. */
const nearDiagonal = 0.36
/** Holes in a stroke of less than this share of the way to the edge are noise. */
const smallestHole = 0.09

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
  return { width, height, outer, inner, crossings, fill: ink / (width * height), diagonal: diagonal / Math.max(1, ink) }
}
