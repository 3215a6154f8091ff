import type { LegalBasis } from '../schema/provision.ts'
import { fold } from '../text/fold.ts'
import { numeralOf } from '../text/numeral.ts'
import { slice, type Text } from '../text/text.ts'
import { type Context, locate } from './context.ts'
import { type Laws, lawBefore } from './law-name.ts'

const n = '[0-9一二三四五六七八九十百千]{1,9}'
const provision = new RegExp(
  `第(?<article>${n}条(?:の${n}){0,4})(?:第(?<paragraph>${n})項)?(?:第(?<item>${n}号(?:の${n}){0,2}))?(?<basis>(?:、|及び|並びに)?(?:の規定)?(?:に基づ|によ|に則|を根拠))?`,
  'gu',
)

const numbers = (text: string): string =>
  text
    .replace(/[条号]/gu, '')
    .split('の')
    .map((part) => numeralOf(part) ?? part)
    .join('_')

/** The provisions of laws that a preamble rests the document on; their numbers stay in the form printed. Abbreviations that it defines are added to `laws`. */
export function legalBasis(context: Context, preamble: Text, laws: Laws): LegalBasis[] {
  const folded = fold(preamble.value)
  const found: LegalBasis[] = []
  for (const match of folded.matchAll(provision)) {
    const mention = lawBefore(folded, match.index, laws)
    const g = match.groups as Record<string, string | undefined>
    if (typeof mention !== 'object') continue
    laws.last = mention.law
    const end = match.index + match[0].length - (g.basis?.length ?? 0)
    const open = folded.indexOf('(', mention.start)
    found.push({
      law: preamble.value.slice(mention.start, mention.start + mention.law.length),
      ...(mention.lawNumber === undefined
        ? {}
        : { lawNumber: preamble.value.slice(open + 1, open + 1 + mention.lawNumber.length) }),
      article: numbers(g.article ?? ''),
      ...(g.paragraph === undefined ? {} : { paragraph: numeralOf(g.paragraph) ?? 0 }),
      ...(g.item === undefined ? {} : { item: numbers(g.item) }),
      at: locate(context, slice(preamble, mention.start, end)),
    })
  }
  return found
}
