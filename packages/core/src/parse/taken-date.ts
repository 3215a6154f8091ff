import type { Line } from '../layout/block.ts'
import type { DateText, Section } from '../schema/at.ts'
import { readDates } from '../text/era-date.ts'
import { slice } from '../text/text.ts'
import { type Context, leaf, report, take } from './context.ts'

/** The date of a line, taken; what else stands on the line becomes a section. A day that no calendar has is reported. */
export function takeDate(context: Context, line: Line, sections: Section[]): DateText | undefined {
  const date = readDates(line.folded).find((d) => d.edtf !== undefined)
  if (date?.edtf === undefined) {
    const [wrong] = readDates(line.folded)
    const read = leaf(context, line.text)
    sections.push(read)
    if (wrong) report(context, 'date-invalid', { text: read.text }, read.at)
    return undefined
  }
  const printed = slice(line.text, date.start, date.end)
  const at = take(context, printed)
  for (const rest of [slice(line.text, 0, date.start), slice(line.text, date.end)])
    if (rest.value.trim() !== '') sections.push(leaf(context, rest))
  return { text: printed.value, edtf: date.edtf, at }
}
