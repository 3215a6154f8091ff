import { type Context, locate, report } from '../parse/context.ts'
import { clean } from '../text/clean.ts'

/** Says what was corrected on what evidence, and which values nothing proves. What a correction leaves out counts as taken. */
export function reportEvidence(context: Context): void {
  const { evidence } = context
  if (!evidence) return
  for (const { from, to, proof, text } of evidence.corrections)
    report(context, 'reading-corrected', { from, to, proof }, locate(context, text))
  for (const [offset, unit] of evidence.edits) if (unit === '') context.taken[offset] = 1
  for (const doubt of evidence.doubts) {
    const text = clean(doubt)
    report(context, 'ocr-low-confidence', { text: text.value }, locate(context, text))
  }
}
