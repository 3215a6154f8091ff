// What is asked of every line before a pattern is: most patterns cost more to compile than all the lines of a short document
// cost to read, and most of these say by one character that the pattern cannot fit.

/** Whether a text starts with one of some characters. */
export const startsWithAny = (text: string, characters: string): boolean =>
  text.length > 0 && characters.includes(text.charAt(0))

/** Whether a text ends with one of some characters. */
export const endsWithAny = (text: string, characters: string): boolean =>
  text.length > 0 && characters.includes(text.charAt(text.length - 1))

/** Whether a text has one of some characters. */
export function hasAny(text: string, characters: string): boolean {
  for (let i = 0; i < characters.length; i++) if (text.includes(characters.charAt(i))) return true
  return false
}

const others = '\u1680\u2028\u2029\u202f\u205f\ufeff'

/** Whether a UTF-16 unit is white space, as \s has it: a pattern asked of every character takes longer than reading them. */
export const isWhite = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x3000 ||
  (unit >= 0x09 && unit <= 0x0d) ||
  unit === 0xa0 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  (unit > 0xa0 && (unit < 0x3000 || unit > 0xfe00) && others.includes(String.fromCharCode(unit)))

/** Whether there is nothing but white space in [start, end) of a text. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isWhite(text.charCodeAt(i))) return false
  return true
}

/** A text without its white space; most that are asked have none. */
export function withoutWhite(text: string): string {
  for (let i = 0; i < text.length; i++) if (isWhite(text.charCodeAt(i))) return text.replace(/\s/gu, '')
  return text
}
