import type { CleanPage } from '../clean/clean-page.ts'
import type { Raster } from '../clean/raster.ts'
import { dottedRules } from '../rules/dotted-rules.ts'
import { findRules, type PageStrokes } from '../rules/find-rules.ts'
import { whiten } from '../rules/whiten.ts'
import { type Component, componentsOf, type InkRuns, inkRuns } from './components.ts'
import { withoutSpecks } from './specks.ts'

/** What is on a page: its ruled lines, and everything else as components of ink. */
export interface PageInk {
  strokes: PageStrokes
  /** Grey values and ink without ruled lines and specks. */
  grey: Raster
  ink: Raster
  runs: InkRuns
  components: Component[]
  /** What may be dirt or a dot between characters below one another; not among the components. */
  dots: Component[]
  /** All that is taken for dirt: at low resolution thin strokes of marks fall into such crumbs. Their runs are still there, their ink is not. */
  crumbs: Component[]
}

/** Ink of fewer pixels at 300 dpi is dirt: the smallest full stop has 9. */
const leastInk = 7
/** Pieces of a broken stroke have as many at least: a pixel at 200 dpi. */
const leastCrumb = 2
/** A dot between characters is no smaller than this each way. */
const smallestDot = 4
const paper = 255

/** Takes specks out of the picture. */
function eraseSpecks(grey: Raster, ink: Raster, runs: InkRuns, components: readonly Component[]): void {
  const kept = new Uint8Array(runs.start.length)
  for (const c of components) for (const i of c.runs) kept[i] = 1
  for (let i = 0; i < kept.length; i++) {
    if (kept[i]) continue
    const y = runs.row[i] as number
    const from = y * ink.width + (runs.start[i] as number)
    const to = y * ink.width + (runs.end[i] as number)
    ink.data.fill(0, from, to)
    grey.data.fill(paper, Math.max(from - 1, y * ink.width), Math.min(to + 1, (y + 1) * ink.width))
  }
}

/** Components of a page and its runs, and what is too small for one. */
function inkOf(ink: Raster): { runs: InkRuns; all: Component[]; tiny: Component[] } {
  const runs = inkRuns(ink)
  const all = componentsOf(runs, leastCrumb)
  return { runs, all: all.filter((c) => c.area >= leastInk), tiny: all.filter((c) => c.area < leastInk) }
}

/** Parts what is on a page into ruled lines and the rest. */
export function pageInk(page: CleanPage): PageInk {
  const solid = findRules(page.ink)
  let free = whiten(page.ink, page.grey, solid)
  let { runs, all, tiny } = inkOf(free.ink)
  const dotted = dottedRules(all, runs, solid)
  const strokes = {
    horizontal: [...solid.horizontal, ...dotted.horizontal],
    vertical: [...solid.vertical, ...dotted.vertical],
    through: solid.through ?? [],
  }
  if (strokes.horizontal.length + strokes.vertical.length > solid.horizontal.length + solid.vertical.length) {
    free = whiten(free.ink, free.grey, dotted)
    ;({ runs, all, tiny } = inkOf(free.ink))
  }
  const { ink, grey } = free
  const components = withoutSpecks(all)
  const kept = new Set(components)
  const specks = all.filter((c) => !kept.has(c))
  const dots = specks.filter((c) => Math.min(c.x1 - c.x0, c.y1 - c.y0) >= smallestDot)
  eraseSpecks(grey, ink, runs, [...components, ...dots])
  return { strokes, grey, ink, runs, components, dots, crumbs: [...specks, ...tiny] }
}
