import type { Block, Line } from '../../layout/block.ts'
import type { Section } from '../../schema/at.ts'
import { clean } from '../../text/clean.ts'
import { concat, type Text } from '../../text/text.ts'
import { type Context, locate, take } from '../context.ts'

/** Longer lines are no headings. */
const longestHeading = 40

/** Whether a line looks like a heading over the text after it: short, no sentence, nothing that goes on. */
function looksLikeHeading(line: Line): boolean {
  return line.folded.length <= longestHeading && !/[。、,:;)]$|^[※・•●○-]/u.test(line.folded)
}

const newline: Text = { value: '\n', offsets: Int32Array.of(-1) }

/** Lines of a text as one value, a line each, taken from the source. */
export function body(context: Context, texts: readonly Text[]): { text: string; at: Section['at'] } {
  const cleaned = texts.map(clean).filter((t) => t.value !== '')
  const joined = concat(cleaned.flatMap((t, i) => (i === 0 ? [t] : [newline, t])))
  return { text: joined.value, at: take(context, joined) }
}

export const textsOf = (block: Block): Text[] =>
  block.kind === 'line' ? [block.text] : block.rows.flatMap((row) => row.map((c) => c.text))

/**
 * Text outside all fields, cut at its headings: a short line that stands apart from what is before it. A heading with nothing
 * under it is a section of its own.
 */
export function headedText(context: Context, blocks: readonly Block[]): Section[] {
  const groups: { title: Line | undefined; texts: Text[] }[] = []
  blocks.forEach((block, i) => {
    const before = blocks[i - 1]
    const apart = before === undefined || before.kind === 'table' || (block.kind === 'line' && block.gap > 0)
    if (block.kind === 'line' && apart && looksLikeHeading(block)) groups.push({ title: block, texts: [] })
    else if (groups.length === 0) groups.push({ title: undefined, texts: textsOf(block) })
    else groups.at(-1)?.texts.push(...textsOf(block))
  })
  return groups.map(({ title, texts }): Section => {
    if (title && texts.length === 0) {
      const alone = body(context, [title.text])
      return { text: alone.text, ...(alone.at ? { at: alone.at } : {}) }
    }
    const heading = title ? clean(title.text) : undefined
    if (heading) take(context, heading)
    const read = body(context, texts)
    const at = heading ? locate(context, concat([heading, ...texts.map(clean)])) : read.at
    return { ...(heading ? { title: heading.value } : {}), text: read.text, ...(at ? { at } : {}) }
  })
}
