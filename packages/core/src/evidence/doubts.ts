import type { Block } from '../layout/block.ts'
import { fold } from '../text/fold.ts'
import { slice, type Text } from '../text/text.ts'
import type { Words } from '../text/tokenizer.ts'
import { type Evidence, leastUnsettled } from './corrections.ts'
import { numberIn } from './numbers/number-in-text.ts'
import { inForm, isTorn, numberOf } from './numbers/plausibility.ts'
import { unreadAmounts } from './numbers/unread-amounts.ts'
import { strangeSigns } from './strange-signs.ts'
import { type DocumentCharacters, documentCharacters } from './words/document-characters.ts'
import { loneBullets } from './words/lone-bullets.ts'
import { passagesOf } from './words/passages.ts'
import { unreadUnits } from './words/unit-columns.ts'
import { coveredByWords } from './words/word-cover.ts'

/** Numbers with a character less sure than this may be wrong; one in a hundred of those above it is. */
const sureNumber = 0.9
/** One of the numbers of a sum that does not add up is wrong, however sure the engine is of it. */
const sureDisputed = 1.01
/** A mark decides whether a municipality takes part. */
const sureMark = 0.8
/** Of the lines and cells of words with a character less sure than this, every second one is wrong somewhere; of the others one in thirty. */
const sureText = 0.6

/** Of kana less sure than this two in five are wrong. */
const sureKana = 0.8
/** Of kanji that make no word with their neighbours and are less sure than this every third is wrong. */
const sureAlone = 0.92
const kana = /^[ぁ-ゖァ-ヺ]$/u
/** Between these two something stood that was not read: 情報を乙の住民に. */
const lostBetween = /をの(?=[\u3400-\u9fff])/u

/** One sign alone, no letter and no figure: a mark, or what one was taken for. */
const mark = /^(?:[^\p{L}\p{N}]|〇)$/u

/** What shows that a kanji is in its place: words of a dictionary, and where else the document has it beside the same ones. */
interface Places {
  words: Words
  document: DocumentCharacters
}
/** So often a document has a kanji beside the same ones where it means it. */
const often = 2

/** Whether a text has a kana, or a kanji that is in no word, which is as unsure as such are where they are wrong. */
function hasStranger(evidence: Evidence, text: Text, places?: Places): boolean {
  const { recognition, settled } = evidence
  const at = [...text.offsets.keys()].filter((i) => /\S/u.test(text.value[i] as string))
  const chars = at.map((i) => text.value[i] as string)
  const sure = at.map((i) => {
    const offset = text.offsets[i] as number
    return offset < 0 || settled.has(offset) ? 1 : recognition.confidenceAt(offset)
  })
  if (chars.some((c, k) => kana.test(c) && (sure[k] as number) < sureKana)) return true
  const folded = fold(chars.join(''))
  if (lostBetween.test(folded)) return true
  if (strangeSigns(folded, (k) => sure[k] as number).some((k) => (sure[k] as number) < 1)) return true
  if (!places || sure.every((confidence) => confidence >= sureAlone)) return false
  const covered = coveredByWords(folded, places.words)
  const isRepeated = (k: number): boolean =>
    places.document.support(folded.slice(Math.max(0, k - 2), k), folded[k] as string, folded.slice(k + 1, k + 3)) >=
    often
  return sure.some((confidence, k) => confidence < sureAlone && !covered[k] && !isRepeated(k))
}

function doubtIn(evidence: Evidence, disputed: ReadonlySet<number>, text: Text, places?: Places): Text | undefined {
  const value = text.value.trim()
  if (value === '') return undefined
  if (mark.test(value)) {
    const limit = text.offsets.some((o) => disputed.has(o)) ? sureDisputed : sureMark
    return leastUnsettled(evidence, text) < limit ? text : undefined
  }
  const number = numberIn(evidence.recognition, text)
  if (number && number.seen.characters !== '' && !number.seen.isLetters) {
    const own = slice(text, number.start, number.end)
    const { settled } = evidence
    const isSettled = [...own.offsets].every((o) => o < 0 || settled.has(o))
    const limit = own.offsets.some((o) => disputed.has(o)) ? sureDisputed : sureNumber
    const isContested = !isSettled && number.seen.others.some((other) => other !== number.seen.characters)
    const isBroken =
      !isSettled && (isTorn(number.seen) || numberOf(inForm(number.seen.characters, number.seen.isMoney)) === undefined)
    return isContested || isBroken || leastUnsettled(evidence, own) < limit ? own : undefined
  }
  return leastUnsettled(evidence, text) < sureText || hasStranger(evidence, text, places) ? text : undefined
}

const isRecognized = ({ recognition }: Evidence, text: Text): boolean =>
  text.offsets.some((offset) => recognition.isRecognized(offset))

/** Notes the recognised values that nothing proves and whose reading is unsure. */
export function noteDoubts(evidence: Evidence, blocks: readonly Block[], words?: Words): void {
  const disputed = new Set(evidence.disputed.flatMap((text) => [...text.offsets].filter((o) => o >= 0)))
  const said = new Set<number>()
  const places = words && { words, document: documentCharacters(evidence.recognition, passagesOf(blocks)) }
  for (const block of blocks) {
    const texts = block.kind === 'line' ? [block.text] : block.rows.flatMap((row) => row.map((cell) => cell.text))
    for (const text of texts) {
      const doubtful = doubtIn(evidence, disputed, text, places)
      if (doubtful) {
        evidence.doubts.push(doubtful)
        for (const offset of doubtful.offsets) said.add(offset)
      }
    }
    if (block.kind === 'table')
      for (const text of [...unreadAmounts(evidence.recognition, block), ...unreadUnits(block), ...loneBullets(block)])
        if (isRecognized(evidence, text) && !text.offsets.some((offset) => offset >= 0 && said.has(offset)))
          evidence.doubts.push(text)
  }
  for (const pair of evidence.crowded)
    if (!pair.offsets.some((offset) => said.has(offset) || evidence.edits.has(offset))) evidence.doubts.push(pair)
}
