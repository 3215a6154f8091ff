import type { Recognition } from '../recognition.ts'
import type { Passage } from './passages.ts'

/** A character at least so sure tells what the document says. */
export const sureInDocument = 0.9

/** Which characters stand between which in a document, where it was read surely. */
export interface DocumentCharacters {
  /** How often a character stands in these words: two before it, one on either side, or two after it. */
  support(before: string, c: string, after: string): number
  /** Characters that stand in these words. */
  between(before: string, after: string): Set<string>
}

const keysOf = (before: string, after: string): string[] => {
  const keys: string[] = []
  if (before.length >= 2) keys.push(`${before.slice(-2)}_`)
  if (before !== '' && after !== '') keys.push(`${before.slice(-1)}_${after.slice(0, 1)}`)
  if (after.length >= 2) keys.push(`_${after.slice(0, 2)}`)
  return keys
}

export function documentCharacters(recognition: Recognition, passages: readonly Passage[]): DocumentCharacters {
  const places = new Map<string, Map<string, number>>()
  for (const { text, folded } of passages)
    for (let i = 0; i < folded.length; i++) {
      const offset = text.offsets[i] as number
      if (offset >= 0 && recognition.confidenceAt(offset) < sureInDocument) continue
      const c = folded[i] as string
      for (const key of keysOf(folded.slice(Math.max(0, i - 2), i), folded.slice(i + 1, i + 3))) {
        const own = places.get(key) ?? new Map<string, number>()
        own.set(c, (own.get(c) ?? 0) + 1)
        places.set(key, own)
      }
    }
  return {
    support: (before, c, after) =>
      keysOf(before, after).reduce((n, key) => Math.max(n, places.get(key)?.get(c) ?? 0), 0),
    between: (before, after) => new Set(keysOf(before, after).flatMap((key) => [...(places.get(key)?.keys() ?? [])])),
  }
}
