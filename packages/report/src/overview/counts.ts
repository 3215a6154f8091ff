import type { Comparison } from '@kyoyaku/diff'
import type { Block } from '../paper/paper.ts'
import { type Locale, say, words } from '../words.ts'

const kinds = ['articles', 'initiatives', 'appendedTables'] as const
const kindWords = {
  articles: words.articles,
  initiatives: words.initiatives,
  appendedTables: words.tables,
} as const
const statuses = ['added', 'deleted', 'changed', 'renumbered', 'unchanged'] as const
const provisionWords = {
  added: words.addedProvision,
  deleted: words.deletedProvision,
  changed: words.changedProvision,
  renumbered: words.renumbered,
  unchanged: words.unchanged,
} as const

/** How much changed of what, on a line a kind: 条: 新設 2　改正 3. */
export function countBlocks({ summary }: Comparison, locale: Locale): Block[] {
  const items = kinds.flatMap((kind) => {
    const told = statuses.flatMap((status) => {
      const n = summary[`${kind}.${status}`]
      return n === undefined ? [] : [`${say(provisionWords[status], locale)} ${n}`]
    })
    return told.length === 0 ? [] : [`${say(kindWords[kind], locale)}: ${told.join('　')}`]
  })
  if (summary.texts !== undefined)
    items.push(`${say(words.texts, locale)}: ${say(words.changedProvision, locale)} ${summary.texts}`)
  if (items.length === 0) return []
  return [{ kind: 'list', screen: true, items: items.map((text) => ({ indent: 0, runs: [{ text }] })) }]
}
