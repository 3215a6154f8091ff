import type { Article, Document, Initiative, Item, TableSection } from '@kyoyaku/core'
import type { InitiativeChange } from '../schema/change.ts'

const squash = (text: string): string => text.replace(/\s/gu, '')

const itemTexts = (items: readonly Item[] = []): string[] => items.flatMap((i) => [i.text, ...itemTexts(i.items)])
const known = new WeakMap<readonly Article[], string>()

/** All that articles say, without white space. */
function textOf(articles: readonly Article[]): string {
  const text =
    known.get(articles) ??
    squash(articles.flatMap((a) => a.paragraphs.flatMap((p) => [p.text, ...itemTexts(p.items)])).join(''))
  known.set(articles, text)
  return text
}

const countIn = (sections: readonly TableSection[] = []): number =>
  sections.reduce((sum, { initiatives, sections: below }) => sum + initiatives.length + countIn(below), 0)

/** Initiatives of 別表 are counted before those in articles. */
function initiativeIn(document: Document | undefined, index: number | undefined): Initiative | undefined {
  if (index === undefined || (document?.type !== 'agreement' && document?.type !== 'regulation')) return undefined
  const inTables = document.appendedTables.reduce((sum, { sections }) => sum + countIn(sections), 0)
  return index < inTables ? undefined : document.initiatives?.[index - inTables]
}

/** The two versions of a document; one that came or went has one. */
export type BothVersions = Partial<Record<'old' | 'new', Document | undefined>>

/** Whether an initiative stands in articles that hold every word of it: what changed in it is in the changes of these already. */
export function isToldByArticles(versions: BothVersions, change: InitiativeChange): boolean {
  return (['old', 'new'] as const).every((side) => {
    if (change[side] === undefined) return true
    const document = versions[side]
    const initiative = initiativeIn(document, change[`${side}Index`])
    if (!initiative || !document || !('articles' in document)) return false
    const text = textOf(document.articles)
    const { title, description = '', roles } = initiative
    return [title, description, ...roles.map((role) => role.text)].every((said) => text.includes(squash(said)))
  })
}
