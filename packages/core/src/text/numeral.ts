/** Digits of positional and of multiplicative kanji numerals; 元 is the first year of an era and no digit here. */
const kanjiDigits = '〇一二三四五六七八九'
const kanjiUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** Runs of characters that stand for consecutive numbers: [first character, number of it, how many]. */
const enclosed: readonly (readonly [string, number, number])[] = [
  ['①', 1, 20],
  ['㉑', 21, 15],
  ['㊱', 36, 15],
  ['⑴', 1, 20],
  ['⒈', 1, 20],
  ['❶', 1, 10],
  ['⓵', 1, 10],
  ['㈠', 1, 10],
  ['㊀', 1, 10],
  ['Ⅰ', 1, 12],
  ['ⅰ', 1, 12],
]

/** The number that a single character such as ①, ⑴, Ⅳ or ㈠ stands for. */
export function enclosedNumber(character: string): number | undefined {
  const code = character.charCodeAt(0)
  for (const [first, number, count] of enclosed) {
    const n = code - first.charCodeAt(0)
    if (n >= 0 && n < count) return number + n
  }
  return undefined
}

/** Longest numeral that is read; legal texts and years need far less, and the bound keeps reading linear. */
const longestNumeral = 12

function kanjiNumber(text: string): number | undefined {
  let total = 0
  if (!/[十百千]/u.test(text)) {
    for (const c of text) total = total * 10 + kanjiDigits.indexOf(c)
    return total
  }
  let digit = 0
  let last = Number.POSITIVE_INFINITY
  for (const c of text) {
    const unit = kanjiUnits[c]
    if (unit === undefined) {
      if (digit > 0) return undefined
      digit = kanjiDigits.indexOf(c)
    } else {
      if (unit >= last) return undefined
      last = unit
      total += (digit || 1) * unit
      digit = 0
    }
  }
  return total + digit
}

/** A number of digits (12), kanji (十二, 二百五十二, 一二) or one enclosed character (⑫), written out in folded text. */
export function numeralOf(folded: string): number | undefined {
  if (folded.length === 0 || folded.length > longestNumeral) return undefined
  if (/^[0-9]+$/u.test(folded)) return Number(folded)
  if (/^[〇一二三四五六七八九十百千]+$/u.test(folded)) return kanjiNumber(folded)
  return folded.length === 1 ? enclosedNumber(folded) : undefined
}

/** 252 → 二百五十二. Whole numbers from 1 to 9999. */
export function kanjiOf(number: number): string {
  let rest = number
  let out = ''
  for (const [name, unit] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
  ] as const) {
    const digit = Math.floor(rest / unit)
    if (digit > 0) out += (digit > 1 ? kanjiDigits[digit] : '') + name
    rest %= unit
  }
  return rest > 0 ? out + kanjiDigits[rest] : out
}
