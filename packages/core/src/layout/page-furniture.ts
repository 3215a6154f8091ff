import type { Box } from '../read/page-glyphs.ts'
import type { Line } from './block.ts'
import { type Turn, turned } from './glyphs.ts'

/** Running headers and footers stand in this share of the page's height from either edge … */
const margin = 0.12
/** … at the same height on every page, within this many points … */
const sameHeight = 4
/** … and on at least this many pages and this share of them. */
const fewestPages = 3
const pagesShare = 0.3

const pageNumber =
  /^[-(〈<[]{0,2} ?([Pp]{1,2}\.? ?)?[0-9ivx]{1,4}( ?[/∕] ?[0-9]{1,4})?( ?ページ| ?頁)? ?[-)〉>\]]{0,2}$/u

export interface PageLines {
  width: number
  height: number
  lines: readonly Line[]
}

/** Marks page numbers and the lines that stand on top or at the foot of page after page; digits may change. */
export function markFurniture(pages: readonly PageLines[]): void {
  const seen = new Map<string, { line: Line; y: number }[]>()
  for (const { width, height, lines } of pages) {
    for (const line of lines) {
      const box = placeOf(line, line.turn)
      if (!box) continue
      const [, top, , bottom] = turned([0, 0, width, height], line.turn ?? 0)
      const y = (box[1] + box[3]) / 2 - top
      const tall = bottom - top
      if (y > tall * margin && y < tall * (1 - margin)) continue
      if (pageNumber.test(line.folded) && isOuter(line, lines)) line.furniture = 'page-number'
      const key = line.folded.replace(/[0-9]+/gu, '0')
      const places = seen.get(key)
      if (places) places.push({ line, y })
      else seen.set(key, [{ line, y }])
    }
  }
  for (const places of seen.values()) {
    const near = places.filter((p) => places.filter((q) => Math.abs(p.y - q.y) <= sameHeight).length >= fewestPages)
    if (near.length >= Math.max(fewestPages, pages.length * pagesShare))
      for (const { line } of near) line.furniture ??= 'running-header'
  }
}

/** Where a line is on the page turned so that lines of that turn are upright: running heads of turned pages are on top there. */
const placeOf = (line: Line, turn: Turn = 0): Box | undefined => line.box && turned(line.box, turn)

/** Whether a line is the first or last of its page. */
function isOuter(line: Line, lines: readonly Line[]): boolean {
  const [, top = 0, , bottom = 0] = placeOf(line, line.turn) ?? []
  const places = lines.map((l) => placeOf(l, line.turn) ?? [])
  return places.every(([, y = top]) => y >= top - 1) || places.every(([, , , y = bottom]) => y <= bottom + 1)
}
