import type { Source } from '../read/source.ts'
import { closeLetterSpacing, isLetterSpaced, join } from '../text/clean.ts'
import { fold } from '../text/fold.ts'
import { emptyText, slice, type Text, trim } from '../text/text.ts'
import type { Block, Cell, Line } from './block.ts'
import { brokenCells, brokenRows } from './broken-row.ts'
import { isCommaSeparated } from './comma-separated.ts'
import { comparisonColumns } from './comparison-header.ts'
import { type DrawnLine, drawnRows } from './drawn-rows.ts'
import { withoutMarkup } from './html-text.ts'
import { withLineFeeds } from './line-ends.ts'
import { linesOf } from './lines.ts'
import { mostQuotedLines, quotedRow, startsQuoted } from './quoted-row.ts'
import { withWideCells } from './wide-cells.ts'

export function cellOf(text: Text): Cell {
  const trimmed = trim(text)
  const closed = isLetterSpaced(trimmed.value) ? closeLetterSpacing(trimmed) : trimmed
  return { text: closed, folded: fold(closed.value) }
}

/** A cell whose text goes over several lines. */
function cellOfLines(parts: readonly Text[]): Cell {
  const lines = parts.map(trim).filter((part) => part.value !== '')
  const [only, ...more] = lines
  return more.length === 0 ? cellOf(only ?? emptyText) : { ...cellOf(join(lines)), lines }
}

function splitAt(text: Text, delimiter: string): Cell[] {
  const cells: Cell[] = []
  let start = 0
  for (;;) {
    const end = text.value.indexOf(delimiter, start)
    cells.push(cellOf(slice(text, start, end < 0 ? text.value.length : end)))
    if (end < 0) return cells
    start = end + 1
  }
}

/** A Markdown row: bars at both ends. The bar row under a header has no cells. */
const markdownRow = /^\|.*\|$/u
const markdownRule = /^\|[\s:|-]+\|$/u

/** Such a row without bars at its ends: 研修 | ○ | 全市町. */
const openRow = /\S \| |^\| \S|\S \|$/u
const openRule = /^:?-+:?(?: ?\| ?:?-+:?){1,60}$/u

/** Bars that authors draw tables with, and the rules that they draw between the rows. */
const drawnBar = /[｜│┃]/gu
const drawnRule = /^[\s─━═┄┈┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╂┠┨┷┯┿|｜│┃]{3,}$/u
const ruleSign = /[─━═┄┈┬┴┼┳┻╋]/u

const innerRule = /[├┝┠┣╟][─━═┄┈┬┴┼┳┻╋]{2}/u

/** Cells between drawn bars, with bars at the ends or without. */
function splitAtBars(whole: Text): Cell[] | undefined {
  // A rule that begins behind the first cells parts the rows of the others: │事業費├────┤.
  const ruled = innerRule.exec(whole.value)?.index ?? 0
  const text = ruled > 0 ? slice(whole, 0, ruled + 1) : whole
  const { value } = text
  const bars = Array.from(value.matchAll(drawnBar), (m) => m.index)
  if (ruled > 0) bars.push(ruled)
  if (bars.length === 0) return undefined
  const ends = [...bars, value.length]
  const cells = ends.map((end, i) => cellOf(slice(text, i === 0 ? 0 : (ends[i - 1] as number) + 1, end)))
  if (bars[0] === 0) cells.shift()
  if (bars.at(-1) === value.length - 1) cells.pop()
  return cells
}

/** What every row has; most lines have none of it. */
const rowSign = /[\t|｜│┃─━═┄┈┬┴┼┳┻╋]|^\s*\+[-=]/u

/** +----+----+: a rule in the signs of a typewriter. */
const typedRule = /^\+(?:[-=]{2,}\+){1,40}$/u

function rowOf(line: Line): Cell[] | undefined {
  if (!rowSign.test(line.printed.value)) return undefined
  const bare = line.printed.value
  if (bare.includes('\t')) return splitAt(line.printed, '\t')
  if (drawnRule.test(line.text.value) && ruleSign.test(line.text.value)) return []
  const barred = splitAtBars(trim(line.printed))
  if (barred) return barred
  const trimmed = line.text
  if (typedRule.test(trimmed.value)) return []
  if (openRule.test(line.folded)) return []
  if (!markdownRow.test(line.folded)) return openRow.test(line.folded) ? splitAt(trimmed, '|') : undefined
  if (markdownRule.test(line.folded)) return []
  return splitAt(slice(trimmed, 1, trimmed.value.length - 1), '|')
}

interface DelimitedLine {
  line: Line
  cells: Cell[]
  /** Lines that its last cells go on in. */
  more: readonly Line[]
}

/** A rule between rows of a table that is drawn; one of Markdown stands under its header alone. */
const isDrawnRule = ({ line, cells }: DelimitedLine): boolean =>
  cells.length === 0 && (ruleSign.test(line.text.value) || typedRule.test(line.text.value))

const drawnLine = ({ line, cells }: DelimitedLine): DrawnLine => ({
  cells,
  ruled: cells.length > 0 && innerRule.test(line.text.value),
})

const leadingBar = /^\s*[｜│┃]/u
const closingBar = /[｜│┃]\s*$/u

/** Lines that no bars stand around: one that begins with a bar has nothing in its first cell. */
function withFirstCells(run: readonly DelimitedLine[]): DelimitedLine[] {
  const barred = run.filter((r) => r.cells.length > 0)
  const isOpen =
    barred.every((r) => !closingBar.test(r.line.printed.value)) &&
    barred.some((r) => !leadingBar.test(r.line.printed.value))
  if (!isOpen) return [...run]
  return run.map((r) =>
    r.cells.length > 0 && leadingBar.test(r.line.printed.value) ? { ...r, cells: [cellOf(emptyText), ...r.cells] } : r,
  )
}

const isOpen = ({ line, cells }: DelimitedLine): boolean =>
  cells.length > 0 && line.folded.includes('|') && !line.printed.value.includes('\t') && !markdownRow.test(line.folded)

/** Rows whose bars stand between cells alone; one that begins and ends with a bar has nothing in its first and its last cell. */
function withOuterCells(run: readonly DelimitedLine[]): DelimitedLine[] {
  const [head] = run
  if (!head || !isOpen(head)) return [...run]
  return run.map((r) =>
    r.cells.length > 0 && r.cells.length < head.cells.length && markdownRow.test(r.line.folded)
      ? { ...r, cells: [cellOf(emptyText), ...r.cells, cellOf(emptyText)] }
      : r,
  )
}

/** Words with bars between them, and no rows: of these several stand together, and have more than two cells. */
const isBarredText = (rows: readonly DelimitedLine[]): boolean =>
  rows.some(isOpen) && (rows.filter((r) => r.cells.length > 0).length < 2 || rows.every((r) => r.cells.length < 3))

/** One line with bars alone parts words: ホーム｜市政｜計画. */
const isMenu = (rows: readonly DelimitedLine[]): boolean => {
  const filled = rows.filter((r) => r.cells.length > 0)
  const [only] = filled
  return filled.length === 0 || (filled.length === 1 && only !== undefined && /[｜│┃]/u.test(only.line.printed.value))
}

/** A tab after a number or a heading is only a wide space: `第１条<tab>この協約は`. */
const isTable = (rows: readonly DelimitedLine[]): boolean =>
  rows.some((r) => r.cells.length > 2 || comparisonColumns(r.cells) !== undefined) ||
  (rows.length > 1 &&
    rows.filter((r) => labelled.test(r.cells.find((c) => c.folded !== '')?.folded ?? '')).length * 2 < rows.length)
const labelled =
  /^(?:第[0-9一二三四五六七八九十百]+条(?: |$)|(?:[0-9]{1,2}|\([0-9]{1,2}\)|[ア-ンa-z]|[一二三四五六七八九十]{1,3})$)/u

/** A title above a table, as spreadsheets write it: a row whose first cell alone has text. */
const isTitle = ([first, ...others]: readonly Cell[]): boolean =>
  first !== undefined && others.length > 1 && first.folded !== '' && others.every((c) => c.folded === '')

/** Cells of the row that a line begins, and how many lines it has. */
interface FoundRow {
  cells: Cell[]
  height: number
}

/** Reads rows by the index of the line that they begin in; cells in quotation marks go on in the lines below. */
function rowReader(lines: readonly Line[], delimiter: ',' | '\t'): (i: number) => FoundRow | undefined {
  // A quotation that is not closed within reach is none, nor is another one before there.
  let unquoted = 0
  const broken = delimiter === '\t' ? brokenRows(lines) : undefined
  return (i) => {
    const lineCount = broken?.get(i)
    if (lineCount !== undefined)
      return { cells: brokenCells(lines.slice(i, i + lineCount)).map(cellOfLines), height: lineCount }
    const line = lines[i] as Line
    if (i >= unquoted && (delimiter === ',' || startsQuoted(line))) {
      const row = quotedRow(lines, i, delimiter)
      if (row) return { cells: row.cells.map(cellOfLines), height: row.lines }
      if (line.printed.value.includes('"')) unquoted = i + mostQuotedLines
    }
    const cells = rowOf(line)
    return cells && { cells, height: 1 }
  }
}

/** Lines of plain text, with runs of tab-separated or Markdown lines, or of CSV, as tables; a blank line ends a table. */
export function textBlocksOf(source: Source): Block[] {
  const blocks: Block[] = []
  let run: DelimitedLine[] = []
  const close = (): void => {
    if (run.length === 0) return
    run = withOuterCells(withFirstCells(run))
    if (isTable(run) && !isMenu(run) && !isBarredText(run)) {
      blocks.push({
        kind: 'table',
        rows: run.some(isDrawnRule)
          ? drawnRows(withWideCells(run).map(drawnLine), cellOfLines)
          : run.map((r) => r.cells).filter((c) => c.length > 0),
        page: run[0]?.line.page,
      })
    } else blocks.push(...run.flatMap((r) => [r.line, ...r.more]))
    run = []
  }
  const text = withLineFeeds(source.text)
  const lines = linesOf({ ...source, text: withoutMarkup(text) })
  const rowAt = rowReader(lines, isCommaSeparated(text) ? ',' : '\t')
  for (let i = 0; i < lines.length; ) {
    const line = lines[i] as Line
    const { cells, height } = rowAt(i) ?? { height: 1 }
    if (!cells || line.gap > 0) close()
    if (!cells) blocks.push(line)
    else if (run.length === 0 && isTitle(cells))
      blocks.push({ ...line, ...(cells[0] as Cell), printed: (cells[0] as Cell).text })
    else if (cells.length > 0 && cells.every((c) => c.folded === '')) {
      // Blank lines within a frame part nothing.
      if (!run.some(isDrawnRule)) close()
    } else run.push({ line, cells, more: lines.slice(i + 1, i + height) })
    i += height
  }
  close()
  return blocks
}
