import type { Block, Line } from '../layout/block.ts'
import type { Party } from '../schema/agreement.ts'
import { readArticleHeading } from './provisions/article-heading.ts'
import { follows, type Ordinal } from './provisions/numbering.ts'

/** So many articles one after another are no references that happen to begin lines. */
const fewestArticles = 2
/** A caption alone, as it stands over an article. */
const caption = /^[([〔【][^()[\]〔〕【】。]{1,40}[)\]〕】]$/u
/** What says that parties agree: 甲は, 甲及び乙, 甲の役割. */
const betweenParties = /甲[はがのとを、,]|甲及び|甲乙/u

/** Whether nothing before a line speaks for a sentence that goes on in it. */
const isFresh = (before: Line | undefined, line: Line): boolean =>
  before === undefined || line.gap > 0 || before.folded.endsWith('。') || caption.test(before.folded)

/**
 * What a text is an excerpt of that begins amid a document, from 第３条 on: its articles follow on one another, or the only one stands
 * at its head. Undefined where it is no such excerpt.
 */
export function excerptOf(blocks: readonly Block[]): 'agreement' | 'regulation' | undefined {
  const lines = blocks.filter((b) => b.kind === 'line')
  let last: Ordinal | undefined
  let row = 0
  let most = 0
  let heads = false
  lines.forEach((line, i) => {
    const heading = isFresh(lines[i - 1], line)
      ? readArticleHeading(line.folded, { last: undefined, fresh: true })
      : undefined
    if (!heading) return
    row = last && follows(last, heading.ordinal) ? row + 1 : 1
    last = heading.upTo ?? heading.ordinal
    most = Math.max(most, row)
    heads ||= i === 0 || (i === 1 && caption.test((lines[0] as Line).folded))
  })
  if (most < fewestArticles && !heads) return undefined
  return lines.some((line) => betweenParties.test(line.folded)) ? 'agreement' : 'regulation'
}

/** A symbol with what follows on one who acts: 甲は, 甲及び乙は, 甲の役割; or alone before a space. */
const acting = /[甲乙丙丁戊己庚辛壬癸](?=[はがのと、 ]|及び|並びに|$)/gu

/** Those whom an excerpt calls by symbols that are defined in what it leaves out: their roles are theirs all the same. */
export function undefinedSymbols(texts: readonly string[]): Party[] {
  const symbols = new Set(texts.flatMap((text) => text.match(acting) ?? []))
  return symbols.size > 1 ? [...symbols].map((symbol) => ({ symbol, name: symbol })) : []
}
