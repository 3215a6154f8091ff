import { emptyText } from '../text/text.ts'
import type { Block } from './block.ts'
import type { DrawnCell, DrawnTable } from './ruled-table.ts'

/** Rows of two pages are the same rows where their heights and the tops of their tables differ by no more than this many points. */
const sameHeight = 1
/** Fewer rows are alike by chance. */
const fewestRows = 4
const mostHeadRows = 2

const isDrawn = (block: Block | undefined): block is DrawnTable => block?.kind === 'table' && 'xs' in block

/** Heights of the rows of a table; undefined for those whose cells all span others. */
const heightsOf = (table: DrawnTable): (number | undefined)[] =>
  table.rows.map((row) => {
    const own = row.find((c) => c.box && !c.covered && (c.rowSpan ?? 1) === 1)?.box
    return own && own[3] - own[1]
  })

/** Columns at the left that the second part repeats. */
function repeatedColumns(left: DrawnTable, right: DrawnTable): number {
  const isSame = (column: number): boolean =>
    left.rows.every((row, i) => row[column]?.folded === right.rows[i]?.[column]?.folded) &&
    left.rows.some((row) => row[column]?.folded !== '')
  let n = 0
  while (n < Math.min(left.xs.length, right.xs.length) - 2 && isSame(n)) n++
  return n
}

/** Forms, whose rows begin with the same labels on every page, have cells over several columns; lists have them in their heads alone. */
function isForm({ rows }: DrawnTable): boolean {
  return rows.slice(mostHeadRows).some((row) => row.some((c) => (c.colSpan ?? 1) > 1))
}

/** Whether two tables on different pages have row for row the same heights, from the same place on the page. */
function areRowsAlike(left: DrawnTable, right: DrawnTable): boolean {
  if ((left.pages?.at(-1) ?? left.page) === right.page) return false
  if (left.rows.length < fewestRows || left.rows.length !== right.rows.length) return false
  if (Math.abs(left.box[1] - right.box[1]) > sameHeight) return false
  const heights = heightsOf(right)
  return heightsOf(left).every((h, i) => Math.abs((h ?? 0) - (heights[i] ?? h ?? 0)) <= sameHeight)
}

const areColumnsAlike = (left: DrawnTable, right: DrawnTable): boolean =>
  left.xs.length === right.xs.length && left.xs.every((x, i) => Math.abs(x - (right.xs[i] as number)) <= 3)

const mark = /^[^\p{L}\p{Nd}]{0,2}$/u

/** Whether a table is the marks under heads of its own: the labels of its rows are elsewhere. */
const isMarked = ({ rows }: DrawnTable): boolean =>
  rows[0]?.some((c) => c.folded.length > 1) === true &&
  rows.slice(1).every((row) => row.every((c) => mark.test(c.folded)))

/** Whether the columns of a table are printed on, on a later page. */
const goesOnBeside = (left: DrawnTable, right: DrawnTable): boolean =>
  areRowsAlike(left, right) && (!areColumnsAlike(left, right) || isMarked(right))

/** Whether a table on a later page is not more rows of the one above but more columns of its rows: marks under other heads. */
export const isOverleaf = (left: DrawnTable, right: DrawnTable): boolean =>
  areRowsAlike(left, right) &&
  isMarked(right) &&
  left.rows[0]?.every((c, i) => c.folded === right.rows[0]?.[i]?.folded) === false

/** The cells of a row on both pages; a head over columns of both stands on one of them, and is blank on the other. */
function joinedRow(left: readonly DrawnCell[], right: readonly DrawnCell[], isHead: boolean): DrawnCell[] {
  const [first, ...rest] = right
  const last = left.at(-1)
  const isCut =
    isHead &&
    first !== undefined &&
    (first.colSpan ?? 1) > 1 &&
    first.folded !== '' &&
    last?.folded === '' &&
    !last.covered
  if (!isCut || !first || (last?.rowSpan ?? 1) !== (first.rowSpan ?? 1)) return [...left, ...right]
  const covered: DrawnCell = { text: emptyText, folded: '', covered: true, full: false }
  return [...left.slice(0, -1), { ...first, colSpan: (first.colSpan ?? 1) + 1 }, covered, ...rest]
}

function joined(left: DrawnTable, right: DrawnTable, repeated: number): DrawnTable {
  const shift = (left.xs.at(-1) as number) - (right.xs[repeated] as number)
  return {
    ...left,
    rows: left.rows.map((row, i) => joinedRow(row, (right.rows[i] as DrawnCell[]).slice(repeated), i < mostHeadRows)),
    xs: [...left.xs, ...right.xs.slice(repeated + 1).map((x) => x + shift)],
    pages: [...(left.pages ?? [left.page as number]), ...(right.pages ?? [right.page as number])],
    ruby: [...left.ruby, ...right.ruby],
  }
}

/**
 * Puts tables together whose columns did not fit a page, as spreadsheets print them: the rest of the columns stands on the pages behind, by
 * itself. `furnish` gives what stands for the cells of repeated columns.
 */
export function joinBeside(
  blocks: readonly Block[],
  furnish: (cells: DrawnCell[], page: number | undefined) => Block[],
): Block[] {
  const result: Block[] = []
  for (const block of blocks) {
    const at = result.findLastIndex((b) => b.kind === 'table')
    const left = result[at]
    const isAlone = result.slice(at + 1).every((b) => b.kind === 'line' && (b.furniture || b.page !== block.page))
    if (!isDrawn(block) || !isDrawn(left) || !isAlone || !goesOnBeside(left, block)) {
      result.push(block)
      continue
    }
    const repeated = repeatedColumns(left, block)
    if (repeated > 0 && (isForm(left) || isForm(block))) {
      result.push(block)
      continue
    }
    result[at] = joined(left, block, repeated)
    result.push(...block.rows.flatMap((row) => furnish(row.slice(0, repeated), block.page)))
  }
  return result
}
