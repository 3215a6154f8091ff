import type { Cell } from '../../layout/block.ts'
import { correct, type Evidence, type Proof } from '../corrections.ts'

/**
 * Puts words in place of what was read in a cell: in place of those characters alone that differ, as others of them may have been
 * put right before. Returns whether it was done.
 */
export function rewrite(
  evidence: Evidence,
  { text, folded }: Pick<Cell, 'text' | 'folded'>,
  to: string,
  proof: Proof,
): boolean {
  let end = folded.trimEnd().length
  let start = folded.length - folded.trimStart().length
  let [from, last] = [0, to.length]
  while (start < end && from < last && folded[start] === to[from]) {
    start++
    from++
  }
  while (end > start && last > from && folded[end - 1] === to[last - 1]) {
    end--
    last--
  }
  // What is put in needs a character to stand for; a gap between characters is none.
  const isPlaced = (): boolean => text.offsets.subarray(start, end).some((offset) => offset >= 0)
  while (!isPlaced() && start > 0 && from > 0) {
    start--
    from--
  }
  if (!isPlaced()) {
    end++
    last++
  }
  return correct(evidence, text, start, end, to.slice(from, last), proof)
}
