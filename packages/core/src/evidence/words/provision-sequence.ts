import type { Block } from '../../layout/block.ts'
import { correct, type Evidence } from '../corrections.ts'
import { leastConfidence } from '../recognition.ts'
import { correctArticleHeads } from './article-heads.ts'
import { correctFirstItems, correctFirstNumber } from './first-number.ts'
import { correctItemLabels } from './item-labels.ts'
import { correctPageNumbers } from './page-number.ts'
import { passagesOf } from './passages.ts'
import { correctFirstPillar, correctPillarHeads } from './pillar-heads.ts'

/** Labels in katakana in their order, and the kanji that are read for them. */
const katakana = [...'アイウエオカキクケコサシスセソタチツテト']
const kanjiSeen: Readonly<Record<string, string>> = {
  エ: '工',
  カ: '力',
  タ: '夕',
  ト: '卜',
  チ: '千',
  オ: '才',
  イ: 'ィ',
  ア: 'ァ',
  ウ: 'ゥ',
}
/** Between a label and its text. */
const afterLabel = /^[ 　]?[^\s、。はがのにをと]/u

/** Words that begin with a kanji that a label is read as. */
const kanjiWord = /^(?:工[業場事房芸程務夫]|力[のを量]|夕[方食日]|千[円人件代])/u

/** Whether a label in brackets is the letter twice, or once and once what is read for it. */
const isTwice = ([open = '', a = '', b = '', close = '']: string, letter: string): boolean =>
  /[(（]/u.test(open) &&
  /[)）]/u.test(close) &&
  (a === letter || b === letter) &&
  [a, b].every((c) => c === letter || kanjiSeen[letter]?.includes(c))

/** Labels of lists in katakana after those that they follow: エ after ア, イ, ウ. */
function correctKatakanaLabels(evidence: Evidence, blocks: readonly Block[]): void {
  for (const { text, folded, starts } of passagesOf(blocks)) {
    let last = -1
    for (const start of [...starts].sort((a, b) => a - b)) {
      const bracket = folded[start] === '(' ? 1 : 0
      const twin = katakana[last + 1]
      // (エエ) after (ウ): seen twice.
      if (twin !== undefined && last >= 0 && isTwice(text.value.slice(start, start + 4), twin)) {
        correct(evidence, text, start + 1, start + 3, twin, 'sequence')
        last++
        continue
      }
      const c = text.value[start + bracket]
      if (c === undefined || !afterLabel.test(folded.slice(start + bracket + 1, start + bracket + 4))) continue
      const next = katakana[last + 1]
      const isWord = bracket === 0 && kanjiWord.test(folded.slice(start, start + 2))
      if (next !== undefined && last >= 0 && !isWord && kanjiSeen[next]?.includes(c)) {
        correct(evidence, text, start + bracket, start + bracket + 1, next, 'sequence')
        last++
      } else {
        const index = katakana.indexOf(c)
        if (index === 0 || index === last + 1) last = index
      }
    }
  }
}

/** Labels down a column of a table, in its cells: エ after ア, イ, ウ. */
function correctLabelsInColumns(evidence: Evidence, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind !== 'table') continue
    const last = new Map<number, number>()
    for (const row of block.rows)
      row.forEach(({ text, folded }, column) => {
        const c = text.value[0] ?? ''
        const next = katakana[(last.get(column) ?? katakana.length) + 1]
        const isNext = next !== undefined && kanjiSeen[next]?.includes(c) && !kanjiWord.test(folded)
        if (isNext && text.value.length > 1) correct(evidence, text, 0, 1, next, 'sequence')
        const index = katakana.indexOf(isNext ? next : c)
        if (index === 0 || index === (last.get(column) ?? katakana.length) + 1) last.set(column, index)
      })
  }
}

/** Headings, labels, captions and page numbers by their order. */
export function correctProvisionSequences(evidence: Evidence, blocks: readonly Block[]): void {
  correctArticleHeads(evidence, blocks)
  correctFirstNumber(evidence, blocks)
  correctItemLabels(evidence, blocks)
  correctKatakanaLabels(evidence, blocks)
  correctLabelsInColumns(evidence, blocks)
  correctCaptions(evidence, blocks)
  correctPillarHeads(evidence, blocks)
  correctFirstPillar(evidence, blocks)
  correctPillarNumbers(evidence, blocks)
  correctFirstItems(evidence, blocks)
  correctPageNumbers(evidence, blocks)
}

/** What stands for a bracket is read with less than this, a character of words with less than half of it. */
const unsureBracket = 0.9
const ofWords = /[\u3041-\u30fc\u3400-\u9fff]/u
/** The bracket and one character: no caption is shorter. */
const shortestCaption = 3
/** A caption on a line of its own that lost its bracket: (失効. */
const openCaption = /^[(（][^()（）、。\s]{2,24}$/u

/** Puts the bracket behind captions that stand before the heading of an article or of a paragraph. */
function correctCaptions(evidence: Evidence, blocks: readonly Block[]): void {
  blocks.forEach((block, i) => {
    const next = blocks[i + 1]
    if (block.kind !== 'line' || next?.kind !== 'line' || !openCaption.test(block.folded)) return
    if (!/^第[^ ]{1,6}条/u.test(next.folded)) return
    const { text } = block
    const end = text.value.length
    const close = text.value.startsWith('（') ? '）' : ')'
    // The bracket itself may be what the last character was read from.
    const limit = ofWords.test(text.value[end - 1] as string) ? unsureBracket / 2 : unsureBracket
    const isBracket = end > shortestCaption && leastConfidence(evidence.recognition, text, end - 1, end) < limit
    correct(evidence, text, end - 1, end, isBracket ? close : `${text.value[end - 1]}${close}`, 'form')
  })
}

/** What numbers of pillars are read as at the beginning of a line: Ⅰ, Ⅱ, Ⅲ. */
const strokes = /^(?<strokes>[l|]{1,3})[_. ]{0,2}(?=[\u3400-\u9fff\u30a1-\u30fa])/u
const pillarNumbers = ['Ⅰ', 'Ⅱ', 'Ⅲ']

/** In cells, where each stands by itself. */
function correctPillarNumbers(evidence: Evidence, blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind === 'line') continue
    for (const { text } of block.rows.flat()) {
      const seen = strokes.exec(text.value)?.groups?.strokes
      const number = pillarNumbers[(seen?.length ?? 0) - 1]
      if (seen !== undefined && number !== undefined) correct(evidence, text, 0, seen.length, number, 'sequence')
    }
  }
}
