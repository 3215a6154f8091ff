import type { Block } from '../../layout/block.ts'
import { order } from './party-symbols.ts'
import { type Passage, passageOf } from './passages.ts'

/** A role in the words of its lines, and whose it is, as a place among the parties. */
export interface RolePassage {
  passage: Passage
  party: number
}

/** (エ)　丙の役割, on a line of its own. */
const head = /^(?:[(（]?.{1,3}[)）]?\s{0,3})?(?<symbol>[甲乙丙丁戊己庚辛壬癸])の役割$/u
/** What begins something else than the role: an article, an item, a label. */
const labelled = /^(?:第[^ ]{1,6}条|[(（【]|[0-9]{1,2}[ .]|[ア-ンa-z①-⑳] )/u
/** A heading is no longer, and nothing of a longer line is needed. */
const longest = 24
/** Lines of one role. */
const mostLines = 12

/** Roles that stand in the items of articles: a heading that names the party, and the lines below it. */
export function roleLines(blocks: readonly Block[]): RolePassage[] {
  return blocks.flatMap((block, i): RolePassage[] => {
    if (block.kind !== 'line' || block.folded.length > longest) return []
    const symbol = head.exec(block.folded.trim())?.groups?.symbol
    if (symbol === undefined) return []
    const rest = blocks.slice(i + 1, i + 1 + mostLines)
    const end = rest.findIndex((b) => b.kind !== 'line' || labelled.test(b.folded.slice(0, longest)))
    const own = rest.slice(0, end < 0 ? rest.length : end)
    const texts = own.flatMap((b) => (b.kind === 'line' ? [b.text] : []))
    return texts.length === 0 ? [] : [{ passage: passageOf(texts), party: order.indexOf(symbol) }]
  })
}

/** How many parties have such roles: those whose headings stand more than once, or all where none does. */
export function partiesOfLines(roles: readonly RolePassage[]): number {
  const counts = Map.groupBy(roles, ({ party }) => party)
  const again = [...counts].flatMap(([party, { length }]) => (length > 1 ? [party] : []))
  return Math.max(-1, ...(again.length > 0 ? again : counts.keys())) + 1
}
