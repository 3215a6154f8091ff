import { fold } from '../../../text/fold.ts'
import type { Text } from '../../../text/text.ts'
import { withoutTags } from '../markup.ts'
import { moneyUnits, worthOf } from './unit.ts'

/** What stands where a sum is not known, or not yet: dashes and words. */
const unknown =
  /^(?:-+|ー|\(-\)|未定|未確定|未計上|調整中|協議中|検討中|精査中|算定中|今後検討|別途協議|別途|なし|予算の範囲内|〃|\*+|※)$/u
const minus = '[△▲-]'
const unitNames = moneyUnits.map(([u]) => u).join('|')
const number = '[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]{1,4})?|[0-9]{1,13}(?:\\.[0-9]{1,4})?'
const plain = new RegExp(
  `^\\(?(${minus})?(?:約|概算|計)?(${minus})?(${number})(${unitNames})?(?:程度|以内|/年)?\\)?$`,
  'u',
)
/** 1億2,000万円, 3億円余 is none. */
const compound = new RegExp(
  `^(${minus})?(?:約)?(?:(${number})億)?(?:(${number})万)?(?:(${number})千)?(${number})?円(?:程度)?$`,
  'u',
)

/** What a cell says of its sum after it: 1,234（うち一般財源 234）. */
const aside = /(?<=[0-9円])\((?=[^()]{0,24}[^0-9,.()%△▲-])[^()]{1,24}\)$/u

const numberOf = (digits: string | undefined): number => (digits === undefined ? 0 : Number(digits.replaceAll(',', '')))

/**
 * The yen that a cell gives, folded and without spaces: 15,000千円 → 15000000, △30千円 → -30000, 未定 and — → null.
 * `unit` is that of the heading, for cells without one; without either a number is no known sum of yen, but 0 is 0.
 * Undefined where the cell is no amount.
 */
export function yenOf(bare: string, unit?: string): number | null | undefined {
  if (bare.length === 0 || bare.length > 40) return undefined
  if (unknown.test(bare)) return null
  const simple = plain.exec(bare.replace(aside, ''))
  if (simple) {
    const value = numberOf(simple[3])
    const worth = worthOf(simple[4] ?? unit ?? '')
    if (value === 0) return 0
    if (worth === undefined) return null
    return Math.round(value * worth) * ((simple[1] ?? simple[2]) ? -1 : 1)
  }
  const parts = compound.exec(bare)
  if (!parts || parts.slice(2).every((p) => p === undefined)) return undefined
  const yen = numberOf(parts[2]) * 1e8 + numberOf(parts[3]) * 1e4 + numberOf(parts[4]) * 1e3 + numberOf(parts[5])
  return Math.round(yen) * (parts[1] ? -1 : 1)
}

/** 100 100: numbers behind one another, which without their spaces would be one. */
export const holdsSeveral = (text: Text): boolean => {
  const folded = fold(withoutTags(text).value)
  return folded.length <= longestNumbers && several.test(folded)
}
const several = /^[0-9]{1,3}(?:,?[0-9]{3}){0,4}(?: +[0-9]{1,3}(?:,?[0-9]{3}){0,4}){1,5}$/u
const longestNumbers = 60

/** Whether a cell holds nothing but the sign of the number in the next cell. */
export const isSign = (bare: string): boolean => bare === '△' || bare === '▲'

const trailing = new RegExp(
  `(?:^|[\\s　>])((?:${minus}\\s*)?[0-9][0-9,.]{0,17}\\s*(?:${unitNames})|-|未定|調整中|検討中)$`,
  'u',
)

/** Where the amount at the end of a cell begins that says something else before it (協議 0千円). */
export function trailingAmount(folded: string): number | undefined {
  const tail = folded.slice(-40)
  const match = trailing.exec(tail)
  return match ? folded.length - (match[1] as string).length : undefined
}
