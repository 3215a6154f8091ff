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

/** A dot before a line is round, full, and no smaller than this each way; … */
const bulletSize = 5
const fullest = 0.7
/** … its line begins this close behind it, at this height and before nothing else; … */
const behind = 40
const beside = 16
const before = 20
/** … and others of its size stand in one column with it, to so many pixels: the lines of a list. */
const alike = 1
const aligned = 2

const isSpeck = (c: Component): boolean => c.x1 - c.x0 <= speckSize && c.y1 - c.y0 <= speckSize

/** Whether a speck has the shape of a dot, which dirt has by chance alone. */
function isRound(c: Component): boolean {
  const [w, h] = [c.x1 - c.x0, c.y1 - c.y0]
  return Math.min(w, h) >= bulletSize && Math.abs(w - h) <= alike && c.area >= fullest * w * h
}

/** Whether round specks stand in a column with others of their size. */
function inColumns(specks: readonly Component[]): (c: Component) => boolean {
  const middle = (c: Component): number => (c.x0 + c.x1) >> 1
  const columns = Map.groupBy(specks.filter(isRound), middle)
  const isLike = (c: Component, o: Component): boolean =>
    o !== c && Math.abs(o.x1 - o.x0 - c.x1 + c.x0) <= alike && Math.abs(o.y1 - o.y0 - c.y1 + c.y0) <= alike
  return (c) => {
    for (let x = middle(c) - aligned; x <= middle(c) + aligned; x++)
      if (columns.get(x)?.some((o) => isLike(c, o))) return true
    return false
  }
}

/**
 * Drops what is as small as dirt and stands beside nothing that is written. Dots before the lines of a list stay, also where these
 * begin with a character whose first part is far from them: 連, 空.
 */
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
  const hasNeighbour = (c: Component, test: (c: Component, o: Component) => boolean): boolean => {
    for (let dy = -1; dy <= 1; dy++)
      for (let dx = -1; dx <= 1; dx++)
        for (const o of squares.get(key(c.x0 + dx * square, c.y0 + dy * square)) ?? []) if (test(c, o)) return true
    return false
  }
  const isLevel = (c: Component, o: Component): boolean => o.y0 - beside <= c.y1 && o.y1 + beside >= c.y0
  const isBefore = (c: Component, o: Component): boolean => isLevel(c, o) && o.x0 >= c.x1 && o.x0 - c.x1 <= behind
  const isBehind = (c: Component, o: Component): boolean => isLevel(c, o) && o.x1 <= c.x0 && c.x0 - o.x1 <= before
  const isInColumn = inColumns(components.filter(isSpeck))
  const isBullet = (c: Component): boolean =>
    isRound(c) && hasNeighbour(c, isBefore) && !hasNeighbour(c, isBehind) && isInColumn(c)
  return components.filter((c) => !isSpeck(c) || hasNeighbour(c, isBeside) || isBullet(c))
}
