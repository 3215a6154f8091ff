import { type Context, furnish } from '../context.ts'
import type { Row } from './row.ts'
import { labelOf } from './sheet-label.ts'

/** Sums, marks, items and sentences can be alike at the edges of many pages, and are no headers. */
const canHead = (folded: string): boolean => /\p{L}/u.test(folded) && !/^[・･●○◎]|。$/u.test(folded)
/** A line drawn with characters, which says nothing. */
const drawn = /^[\s─━―—‐=_＿…・.·＊*┄┈┌┐└┘├┤┬┴┼+-]{3,}$/u
/** A line that stands first or last on this many pages, and on this share of them, is a running header. */
const fewestPages = 3
const pagesShare = 0.4

/** A form that begins on each page has its first label there. */
const isLabel = (folded: string): boolean => labelOf(folded.replace(/\s/gu, '')) !== undefined

/** Takes drawn lines and running headers out of the rows: those of a document's own pages, where others are bound with it. */
export function withoutFurniture(context: Context, rows: readonly Row[]): Row[] {
  const edges = new Map<string, number>()
  const isEdge = (i: number): boolean => {
    const page = rows[i]?.line?.page
    if (page === undefined) return false
    return rows[i - 1]?.line?.page !== page || rows[i + 1]?.line?.page !== page
  }
  rows.forEach((row, i) => {
    const folded = row.line?.folded
    if (folded !== undefined && folded.length <= 40 && isEdge(i)) edges.set(folded, (edges.get(folded) ?? 0) + 1)
  })
  const pages = new Set(rows.map((row) => row.line?.page)).size
  const fewest = Math.max(fewestPages, pages * pagesShare)
  return rows.filter((row, i) => {
    const { line } = row
    if (!line) return true
    if (drawn.test(line.text.value)) {
      furnish(context, 'label', line.text)
      return false
    }
    const running =
      isEdge(i) && canHead(line.folded) && (edges.get(line.folded) ?? 0) >= fewest && !isLabel(line.folded)
    if (running) furnish(context, 'running-header', line.text)
    return !running
  })
}
