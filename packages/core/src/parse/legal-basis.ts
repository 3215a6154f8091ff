import type { LegalBasis } from '../schema/provision.ts'
import { fold } from '../text/fold.ts'
import { numeralOf } from '../text/numeral.ts'
import { slice, type Text } from '../text/text.ts'
import { type Context, locate } from './context.ts'
import { type LawMention, type Laws, lawBefore } from './provisions/law-name.ts'

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

/** 連携中枢都市圏構想推進要綱（…通知）第６の規定に基づき: guidelines of the ministry have numbers and no articles. */
const guideline =
  /(?<name>[一-鿿]{2,40}要綱)(?:\((?<number>[^()]{1,60}第[0-9]{1,5}号)[^()]{0,60}\))?第 ?(?<article>[0-9一二三四五六七八九十]{1,3})(?:の規定)?に(?:基づ|より|よって)/gu

function guidelines(context: Context, preamble: Text, folded: string): LegalBasis[] {
  if (!folded.includes('要綱')) return []
  return [...folded.matchAll(guideline)].map((match) => {
    const { name = '', number, article = '' } = match.groups as Record<string, string | undefined>
    const end = folded.indexOf(article, folded.indexOf('第', match.index + name.length + (number?.length ?? 0)))
    return {
      law: preamble.value.slice(match.index, match.index + name.length),
      ...(number === undefined
        ? {}
        : {
            lawNumber: preamble.value.slice(
              ...([1, 1 + number.length].map((k) => match.index + name.length + k) as [number, number]),
            ),
          }),
      article: numbers(article),
      at: locate(context, slice(preamble, match.index, end + article.length)),
    }
  })
}

const says = /^(?:の規定)?(?:に(?:規定する|規定された|定める|掲げる|いう|該当する)|の(?:適用|議会の議決|議決))/u

/** What stands between provisions that are named together: 第１９条第１項及び第５４条第１項の規定に基づき. */
const together = /^(?:及び|並びに|又は|[、,・])?$/u

/**
 * The provisions of laws that a preamble rests the document on; their numbers stay in the form printed. Abbreviations that it
 * defines are added to `laws`. With `stated` only those that are said to be the basis, or are named together with one.
 */
export function legalBasis(context: Context, preamble: Text, laws: Laws, stated = false): LegalBasis[] {
  const folded = fold(preamble.value)
  const found: LegalBasis[] = []
  let group: LegalBasis[] = []
  let before: { end: number; basis: boolean } | undefined
  const close = (): void => {
    if (before?.basis || !stated) found.push(...group)
    group = []
  }
  for (const match of folded.matchAll(provision)) {
    // 第２条第１号に規定する災害 says what is meant, not what the document rests on.
    const cites =
      match.groups?.basis === undefined &&
      says.test(folded.slice(match.index + match[0].length, match.index + match[0].length + 8))
    const mention = lawBefore(folded, match.index, laws)
    const named = typeof mention === 'object' ? mention : undefined
    const start = named?.start ?? match.index
    const joined = before !== undefined && together.test(folded.slice(before.end, start))
    if (!joined) close()
    const last = joined && mention === undefined ? group.at(-1) : undefined
    if (cites || (!named && !last)) {
      if (named) laws.last = named.law
      before = undefined
      continue
    }
    const g = match.groups as Record<string, string | undefined>
    const end = match.index + match[0].length - (g.basis?.length ?? 0)
    const { law, lawNumber } = named ? lawOf(preamble, folded, named) : (last as LegalBasis)
    if (named) laws.last = named.law
    group.push({
      law,
      ...(lawNumber === undefined ? {} : { lawNumber }),
      article: numbers(g.article ?? ''),
      ...(g.paragraph === undefined ? {} : { paragraph: numeralOf(g.paragraph) ?? 0 }),
      ...(g.item === undefined ? {} : { item: numbers(g.item) }),
      at: locate(context, slice(preamble, start, end)),
    })
    before = { end, basis: g.basis !== undefined }
  }
  close()
  found.push(...guidelines(context, preamble, folded))
  return found.sort((a, b) => (a.at?.span?.[0] ?? 0) - (b.at?.span?.[0] ?? 0))
}

/** A law and its number as printed. */
function lawOf(
  preamble: Text,
  folded: string,
  { law, lawNumber, start }: LawMention,
): Pick<LegalBasis, 'law' | 'lawNumber'> {
  const open = folded.indexOf('(', start) + 1
  return {
    law: preamble.value.slice(start, start + law.length),
    ...(lawNumber === undefined ? {} : { lawNumber: preamble.value.slice(open, open + lawNumber.length) }),
  }
}

/** The basis that the first article gives where no preamble does: 地方自治法第２５２条の１４第１項の規定により、… */
export function basisInArticle(context: Context, text: Text, laws: Laws): LegalBasis[] {
  const folded = fold(text.value)
  if (!/に(?:基づ|よ)/u.test(folded)) return []
  const { aliases, last } = laws
  const own: Laws = { aliases: new Map(aliases), last }
  return legalBasis(context, text, own, true)
}
