import { type Context, furnish } from '../context.ts'
import type { Row } from './row.ts'

const marked = /^[-–] ?[0-9]{1,3} ?[-–]$|^[Pp]\.? ?[0-9]{1,3}$|^[0-9]{1,3} ?ページ$/u
const bareNumber = /^[0-9]{1,3}$/u
/** A line drawn with characters, which says nothing. */
const drawn = /^[\s─━―—‐=_＿…・.·＊*┄┈┌┐└┘├┤┬┴┼+-]{3,}$/u
/** A line that stands first or last on this many pages is a running header. */
const fewestPages = 3

/** Takes page numbers and running headers out of the rows. */
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
  return rows.filter((row, i) => {
    const { line } = row
    if (!line) return true
    if (drawn.test(line.text.value)) {
      furnish(context, 'label', line.text)
      return false
    }
    const number = marked.test(line.folded) || (bareNumber.test(line.folded) && isEdge(i))
    const running = isEdge(i) && (edges.get(line.folded) ?? 0) >= fewestPages
    if (number || running) furnish(context, number ? 'page-number' : 'running-header', line.text)
    return !(number || running)
  })
}
