import type { Block } from '../layout/block.ts'
import { slice, type Text } from '../text/text.ts'
import { type Evidence, leastUnsettled } from './corrections.ts'
import { numberIn } from './numbers/number-in-text.ts'
import { inForm, isTorn, numberOf } from './numbers/plausibility.ts'
import { unreadAmounts } from './numbers/unread-amounts.ts'

/** Numbers with a character less sure than this may be wrong; one in a hundred of those above it is. */
const sureNumber = 0.9
/** One of the numbers of a sum that does not add up is wrong, however sure the engine is of it. */
const sureDisputed = 1.01
/** A mark decides whether a municipality takes part. */
const sureMark = 0.8
/** Of the lines and cells of words with a character less sure than this, every second one is wrong somewhere; of the others one in thirty. */
const sureText = 0.6

/** One sign alone, no letter and no figure: a mark, or what one was taken for. */
const mark = /^(?:[^\p{L}\p{N}]|〇)$/u

function doubtIn(evidence: Evidence, disputed: ReadonlySet<number>, text: Text): Text | undefined {
  const value = text.value.trim()
  if (value === '') return undefined
  if (mark.test(value)) {
    const limit = text.offsets.some((o) => disputed.has(o)) ? sureDisputed : sureMark
    return leastUnsettled(evidence, text) < limit ? text : undefined
  }
  const number = numberIn(evidence.recognition, text)
  if (number) {
    const own = slice(text, number.start, number.end)
    const { settled } = evidence
    const isSettled = [...own.offsets].every((o) => o < 0 || settled.has(o))
    const limit = own.offsets.some((o) => disputed.has(o)) ? sureDisputed : sureNumber
    const isContested = !isSettled && number.seen.others.some((other) => other !== number.seen.characters)
    const isBroken =
      !isSettled && (isTorn(number.seen) || numberOf(inForm(number.seen.characters, number.seen.isMoney)) === undefined)
    return isContested || isBroken || leastUnsettled(evidence, own) < limit ? own : undefined
  }
  return leastUnsettled(evidence, text) < sureText ? text : undefined
}

/** Notes the recognised values that nothing proves and whose reading is unsure. */
export function noteDoubts(evidence: Evidence, blocks: readonly Block[]): void {
  const disputed = new Set(evidence.disputed.flatMap((text) => [...text.offsets].filter((o) => o >= 0)))
  const said = new Set<number>()
  for (const block of blocks) {
    const texts = block.kind === 'line' ? [block.text] : block.rows.flatMap((row) => row.map((cell) => cell.text))
    for (const text of texts) {
      const doubtful = doubtIn(evidence, disputed, text)
      if (doubtful) {
        evidence.doubts.push(doubtful)
        for (const offset of doubtful.offsets) said.add(offset)
      }
    }
    if (block.kind === 'table')
      for (const text of unreadAmounts(evidence.recognition, block))
        if (!text.offsets.some((offset) => offset >= 0 && said.has(offset))) evidence.doubts.push(text)
  }
}
