import type { Agreement, Article, Document, Initiative, ParseResult } from '@kyoyaku/core'
import type { ArticleChange, InitiativeChange, ProvisionChange } from '../schema/change.ts'
import type { Comparison } from '../schema/comparison.ts'
import type { Edit } from '../schema/edit.ts'
import { newTextOf } from '../text/edits.ts'
import { initiativesOf, ofVision } from './initiatives.ts'
import { nodeOfArticle, type ProvisionNode } from './provision-node.ts'

const textAfter = (edits: readonly Edit[] | undefined, old: string): string => (edits ? newTextOf(edits) : old)

function* linesOfNode(node: ProvisionNode, depth: number, number = node.number): Generator<string> {
  yield `${' '.repeat(depth)}${number}${node.caption ? `（${node.caption.text}）` : ''} ${node.text}`
  for (const child of node.children) yield* linesOfNode(child, depth + 1)
}

function* revisedNode(node: ProvisionNode | undefined, change: ProvisionChange, depth: number): Generator<string> {
  const { caption, text, items } = change
  const captionNow = textAfter(caption, node?.caption?.text ?? '')
  const bracketed = captionNow === '' ? '' : `（${captionNow}）`
  yield `${' '.repeat(depth)}${change.new}${bracketed} ${textAfter(text, node?.text ?? '')}`
  if (!items) for (const child of node?.children ?? []) yield* linesOfNode(child, depth + 1)
  for (const item of items ?? [])
    if (item.newIndex !== undefined)
      yield* revisedNode(item.oldIndex === undefined ? undefined : node?.children[item.oldIndex], item, depth + 1)
}

type Provisions = Pick<Agreement, 'articles' | 'supplementary' | 'appendedTables' | 'initiatives'>

function provisionsOf(document: Document | undefined): Provisions {
  const none: Provisions = { articles: [], appendedTables: [] }
  if (document?.type === 'agreement' || document?.type === 'regulation') return document
  return document?.type === 'outline'
    ? { ...none, articles: document.articles, initiatives: document.initiatives }
    : none
}

const initiativesIn = (document: Document | undefined): Initiative[] => {
  const { appendedTables, initiatives } = provisionsOf(document)
  return [
    ...initiativesOf(appendedTables, initiatives),
    ...ofVision(document?.type === 'vision' ? (document.initiatives ?? []) : []),
  ]
}

const articlesIn = (document: Document | undefined, part: ArticleChange['part']): readonly Article[] => {
  const { articles, supplementary } = provisionsOf(document)
  return part === 'main' ? articles : (supplementary ?? [])
}

const linesOfInitiative = (i: Initiative): string[] => [
  `${i.number ?? ''} ${i.title}`,
  i.description ?? '',
  ...[...new Set(i.roles.map((r) => r.party))].sort().map(
    (party) =>
      `${party} ${i.roles
        .filter((r) => r.party === party)
        .map((r) => r.text)
        .join('\n')}`,
  ),
]

function revisedInitiative(old: Initiative | undefined, change: InitiativeChange): string[] {
  const roles = new Map<string, string>()
  for (const r of old?.roles ?? [])
    roles.set(r.party, [roles.get(r.party), r.text].filter((t) => t !== undefined).join('\n'))
  for (const { party, edits } of change.roles ?? []) roles.set(party, newTextOf(edits))
  return [
    `${change.newNumber ?? ''} ${change.new}`,
    textAfter(change.description, old?.description ?? ''),
    ...[...roles]
      .filter(([, text]) => text !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([party, text]) => `${party} ${text}`),
  ]
}

/** The provisions and initiatives of a document as lines, in the form that `reviseLines` gives. */
export const linesOf = (document: Document | undefined): string[] => [
  ...(['main', 'supplementary'] as const).flatMap((part) =>
    articlesIn(document, part).flatMap((a) => [...linesOfNode(nodeOfArticle(a), 0)]),
  ),
  ...initiativesIn(document).flatMap(linesOfInitiative),
]

/**
 * The provisions and initiatives of the new version of a pair of documents, out of the old version and the comparison alone.
 * Exact where nothing was folded, left to an excerpt, or written modulo parties.
 */
export function reviseLines(old: ParseResult, comparison: Comparison, document = 0): string[] {
  const index = comparison.documents[document]?.oldIndex
  const base = index === undefined ? undefined : old.documents[index]
  const lines: string[] = []
  for (const change of comparison.articles) {
    if (change.document !== document || change.newIndex === undefined) continue
    const from = change.oldIndex === undefined ? undefined : articlesIn(base, change.part)[change.oldIndex]
    const { paragraphs, ...rest } = change
    lines.push(...revisedNode(from && nodeOfArticle(from), { ...rest, items: paragraphs }, 0))
  }
  for (const change of comparison.initiatives) {
    if (change.document !== document || change.newIndex === undefined) continue
    lines.push(
      ...revisedInitiative(change.oldIndex === undefined ? undefined : initiativesIn(base)[change.oldIndex], change),
    )
  }
  return lines
}
