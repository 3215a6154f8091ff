import type { Profile } from '../profile/profile.ts'

/** Unchanged neighbours by their printed numbers: ２ / ２及び３ / ２～５, with the sign for what is left out. */
export function folded(titles: readonly string[], { words }: Profile): string {
  const [first, second] = titles
  if (first === undefined) return words.omitted
  const label =
    second === undefined ? first : titles.length === 2 ? `${first}及び${second}` : `${first}～${titles.at(-1)}`
  return words.folded.replace('{label}', () => label)
}
