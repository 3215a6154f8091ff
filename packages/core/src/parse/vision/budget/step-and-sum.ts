import { fold } from '../../../text/fold.ts'
import { slice, type Text, trim } from '../../../text/text.ts'
import { withoutTags } from '../markup.ts'
import { bareOf } from '../row.ts'
import { trailingAmount, yenOf } from './amount.ts'

const severalSums = /[0-9](?:百万|千万|億|万|千)?円/u
/** 各年度 200千円: a sum of every year, and not of all of them. */
const everyYear = /(?:各|毎)年度?(?:の)?|年額|年間|単年度|1年当たり/u

/** 各年度250千円, 250千円／年, 250千円ずつ: the sum of each of several years. */
export function sumOfEachYear(text: Text): { sum: Text; words?: Text } | undefined {
  const folded = fold(text.value)
  const before = /^(?:各|毎)年度?(?:の|に|:)? ?(?=[0-9△▲])/u.exec(folded)?.[0].length ?? 0
  const behind = /(?: ?\/ ?年度?|ずつ| ?\((?:各|毎)年度?\))$/u.exec(folded)?.[0].length ?? 0
  if (before + behind === 0) return undefined
  const end = folded.length - behind
  const sum = trim(slice(text, before, end))
  const words = trim(before > 0 ? slice(text, 0, before) : slice(text, end))
  return yenOf(bareOf(sum)) === undefined || before * behind > 0 ? undefined : { sum, words }
}

/** 協議・試行（事業費 1,200千円） */
const inBrackets = /\(((?:事業費|予算額?|経費|所要額)[: ]?)([^()]{1,20})\)$/u

/** Step and sum of one cell, each of which may be missing. */
export function stepAndSum(text: Text): { step?: Text; sum?: Text; words?: Text } {
  const plain = trim(withoutTags(text))
  if (yenOf(bareOf(plain)) !== undefined) return { sum: plain }
  const folded = fold(plain.value)
  const named = inBrackets.exec(folded)
  if (named && named.index > 0) {
    const from = named.index + (named[0].length - 1 - (named[2] as string).length)
    const own = trim(slice(plain, from, folded.length - 1))
    if (yenOf(bareOf(own)) !== undefined)
      return { step: trim(slice(plain, 0, named.index)), sum: own, words: slice(plain, named.index + 1, from) }
  }
  const at = trailingAmount(folded)
  if (at === undefined || at === 0) return { step: plain }
  // Sums of several behind one another are none of the project's: 金沢市 500千円、内灘町 200千円.
  const before = folded.slice(0, at)
  if (severalSums.test(before) || everyYear.test(before)) return { step: plain }
  return { step: trim(slice(plain, 0, at)), sum: slice(plain, at) }
}
