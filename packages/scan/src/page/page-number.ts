import type { SeenCharacter } from './read-line.ts'

/** -1-, and what engines read for its hyphens, which are all but as wide as kana in some types: ー1一. */
const pageNumber = /^[-ー一―—–－‐]\d{1,3}[-ー一―—–－‐]$/u

/** A line that is the number of a page between hyphens, with them; others as they are. */
export function withHyphens(line: readonly SeenCharacter[]): readonly SeenCharacter[] {
  const last = line.length - 1
  const isNumber = last <= 4 && pageNumber.test(line.map((c) => c.value).join(''))
  return isNumber ? line.map((c, i) => (i === 0 || i === last ? { ...c, value: '-' } : c)) : line
}
