import { withoutWhite } from '../text/characters.ts'
import { join } from '../text/clean.ts'
import { emptyText, type Text } from '../text/text.ts'
import { inCommonColumns } from './common-columns.ts'
import { continuesList } from './list-label.ts'
import type { DrawnCell, DrawnTable } from './ruled-table.ts'

/** A row goes on over the break where more than this share of its cells stop in a full line without a full stop. */
const goingOn = 0.5

const rowText = (row: readonly DrawnCell[]): string => row.map((c) => c.folded.replaceAll(/\s/gu, '')).join('\t')

/** Rows at the top of the second part that repeat those at the top of the first. */
function repeatedRows(a: DrawnTable, b: DrawnTable): number {
  let n = 0
  while (
    n < a.rows.length &&
    n < b.rows.length - 1 &&
    rowText(a.rows[n] as DrawnCell[]) === rowText(b.rows[n] as DrawnCell[])
  )
    n++
  const blank = b.rows.slice(0, n).every((row) => row.every((c) => c.folded === ''))
  return blank ? 0 : n
}

/** Stops in the middle of a sentence at the edge of the cell. */
const stops = (cell: DrawnCell): boolean => cell.full && !/(^[-+△▲]? ?[0-9][0-9,.]*|[。.)）])$/u.test(cell.folded)

const item = /^[・･●○◎■□◆◇▪▶➢①-⑳]/u

/** A sum, a number or a mark. */
const value = /^(?:[-+△▲]? ?[0-9](?:[0-9,.]*[0-9])? ?(?:千円|百万円|円)?|[^\p{L}\p{N}]{1,2})$/u

/** How often the document has a text, without white space, as a cell, as a line or behind the number of a heading. */
export type Times = (text: string) => number

const bare = (cell: DrawnCell): string => withoutWhite(cell.folded)

/** What stands by itself elsewhere is not cut here, unless the two parts stand there as one. */
const areKnown = (above: DrawnCell, below: DrawnCell, times: Times): boolean =>
  times(bare(above)) > 1 && times(bare(below)) > 1 && times(bare(above) + bare(below)) === 0

/** A value, or a short line that is all that its cell says: nothing of it can stand overleaf, but for the next item of a list. */
const isWhole = (above: DrawnCell, below: DrawnCell, times: Times): boolean =>
  areKnown(above, below, times) ||
  (value.test(above.folded) && value.test(below.folded)) ||
  (!above.full && above.lines === undefined && !/[。）)]$/u.test(above.folded) && !item.test(below.folded))

const sentence = /^.{8,}。$/u
/** No sentence ends so at the edge of its cell, and none begins so. */
const unfinished = /[をにがはやへ、]$/u
/** Nor does any text end so, with space left or not. */
const conjunction = /(?:及び|並びに|又は|若しくは)$/u
const goingOnFirst = /^[をんぁぃぅぇぉっゃゅょゎー、。）)」々]/u

const isCutInside = (above: DrawnCell, below: DrawnCell): boolean =>
  conjunction.test(above.folded) || (above.full && (unfinished.test(above.folded) || goingOnFirst.test(below.folded)))

/**
 * Whether the first row below only goes on with lists and sentences of the row above: its label and other cells are blank as no other
 * row of the table has them.
 */
function isRest(rows: readonly (readonly DrawnCell[])[], first: readonly DrawnCell[], both: readonly Pair[]): boolean {
  const last = rows.at(-1) as readonly DrawnCell[]
  const done = last.filter((above, i) => above.folded !== '' && !first[i]?.covered && first[i]?.folded === '').length
  if (done === 0) return false
  if (both.every(({ above, below }) => continuesList(above, below, both.length === 1))) return true
  const isFilled = rows.every((row) => row.every((c) => c.covered || c.folded !== ''))
  return (
    done > 1 &&
    first[0]?.folded === '' &&
    isFilled &&
    both.every((pair) => sentence.test(pair.above.folded) && sentence.test(pair.below.folded))
  )
}

/** What a cell says above the break and below it. */
interface Pair {
  above: DrawnCell
  below: DrawnCell
}

/** A row is cut by the page break where most of what goes on below had not come to its end above. */
function goesOn(rows: readonly (readonly DrawnCell[])[], first: readonly DrawnCell[], times: Times): boolean {
  const last = rows.at(-1) as readonly DrawnCell[]
  const both = last
    .map((above, i): Pair => ({ above, below: first[i] as DrawnCell }))
    .filter(({ above, below }) => above.folded !== '' && below.folded !== '')
  if (both.length === 0 || first.some((c, i) => c.folded !== '' && last[i]?.folded === '')) return false
  if (both.some(({ above, below }) => value.test(above.folded) && value.test(below.folded))) return false
  if (both.some(({ above, below }) => isCutInside(above, below)) || isRest(rows, first, both)) return true
  if (both.some(({ above, below }) => isWhole(above, below, times))) return false
  return both.filter(({ above }) => stops(above)).length > both.length * goingOn
}

function joinCells(above: DrawnCell, below: DrawnCell): DrawnCell {
  if (below.folded === '') return above
  const lines: Text[] = [...(above.lines ?? [above.text]), ...(below.lines ?? [below.text])]
  const runs = [...(above.runs ?? []), ...(below.runs ?? [])]
  return {
    ...above,
    text: join(lines),
    folded: above.folded + below.folded,
    lines,
    ...(runs.length > 0 ? { runs } : {}),
    full: below.full,
  }
}

const firstText = (table: DrawnTable): string | undefined => table.rows[0]?.[0]?.folded.replaceAll(/\s/gu, '')

/** A form that is printed once more: it begins with the label that the one above begins with, and says something else. */
const beginsAnew = (a: DrawnTable, b: DrawnTable): boolean => firstText(a) !== '' && firstText(a) === firstText(b)

/** Index of the row in which the cell begins that stands in a column of the last row. */
function originRow(rows: readonly DrawnCell[][], column: number): number {
  let i = rows.length - 1
  while (i > 0 && rows[i]?.[column]?.covered) i--
  return i
}

const count = (text: string, characters: RegExp): number => text.match(characters)?.length ?? 0

/** Opens a bracket that it does not close. */
const isOpen = (folded: string): boolean => count(folded, /[（(「【]/gu) > count(folded, /[）)」】]/gu)
const closesFirst = (folded: string): boolean => /^[^（(「【]*[）)」】]/u.test(folded)

/** Whether two texts on either side of a page break are one: a bracket goes over it, or the document has them as one elsewhere. */
function isOneText(above: DrawnCell, below: DrawnCell, times: Times): boolean {
  if (value.test(above.folded) && value.test(below.folded)) return false
  if (isOpen(above.folded) && closesFirst(below.folded)) return true
  return times(bare(above) + bare(below)) > 0 && Math.min(times(bare(above)), times(bare(below))) <= 1
}

/**
 * A blank cell at the top of a page over several rows, or under such a cell, is the rest of that cell: blank cells that say
 * nothing are as high as their row. So is one in a first column that has no other blank cell: every row has its label. A
 * label in the middle of its cell can stand whole below the break, or be cut by it.
 */
function joinSpans(above: DrawnCell[][], below: DrawnCell[][], times: Times): void {
  const first = below[0]
  const blanks = [...above, ...below].filter((row) => !row[0]?.covered && row[0]?.folded === '').length
  first?.forEach((rest, column) => {
    if (rest.covered) return
    const row = above[originRow(above, column)]
    const cell = row?.[column]
    if (!row || !cell || cell.covered || (cell.colSpan ?? 1) !== (rest.colSpan ?? 1)) return
    const isBlank = cell.folded === '' || rest.folded === ''
    if (isBlank ? cell.folded === rest.folded : !isOneText(cell, rest, times)) return
    const height = rest.rowSpan ?? 1
    const isTall = (cell.rowSpan ?? 1) > 1 || height > 1
    if (isBlank && !isTall && !(column === 0 && blanks === 1)) return
    row[column] = { ...(cell.folded === '' ? rest : joinCells(cell, rest)), rowSpan: (cell.rowSpan ?? 1) + height }
    first[column] = { text: emptyText, folded: '', covered: true, full: false }
  })
}

/** Cells of the cut row that go on in rows below it, also those that began above it. */
function extendSpans(rows: DrawnCell[][], first: readonly DrawnCell[]): void {
  first.forEach(({ rowSpan = 1, covered }, column) => {
    const row = rows[originRow(rows, column)]
    const cell = row?.[column]
    if (row && cell && !covered && rowSpan > 1) row[column] = { ...cell, rowSpan: (cell.rowSpan ?? 1) + rowSpan - 1 }
  })
}

/** The table with the rows of its continuation; rows repeated as a header are returned apart. */
export function stitch(
  upper: DrawnTable,
  lower: DrawnTable,
  times: Times,
): { table: DrawnTable; repeated: DrawnCell[][] } | undefined {
  const common = inCommonColumns(upper, lower)
  if (!common) return undefined
  const [a, b] = common
  const headers = repeatedRows(a, b)
  if (headers === 0 && beginsAnew(a, b)) return undefined
  for (const row of a.rows.slice(0, headers)) for (const cell of row) cell.header = true
  const rows = a.rows.map((row) => [...row])
  const rest = b.rows.slice(headers).map((row) => [...row])
  const last = rows.at(-1)
  const first = rest[0]
  if (last && first && rows.length > headers && goesOn(rows.slice(headers), first, times)) {
    rows[rows.length - 1] = last.map((cell, i) => joinCells(cell, first[i] as DrawnCell))
    extendSpans(rows, first)
    rest.shift()
  } else joinSpans(rows, rest, times)
  return {
    table: {
      ...a,
      rows: [...rows, ...rest],
      pages: [...(a.pages ?? [a.page as number]), b.page as number],
      ruby: [...a.ruby, ...b.ruby],
    },
    repeated: b.rows.slice(0, headers),
  }
}
