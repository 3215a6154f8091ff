import type { Article } from '@kyoyaku/core'
import { oneLine } from '../one-line.ts'
import { fit, left, width } from './columns.ts'
import { part, type View } from './view.ts'

const captionLimit = 30
const gap = 2

/** The first words of an article, also where its text begins in its items. */
function beginning(article: Article): string {
  const [first] = article.paragraphs
  return first?.text || first?.items?.[0]?.text || ''
}

/** A line an article: number, caption, first words. */
export function articleLines(view: View, title: string, articles: readonly Article[]): string[] {
  if (articles.length === 0) return []
  const numbers = Math.max(...articles.map((a) => width(oneLine(a.title)))) + gap
  const captions = Math.min(captionLimit, Math.max(0, ...articles.map((a) => width(oneLine(a.caption ?? ''))))) + gap
  return [
    ...part(title, articles.length),
    ...articles.map((a) => {
      const head = `  ${left(oneLine(a.title), numbers)}${left(fit(a.caption ?? '', captions - gap), captions)}`
      return (head + fit(beginning(a), view.columns - width(head))).trimEnd()
    }),
  ]
}
