import type { Block, Line } from '../../layout/block.ts'
import type { Amendment } from '../../schema/amendment.ts'
import type { DateText, Section } from '../../schema/at.ts'
import type { Article } from '../../schema/provision.ts'
import { join } from '../../text/clean.ts'
import { readDates } from '../../text/era-date.ts'
import { fold } from '../../text/fold.ts'
import { type Text, textOf } from '../../text/text.ts'
import { tailOf } from '../agreement-parts.ts'
import { type Context, leaf, locate } from '../context.ts'
import { partiesIn } from '../party/party.ts'
import { signatories } from '../party/signature-block.ts'
import { headedText } from '../provisions/headed-text.ts'
import { supplementary } from '../provisions/supplementary.ts'
import { takeDate } from '../taken-date.ts'

function effectiveDate(context: Context, articles: readonly Article[]): DateText | undefined {
  for (const { paragraphs } of articles) {
    for (const { text, at } of paragraphs) {
      // What a proviso says is of some provisions.
      const stop = text.indexOf('。')
      const main = stop < 0 ? text : text.slice(0, stop)
      const date = readDates(fold(main))[0]
      if (!date?.edtf || !/から(?:施行|(?:その)?効力|適用)/u.test(main)) continue
      const printed = text.slice(date.start, date.end)
      const [from, to] = at?.span ?? [0, 0]
      const start = context.source.text.slice(from, to).indexOf(printed)
      const place =
        start < 0
          ? {}
          : { at: locate(context, textOf(context.source.text, from + start, from + start + printed.length)) }
      return { text: printed, edtf: date.edtf, ...place }
    }
  }
  return undefined
}

/** The 附則, the closing and the signatures of an amendment; what is none of them becomes sections. */
export function readTail(
  context: Context,
  amendment: Amendment,
  blocks: readonly Block[],
  preamble: Text | undefined,
): Section[] {
  const sections: Section[] = []
  const loose = (lines: readonly Line[]): void => {
    sections.push(...lines.map((line) => leaf(context, line.text)))
  }
  const signed: Line[] = []
  for (const part of tailOf(blocks)) {
    if (part.kind === 'tables') sections.push(...headedText(context, part.blocks))
    else if (part.kind === 'supplementary') {
      const { articles, headings } = supplementary(context, part.lines, [])
      amendment.supplementary = [...(amendment.supplementary ?? []), ...articles]
      for (const { lines } of headings) sections.push(leaf(context, join(lines)))
    } else if (part.kind === 'closing' && amendment.closing === undefined) {
      const { text, at } = leaf(context, join(part.lines.map((l) => l.text)))
      amendment.closing = text
      amendment.where = { ...amendment.where, closing: at }
    } else if (part.kind === 'date' && amendment.concludedOn === undefined && part.lines[0]) {
      const date = takeDate(context, part.lines[0], sections)
      if (date) amendment.concludedOn = date
    } else if (part.kind === 'signature') signed.push(...part.lines)
    else loose(part.lines)
  }
  const block = signatories(context, signed, preamble ? partiesIn(context, preamble, true) : [])
  if (block.signatories.length > 0) amendment.signatories = block.signatories
  loose(block.rest)
  const date = effectiveDate(context, amendment.supplementary ?? [])
  if (date) amendment.effectiveOn = date
  return sections
}
