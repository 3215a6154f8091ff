import type { Block } from '../../layout/block.ts'
import { isMunicipality, readMunicipalities } from '../../municipality/municipality-name.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'
import { type Passage, passagesOf } from './passages.ts'

/** 津市, 呉市: one step from every word that ends so, so that it counts where they stand, too. */
const shortName = 2
/** Names that a document has so often are its own, and so are words behind them. */
const fewestMentions = 2
/** So much of what follows a name must follow it elsewhere. */
const reach = 3
/** One of the characters read for the name is less sure than this. */
const unsure = 0.9

/** One or two kanji before what ends a name, where a name can begin. */
const window = /(?<=^|[^\u3400-\u9fff々])(?<seen>[\u3400-\u9fff]{1,2})(?=[市町村区])/gu
/** What is said of municipalities without naming them. */
const noName =
  /^(?:[本同各両当全他都新旧前隣該近数甲乙丙丁大小中構関定参加連携周辺]|[\u3400-\u9fff]*[都府県郡市町村])$/u

/** What follows a place in its passage: nothing where a cell or a line ends. */
const behind = ({ folded }: Passage, end: number): string => folded.slice(end, end + reach)

interface Known {
  name: string
  count: number
  /** What follows it, and how often. */
  contexts: Map<string, number>
}

/** Names of two characters that the document has, with what follows them. */
function shortNames(passages: readonly Passage[]): Map<string, Known> {
  const names = new Map<string, Known>()
  for (const passage of passages)
    for (const { name, end } of readMunicipalities(passage.folded)) {
      if (name.length !== shortName) continue
      const own = names.get(name) ?? { name, count: 0, contexts: new Map<string, number>() }
      const context = behind(passage, end)
      own.count++
      own.contexts.set(context, (own.contexts.get(context) ?? 0) + 1)
      names.set(name, own)
    }
  return names
}

/** Corrects what was read for a name of two characters where it is no name, stands as the document has its only such name elsewhere, and was read with doubt. */
export function correctShortNames(evidence: Evidence, blocks: readonly Block[]): void {
  const passages = passagesOf(blocks)
  const names = [...shortNames(passages).values()].filter(({ count }) => count >= fewestMentions)
  const [known] = names
  if (!known || names.length > 1) return
  const [first = '', kind = ''] = known.name
  for (const passage of passages) {
    const { text, folded } = passage
    for (const { index, groups } of folded.matchAll(window)) {
      const seen = groups?.seen ?? ''
      const end = index + seen.length
      if (folded[end] !== kind || noName.test(seen) || isMunicipality(seen + kind)) continue
      if ((known.contexts.get(behind(passage, end + 1)) ?? 0) < fewestMentions) continue
      if (leastConfidence(evidence.recognition, text, index, end) >= unsure) continue
      correct(evidence, text, index, end, first, 'name')
    }
  }
}
