import { fold } from '@kyoyaku/core'

/** Which differences of layout count as none. */
export interface Folding {
  /** Full-width and half-width forms, and characters that print alike. */
  width?: boolean
  /** White space. */
  space?: boolean
  /** 、 and ，, 。 and ．. */
  punctuation?: boolean
}

const punctuationOf: Readonly<Record<string, string>> = { '，': '、', ',': '、', '．': '。', '､': '、', '｡': '。' }
/** A comma or point between digits parts a number. */
const inNumber = /(?<=[0-9０-９])[,，.．](?=[0-9０-９])/gu

/** The form in which texts are compared under a folding. */
export function foldedBy(folding: Folding, text: string): string {
  let out = text
  if (folding.punctuation) {
    const kept = new Set([...out.matchAll(inNumber)].map((m) => m.index))
    out = out.replace(/[，,．､｡]/gu, (c, at: number) => (kept.has(at) ? c : (punctuationOf[c] ?? c)))
  }
  if (folding.width) out = fold(out)
  if (folding.space) out = out.replace(/\s/gu, '')
  return out
}
