import type { At, Section } from '../../schema/at.ts'
import type { Article, Item, Paragraph } from '../../schema/provision.ts'
import { join } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { slice, type Text, trim } from '../../text/text.ts'
import { type Context, leaf, take } from '../context.ts'
import { areSymbols } from '../party/party-symbol.ts'
import { labelOf, longestLabelled } from '../party/role-label.ts'
import { captionOf, isBracketed } from './caption.ts'
import { spaced, tablesOf, withRows } from './provision-table.ts'
import type { ArticleNode, HeadingNode, ItemNode, ParagraphNode } from './provisions-tree.ts'

/** The text of a provision: its lines joined, with a space around labels (甲の役割) that begin a line. */
export const bodyOf = (lines: readonly Text[]): Text => withRows(lines, labelledBody)

function labelledBody(lines: readonly Text[]): Text {
  const parts: Text[][] = []
  let alone = false
  for (const line of lines) {
    const start = fold(line.value.slice(0, longestLabelled))
    const label = labelOf(start) ?? (parts.length === 0 && areSymbols(start) ? { rest: line.value.length } : undefined)
    if (parts.length === 0 || label || alone) parts.push([])
    // A narrow space after a label would be closed up.
    const end = label && /\s$/u.test(line.value.slice(0, label.rest)) ? label.rest : 0
    if (end > 0) parts.at(-1)?.push(slice(line, 0, end))
    if (end > 0) parts.push([])
    parts.at(-1)?.push(slice(line, end))
    alone = label !== undefined && label.rest === line.value.length
  }
  if (parts.length < 2) return join(lines)
  return spaced(parts.map(join).filter((part) => part.value !== ''))
}

/** The text of one paragraph or item, and where in the document it stands. */
export interface Passage {
  article: string
  paragraph: number
  /** Number of the item of the first level, for passages in one. */
  item?: string
  text: Text
}

/** What is passed down while provisions are written. */
interface Writing {
  context: Context
  passages: Passage[]
  article: string
  paragraph: number
  item?: string
}

function writeBody(writing: Writing, text: Text): { text: string; at: At } {
  const { context, passages, article, paragraph, item } = writing
  passages.push({ article, paragraph, text, ...(item === undefined ? {} : { item }) })
  return leaf(context, text)
}

function writeItem(writing: Writing, node: ItemNode): Item {
  const title = leaf(writing.context, node.title)
  const body = writeBody(writing, bodyOf(node.lines))
  const item: Item = { number: node.number, title: title.text, text: body.text }
  const tables = tablesOf(writing.context, node.lines)
  if (tables.length > 0) item.tables = tables
  if (node.items.length > 0) item.items = node.items.map((child) => writeItem(writing, child))
  item.at = body.at
  item.where = { title: title.at }
  return item
}

function writeParagraph(article: Writing, node: ParagraphNode): Paragraph {
  const writing = { ...article, paragraph: node.number }
  const title = node.title ? leaf(writing.context, node.title) : undefined
  const caption = node.caption ? takeCaption(writing.context, node.caption) : undefined
  const body = writeBody(writing, withRows(node.lines, join))
  const paragraph: Paragraph = { number: node.number, text: body.text }
  if (caption) paragraph.caption = caption.text
  if (title) paragraph.title = title.text
  const tables = tablesOf(writing.context, node.lines)
  if (tables.length > 0) paragraph.tables = tables
  if (node.items.length > 0)
    paragraph.items = node.items.map((child) => writeItem({ ...writing, item: child.number }, child))
  paragraph.at = body.at
  if (title || caption)
    paragraph.where = { ...(title ? { title: title.at } : {}), ...(caption ? { caption: caption.at } : {}) }
  return paragraph
}

const ends = (at: At | undefined): readonly number[] => at?.span ?? []
const itemEnds = (item: Item): readonly number[] => [
  ...ends(item.where?.title),
  ...ends(item.at),
  ...(item.items ?? []).flatMap(itemEnds),
]

/** The place of an article: from its caption or heading to the end of its last provision. */
function hull(article: Article): At {
  const offsets = [
    ...ends(article.where?.title),
    ...ends(article.where?.caption),
    ...article.paragraphs.flatMap((p) => [
      ...ends(p.where?.title),
      ...ends(p.where?.caption),
      ...ends(p.at),
      ...(p.items ?? []).flatMap(itemEnds),
    ]),
  ]
  let low = Number.POSITIVE_INFINITY
  let high = 0
  for (const offset of offsets) {
    low = Math.min(low, offset)
    high = Math.max(high, offset)
  }
  if (low > high) return {}
  const page = article.where?.title?.page
  return page === undefined ? { span: [low, high] } : { page, span: [low, high] }
}

/** A caption without its brackets; where it has any, they are taken with it. */
export function takeCaption(context: Context, bracketed: Text): { text: string; at: At } {
  const trimmed = trim(bracketed)
  if (isBracketed(trimmed)) {
    take(context, slice(trimmed, 0, 1))
    take(context, slice(trimmed, trimmed.value.length - 1))
  }
  return leaf(context, captionOf(trimmed))
}

/** Takes the text of articles for the result; what stands where is added to `passages`. */
export function writeArticles(context: Context, nodes: readonly ArticleNode[], passages: Passage[] = []): Article[] {
  return nodes.map((node) => {
    const title = leaf(context, node.title)
    const caption = node.caption ? takeCaption(context, node.caption) : undefined
    const article: Article = { number: node.number, title: title.text, paragraphs: [] }
    if (caption) article.caption = caption.text
    article.paragraphs = node.paragraphs.map((p) =>
      writeParagraph({ context, passages, article: node.number, paragraph: p.number }, p),
    )
    article.where = { title: title.at }
    if (caption) article.where.caption = caption.at
    article.at = hull(article)
    return article
  })
}

/** Takes what stands between articles as sections of the document. */
export const writeHeadings = (context: Context, nodes: readonly HeadingNode[]): Section[] =>
  nodes.map(({ lines }) => leaf(context, join(lines)))
