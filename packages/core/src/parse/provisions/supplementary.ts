import type { Line } from '../../layout/block.ts'
import type { Article } from '../../schema/provision.ts'
import { hasAny, startsWithAny } from '../../text/characters.ts'
import { emptyText, slice, type Text } from '../../text/text.ts'
import { type Context, furnish } from '../context.ts'
import { closingBracket, isHistoryNote } from './caption.ts'
import { readProvisions } from './provisions.ts'
import { endsSentence } from './provisions-flow.ts'
import type { ArticleNode, HeadingNode } from './provisions-tree.ts'
import { type Passage, writeArticles } from './provisions-write.ts'
import { isSupplementaryHeading, provisionStart } from './supplementary-heading.ts'

/** この規約は、…から施行する。 as web pages of ordinances print it, the heading 附則 lost. */
const effect =
  /^この(?:連携)?(?:(?:協約|協定)書?|覚書|規約|規則|条例|要綱|規程|告示|訓令)は、.{1,80}(?:から(?:施行|適用)|効力を(?:生|有))/u

/** Whether a line is a supplementary provision that stands apart without its heading. */
export const isBareSupplement = (line: Line): boolean =>
  line.gap > 0 &&
  startsWithAny(line.folded, 'こ') &&
  hasAny(line.folded, '行用生有') &&
  effect.test(line.folded.slice(0, 120))

function captionIn(line: Line): Text | undefined {
  const open = line.folded.search(/[(〔]/u)
  if (open < 0) return undefined
  const close = closingBracket(line.folded.slice(open))
  return close < 0 ? undefined : slice(line.text, open, open + close)
}

/**
 * The provisions under one 附則. Where its paragraphs stand in no article, they are the article 附則; where it has articles,
 * those follow it.
 */
export function supplementary(
  context: Context,
  lines: readonly Line[],
  passages: Passage[],
): { articles: Article[]; headings: HeadingNode[] } {
  const [head, ...below] = lines
  if (!head) return { articles: [], headings: [] }
  if (!isSupplementaryHeading(head)) return bareSupplement(context, lines, passages)
  const from = provisionStart(head)
  const own = from === undefined ? [] : [{ ...head, text: slice(head.text, from), folded: head.folded.slice(from) }]
  const body = [...own, ...below]
  const caption = from === undefined ? captionIn(head) : undefined
  const titleEnd = head.folded.indexOf('則') + 1
  const start: ArticleNode = {
    ordinal: [],
    number: '附則',
    title: slice(head.text, 0, titleEnd),
    paragraphs: [],
    ...(caption ? { caption } : {}),
  }
  // 抄: an excerpt.
  const rest = head.folded.slice(titleEnd).search(/抄$/u)
  if (rest >= 0) furnish(context, 'label', slice(head.text, titleEnd + rest))
  const tree = readProvisions(body, start)
  const [only] = start.paragraphs
  if (
    start.paragraphs.length === 1 &&
    only &&
    only.lines.length === 0 &&
    only.items.length === 0 &&
    tree.articles.length > 1
  )
    start.paragraphs = []
  return { articles: writeArticles(context, tree.articles, passages), headings: tree.headings }
}

/** Supplementary provisions without headings: one after another, each under the note of what brought it. */
function bareSupplement(
  context: Context,
  lines: readonly Line[],
  passages: Passage[],
): { articles: Article[]; headings: HeadingNode[] } {
  const headings: HeadingNode[] = []
  const groups: { caption?: Text; lines: Line[]; over: boolean }[] = [{ lines: [], over: false }]
  for (const line of lines) {
    const group = groups.at(-1) as (typeof groups)[number]
    const before = group.lines.at(-1)
    if (isHistoryNote(line.folded) && closingBracket(line.folded) === line.folded.length)
      groups.push({ caption: line.text, lines: [], over: false })
    // What such a page says after the last provision is not of it.
    else if (group.over || (before && endsSentence(before) && line.gap > 0 && !endsSentence(line))) {
      group.over = true
      headings.push({ lines: [line.text] })
    } else group.lines.push(line)
  }
  const articles: Article[] = []
  for (const { caption, lines: own } of groups) {
    const start: ArticleNode = {
      ordinal: [],
      number: '附則',
      title: emptyText,
      paragraphs: [],
      ...(caption ? { caption } : {}),
    }
    if (own.length === 0) {
      if (caption) headings.push({ lines: [caption] })
      continue
    }
    const tree = readProvisions(own, start)
    articles.push(...writeArticles(context, tree.articles, passages))
    headings.push(...tree.headings)
  }
  return { articles, headings }
}
