import { type Context, report } from '../parse/context.ts'
import { follows } from '../parse/provisions/numbering.ts'
import type { Article } from '../schema/provision.ts'

/** 3_2 as [3, 2]; of a range 15:18 the first or the last. */
const ordinal = (number: string, end: 'first' | 'last'): number[] =>
  ((end === 'first' ? number.split(':')[0] : number.split(':').at(-1)) ?? '').split('_').map(Number)

/** Reports articles whose number skips or repeats. An excerpt may start anywhere. */
export function articleGaps(context: Context, articles: readonly Article[]): void {
  articles.forEach((article, i) => {
    const before = articles[i - 1]
    if (!before || follows(ordinal(before.number, 'last'), ordinal(article.number, 'first'))) return
    report(context, 'article-gap', { previous: before.number, found: article.number }, article.where?.title)
  })
}
