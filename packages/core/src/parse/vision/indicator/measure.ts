import type { Measure } from '../../../schema/vision.ts'
import { readDates, readFiscalYears } from '../../../text/era-date.ts'
import { fold } from '../../../text/fold.ts'

const number =
  /(?<![0-9.,年度RHS])([△▲-]?)([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(\.[0-9]{1,6})?(?![0-9])(?! ?(?:[かヵカケ箇]年|年間))(億|万|千)?/u
/** 3億5,000万円: what follows the hundreds of millions. */
const lowerPart = /^ ?([0-9]{1,4}|[0-9],[0-9]{3})万/u
/** A change, whose number is no value: 前年度比＋1ポイント, 10％増. */
const relative = /(?:前年|現状|基準|年度|[0-9])[^0-9]{0,4}比|^[+＋]|(?<=[0-9%人件円か所])(?:の|以上の?)?(?:増|減)/u
const unit =
  /^ ?([^\s0-9()[\],、。以未年度程約~→/増減]{1,8}|年間?(?!度))(?:以上|以下|未満|程度|超)?(\/[^\s0-9()、。以未程超]{1,4})?/u
const perOnly = /^(?:以上|以下|未満|程度)?(\/[^\s0-9()、。]{1,4})/u
const scale: Readonly<Record<string, number>> = { 億: 1e8, 万: 1e4, 千: 1e3 }

/** Parts of a value that only say when it is: (令和2年度), R8. */
const time =
  /\([^()]{0,6}(?:(?:令和|平成|昭和|[RHS])[ ]?[元0-9]{1,2}|20[0-9]{2})[^()]{0,24}\)|(?:令和|平成|昭和|(?<![A-Za-z])[RHS])[ ]?[元0-9]{1,2}(?:年度?(?:末)?)?(?:~(?:令和|平成|[RHS])?[0-9]{1,2})?(?:年度?(?:末)?)?(?:実績|時点|まで)?|20[0-9]{2}(?:年度?)(?:末)?/gu

/** What a note below is pointed to by: 630人※1. */
const footnote = /[※*](?:注?[0-9]{1,2})?/gu

/** 年2回: 2 回/年. */
const yearly = /^年(?=[0-9])/u

/** The years or dates that a value is said to be of. */
export function periodOf(folded: string): Measure['period'] {
  const years = readFiscalYears(folded)
  const first = years[0]
  if (first) {
    const last = years.at(-1) as (typeof years)[number]
    const to = last.to ?? (last === first ? undefined : last.from)
    return { from: String(first.from), ...(to === undefined ? {} : { to: String(to) }) }
  }
  const date = readDates(folded).find((d) => d.edtf !== undefined)
  return date?.edtf === undefined ? undefined : { from: date.edtf }
}

/**
 * What can be read of a baseline or target in folded text: 10回以上/年 (令和4~8年度) is 10 回/年 for 2022 to 2026.
 * `period` is that of the column's heading, for values that name none.
 */
export function readMeasure(folded: string, period?: Measure['period']): Omit<Measure, 'text' | 'at'> {
  const said = periodOf(folded) ?? period
  const isYearly = yearly.test(folded)
  const rest = folded
    .replace(yearly, ' ')
    .replace(footnote, (t) => ' '.repeat(t.length))
    .replace(time, (t) => ' '.repeat(t.length))
  const match = number.exec(rest)
  if (!match) return said ? { period: said } : {}
  const digits = Number(`${(match[2] as string).replaceAll(',', '')}${match[3] ?? ''}`)
  const behind = rest.slice(match.index + match[0].length)
  const lower = match[4] === '億' ? lowerPart.exec(behind) : null
  const others = behind.slice(lower?.[0].length ?? 0).replace(/\([^()]{0,60}\)|\/ ?[0-9]{1,3}(?=[^0-9])/gu, '')
  // A range, a fraction or several numbers are no one value.
  if (relative.test(rest) || /[0-9]/u.test(others)) return said ? { period: said } : {}
  const below = lower ? Number((lower[1] as string).replace(',', '')) * 1e4 * (match[1] ? -1 : 1) : 0
  const value = below + digits * (scale[match[4] ?? ''] ?? 1) * (match[1] ? -1 : 1)
  const after = behind.slice(lower?.[0].length ?? 0, 20 + (lower?.[0].length ?? 0))
  const named = unit.exec(after)
  const name = named ? `${named[1]}${named[2] ?? (isYearly ? '/年' : '')}` : perOnly.exec(after)?.[1]
  return { value, ...(name === undefined ? {} : { unit: name }), ...(said ? { period: said } : {}) }
}

/** 〃, 同上: the value of the row above. */
export const isDitto = (bare: string): boolean => /^(?:〃|"|同上|同左|々)$/u.test(bare)

const valueStart =
  /^(?:(?:令和|平成|[RH])[元0-9]{1,2}(?:年度?)?(?:末|実績|時点|目標)?:?)?(?:(?:約|延べ|累計|年間?|毎年)?[△▲]?[0-9]|-+|ー|〃|同上|検討中|未定|未設定|調査中|集計中|実績なし|なし|新規|現状維持|維持|増加|減少|完了|完工|実施|継続|向上|設置|策定|達成)/u
/** Whether a bare cell looks like a baseline or target and not like the name of an indicator. */
export const looksLikeValue = (bare: string): boolean =>
  bare.length <= 30 && valueStart.test(bare) && !/(?:数|率|額|件数|回数|割合|量)$/u.test(bare.replace(/\(.*$/u, ''))

const numbers = /[0-9][0-9,.]*/gu
const inBrackets = /\([^()]{0,60}\)/gu
/** A range, a fraction or a change: 10~20人, 3/5, 2→3, 10人から20人. */
const ofOneValue = /[~/→]|から|年.{0,8}回|[^0-9]倍|比/u

/** 目標50社／実績42社 */
const bothValues = /(?:目標|計画).{0,40}実績|実績.{0,40}(?:目標|計画)/u

/** Whether the text of one value holds several numbers that are no range of it: values of several indicators or years in one cell. */
export function holdsSeveral(text: string): boolean {
  const rest = fold(text).replace(inBrackets, ' ').replace(time, ' ')
  return (
    text.length <= 200 && (!ofOneValue.test(rest) || bothValues.test(rest)) && (rest.match(numbers)?.length ?? 0) > 1
  )
}
