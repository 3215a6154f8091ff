import type { Comparison } from '@kyoyaku/diff'
import { type Locale, say } from '../locale.ts'
import type { Likeness, Pairing } from './diff-batch-pairing.ts'
import type { Side, SideDocument } from './diff-batch-side.ts'
import { summaryCounts, summaryOthers, summaryParts } from './diff-batch-words.ts'

/** A document of a side as the index names it; `document` counts from 1 in its file. */
interface Named {
  path: string
  document: number
  title: string
}

/** A line of the index: a pair, or a document without a partner. What stands in index.ndjson. */
export interface IndexRow {
  status: 'changed' | 'unchanged' | 'broken' | 'added' | 'deleted'
  type: string
  title: string
  parties: string[]
  old?: Named
  new?: Named
  likeness?: Likeness
  summary?: Comparison['summary']
  /** Address of the pair's own paper, relative to the index. */
  paper?: string
  /** Why a pair could not be compared. */
  message?: string
}

const named = ({ path, index, title }: SideDocument): Named => ({ path, document: index + 1, title })

export const pairRow = (old: SideDocument, other: SideDocument, likeness: Likeness): Omit<IndexRow, 'status'> => ({
  type: other.type,
  title: other.title,
  parties: other.parties.length > 0 ? other.parties : old.parties,
  old: named(old),
  new: named(other),
  likeness,
})

/** Rows of the documents that have no partner, those of the new side first. */
export function aloneRows(old: Side, other: Side, pairings: readonly Pairing[]): IndexRow[] {
  const olds = new Set(pairings.map((pair) => pair.old))
  const news = new Set(pairings.map((pair) => pair.new))
  const row = (status: 'added' | 'deleted', document: SideDocument): IndexRow => {
    const { type, title, parties } = document
    return { status, type, title, parties, [status === 'added' ? 'new' : 'old']: named(document) }
  }
  return [
    ...other.documents.filter((_, n) => !news.has(n)).map((document) => row('added', document)),
    ...old.documents.filter((_, i) => !olds.has(i)).map((document) => row('deleted', document)),
  ]
}

/** What changed in a pair, in a line: 条: 変更 2・新規 1、事務事業: 変更 3・加入 1. */
export function summaryLine(summary: Comparison['summary'] | undefined, locale: Locale): string {
  const parts = summaryParts.flatMap(([part, words]) => {
    const counts = summaryCounts.flatMap(([count, word]) => {
      const n = summary?.[`${part}.${count}`]
      return n === undefined ? [] : [`${say(word, locale)} ${n}`]
    })
    return counts.length === 0 ? [] : [`${say(words, locale)}: ${counts.join(locale === 'ja' ? '・' : ', ')}`]
  })
  const others = summaryOthers.flatMap(([name, words]) => {
    const n = summary?.[name]
    return n === undefined ? [] : [`${say(words, locale)} ${n}`]
  })
  return [...parts, ...others].join(locale === 'ja' ? '、' : '; ')
}
