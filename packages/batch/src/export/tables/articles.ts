import type { Article, Document, Item } from '@kyoyaku/core'
import { integer, type Row, text } from '../column.ts'
import { placeOf } from '../place-columns.ts'
import { documentTable } from '../table.ts'

function* itemRows(items: readonly Item[] | undefined, above: Row, path: string): Generator<Row> {
  for (const item of items ?? []) {
    const number = path === '' ? item.number : `${path}.${item.number}`
    yield { ...above, item: number, item_title: item.title, text: item.text, ...placeOf(item.at) }
    yield* itemRows(item.items, above, number)
  }
}

function* articleRows(part: string, articles: readonly Article[] | undefined): Generator<Row> {
  for (const { number, title, caption, paragraphs, at } of articles ?? []) {
    const article = { part, article: number, title, caption }
    if (paragraphs.length === 0) yield { ...article, ...placeOf(at) }
    for (const paragraph of paragraphs) {
      const row = { ...article, caption: paragraph.caption ?? caption, paragraph: paragraph.number }
      yield { ...row, text: paragraph.text, ...placeOf(paragraph.at, at) }
      yield* itemRows(paragraph.items, row, '')
    }
  }
}

function* rowsOf(document: Document): Generator<Row> {
  if ('articles' in document) yield* articleRows(document.type === 'outline' ? 'summary' : 'main', document.articles)
  if ('supplementary' in document) yield* articleRows('supplementary', document.supplementary)
}

export const articles = documentTable(
  'articles',
  'one row a paragraph and one row an item; an article without text has one row',
  [
    text('part', 'main, supplementary (附則) or summary (of an outline)'),
    text('article', 'number as e-Gov writes it: 3, 3_2'),
    text('title', 'number as printed: 第３条'),
    text('caption', '見出し of the paragraph, or of the article where it has none of its own'),
    integer('paragraph', '項, from 1'),
    text('item', '号 and what is below it, numbers joined by points; empty in the row of a paragraph'),
    text('item_title', 'number of the item as printed'),
    text('text', 'text of the paragraph or item itself'),
  ],
  ({ document }) => rowsOf(document),
)
