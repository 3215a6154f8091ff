import type { Line } from '../../layout/block.ts'
import { widthOf } from './piece.ts'
import { rowLabelOf } from './row-label.ts'

/** A sign of a paragraph's beginning counts where it stands at some lines and not at others. */
const informative = (n: number, of: number): boolean => n > 0 && n < of * 0.9

/**
 * Lines as paragraphs: parted by blank lines where blank lines tell, by first-line indents where those tell, otherwise
 * after each short line that ends a sentence and each line without one that is followed by a wide one.
 */
export function paragraphsOf(lines: readonly Line[]): Line[][] {
  const rest = lines.slice(1)
  const indented = (l: Line): boolean => /^[ \t]*\u3000/u.test(l.printed.value)
  const gaps = informative(rest.filter((l) => l.gap > 0).length, rest.length)
  const indents = informative(rest.filter(indented).length, rest.length)
  const widest = lines.reduce((n, l) => Math.max(n, widthOf(l.folded)), 0)
  const paragraphs: Line[][] = []
  let before: Line | undefined
  for (const line of lines) {
    const ended = before?.folded.endsWith('。') ?? true
    const short = before !== undefined && widthOf(before.folded) < widest - 2
    const begins = gaps
      ? line.gap > 0
      : indents
        ? indented(line)
        : ended || (short && !/[、,]$/u.test(before?.folded ?? ''))
    if (before === undefined || begins) paragraphs.push([])
    paragraphs.at(-1)?.push(line)
    before = line
  }
  return paragraphs
}

/** A line that is this much shorter than its cell ends a paragraph. */
export const shortLine = 2

/** How many lines at the beginning of a first cell are the row's title, over its description; 0 where none are. */
export function titleLines(cell: readonly Line[]): number {
  const [first, ...rest] = cell
  if (!first || rest.length === 0 || /[。、,]$/u.test(first.folded) || !rest.at(-1)?.folded.endsWith('。')) return 0
  const widest = cell.reduce((n, l) => Math.max(n, widthOf(l.folded)), 0)
  return rowLabelOf(first.folded) || widthOf(first.folded) < widest - shortLine ? 1 : 0
}

/** A title before its description in one line is no longer than this. */
const longestLead = 40

/**
 * Where a title ends that stands before its description in one line, parted from it by one half-width space: 広域観光の推進 観光客を…する。
 * Undefined where the line is one or the other.
 */
export function leadEnd(folded: string, value: string): number | undefined {
  if (!folded.endsWith('。')) return undefined
  const start = rowLabelOf(folded)?.textStart ?? 0
  const space = value.indexOf(' ', start)
  if (space < 0 || space - start > longestLead) return undefined
  const lead = folded.slice(start, space)
  const japanese = lead.charCodeAt(lead.length - 1) > 0x2e7f && folded.charCodeAt(space + 1) > 0x2e7f
  return japanese && !/[。、,]/u.test(lead) ? space : undefined
}
