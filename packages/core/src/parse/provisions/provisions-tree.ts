import type { Text } from '../../text/text.ts'
import type { Ordinal } from './numbering.ts'

/** 号 or what stands below it, as lines; nothing is taken from the source yet. */
export interface ItemNode {
  number: string
  title: Text
  lines: Text[]
  items: ItemNode[]
}

export interface ParagraphNode {
  number: number
  title?: Text
  /** With its brackets. */
  caption?: Text
  lines: Text[]
  items: ItemNode[]
}

export interface ArticleNode {
  ordinal: Ordinal
  number: string
  title: Text
  /** With its brackets. */
  caption?: Text
  paragraphs: ParagraphNode[]
}

/** What stands between articles: 第一章　総則, captions that nothing stands under, history notes. */
export interface HeadingNode {
  lines: Text[]
}

export interface ProvisionTree {
  articles: ArticleNode[]
  headings: HeadingNode[]
}
