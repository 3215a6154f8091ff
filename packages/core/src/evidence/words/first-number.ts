import type { Block } from '../../layout/block.ts'
import { isFieldName, isPillarName } from '../../parse/vision/heading.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'

/** What 1. is read as before a wide space, and 2. in the same form. */
const strokes = /^(?<seen>[\]|lI!][.,])[ 　](?=[\u3041-\u30ff\u3400-\u9fff])/u
const second = /^2[.,][ 　]/u

/** A stroke with a point at the head of a line is 1. where the next heading of that form is 2. */
export function correctFirstNumber(evidence: Evidence, blocks: readonly Block[]): void {
  let first: (Block & { kind: 'line' }) | undefined
  for (const block of blocks) {
    if (block.kind !== 'line') continue
    const head = block.folded.slice(0, 6)
    if (strokes.test(head)) first = block
    else if (first && second.test(head)) {
      correct(evidence, first.text, 0, 2, `1${head[1] as string}`, 'sequence')
      first = undefined
    }
  }
}

/** A pillar with its number, or by its name. */
const pillar = /^[Ⅰ-Ⅹ][ 　]?\S/u
const firstItem = /^\(1\)/u
/** What (1) is read as: the figure, and at most two characters for each of its brackets. */
const firstLike =
  /^(?<seen>[^\s0-9第]{0,2}[1l|I][^\s\p{L}.)]{0,2}|[^\s0-9第]{1,2}[1l|I])[ 　]?(?=[\u3041-\u30ff\u3400-\u9fff])/u
/** What is surer than this is what was printed. */
const unsure = 0.9

/** Puts (1) back at the first line under a pillar where it was misread: the first line under another pillar has it. */
export function correctFirstItems(evidence: Evidence, blocks: readonly Block[]): void {
  const lines = blocks.filter((block) => block.kind === 'line' && !block.furniture) as (Block & { kind: 'line' })[]
  const first = lines.filter((_, i) => {
    const before = lines[i - 1]?.folded ?? ''
    return pillar.test(before) || isPillarName(before) || isFieldName(before)
  })
  if (!first.some(({ folded }) => firstItem.test(folded))) return
  for (const { text, folded } of first) {
    const seen = firstItem.test(folded) ? undefined : firstLike.exec(folded)?.groups?.seen
    if (seen !== undefined && leastConfidence(evidence.recognition, text, 0, seen.length) < unsure)
      correct(evidence, text, 0, seen.length, '(1)', 'sequence')
  }
}
