import type { Source } from '../read/source.ts'
import { closeLetterSpacing, isLetterSpaced } from '../text/clean.ts'
import { fold } from '../text/fold.ts'
import { slice, type Text, trim } from '../text/text.ts'
import type { Block, Cell, Line } from './block.ts'
import { drawnLayout } from './drawn-blocks.ts'
import { linesOf } from './lines.ts'

export function cellOf(text: Text): Cell {
  const trimmed = trim(text)
  const closed = isLetterSpaced(trimmed.value) ? closeLetterSpacing(trimmed) : trimmed
  return { text: closed, folded: fold(closed.value) }
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

function rowOf(line: Line): Cell[] | undefined {
  const bare = line.printed.value
  if (bare.includes('\t')) return splitAt(line.printed, '\t')
  const trimmed = line.text
  if (!markdownRow.test(line.folded)) return undefined
  if (markdownRule.test(line.folded)) return []
  return splitAt(slice(trimmed, 1, trimmed.value.length - 1), '|')
}

interface DelimitedLine {
  line: Line
  cells: Cell[]
}

/** A tab after a number or a heading is only a wide space: `第１条<tab>この協約は`. */
const isTable = (rows: readonly DelimitedLine[]): boolean =>
  rows.some((r) => r.cells.length > 2) ||
  (rows.length > 1 && rows.filter((r) => labelled.test(r.line.folded)).length * 2 < rows.length)
const labelled =
  /^(第[0-9一二三四五六七八九十百]+条|[0-9]{1,2}|\([0-9]{1,2}\)|[ア-ンa-z]|[一二三四五六七八九十]{1,3})[ \t]/u

/**
 * Lines, with runs of tab-separated or Markdown lines as tables; a blank line ends a table. Pages that are drawn are laid out by
 * what is where on them.
 */
export function blocksOf(source: Source): Block[] {
  if (source.pages.some((page) => page.glyphs)) return drawnLayout(source).blocks
  const blocks: Block[] = []
  let run: DelimitedLine[] = []
  const close = (): void => {
    if (run.length === 0) return
    if (isTable(run)) {
      blocks.push({
        kind: 'table',
        rows: run.map((r) => r.cells).filter((cells) => cells.length > 0),
        page: run[0]?.line.page,
      })
    } else blocks.push(...run.map((r) => r.line))
    run = []
  }
  for (const line of linesOf(source)) {
    const cells = rowOf(line)
    if (!cells || line.gap > 0) close()
    if (cells) run.push({ line, cells })
    else blocks.push(line)
  }
  close()
  return blocks
}
