import type { Line } from '../../layout/block.ts'
import { slice, type Text } from '../../text/text.ts'
import { closingBracket, isCaptionText, isHistoryNote } from './caption.ts'
import { type Label, type LabelReading, readLabel } from './numbering.ts'
import type { ParagraphNode } from './provisions-tree.ts'

/** Forms that number paragraphs: 2, ２, ②, 2. – 号 never stand in these where a paragraph has text before them. */
const paragraphForms = ['arabic', 'circled', 'arabic.', '(arabic)']
/** Forms in which a paragraph may follow an unnumbered first one; (2) does only where (1) was printed as one. */
const unannounced = ['arabic', 'circled', 'arabic.']
/** How many numbers paragraphs may skip where the label is beyond doubt. */
const longestSkip = 3

export interface ParagraphRow {
  paragraph: ParagraphNode
  /** The form of the numbers, known from the first that is printed. */
  form: string | undefined
  margin: number
}

const textless = (paragraph: ParagraphNode): boolean => paragraph.lines.every((t) => t.value === '')

/** The reading by which a label numbers the first paragraph, which has no text yet: 第３条　１　甲は… */
export const firstParagraph = (row: ParagraphRow, label: Label): LabelReading | undefined =>
  row.paragraph.number === 1 && row.paragraph.title === undefined && textless(row.paragraph)
    ? label.readings.find((r) => unannounced.includes(r.form) && r.ordinal.length === 1 && r.ordinal[0] === 1)
    : undefined

/** 3. goes on after 2: a slip, or dirt beside a scanned number. */
const dotless = (form: string): string => form.replace(/\.$/u, '')

/** The reading by which a label numbers the paragraph after this one. */
export const nextParagraph = (row: ParagraphRow, label: Label, mostSkipped = 0): LabelReading | undefined =>
  label.readings.find((r) => {
    const gap = (r.ordinal[0] as number) - row.paragraph.number
    return (
      r.ordinal.length === 1 &&
      gap >= 1 &&
      gap <= 1 + mostSkipped &&
      (row.form === undefined
        ? unannounced.includes(r.form)
        : dotless(r.form) === dotless(row.form) && paragraphForms.includes(r.form))
    )
  })

export const laterParagraph = (row: ParagraphRow, label: Label): LabelReading | undefined =>
  label.spaced ? nextParagraph(row, label, longestSkip - 1) : undefined

export const paragraphOf = (reading: LabelReading, label: Label, line: Line): ParagraphNode => ({
  number: reading.ordinal[0] as number,
  title: slice(line.text, 0, label.titleEnd),
  lines: [slice(line.text, label.end)],
  items: [],
})

/** The caption alone on its line over a paragraph without a number, as in 附則: （施行期日） over a sentence. */
export function captionWithoutNumber(
  row: ParagraphRow | undefined,
  lines: readonly Line[],
  i: number,
): Text | undefined {
  const [line, next] = [lines[i], lines[i + 1]]
  if (!line || !next || !row || row.form !== undefined || row.paragraph.items.length > 0) return undefined
  const close = closingBracket(line.folded)
  if (close !== line.folded.length || isHistoryNote(line.folded) || !isCaptionText(line.folded.slice(1, close - 1)))
    return undefined
  return readLabel(next.folded) || closingBracket(next.folded) > 0 ? undefined : line.text
}
