import type { Line } from '../../layout/block.ts'
import { splitAtSpaces } from '../../text/clean.ts'
import { slice } from '../../text/text.ts'
import type { Element } from './elements.ts'
import { paragraphsOf } from './paragraphs.ts'
import { type RowLabel, rowLabelOf } from './row-label.ts'
import { couldHead } from './sections.ts'

/** Numerals that head parts of documents and hardly ever number rows. */
const headingForm = /roman/u

interface Candidate {
  line: Line
  form: string
}

/** Lines of one form that count up through a table, each standing where a row could end. */
function counted(lines: readonly Line[]): Candidate[][] {
  const byForm = new Map<string, { next: number; found: Candidate[] }>()
  lines.forEach((line, i) => {
    const label = couldHead(line) ? rowLabelOf(line.folded) : undefined
    const before = lines[i - 1]
    if (!label || (before && !before.folded.endsWith('。'))) return
    for (const { form, ordinal } of label.readings) {
      const known = byForm.get(form) ?? { next: 1, found: [] }
      if (ordinal[0] !== known.next) continue
      known.next++
      known.found.push({ line, form })
      byForm.set(form, known)
    }
  })
  return [...byForm.values()].map((f) => f.found)
}

/** Blank lines part cells where no more than this share of the lines have one before them. */
const informative = 0.75

/** Whether a row's title stands between a line and the next sentence: then the line is a heading, and no title itself. */
function titleFollows(lines: readonly Line[], heading: Line): boolean {
  const i = lines.indexOf(heading)
  const rest = lines.slice(i + 1, i + 12)
  if ((rest[0]?.gap ?? 0) === 0) return false
  const [first = [], second] = paragraphsOf(rest)
  return second !== undefined && !first.at(-1)?.folded.endsWith('。') && !/[。、,]$/u.test(first.at(-1)?.folded ?? '。')
}

/**
 * Numbered lines between the rows of a table that head the rows after them, as a merged row of the table does: of Roman
 * numerals, or such that a row's title of its own follows most of them.
 */
export function rowHeadingsIn(elements: readonly Element[]): Set<Line> {
  const lines = elements.flatMap((e) => (e.kind === 'line' ? [e.line] : []))
  const headings = new Set<Line>()
  const gaps = lines.filter((l) => l.gap > 0).length < lines.length * informative
  for (const found of counted(lines)) {
    const roman = headingForm.test(found[0]?.form ?? '')
    const over = gaps && found.filter((c) => titleFollows(lines, c.line)).length * 2 > found.length
    if (roman || over) for (const c of found) headings.add(c.line)
  }
  return headings
}

/** Whether a line holds one text, whatever its number is set apart by. */
const single = (line: Line, label: RowLabel | undefined): boolean =>
  splitAtSpaces(slice(line.text, label?.textStart ?? 0), 2).length === 1

/** Numbered lines of a table in columns that no other column has a text beside, over a line that has: merged rows. */
export function mergedRowsIn(elements: readonly Element[]): Set<Line> {
  const lines = elements.flatMap((e) => (e.kind === 'line' ? [e.line] : []))
  const labels = lines.map((line) => rowLabelOf(line.folded))
  const singles = lines.map((line, i) => single(line, labels[i]))
  const rows = new Set(labels.flatMap((label, i) => (label && !singles[i] ? label.form : [])))
  return new Set(
    lines.filter((line, i) => {
      const label = labels[i]
      return label && singles[i] && singles[i + 1] === false && !rows.has(label.form) && couldHead(line)
    }),
  )
}
