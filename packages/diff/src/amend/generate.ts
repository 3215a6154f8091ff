import type { Agreement, AmendmentTarget, Article, Item, Paragraph } from '@kyoyaku/core'
import { articleKey } from './bare.ts'
import { listingOf, numberOf } from './listing.ts'
import { type Kept, type Listing, reviseList } from './revise-list.ts'
import { type Draft, type Operation, step } from './step.ts'
import { reword } from './wording.ts'

/** A step that the document does not allow: the amendment must be said more coarsely. */
export class Unsayable extends Error {}

export interface Generation {
  /** Articles that changed are written anew as a whole. */
  coarse: boolean
}

type Provision = Article | Paragraph | Item

function must(draft: Draft, operation: Operation, group: string, chained = false): void {
  if (!step(draft, operation, group, chained)) throw new Unsayable(operation.kind)
}

/** How the provisions of one level are named, and what one of them is as content. */
interface Level<T extends Provision> {
  target: (number: string) => AmendmentTarget
  /** The place that they stand in. */
  parent: AmendmentTarget
  content: (units: T[]) => NonNullable<Operation['content']>
  edit: (kept: Kept<T>, target: AmendmentTarget, group: string) => void
  isEdited: (kept: Kept<T>) => boolean
  /** The sentence that changes to one provision belong to. */
  group: (kept: Kept<T>) => string
}

function reviseLevel<T extends Provision>(draft: Draft, listing: Listing<T>, level: Level<T>): void {
  const now = new Map(listing.kept.map((pair) => [pair, numberOf(pair.old)]))
  const targetOf = (pair: Kept<T>): AmendmentTarget => level.target(now.get(pair) as string)
  reviseList(listing, {
    numberOf,
    isEdited: level.isEdited,
    edit: (pair) => {
      if (level.isEdited(pair)) level.edit(pair, targetOf(pair), level.group(pair))
    },
    move: (pair) => {
      const number = numberOf(pair.new)
      must(
        draft,
        { kind: 'renumber', target: targetOf(pair), destination: level.target(number) },
        level.group(pair),
        false,
      )
      now.set(pair, number)
    },
    shift: (row, by) => {
      const [first, last] = [row[0] as Kept<T>, row.at(-1) as Kept<T>]
      must(draft, { kind: 'renumber', target: targetOf(first), through: targetOf(last), by }, level.group(first))
      for (const pair of row) now.set(pair, numberOf(pair.new))
    },
    remove: (units) => {
      const [first, last] = [units[0] as T, units.at(-1) as T]
      const group = `gone ${numberOf(first)}`
      // Two are named both, more by the first and the last.
      if (units.length <= 2)
        for (const unit of units) must(draft, { kind: 'delete', target: level.target(numberOf(unit)) }, group)
      else {
        const through = level.target(numberOf(last))
        must(draft, { kind: 'delete', target: level.target(numberOf(first)), through }, group)
      }
    },
    insert: (units, { after, before }, following) => {
      const content = level.content([...units])
      const operation: Operation = after
        ? { kind: 'insert', target: targetOf(after), position: 'after', content }
        : before
          ? { kind: 'insert', target: targetOf(before), position: 'before', content }
          : { kind: 'insert', target: level.parent, position: 'end', content }
      // What comes last in an article is added to the article: 第３条に次の１項を加える.
      const last = after !== undefined && after === listing.kept.at(-1) && Object.keys(level.parent).length > 0
      const atEnd: Operation = { kind: 'insert', target: level.parent, position: 'end', content }
      must(draft, last ? atEnd : operation, `new ${numberOf(units[0] as T)}`, following)
    },
  })
}

const without = (target: AmendmentTarget, part: 'lead', many: boolean): AmendmentTarget =>
  many ? { ...target, part } : target

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Items below an item: their words alone change, or the item is written anew. */
function sameShape(old: Item, other: Item): boolean {
  const [a, b] = [old.items ?? [], other.items ?? []]
  return a.length === b.length && a.every((x, i) => x.title === b[i]?.title && sameShape(x, b[i] as Item))
}

function rewordItem(draft: Draft, old: Item, other: Item, target: AmendmentTarget, group: string): boolean {
  if (!sameShape(old, other)) return false
  const [a, b] = [old.items ?? [], other.items ?? []]
  if (old.text !== other.text && !reword(draft, target, old.text, other.text, group)) return false
  return a.every((x, i) => {
    const below = { ...target, subitems: [...(target.subitems ?? []), x.title] }
    return rewordItem(draft, x, b[i] as Item, below, group)
  })
}

function reviseItems(draft: Draft, old: Paragraph, other: Paragraph, parent: AmendmentTarget, group: string): void {
  reviseLevel(draft, listingOf(old.items ?? [], other.items ?? []), {
    target: (number) => ({ ...parent, item: number }),
    parent,
    content: (items) => ({ items }),
    isEdited: (pair) => !isSame(below(pair.old), below(pair.new)),
    group: () => group,
    edit: (pair, target) => {
      // Passages are changed in place: the old version is kept as it was.
      const before = structuredClone(pair.old)
      const steps = draft.steps.length
      const saved = structuredClone(draft.document)
      if (rewordItem(draft, before, pair.new, target, group)) return
      draft.steps.length = steps
      restore(draft, saved)
      const item = { ...structuredClone(pair.new), number: target.item as string, title: before.title }
      must(draft, { kind: 'rewrite', target, content: { items: [item] } }, group)
    },
  })
}

const below = (unit: Item | Paragraph): unknown => [unit.text, JSON.stringify(unit.items ?? [])]

function restore(draft: Draft, saved: Agreement): void {
  for (const key of Object.keys(draft.document)) delete (draft.document as Record<string, unknown>)[key]
  Object.assign(draft.document, saved)
}

function reviseParagraphs(draft: Draft, old: Article, other: Article, parent: AmendmentTarget, group: string): void {
  const single = old.paragraphs.length === 1
  reviseLevel(draft, listingOf(old.paragraphs, other.paragraphs), {
    target: (number) => (single ? { ...parent } : { ...parent, paragraph: Number(number) }),
    parent,
    content: (paragraphs) => ({ paragraphs }),
    isEdited: (pair) => !isSame(below(pair.old), below(pair.new)),
    group: () => group,
    edit: (pair, target) => {
      const before = structuredClone(pair.old)
      const steps = draft.steps.length
      const saved = structuredClone(draft.document)
      try {
        const lead = without(target, 'lead', (before.items ?? []).length > 0)
        if (before.text !== pair.new.text && !reword(draft, lead, before.text, pair.new.text, group))
          throw new Unsayable('words')
        if (!isSame(before.items ?? [], pair.new.items ?? [])) reviseItems(draft, before, pair.new, target, group)
      } catch (error) {
        if (!(error instanceof Unsayable)) throw error
        draft.steps.length = steps
        restore(draft, saved)
        const paragraph: Paragraph = { ...structuredClone(pair.new), number: before.number }
        if (before.title === undefined) delete paragraph.title
        else paragraph.title = before.title
        const place = { ...parent, paragraph: before.number }
        must(draft, { kind: 'rewrite', target: place, content: { paragraphs: [paragraph] } }, group)
      }
    },
  })
}

function reviseCaption(draft: Draft, old: Article, other: Article, target: AmendmentTarget, group: string): void {
  if ((old.caption ?? '') === (other.caption ?? '')) return
  const at: AmendmentTarget = { ...target, part: 'caption' }
  if (other.caption === undefined) must(draft, { kind: 'delete', target: at }, group)
  else if (old.caption === undefined) must(draft, { kind: 'insert', target: at, to: `（${other.caption}）` }, group)
  else must(draft, { kind: 'rewrite', target: at, to: `（${other.caption}）` }, group)
}

/** 第５条　削除. */
const isStruck = ({ caption, paragraphs }: Article): boolean =>
  caption === undefined && paragraphs.length === 1 && paragraphs[0]?.text.trim() === '削除'

/** An article is written anew where most of its paragraphs are new, or where it is struck. */
const mostlyNew = (old: Article, other: Article): boolean => {
  if (isStruck(old) !== isStruck(other)) return true
  const texts = new Set(old.paragraphs.map((p) => p.text))
  const { kept } = listingOf(old.paragraphs, other.paragraphs)
  return (
    kept.length * 2 < Math.max(old.paragraphs.length, other.paragraphs.length) &&
    !other.paragraphs.some((p) => texts.has(p.text))
  )
}

function reviseArticle(
  draft: Draft,
  { old, new: other }: Kept<Article>,
  target: AmendmentTarget,
  group: string,
  coarse: boolean,
): void {
  const before = structuredClone(old)
  const steps = draft.steps.length
  const saved = structuredClone(draft.document)
  try {
    if (coarse || mostlyNew(before, other)) throw new Unsayable('anew')
    reviseCaption(draft, before, other, target, group)
    reviseParagraphs(draft, before, other, target, group)
    const now = draft.document.articles.find((a) => a.number === target.article)
    if (!now || !isSame(articleKey({ ...now, number: '', title: '' }), articleKey({ ...other, number: '', title: '' })))
      throw new Unsayable('inexact')
  } catch (error) {
    if (!(error instanceof Unsayable)) throw error
    draft.steps.length = steps
    restore(draft, saved)
    const article = { ...structuredClone(other), number: before.number, title: before.title }
    must(draft, { kind: 'rewrite', target, content: { articles: [article] } }, group)
  }
}

/** Steps that turn the articles of the draft into those of the new version. */
export function reviseArticles(draft: Draft, other: Agreement, { coarse }: Generation): void {
  const contentKey = (a: Article): unknown => articleKey({ ...a, number: '', title: '' })
  const isEdited = (pair: Kept<Article>): boolean => !isSame(contentKey(pair.old), contentKey(pair.new))
  // Kept articles are told by their content before anything was changed.
  const listing = listingOf(structuredClone(draft.document.articles), structuredClone(other.articles))
  const edited = new Map(listing.kept.map((pair) => [pair, isEdited(pair)]))
  const groups = new Map(listing.kept.map((pair, n) => [pair, n]))
  reviseLevel(draft, listing, {
    target: (number) => ({ article: number }),
    parent: {},
    content: (articles) => ({ articles }),
    isEdited: (pair) => edited.get(pair) === true,
    group: (pair) => (edited.get(pair) ? `article ${groups.get(pair)}` : 'moves'),
    edit: (pair, target, group) => reviseArticle(draft, pair, target, group, coarse),
  })
}
