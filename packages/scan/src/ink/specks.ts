import type { Component } from './components.ts'

/** Dirt is no larger than this each way, in pixels at 300 dpi (.6 mm); a full stop may be as small … */
const speckSize = 7
/** … but stands beside characters (at least so large), no further off than this many pixels across and down. */
const characterSize = 13
const across = 24
const down = 9
/** Side of the squares by which neighbours are looked up. */
const square = 64

const isSpeck = (c: Component): boolean => c.x1 - c.x0 <= speckSize && c.y1 - c.y0 <= speckSize

/** Drops what is as small as dirt and stands beside nothing that is written. */
export function withoutSpecks(components: readonly Component[]): Component[] {
  const squares = new Map<number, Component[]>()
  const key = (x: number, y: number): number => (y >> 6) * 4096 + (x >> 6)
  for (const c of components) {
    if (c.x1 - c.x0 < characterSize && c.y1 - c.y0 < characterSize) continue
    // Long components are put into every square that they reach, within a bound that no character passes.
    for (let y = c.y0; y < c.y1 + square && y < c.y0 + 8 * square; y += square)
      for (let x = c.x0; x < c.x1 + square && x < c.x0 + 8 * square; x += square) {
        const k = key(Math.min(x, c.x1), Math.min(y, c.y1))
        const own = squares.get(k)
        if (!own) squares.set(k, [c])
        else if (own.at(-1) !== c) own.push(c)
      }
  }
  const hasNeighbour = (c: Component): boolean => {
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        for (const o of squares.get(key(c.x0 + dx * square, c.y0 + dy * square)) ?? [])
          if (o.x0 - across <= c.x1 && o.x1 + across >= c.x0 && o.y0 - down <= c.y1 && o.y1 + down >= c.y0) return true
    return false
  }
  return components.filter((c) => !isSpeck(c) || hasNeighbour(c))
}
