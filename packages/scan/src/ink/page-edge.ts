import { cutOut, outlineOf } from '../marks/outline.ts'
import type { Component, InkRuns } from './components.ts'

/** Holes of punches lie this close to an edge of the page, in pixels at 300 dpi (20 mm), and are so wide (4 to 8 mm) and round. */
const margin = 236
const smallestHole = 47
const largestHole = 95
const roundAspect = 1.2
/** A hole is a disc, or the ring of its shadow: on this share of the rays from its middle ink ends this close to a circle. */
const closed = 0.9
const roundness = 0.12
/** Nothing else stands beside it within this share of its width: a bullet is followed by words. */
const alone = 1
/** In a corner, this close to both edges (25 mm), staples and folds lie: pieces larger each way than this many ems, which characters are not. */
const corner = 295
const largerThanType = 1.6
/** What begins within so many pixels of an edge is the shadow of the edge: printers leave more white. */
const edge = 12
/** What is left of it is a thin line, so many times as long as it is thick, and no further than this from an edge (5 mm). */
const thinAspect = 4
const outermost = 60

interface Page {
  width: number
  height: number
}

const widthOf = (c: Component): number => c.x1 - c.x0
const heightOf = (c: Component): number => c.y1 - c.y0

function isHole(c: Component, runs: InkRuns, { width, height }: Page): boolean {
  const [w, h] = [widthOf(c), heightOf(c)]
  if (Math.min(w, h) < smallestHole || Math.max(w, h) > largestHole || Math.max(w / h, h / w) > roundAspect)
    return false
  const inMargin = c.x1 <= margin || c.y1 <= margin || c.x0 >= width - margin || c.y0 >= height - margin
  if (!inMargin) return false
  const { outer } = outlineOf(cutOut([c], runs))
  return outer.filter((r) => Math.abs(r - 1) <= roundness).length >= outer.length * closed
}

const isInCorner = (c: Component, { width, height }: Page): boolean =>
  (c.x1 <= corner || c.x0 >= width - corner) && (c.y1 <= corner || c.y0 >= height - corner)

const touchesEdge = (c: Component, { width, height }: Page): boolean =>
  c.x0 <= edge || c.y0 <= edge || c.x1 >= width - edge || c.y1 >= height - edge

const isSliver = (c: Component, { width, height }: Page): boolean =>
  Math.max(widthOf(c) / heightOf(c), heightOf(c) / widthOf(c)) >= thinAspect &&
  (c.x1 <= outermost || c.y1 <= outermost || c.x0 >= width - outermost || c.y0 >= height - outermost)

/** Whether another component stands beside one, in the same line. */
const isBeside = (c: Component, o: Component): boolean =>
  o !== c &&
  o.y0 < c.y1 &&
  o.y1 > c.y0 &&
  o.x0 < c.x1 + widthOf(c) * alone &&
  o.x1 > c.x0 - widthOf(c) * alone &&
  (o.x1 <= c.x0 || o.x0 >= c.x1)

/** Ink of a page without what punches, staples, folds and the edge of the sheet left in its margins. */
export function withoutEdges(components: readonly Component[], runs: InkRuns, page: Page, em: number): Component[] {
  const dirt = new Set<Component>()
  for (const c of components) {
    const isLarge = Math.min(widthOf(c), heightOf(c)) > largerThanType * em
    const isFold = isLarge && isInCorner(c, page)
    const isHoleAlone = isHole(c, runs, page) && !components.some((o) => isBeside(c, o))
    if (isFold || touchesEdge(c, page) || isSliver(c, page) || isHoleAlone) dirt.add(c)
  }
  if (dirt.size === 0) return [...components]
  const within = (c: Component): boolean =>
    [...dirt].some((d) => c.x0 >= d.x0 && c.x1 <= d.x1 && c.y0 >= d.y0 && c.y1 <= d.y1)
  return components.filter((c) => !within(c))
}
