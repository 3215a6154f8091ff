import { type Context, locate, report } from '../parse/context.ts'
import { clean } from '../text/clean.ts'
import type { Text } from '../text/text.ts'
import type { Evidence } from './corrections.ts'

/** Says what was corrected on what evidence, and which values nothing proves. What a correction leaves out counts as taken. */
export function reportEvidence(context: Context): void {
  const { evidence } = context
  if (!evidence) return
  for (const { from, to, proof, text } of evidence.corrections)
    report(context, 'reading-corrected', { from, to, proof }, locate(context, text))
  for (const [offset, unit] of evidence.edits) if (unit === '') context.taken[offset] = 1
  for (const doubt of evidence.doubts) {
    const text = clean(doubt)
    const other = otherReading(evidence, doubt)
    report(context, 'ocr-low-confidence', { text: text.value, ...(other ? { other } : {}) }, locate(context, text))
  }
}

/** A doubtful text as another engine read it; undefined where none read anything else. */
function otherReading({ recognition, edits }: Evidence, text: Text): string | undefined {
  let last = -1
  let isOther = false
  const units = [...text.offsets].map((offset, i) => {
    if (offset < 0) return text.value[i]
    const [seen] = edits.has(offset) ? [] : recognition.othersIn(offset, offset + 1)
    if (!seen) return text.value[i]
    isOther = true
    if (seen.span[0] === last) return ''
    last = seen.span[0]
    return seen.text
  })
  return isOther ? units.join('').replace(/\s+/gu, '') : undefined
}
