import type { Article, Item, Paragraph } from '@kyoyaku/core'
import { inOrder } from '../align/in-order.ts'
import type { Environment } from '../compare/environment.ts'
import { nodeOfArticle, type ProvisionNode } from '../compare/provision-node.ts'
import { alignProvisions } from '../compare/provisions.ts'
import { textComparison } from '../text/edits.ts'
import { compareNumbers } from './number.ts'
import type { Kept, Listing } from './revise-list.ts'

const same = (text: string): string => text

/** Versions are compared to the letter: what an amendment makes must be the new text. */
const exact = (): Environment => ({
  text: textComparison({}),
  excerpts: { old: false, new: false },
  symbolic: { old: same, new: same },
})

const wrap = (number: string, paragraphs: Paragraph[]): ProvisionNode =>
  nodeOfArticle({ number, title: '', paragraphs })

const nodeOf = (unit: Article | Paragraph | Item): ProvisionNode => {
  if ('paragraphs' in unit) return nodeOfArticle(unit)
  const paragraph: Paragraph = { number: 1, text: unit.text, ...(unit.items ? { items: unit.items } : {}) }
  const node = wrap('1', [paragraph]).children[0] as ProvisionNode
  return { ...node, number: String(unit.number) }
}

export const numberOf = (unit: Article | Paragraph | Item): string => String(unit.number)

/**
 * What both versions of a level hold, in one order, and what each holds alone. What changed places is gone from the one and new at the
 * other, as an amendment cannot say that it moved past another; nor can numbers cross.
 */
export function listingOf<T extends Article | Paragraph | Item>(olds: readonly T[], news: readonly T[]): Listing<T> {
  const level = olds.some((u) => 'paragraphs' in u) ? 'article' : 'below'
  const rows = alignProvisions(exact(), olds.map(nodeOf), news.map(nodeOf), level)
  const pairs = rows.flatMap((r) =>
    r.oldIndex !== undefined && r.newIndex !== undefined && !r.moved ? [{ old: r.oldIndex, new: r.newIndex }] : [],
  )
  const inSequence = pairs.filter((p, n) => {
    const last = pairs[n - 1]
    return !last || (last.old < p.old && last.new < p.new)
  })
  const listing: Listing<T> = { kept: [], gone: [[]], come: [[]] }
  for (const row of inOrder(inSequence, olds.length, news.length)) {
    if (row.old !== undefined && row.new !== undefined) {
      listing.kept.push({ old: olds[row.old] as T, new: news[row.new] as T })
      listing.gone.push([])
      listing.come.push([])
    } else if (row.old !== undefined) listing.gone.at(-1)?.push(olds[row.old] as T)
    else listing.come.at(-1)?.push(news[row.new as number] as T)
  }
  return rewritten(listing)
}

/** What went and what came between the same neighbours under one number is one provision, written anew. */
function rewritten<T extends Article | Paragraph | Item>({ kept, gone, come }: Listing<T>): Listing<T> {
  const out: Listing<T> = { kept: [], gone: [[]], come: [[]] }
  const add = (pair: Kept<T>): void => {
    out.kept.push(pair)
    out.gone.push([])
    out.come.push([])
  }
  for (let n = 0; n <= kept.length; n++) {
    const olds = gone[n] ?? []
    const news = come[n] ?? []
    let i = 0
    for (const other of news) {
      while (i < olds.length && compareNumbers(numberOf(olds[i] as T), numberOf(other)) < 0) {
        out.gone.at(-1)?.push(olds[i++] as T)
      }
      const old = olds[i]
      if (old && numberOf(old) === numberOf(other)) {
        add({ old, new: other })
        i++
      } else out.come.at(-1)?.push(other)
    }
    for (; i < olds.length; i++) out.gone.at(-1)?.push(olds[i] as T)
    const pair = kept[n]
    if (pair) add(pair)
  }
  return out
}
