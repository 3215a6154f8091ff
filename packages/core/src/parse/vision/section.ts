import type { Section } from '../../schema/at.ts'
import { clean } from '../../text/clean.ts'
import { concat, type Text } from '../../text/text.ts'
import { type Context, take } from '../context.ts'
import { withoutTags } from './markup.ts'
import type { Part } from './outline-state.ts'

const newline: Text = { value: '\n', offsets: Int32Array.of(-1) }

/** A heading and the text under it that no field holds. */
export function sectionOf(context: Context, { heading, texts, used }: Part): Section[] {
  const lines = texts.map((t) => clean(withoutTags(t))).filter((t) => t.value !== '')
  const title = heading && !used ? clean(heading.whole) : undefined
  if (!title || lines.length === 0) {
    const text = title ?? concat(lines.flatMap((t, i) => (i === 0 ? [t] : [newline, t])))
    return text.value === '' ? [] : [{ text: text.value, at: take(context, text) }]
  }
  const text = concat(lines.flatMap((t, i) => (i === 0 ? [t] : [newline, t])))
  return [{ title: title.value, text: text.value, at: take(context, concat([title, text])) }]
}
