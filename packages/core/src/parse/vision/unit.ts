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

const named = new RegExp(`(?:単位|金額)[^0-9、。]{0,4}?(${moneyUnits.map(([u]) => u).join('|')})`, 'u')
const bracketed = new RegExp(`\\((?:[^()]{0,8}[:・ ])?(${moneyUnits.map(([u]) => u).join('|')})\\)`, 'u')

/** The unit that a heading, caption or note gives: （単位：千円）, 事業費（千円）, 単位 百万円. */
export const moneyUnitIn = (folded: string): string | undefined => (named.exec(folded) ?? bracketed.exec(folded))?.[1]

/** What a unit is worth in yen. */
export const worthOf = (unit: string): number | undefined => moneyUnits.find(([name]) => name === unit)?.[1]

const clear = new RegExp(`単位[^\\p{L}\\p{N}]{0,3}(?:${moneyUnits.map(([u]) => u).join('|')})(?![\\p{L}\\p{N}])`, 'u')

/** Whether a bare text that speaks of a unit has something else before or in place of it: （単位：手円） of a scan is no 円. */
export const isUnclearUnit = (bare: string): boolean => bare.includes('単位') && !clear.test(bare)
