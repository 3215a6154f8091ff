import type { Component } from './components.ts'

/** Dirt is no larger than this each way, in pixels at 300 dpi (.6 mm); a full stop may be as small … */
const speckSize = 7
/** … but stands beside characters (at least so large), no further below than this many pixels … */
const characterSize = 13
const down = 9
/** … and no further aside than its kind does, by how far down the character it stands (0 top, 1 bottom): dots of kana, dots amid words, stops. */
const kinds: readonly { until: number; across: number }[] = [
  { until: 0.3, across: 6 },
  { until: 0.68, across: 24 },
  { until: Number.POSITIVE_INFINITY, across: 16 },
]
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
  const isBeside = (c: Component, o: Component): boolean => {
    const height = ((c.y0 + c.y1) / 2 - o.y0) / (o.y1 - o.y0)
    const { across } = kinds.find((k) => height < k.until) as (typeof kinds)[number]
    return o.x0 - across <= c.x1 && o.x1 + across >= c.x0 && o.y0 - down <= c.y1 && o.y1 + down >= c.y0
  }
  const hasNeighbour = (c: Component): boolean => {
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        for (const o of squares.get(key(c.x0 + dx * square, c.y0 + dy * square)) ?? []) if (isBeside(c, o)) return true
    return false
  }
  return components.filter((c) => !isSpeck(c) || hasNeighbour(c))
}
