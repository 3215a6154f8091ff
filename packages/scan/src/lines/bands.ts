import type { Component } from '../ink/components.ts'

/** Ink between two edges along one axis. */
export interface Band {
  from: number
  to: number
  ink: Component[]
}

export interface Axis {
  from: (c: Component) => number
  to: (c: Component) => number
}
export const downwards: Axis = { from: (c) => c.y0, to: (c) => c.y1 }
export const rightwards: Axis = { from: (c) => c.x0, to: (c) => c.x1 }

/** Parts ink where a gap of at least so many pixels runs through all of it. */
export function bandsOf(ink: readonly Component[], axis: Axis, gap: number): Band[] {
  const bands: Band[] = []
  let current: Band | undefined
  for (const c of [...ink].sort((a, b) => axis.from(a) - axis.from(b))) {
    if (current && axis.from(c) - current.to < gap) {
      current.ink.push(c)
      current.to = Math.max(current.to, axis.to(c))
    } else {
      current = { from: axis.from(c), to: axis.to(c), ink: [c] }
      bands.push(current)
    }
  }
  return bands
}
