import type { Line } from './block.ts'

/** Running headers and footers stand in this share of the page's height from either edge … */
const margin = 0.12
/** … at the same height on every page, within this many points … */
const sameHeight = 4
/** … and on at least this many pages and this share of them. */
const fewestPages = 3
const pagesShare = 0.3

const pageNumber = /^[-(〈<[]{0,2} ?[0-9ivx]{1,4}( ?\/ ?[0-9]{1,4})? ?[-)〉>\]]{0,2}$/u

export interface PageLines {
  height: number
  lines: readonly Line[]
}

/** Marks page numbers and the lines that stand on top or at the foot of page after page; digits may change. */
export function markFurniture(pages: readonly PageLines[]): void {
  const seen = new Map<string, { line: Line; y: number }[]>()
  for (const { height, lines } of pages) {
    for (const line of lines) {
      if (!line.box) continue
      const y = (line.box[1] + line.box[3]) / 2
      if (y > height * margin && y < height * (1 - margin)) continue
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

/** Whether a line is the first or last of its page. */
const isOuter = (line: Line, lines: readonly Line[]): boolean =>
  lines.every((l) => (l.box?.[1] ?? 0) >= (line.box?.[1] ?? 0) - 1) ||
  lines.every((l) => (l.box?.[3] ?? 0) <= (line.box?.[3] ?? 0) + 1)
