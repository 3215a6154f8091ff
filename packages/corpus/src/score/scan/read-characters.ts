import type { ParseResult, Source, SourcePage } from '@kyoyaku/core'
import type { DrawnCell } from '../../draw/sheet.ts'
import type { Box, PrintedLine, PrintedPage } from './printed-page.ts'

/** A character that was read on a page, with the middle of its box in points. */
interface Placed {
  offset: number
  x: number
  y: number
}

function placedOn(source: Source, page: SourcePage): Placed[] {
  const boxes = page.glyphs?.boxes
  if (!boxes) return []
  const placed: Placed[] = []
  for (let offset = page.span[0]; offset < page.span[1]; offset++) {
    const i = (offset - page.span[0]) * 4
    const [x0, y0, x1, y1] = [boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3]] as [number, number, number, number]
    if (x1 <= x0 && y1 <= y0) continue
    if (/\s/u.test(source.text[offset] as string)) continue
    placed.push({ offset, x: (x0 + x1) / 2, y: (y0 + y1) / 2 })
  }
  return placed
}

/** Distance of a point from a box, heights counted three times: a character strays along its line, not out of it. */
function distance([x0, y0, x1, y1]: Box, x: number, y: number): number {
  const dx = Math.max(x0 - x, 0, x - x1)
  const dy = Math.max(y0 - y, 0, y - y1)
  return Math.hypot(dx, 3 * dy) + Math.abs(y - (y0 + y1) / 2) / 1000
}

/** A character belongs to a line no further from it than this, in ems of the line. */
const farthest = 1.5

const holds = ([x0, y0, x1, y1]: Box, x: number, y: number): boolean => x >= x0 && x <= x1 && y >= y0 && y <= y1

/** What was read of a page: offsets into the source by printed line, by cell that has no text, and where nothing is printed. */
export interface ReadPage {
  lines: Map<PrintedLine, number[]>
  blank: Map<DrawnCell, number[]>
  stray: number[]
}

/** Gives every character that was read to the printed line that it lies in or next to; inside a cell, to a line of the cell. */
export function assign(source: Source, page: SourcePage | undefined, printed: PrintedPage): ReadPage {
  const read: ReadPage = { lines: new Map(), blank: new Map(), stray: [] }
  if (!page) return read
  const byCell = new Map<DrawnCell | undefined, PrintedLine[]>()
  for (const line of printed.lines) byCell.set(line.cell, [...(byCell.get(line.cell) ?? []), line])
  // In the order in which layout puts them: along the line.
  for (const { offset, x, y } of placedOn(source, page).sort((a, b) => a.x - b.x || a.offset - b.offset)) {
    const cell = printed.cells.find((c) => holds(c.box, x, y))
    let best: PrintedLine | undefined
    let least = Number.POSITIVE_INFINITY
    for (const line of byCell.get(cell) ?? []) {
      const far = distance(line.box, x, y) / line.size
      if (far < least) [best, least] = [line, far]
    }
    if (best && (cell || least <= farthest)) read.lines.set(best, [...(read.lines.get(best) ?? []), offset])
    else if (cell) read.blank.set(cell, [...(read.blank.get(cell) ?? []), offset])
    else read.stray.push(offset)
  }
  return read
}

/** What evidence puts in place of recognised characters, by their offset. */
export type Edits = ReadonlyMap<number, string>

/** The corrections that a result reports: the first character of each stands for the whole of it, the others for nothing. */
export function editsOf({ diagnostics }: ParseResult): Edits {
  const edits = new Map<number, string>()
  for (const { code, data, at } of diagnostics) {
    if (code !== 'reading-corrected' || typeof data?.to !== 'string' || !at?.span) continue
    const pieces = at.spans ?? [at.span]
    const offsets = pieces.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i))
    offsets.forEach((offset, i) => void edits.set(offset, i === 0 ? (data.to as string) : ''))
  }
  return edits
}

export const textAt = (source: Source, offsets: readonly number[], edits?: Edits): string =>
  offsets.map((o) => edits?.get(o) ?? source.text[o]).join('')
