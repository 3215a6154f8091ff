import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { passagesOf } from './passages.ts'

/** Characters on either side by which a place is known again, and at least so many of them on one side. */
const reach = 5
/** A word is that of the document where it stands so often in the same words … */
const fewestWitnesses = 2
/** … and the misread one less sure than this. */
const unsure = 0.9
/** What differs from case to case in the same words: symbols, numbers, labels, and kana that turn the meaning. */
const variable =
  /^[甲乙丙丁戊己庚辛壬癸0-9一二三四五六七八九十百千○〇◎●△×東西南北上下左右前後新旧大中小高低国県市町村区ア-ンa-zA-Zぁ-ん\s\p{P}\p{S}]$/u

/** Longest text that is looked at: the table of places takes memory. */
const longest = 400_000

/** Corrects unsure characters to those that stand, surer, in the same words elsewhere in the document. */
export function correctDocumentWords(evidence: Evidence, blocks: readonly Block[]): void {
  const passages = passagesOf(blocks).filter((p) => p.folded.length > reach)
  if (passages.reduce((n, p) => n + p.folded.length, 0) > longest) return
  const { recognition, edits } = evidence
  const places = new Map<string, Map<string, number>>()
  const keysAt = (folded: string, i: number): string[] => {
    const before = folded.slice(Math.max(0, i - reach), i)
    const after = folded.slice(i + 1, i + 1 + reach)
    return after.length === reach && i >= 1 ? [`${before.slice(-2)}_${after}`] : []
  }
  const keysBefore = (folded: string, i: number): string[] =>
    i >= reach && i + 2 < folded.length ? [`${folded.slice(i - reach, i)}_${folded.slice(i + 1, i + 3)}`] : []
  const keys = (folded: string, i: number): string[] => [...keysAt(folded, i), ...keysBefore(folded, i)]
  for (const { text, folded } of passages)
    for (let i = 0; i < folded.length; i++) {
      if (variable.test(folded[i] as string)) continue
      const offset = text.offsets[i] as number
      if (offset >= 0 && recognition.confidenceAt(offset) < unsure) continue
      for (const key of keys(folded, i)) {
        const own = places.get(key) ?? new Map<string, number>()
        own.set(folded[i] as string, (own.get(folded[i] as string) ?? 0) + 1)
        places.set(key, own)
      }
    }
  for (const { text, folded } of passages)
    for (let i = 0; i < folded.length; i++) {
      const seen = folded[i] as string
      const offset = text.offsets[i] as number
      if (variable.test(seen) || offset < 0 || edits.has(offset) || recognition.confidenceAt(offset) >= unsure) continue
      const others = new Set(
        keys(folded, i).flatMap((key) => {
          const own = places.get(key)
          if (own?.size !== 1) return []
          const [[c, n]] = [...own] as [[string, number]]
          return n >= fewestWitnesses ? [c] : []
        }),
      )
      const [to] = others
      if (others.size === 1 && to !== undefined && to !== seen) correct(evidence, text, i, i + 1, to, 'document')
    }
}
