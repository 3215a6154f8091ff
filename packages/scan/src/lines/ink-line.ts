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

/** Dots stand this close, in ems, to the middle of a vertical line. */
const dotReach = 0.2

/** A vertical line with the dots between its characters; other lines as they are. */
export function withDots(line: InkLine, dots: readonly Component[], em: number): InkLine {
  if (!line.vertical) return line
  const middle = (line.x0 + line.x1) / 2
  const own = dots.filter(
    (d) => d.y0 > line.y0 && d.y1 < line.y1 && Math.abs((d.x0 + d.x1) / 2 - middle) <= dotReach * em,
  )
  return own.length > 0 ? lineOf([...line.ink, ...own], true) : line
}
