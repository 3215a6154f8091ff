import type { Document } from '@kyoyaku/core'
import { likeness, profileOf } from '../align/similarity.ts'

/** Documents of two files that are versions of one, as indices. */
export interface DocumentPairing {
  old?: number
  new?: number
}

/** An agreement whose parties could not be read is a regulation. */
const familyOf = (document: Document): string => (document.type === 'regulation' ? 'agreement' : document.type)

/** Each document of the new file with the one of its kind in the old file whose title is most alike. */
export function pairDocuments(olds: readonly Document[], news: readonly Document[]): DocumentPairing[] {
  const left = new Set(olds.keys())
  const pairs = news.map((other, n): DocumentPairing => {
    let best: { old: number; score: number } | undefined
    for (const i of left) {
      const old = olds[i] as Document
      if (familyOf(old) !== familyOf(other)) continue
      const score = likeness(profileOf(old.title), profileOf(other.title)) + (i === n ? 0.01 : 0)
      if (!best || score > best.score) best = { old: i, score }
    }
    if (!best) return { new: n }
    left.delete(best.old)
    return { old: best.old, new: n }
  })
  return [...pairs, ...[...left].map((old): DocumentPairing => ({ old }))]
}
