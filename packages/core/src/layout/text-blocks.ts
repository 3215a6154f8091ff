import type { Source } from '../read/source.ts'
import { closeLetterSpacing, isLetterSpaced, join } from '../text/clean.ts'
import { fold } from '../text/fold.ts'
import { emptyText, slice, type Text, trim } from '../text/text.ts'
import type { Block, Cell, Line } from './block.ts'
import { isCommaSeparated } from './comma-separated.ts'
import { withoutMarkup } from './html-text.ts'
import { linesOf } from './lines.ts'
import { mostQuotedLines, quotedRow, startsQuoted } from './quoted-row.ts'

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
const rowSign = /[\t|｜│┃─━═┄┈┬┴┼┳┻╋]/u

function rowOf(line: Line): Cell[] | undefined {
  if (!rowSign.test(line.printed.value)) return undefined
  const bare = line.printed.value
  if (bare.includes('\t')) return splitAt(line.printed, '\t')
  if (drawnRule.test(line.text.value) && ruleSign.test(line.text.value)) return []
  const barred = splitAtBars(trim(line.printed))
  if (barred) return barred
  const trimmed = line.text
  if (!markdownRow.test(line.folded)) return undefined
  if (markdownRule.test(line.folded)) return []
  return splitAt(slice(trimmed, 1, trimmed.value.length - 1), '|')
}

interface DelimitedLine {
  line: Line
  cells: Cell[]
  /** Lines that its last cells go on in. */
  more: readonly Line[]
}

/** One line with bars alone parts words: ホーム｜市政｜計画. */
const isMenu = (rows: readonly DelimitedLine[]): boolean => {
  const filled = rows.filter((r) => r.cells.length > 0)
  const [only] = filled
  return filled.length === 0 || (filled.length === 1 && only !== undefined && /[｜│┃]/u.test(only.line.printed.value))
}

/** A tab after a number or a heading is only a wide space: `第１条<tab>この協約は`. */
const isTable = (rows: readonly DelimitedLine[]): boolean =>
  rows.some((r) => r.cells.length > 2) ||
  (rows.length > 1 && rows.filter((r) => labelled.test(r.line.folded)).length * 2 < rows.length)
const labelled =
  /^(第[0-9一二三四五六七八九十百]+条|[0-9]{1,2}|\([0-9]{1,2}\)|[ア-ンa-z]|[一二三四五六七八九十]{1,3})[ \t]/u

/** What stands above a table of a spreadsheet is written as a row of one cell. */
function cellAlone(cells: readonly Cell[]): Cell | undefined {
  const filled = cells.filter((c) => c.folded !== '')
  return filled.length === 1 ? filled[0] : undefined
}

/** Lines of plain text, with runs of tab-separated or Markdown lines as tables; a blank line ends a table. */
export function textBlocksOf(source: Source): Block[] {
  const blocks: Block[] = []
  let run: DelimitedLine[] = []
  const close = (): void => {
    if (run.length === 0) return
    if (isTable(run) && !isMenu(run)) {
      blocks.push({
        kind: 'table',
        rows: run.map((r) => r.cells).filter((cells) => cells.length > 0),
        page: run[0]?.line.page,
      })
    } else blocks.push(...run.flatMap((r) => [r.line, ...r.more]))
    run = []
  }
  const lines = linesOf({ ...source, text: withoutMarkup(source.text) })
  const isCsv = isCommaSeparated(source.text)
  // A quotation that is not closed within reach is none, nor is another one before there.
  let unquoted = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const mayBeRow = i >= unquoted && (isCsv || startsQuoted(line))
    const quoted = mayBeRow ? quotedRow(lines, i, isCsv ? ',' : '\t') : undefined
    if (!quoted && mayBeRow && line.printed.value.includes('"')) unquoted = i + mostQuotedLines
    const cells = quoted?.cells.map(cellOfLines) ?? rowOf(line)
    const alone = isCsv && quoted && cells && run.length === 0 ? cellAlone(cells) : undefined
    if (alone) {
      blocks.push({ ...line, ...alone, printed: alone.text })
      i += (quoted?.lines ?? 1) - 1
      continue
    }
    if (isCsv && cells?.every((c) => c.folded === '')) {
      close()
      continue
    }
    if (!cells || line.gap > 0) close()
    const end = i + (quoted?.lines ?? 1)
    if (cells) run.push({ line, cells, more: lines.slice(i + 1, end) })
    else blocks.push(line)
    i = end - 1
  }
  close()
  return blocks
}
