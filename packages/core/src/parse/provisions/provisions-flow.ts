import type { Line } from '../../layout/block.ts'
import { bulletCharacters } from './numbering.ts'

/** Share of lines that must reach the right margin for a text to count as wrapped. */
const fullLineShare = 0.2
/** Columns by which justification and 禁則 let a full line fall short or hang over. */
const marginTolerance = 6
/** A line this many columns short of the margin ends its paragraph. */
const shortBy = 8
/** Longer lines are sentences on one line, not lines of a page. */
const widestPage = 200

/** Display columns of a line, its margin included: full-width characters take two. */
function widthOf(line: Line): number {
  const { folded } = line
  const printed = line.text.value
  let columns = marginOf(line)
  for (let i = 0; i < folded.length && columns <= widestPage; i++) columns += printed.charCodeAt(i) < 0x100 ? 1 : 2
  return columns
}

/** The margin of a line in columns, without what letter-spacing adds to it. */
export const marginOf = (line: Line): number => (line.letterSpaced ? Math.round((line.indent * 2) / 3) : line.indent)

const sentenceEnd = /[。][)」』]?$/u
export const endsSentence = (line: Line): boolean => sentenceEnd.test(line.folded.slice(-2))

/**
 * Columns at which the lines of a text are wrapped, undefined where every line is a paragraph of its own: then no line
 * reaches a common margin, or those that do end a sentence.
 */
export function wrapColumns(lines: readonly Line[]): number | undefined {
  if (lines.length < 3) return undefined
  const widths = lines.map(widthOf)
  const sorted = [...widths].sort((a, b) => a - b)
  const margin = sorted[Math.floor((sorted.length - 1) * 0.95)] as number
  if (margin > widestPage) return undefined
  let full = 0
  let open = 0
  lines.forEach((line, i) => {
    if (Math.abs((widths[i] as number) - margin) > marginTolerance) return
    full++
    const next = lines[i + 1]
    if (!endsSentence(line) && next && !labelled.test(next.folded.slice(0, 12))) open++
  })
  return full >= lines.length * fullLineShare && open * 2 >= full && open > 1 ? margin : undefined
}

/** How a line starts that is no rest of the one before. */
const labelled = new RegExp(
  `^(?:第[0-9一二三四五六七八九十百]{1,5}[条章節款]|[([〔【①-⑳⑴-⒇${bulletCharacters}]|(?:[0-9]{1,3}|[一二三四五六七八九十]{1,4}|[ア-ンa-z])(?:の[二三四五2-5])?[ .])`,
  'u',
)

/** Whether a paragraph ends with a line: it ends a sentence, falls short of the margin, or no line is wrapped at all. */
export const endsParagraph = (line: Line, margin: number | undefined): boolean =>
  margin === undefined || endsSentence(line) || endsShort(line, margin)

/** Whether a line falls short of the margin; on a drawn page struck text, which the line does not hold, takes its room too. */
export const endsShort = (line: Line, margin: number): boolean =>
  widthOf(line) < margin - shortBy && (line.box === undefined || line.ended)
