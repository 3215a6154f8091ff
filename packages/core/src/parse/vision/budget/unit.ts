/** Units of money and what they are worth in yen, longest name first. */
export const moneyUnits: readonly (readonly [string, number])[] = [
  ['百万円', 1_000_000],
  ['十万円', 100_000],
  ['千万円', 10_000_000],
  ['億円', 100_000_000],
  ['万円', 10_000],
  ['千円', 1_000],
  ['円', 1],
]

const names = moneyUnits.map(([u]) => u).join('|')
/**
 * 円 and 万円 behind another kanji are what is left of a unit that was misread: 手円, 午万円. Taken for themselves they would make sums
 * thousands of times too small.
 */
const whole = '(?<!(?![位額計費込])[\\u3400-\\u9fff](?=円|万円))'
const unitName = `${whole}(${names})`
const named = new RegExp(`(?:単位|金額)[^0-9、。]{0,4}?${unitName}`, 'u')
const bracketed = new RegExp(`\\((?:[^()]{0,8}[:・ ])?${unitName}\\)`, 'u')
const anywhere = new RegExp(unitName, 'u')

/** The unit that a heading, caption or note gives: （単位：千円）, 事業費（千円）, 単位 百万円. */
export const moneyUnitIn = (folded: string): string | undefined => (named.exec(folded) ?? bracketed.exec(folded))?.[1]

/** The unit of money in a remark, whatever stands around it. */
export const unitIn = (remark: string): string | undefined => anywhere.exec(remark)?.[1]

/** What a unit is worth in yen. */
export const worthOf = (unit: string): number | undefined => moneyUnits.find(([name]) => name === unit)?.[1]

/** Made when it is asked for: what letters are takes longer to say than most documents have use for. */
let clear: RegExp | undefined
/** A remark that speaks of yen, or of a unit of which another character was misread. */
const unitLike = /\((?=[^()]{0,12}[円位])([^()]{1,12})\)?/u

/** Whether a bare text that speaks of a unit has something else before or in place of it: （単位：手円） of a scan is no 円. */
export function isUnclearUnit(bare: string): boolean {
  if (bare.includes('単位')) {
    clear ??= new RegExp(`単位[^\\p{L}\\p{N}]{0,3}(?:${names})(?![\\p{L}\\p{N}])`, 'u')
    return !clear.test(bare)
  }
  const [, remark] = unitLike.exec(bare) ?? []
  return remark !== undefined && unitIn(remark) === undefined
}
