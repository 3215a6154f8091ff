import { type Context, leaf, report } from '../parse/context.ts'
import { textOf } from '../text/text.ts'

/** Reports what no field took, a line each; neighbouring lines of one gap together. */
export function reportUnclaimed(context: Context): void {
  const { text } = context.source
  for (let start = 0; start < text.length; ) {
    if (context.taken[start] || /\s/u.test(text[start] as string)) {
      start++
      continue
    }
    let end = start
    let last = start
    while (end < text.length && !context.taken[end] && text[end] !== '\n') {
      if (!/\s/u.test(text[end] as string)) last = end
      end++
    }
    const read = leaf(context, textOf(text, start, last + 1))
    report(context, 'text-unclaimed', { text: read.text }, read.at)
    start = end
  }
}
