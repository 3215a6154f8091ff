import type { Block, Cell, Line } from '../../layout/block.ts'
import { plainLine } from '../../layout/lines.ts'
import { withoutMargin } from '../../layout/row-margin.ts'
import type { ProvisionTable } from '../../schema/provision.ts'
import { clean, splitAtSpaces } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { concat, emptyText, type Text, trim } from '../../text/text.ts'
import { type Context, locate } from '../context.ts'
import { columnsOf, isRole } from '../role-table/column.ts'
import { readArticleHeading } from './article-heading.ts'
import { readLabel } from './numbering.ts'

/** A row of a table amid provisions as the one line that it reads as, and its cells. */
interface RowText extends Text {
  readonly cells: readonly Text[]
}

export const isRow = (text: Text | undefined): text is RowText => text !== undefined && 'cells' in text

const wideSpace: Text = { value: '\u3000', offsets: Int32Array.of(-1) }

/** Texts with a wide space between them. */
export const spaced = (texts: readonly Text[]): Text =>
  concat(texts.flatMap((text, i) => (i === 0 ? [text] : [wideSpace, text])))

const headsProvision = ({ folded }: Cell | Line): boolean =>
  readLabel(folded) !== undefined || readArticleHeading(folded, { last: undefined, fresh: true }) !== undefined

/** Whether a table is one of a provision, and does not set provisions themselves in cells: these begin with their numbers. */
const isOfProvision = (rows: readonly (readonly Cell[])[]): boolean => {
  const first = rows[0]?.filter((c) => c.folded !== '') ?? []
  return (
    first.length > 1 &&
    !first.some(headsProvision) &&
    !rows.some((row) => row.some((c) => /^第[0-9一二三四五六七八九十百]{1,5}条(?: |\(|$)/u.test(c.folded)))
  )
}

/** The lines of a block amid provisions: a row of a table is one. */
export function provisionLines(block: Block): Line[] {
  if (block.kind === 'line') return [block]
  const ofProvision = isOfProvision(block.rows)
  return withoutMargin(block.rows.map((row) => row.map((cell) => cell.text))).map((cells) => {
    const text = cells.length === 0 ? emptyText : spaced(cells)
    const asRow: RowText = { ...text, cells }
    return plainLine(ofProvision ? asRow : text, block.page)
  })
}

/** Columns of space that part the cells of a row. */
const cellGap = 3
const fewestRows = 2

/** The cells of a line in columns of spaces; undefined where it is none: a sentence, an item, a row of headings of roles. */
function cellsIn(line: Line): Text[] | undefined {
  if (!wideGap.test(line.printed.value.trim()) || /[。、]$/u.test(line.folded) || readLabel(line.folded))
    return undefined
  const cells = splitAtSpaces(trim(line.printed), cellGap).map(trim)
  const isOfRoles = columnsOf(
    cells.map((c) => fold(c.value)),
    [],
  )?.some(isRole)
  return cells.length > 1 && !isOfRoles && !headsProvision(line) ? cells : undefined
}
const wideGap = /\u3000{2}|\s{3}|\u3000\s|\s\u3000/u

/** Lines that are rows of tables in columns of spaces, of as many cells each, below a sentence that announces them. */
export function rowsOfSpaces(lines: readonly Line[]): Map<Line, Text> {
  const rows = new Map<Line, Text>()
  for (let i = 1; i < lines.length; i++) {
    if (!/(?:次の(?:とおり|表)|次に掲げる)[^。]*。$/u.test((lines[i - 1] as Line).folded.slice(-longestAnnouncement)))
      continue
    const run: { line: Line; cells: Text[] }[] = []
    for (let n = i; n < lines.length; n++) {
      const cells = cellsIn(lines[n] as Line)
      if (!cells || cells.length !== (run[0]?.cells.length ?? cells.length)) break
      run.push({ line: lines[n] as Line, cells })
    }
    if (run.length < fewestRows) continue
    for (const { line, cells } of run) {
      const row: RowText = { ...spaced(cells), cells }
      rows.set(line, row)
    }
    i += run.length
  }
  return rows
}
const longestAnnouncement = 80

/** The text of a provision: what stands between its tables as `joined` says, each row of these apart. */
export function withRows(lines: readonly Text[], joined: (lines: readonly Text[]) => Text): Text {
  if (!lines.some(isRow)) return joined(lines)
  const runs: Text[][] = []
  lines.forEach((line, i) => {
    if (i === 0 || isRow(line) || isRow(lines[i - 1])) runs.push([])
    runs.at(-1)?.push(line)
  })
  const parts = runs.map((run) => (isRow(run[0]) ? clean(run[0]) : joined(run)))
  return spaced(parts.filter((part) => part.value !== ''))
}

/** The tables among the lines of a provision. Their words are in its text, which takes them. */
export function tablesOf(context: Context, lines: readonly Text[]): ProvisionTable[] {
  const tables: RowText[][] = []
  lines.forEach((line, i) => {
    if (!isRow(line)) return
    if (!isRow(lines[i - 1])) tables.push([])
    tables.at(-1)?.push(line)
  })
  return tables.map((rows) => ({
    rows: rows.map(({ cells }) => cells.map((cell) => clean(cell).value)),
    at: locate(context, concat(rows)),
  }))
}
