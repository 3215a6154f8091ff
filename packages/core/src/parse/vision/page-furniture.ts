import { type Context, furnish } from '../context.ts'
import type { Row } from './row.ts'
import { labelOf } from './sheet-label.ts'

const marked = /^[-–] ?[0-9]{1,3} ?[-–]$|^[Pp]\.? ?[0-9]{1,3}$|^[0-9]{1,3} ?ページ$/u
const bareNumber = /^[0-9]{1,3}$/u
/** Sums and marks can be alike at the edges of many pages. */
const hasWords = (folded: string): boolean => /\p{L}/u.test(folded)
/** Bare numbers at the edges of pages that count the pages together, on so many and on this share of them; an amount that a page was cut at does not. */
const fewestCounting = 2
const countingShare = 0.25
/** A line drawn with characters, which says nothing. */
const drawn = /^[\s─━―—‐=_＿…・.·＊*┄┈┌┐└┘├┤┬┴┼+-]{3,}$/u
/** A line that stands first or last on this many pages, and on this share of them, is a running header. */
const fewestPages = 3
const pagesShare = 0.4

/** A form that begins on each page has its first label there. */
const isLabel = (folded: string): boolean => labelOf(folded.replace(/\s/gu, '')) !== undefined

/** Takes page numbers and running headers out of the rows. */
export function withoutFurniture(context: Context, rows: readonly Row[]): Row[] {
  const edges = new Map<string, number>()
  const isEdge = (i: number): boolean => {
    const page = rows[i]?.line?.page
    if (page === undefined) return false
    return rows[i - 1]?.line?.page !== page || rows[i + 1]?.line?.page !== page
  }
  /** For each first number of a count the pages that bear it out. */
  const counting = new Map<number, Set<number | undefined>>()
  const countOf = ({ line }: Row): number => Number(line?.folded) - (line?.page ?? 0)
  rows.forEach((row, i) => {
    const folded = row.line?.folded
    if (folded === undefined || folded.length > 40 || !isEdge(i)) return
    edges.set(folded, (edges.get(folded) ?? 0) + 1)
    if (bareNumber.test(folded))
      counting.set(countOf(row), (counting.get(countOf(row)) ?? new Set()).add(row.line?.page))
  })
  const pages = new Set(rows.map((row) => row.line?.page)).size
  const fewest = Math.max(fewestPages, pages * pagesShare)
  const counts = (row: Row, i: number): boolean =>
    bareNumber.test(row.line?.folded ?? '') &&
    isEdge(i) &&
    (pages === 1
      ? !isLabel(rows[i - 1]?.line?.folded ?? '')
      : (counting.get(countOf(row))?.size ?? 0) >= Math.max(fewestCounting, pages * countingShare))
  return rows.filter((row, i) => {
    const { line } = row
    if (!line) return true
    if (drawn.test(line.text.value)) {
      furnish(context, 'label', line.text)
      return false
    }
    const number = marked.test(line.folded) || counts(row, i)
    const running =
      isEdge(i) && hasWords(line.folded) && (edges.get(line.folded) ?? 0) >= fewest && !isLabel(line.folded)
    if (number || running) furnish(context, number ? 'page-number' : 'running-header', line.text)
    return !(number || running)
  })
}
