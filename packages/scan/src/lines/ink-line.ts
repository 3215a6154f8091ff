import type { Component } from '../ink/components.ts'

/** Characters in a row, by their ink; box in pixels. */
export interface InkLine {
  x0: number
  y0: number
  x1: number
  y1: number
  ink: Component[]
  /** Characters below one another. */
  vertical: boolean
}

export function lineOf(ink: Component[], vertical = false): InkLine {
  let [x0, y0, x1, y1] = [1e9, 1e9, 0, 0]
  for (const c of ink) {
    x0 = Math.min(x0, c.x0)
    y0 = Math.min(y0, c.y0)
    x1 = Math.max(x1, c.x1)
    y1 = Math.max(y1, c.y1)
  }
  return { x0, y0, x1, y1, ink, vertical }
}
