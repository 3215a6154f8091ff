import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'

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
