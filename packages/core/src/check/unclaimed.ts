import { withLineFeeds } from '../layout/line-ends.ts'
import { type Context, leaf, report } from '../parse/context.ts'
import { isWhite } from '../text/characters.ts'
import { textOf } from '../text/text.ts'

/** Tags that table extraction leaves in text, bounded so that a stray < costs nothing. */
const tag = /<\/?[a-z][^<>\n]{0,80}>|&(?:nbsp|ensp|emsp|thinsp|#160|#12288);/giu
/** What sets values apart and says nothing itself: brackets, bars, bullets, rules, the marks of Markdown. Its classes take long to make. */
const delimiters = (): RegExp =>
  /[\s+\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}\u2500-\u257f|｜"*#:;,.、。，．・･:：;；/／_=~〜～…‥●•■□◆◇▪▶※★☆\ufffd\u200b\ufeff]/gu

/** Whether a text is nothing but delimiters, which belong to the values next to them. */
const saysNothing = (text: string): boolean => text.replace(tag, '').replace(delimiters(), '') === ''

/** A circle with a text right behind it is the text's bullet; alone it is a mark. */
const circle = /^[○〇◯◎]$/u

/** Reports what no field took, line by line. */
export function reportUnclaimed(context: Context): void {
  const text = withLineFeeds(context.source.text)
  for (let start = 0; start < text.length; ) {
    if (context.taken[start] || isWhite(text.charCodeAt(start))) {
      start++
      continue
    }
    let end = start
    let last = start
    while (end < text.length && !context.taken[end] && text[end] !== '\n') {
      if (!isWhite(text.charCodeAt(end))) last = end
      end++
    }
    const isBullet = circle.test(text.slice(start, last + 1)) && end === last + 1 && context.taken[end] === 1
    if (!isBullet && !saysNothing(text.slice(start, last + 1))) {
      const read = leaf(context, textOf(text, start, last + 1))
      report(context, 'text-unclaimed', { text: read.text }, read.at)
    }
    start = end
  }
}
