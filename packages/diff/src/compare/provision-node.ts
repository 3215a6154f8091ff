import type { Article, At, Item, Paragraph } from '@kyoyaku/core'

/** 条, 項, 号 alike: a number, a caption, a text and what stands below. */
export interface ProvisionNode {
  number: string
  title: string
  caption?: { text: string; at: At | undefined }
  text: string
  at: At | undefined
  children: ProvisionNode[]
}

const nodeOfItem = (item: Item): ProvisionNode => ({
  number: item.number,
  title: item.title,
  text: item.text,
  at: item.at,
  children: (item.items ?? []).map(nodeOfItem),
})

const nodeOfParagraph = (paragraph: Paragraph): ProvisionNode => ({
  number: String(paragraph.number),
  title: paragraph.title ?? '',
  ...(paragraph.caption === undefined ? {} : { caption: { text: paragraph.caption, at: paragraph.where?.caption } }),
  text: paragraph.text,
  at: paragraph.at,
  children: (paragraph.items ?? []).map(nodeOfItem),
})

export const nodeOfArticle = (article: Article): ProvisionNode => ({
  number: article.number,
  title: article.title,
  ...(article.caption === undefined ? {} : { caption: { text: article.caption, at: article.where?.caption } }),
  text: '',
  at: article.at,
  children: article.paragraphs.map(nodeOfParagraph),
})

/** All text of a provision, one line a sentence. */
export const bodyOf = (node: ProvisionNode): string =>
  [node.text, ...node.children.map(bodyOf)].filter((t) => t !== '').join('\n')
