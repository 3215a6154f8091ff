import type { Line } from '../../layout/block.ts'
import type { AmendmentContent, AmendmentOperation, AmendmentTarget } from '../../schema/amendment.ts'
import { clean, join } from '../../text/clean.ts'
import { concat, emptyText, slice, type Text } from '../../text/text.ts'
import { type Context, leaf } from '../context.ts'
import { isAppendedTableHeading } from '../provisions/appended-table.ts'
import { readProvisions } from '../provisions/provisions.ts'
import type { ArticleNode, ItemNode, ParagraphNode } from '../provisions/provisions-tree.ts'
import { bodyOf, writeArticles } from '../provisions/provisions-write.ts'
import { isSupplementaryHeading, provisionStart } from '../provisions/supplementary-heading.ts'
import { type Comparable, isOmitted, matched } from './comparison-match.ts'
import type { Comparison, ComparisonColumn } from './comparison-table.ts'

type Level = 'article' | 'paragraph' | 'item'

/** A provision of one column. */
interface Node extends Comparable {
  level: Level
  title: Text | undefined
  body: Text | undefined
  caption: Text | undefined
  below: Node[]
  content: (context: Context) => AmendmentContent
}

/** What stands in a cell instead of provisions. */
const empty = /^[(（]?(?:新設|追加|削除|削る|削り|略|省略|同左|同右|加える)[)）]?$/u
/** 第１条から第４条まで　（略） */
const skipped = /^第[^。]{1,40}[(（](?:略|省略|同左|同右)[)）]$/u
const severalArticles = /(?:から|~|〜|-|・|、|及び)第/u

const isSkipped = ({ folded }: Line): boolean =>
  empty.test(folded) || (skipped.test(folded) && severalArticles.test(folded))

/** Stands for the article around what is written without it. */
const nameless: Omit<ArticleNode, 'paragraphs'> = { ordinal: [], number: '', title: emptyText }

const wordsOf = (text: Text | undefined): string => (text ? clean(text).value : '')

/** The row in which a text begins. */
function rowFinder({ lines, rows }: ComparisonColumn): (text: Text | undefined) => number {
  const starts = lines.map((l) => l.text.offsets[0] ?? -1)
  return (text) => {
    const offset = text?.offsets[0] ?? -1
    let low = 0
    for (let high = starts.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((starts[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return rows[low - 1] ?? -1
  }
}

const supplement = '附則'

/** The articles, the 附則, and what stands behind them: 別表, and 附則 of which a place could not say which one it is. */
function partsOf(lines: readonly Line[]): { articles: Line[]; supplementary: Line[]; rest: Line[] } {
  const table = lines.findIndex(isAppendedTableHeading)
  const first = lines.slice(0, table < 0 ? undefined : table).findIndex(isSupplementaryHeading)
  const from = first < 0 ? table : first
  const second = first < 0 ? -1 : lines.findIndex((l, i) => i > first && (i === table || isSupplementaryHeading(l)))
  const rest = first < 0 ? table : second
  const articles = lines.slice(0, from < 0 ? undefined : from)
  return {
    articles: articles.filter((l) => !isSkipped(l)),
    supplementary: first < 0 ? [] : lines.slice(first, second < 0 ? undefined : second),
    rest: rest < 0 ? [] : lines.slice(rest),
  }
}

/** A 附則 as an article, and the articles that it has of its own. */
function supplementaryOf([head, ...below]: readonly Line[]): ArticleNode[] {
  if (!head) return []
  const from = provisionStart(head)
  const own = from === undefined ? [] : [{ ...head, text: slice(head.text, from), folded: head.folded.slice(from) }]
  const title = slice(head.text, 0, head.folded.indexOf('則') + 1)
  const start: ArticleNode = { ordinal: [], number: supplement, title, paragraphs: [] }
  const { articles } = readProvisions(
    [...own, ...below].filter((l) => !isSkipped(l)),
    start,
  )
  start.paragraphs = start.paragraphs.filter((p) => p.lines.length > 0 || p.items.length > 0)
  return articles
}

/** Articles that a column holds, and what stands behind them that is not compared. */
function nodesOf(column: ComparisonColumn): { nodes: Node[]; rest: Line[] } {
  const { articles, supplementary, rest } = partsOf(column.lines)
  const row = rowFinder(column)
  const ofItem = (item: ItemNode): Node => {
    const body = bodyOf(item.lines)
    return {
      level: 'item',
      number: item.number,
      words: wordsOf(body),
      row: row(item.title),
      title: item.title,
      body,
      caption: undefined,
      below: item.items.map(ofItem),
      content: (context) => {
        const [article] = writeArticles(context, [
          { ...nameless, paragraphs: [{ number: 1, lines: [], items: [item] }] },
        ])
        return { items: article?.paragraphs[0]?.items ?? [] }
      },
    }
  }
  const ofParagraph = (paragraph: ParagraphNode): Node => {
    const body = join(paragraph.lines)
    return {
      level: 'paragraph',
      number: `${paragraph.number}`,
      words: wordsOf(body),
      row: row(paragraph.title ?? body),
      title: paragraph.title,
      body,
      caption: paragraph.caption,
      below: paragraph.items.map(ofItem),
      content: (context) => ({
        paragraphs: writeArticles(context, [{ ...nameless, paragraphs: [paragraph] }])[0]?.paragraphs ?? [],
      }),
    }
  }
  const ofArticle = (article: ArticleNode): Node => {
    const below = article.paragraphs.map(ofParagraph)
    return {
      level: 'article',
      number: article.number,
      words: below.map((p) => p.words).join(''),
      row: row(article.title),
      title: article.title,
      body: undefined,
      caption: article.caption,
      below,
      content: (context) => ({ articles: writeArticles(context, [article]) }),
    }
  }
  const nodes = readProvisions(articles).articles.map(ofArticle)
  const [of, ...own] = supplementaryOf(supplementary).map(ofArticle)
  return { nodes: of ? [...nodes, { ...of, below: [...of.below, ...own] }] : nodes, rest }
}

/** The place of a provision below another one. A paragraph that is alone is the article. */
function placeOf(node: Node, above: AmendmentTarget, siblings: readonly Node[]): AmendmentTarget {
  if (node.level === 'article')
    return node.number === supplement ? { supplementary: true } : { ...above, article: node.number }
  if (node.level === 'paragraph')
    return siblings.length === 1 && node.title === undefined ? above : { ...above, paragraph: Number(node.number) }
  if (above.item === undefined) return { ...above, item: node.number }
  return { ...above, subitems: [...(above.subitems ?? []), wordsOf(node.title)] }
}

interface Writing {
  context: Context
  edits: AmendmentOperation[]
  deletions: AmendmentOperation[]
  moves: AmendmentOperation[]
  insertions: AmendmentOperation[]
}

const printed = (node: Node): Text =>
  concat([node.title, node.body, ...node.below.map(printed)].filter((t): t is Text => t !== undefined))

/** An operation takes the words that say it. */
function operation({ context }: Writing, of: Text, said: Omit<AmendmentOperation, 'text' | 'at'>): AmendmentOperation {
  return { ...said, ...leaf(context, of) }
}

function editCaption(writing: Writing, old: Node, now: Node, target: AmendmentTarget): void {
  const [from, to] = [wordsOf(old.caption), wordsOf(now.caption)]
  if (from === to) return
  const place: AmendmentTarget = { ...target, part: 'caption' }
  const of = now.caption ?? old.caption
  if (of)
    writing.edits.push(
      operation(writing, of, to === '' ? { kind: 'delete', target: place } : { kind: 'rewrite', target: place, to }),
    )
}

function editText(writing: Writing, old: Node, now: Node, target: AmendmentTarget): void {
  const { words: from } = old
  const { words: to, body } = now
  if (old.level === 'article' || from === to || from === '' || to === '' || isOmitted(from) || isOmitted(to) || !body)
    return
  writing.edits.push(operation(writing, body, { kind: 'replace', target, from, to }))
}

/** Where new provisions stand: behind the one before them, before the one after them, or at the end of what holds them. */
function positionOf(
  pairs: readonly [Node | undefined, Node | undefined][],
  first: number,
  last: number,
  placed: (node: Node) => AmendmentTarget,
  above: AmendmentTarget,
): Pick<AmendmentOperation, 'target' | 'position'> {
  const before = pairs.slice(0, first).findLast(([, now]) => now)?.[1]
  if (before) return { target: placed(before), position: 'after' }
  const after = pairs.slice(last + 1).find(([, now]) => now)?.[1]
  return after ? { target: placed(after), position: 'before' } : { target: above, position: 'end' }
}

const merge = (all: readonly AmendmentContent[]): AmendmentContent => {
  const articles = all.flatMap((c) => c.articles ?? [])
  const paragraphs = all.flatMap((c) => c.paragraphs ?? [])
  const items = all.flatMap((c) => c.items ?? [])
  return {
    ...(articles.length > 0 ? { articles } : {}),
    ...(paragraphs.length > 0 ? { paragraphs } : {}),
    ...(items.length > 0 ? { items } : {}),
  }
}

function compare(
  writing: Writing,
  old: readonly Node[],
  now: readonly Node[],
  above: { old: AmendmentTarget; now: AmendmentTarget },
): void {
  const pairs = matched(old, now)
  const placedNow = (node: Node): AmendmentTarget => placeOf(node, above.now, now)
  for (let i = 0; i < pairs.length; i++) {
    const [before, after] = pairs[i] as (typeof pairs)[number]
    if (before && after) {
      const target = placeOf(before, above.old, old)
      const destination = placedNow(after)
      if (before.level !== 'item') editCaption(writing, before, after, target)
      editText(writing, before, after, target)
      compare(writing, before.below, after.below, { old: target, now: destination })
      if (before.number !== after.number)
        writing.moves.push(operation(writing, after.title ?? emptyText, { kind: 'renumber', target, destination }))
    } else if (before) {
      writing.deletions.push(
        operation(writing, printed(before), { kind: 'delete', target: placeOf(before, above.old, old) }),
      )
    } else if (after) {
      let last = i
      while (pairs[last + 1] && !pairs[last + 1]?.[0]) last++
      const own = pairs.slice(i, last + 1).flatMap(([, node]) => (node ? [node] : []))
      writing.insertions.push({
        kind: 'insert',
        ...positionOf(pairs, i, last, placedNow, above.now),
        // Its words are those of what is new.
        text: own.map((node) => wordsOf(node.title)).join('、'),
        content: merge(own.map((node) => node.content(writing.context))),
      })
      i = last
    }
  }
}

const numberIn = (target: AmendmentTarget | undefined): number =>
  Number(/^[0-9]+/u.exec(target?.item ?? `${target?.paragraph ?? target?.article}`)?.[0] ?? 0)

/** Numbers that rise are given from the last on, those that fall from the first on: none is given twice. */
function inOrder(moves: readonly AmendmentOperation[]): AmendmentOperation[] {
  const rises = (o: AmendmentOperation): boolean => numberIn(o.destination) > numberIn(o.target)
  return [...moves.filter((o) => !rises(o)), ...moves.filter(rises).reverse()]
}

/**
 * What a 新旧対照表 does, as operations in the order in which they can be carried out: words first, by the old numbers, then what is
 * dropped, renumbered and added. `rest` is what could not be compared: appended tables that differ.
 */
export function comparisonOperations(
  context: Context,
  { old, now }: Comparison,
): { operations: AmendmentOperation[]; rest: Line[] } {
  const [before, after] = [nodesOf(old), nodesOf(now)]
  const writing: Writing = {
    context,
    edits: [],
    deletions: [],
    moves: [],
    insertions: [],
  }
  compare(writing, before.nodes, after.nodes, { old: {}, now: {} })
  const { edits, deletions, moves, insertions } = writing
  const same = (lines: readonly Line[]): string => lines.map((l) => l.folded).join('\n')
  return {
    operations: [...edits, ...deletions, ...inOrder(moves), ...insertions],
    rest: same(before.rest) === same(after.rest) ? [] : after.rest.length > 0 ? after.rest : before.rest,
  }
}
