/** Digits that recognition takes for one another, both ways. From amounts of council papers read by two engines. */
const alikePairs = [
  '06',
  '08',
  '09',
  '03',
  '68',
  '69',
  '89',
  '38',
  '35',
  '39',
  '56',
  '58',
  '17',
  '14',
  '27',
  '12',
  '49',
  '47',
  '23',
  '59',
]

/** What is read where a digit stands, by the digit. */
const digitLetters: Readonly<Record<string, string>> = {
  '0': 'OoQDＯ〇○◯Ｑоδ口ロ',
  '1': 'lIi|!{}丨｜ｌＩ｛｝[]』「」」fノ/／ⅰ',
  '2': 'ZzＺ乙',
  '3': 'ヨョ彐',
  '4': 'Aム',
  '5': 'SsＳｓ',
  '6': 'bＧGｂ',
  '7': 'ﾌフワ',
  '8': 'B&Ｂ目日',
  '9': 'gqｇｑ',
}

const alike = new Set(alikePairs.flatMap((pair) => [pair, [...pair].reverse().join('')]))
const letterDigits = new Map(
  Object.entries(digitLetters).flatMap(([digit, letters]) => [...letters].map((c) => [c, digit] as const)),
)

export const areAlike = (a: string, b: string): boolean => alike.has(a + b)

/** The digit that a letter is taken for; undefined for all that looks like none. */
export const digitLike = (c: string): string | undefined => letterDigits.get(c)

/** What stands between the groups of a number, or is taken for it. */
export const isSeparator = (c: string): boolean => /^[,.，．、。'’‘`´・:;]$/u.test(c)

/** Signs that are read for digits whose shape is in none of the tables. */
export const isSignForDigit = (c: string): boolean => /^[%％&＆$#＃@?？]$/u.test(c)

export const isDigit = (c: string): boolean => c >= '0' && c <= '9' && c.length === 1
