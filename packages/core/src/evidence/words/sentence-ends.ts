import type { Block } from '../../layout/block.ts'
import type { Words } from '../../text/tokenizer.ts'
import { correct, type Evidence } from '../corrections.ts'
import { pageNumbersOf } from './page-number.ts'
import { type Passage, passageOf } from './passages.ts'

/** A document that ends so many of its texts with 。 ends its sentences so. */
const fewestStops = 5
/** Most characters that the end of a sentence is read as: 行う。 as 行5355. */
const longestTail = 4
/** Kana less sure than this may be what the end of a sentence is read as. */
const unsure = 0.9
/** Characters before the end that its words are weighed with. */
const reach = 7
/** A text of fewer characters need be no sentence. */
const shortest = 10
/** By how much an end must be better than what was read, and than the next best, in costs of words. */
const needed = 4000
const apart = 1000

const kana = /^[\u3041-\u3096\u30a1-\u30fc]$/u
const kanji = /^[\u3005\u3400-\u9fff]$/u
const sentence = /[をにはがで]/u
/** What no sentence ends with: what was read for an end has one of them, or is unsure. */
const strange = /^[^\u3005\u3041-\u3096\u30a1-\u30fc\u3400-\u9fff)」』】。]$|^[ぁぃぅぇぉゃゅょ]$/u
/** How verbs end, and what engines read for it. */
const verbEnds: Readonly<Record<string, string>> = {
  う: '53ラの8Dらぅつ',
  く: '<＜で',
  ぐ: 'で',
  す: 'ず',
  つ: 'っ',
  ぶ: '',
  む: 'お',
  る: '6ろゃ',
}
/** What a likeness to what was read is worth, and that the document has the same end elsewhere, in costs of words. */
const worth = 3000
const stop = /[。)」』】]$/u
/** ～人をつなぐ～, and what its waves are read as. */
const subtitle = /^[~ー一へ_-]|~|へ$/u

/** Texts that end where a paragraph or a cell does; the number of a page ends no sentence that goes on over it. */
function endingTexts(all: readonly Block[]): Passage[] {
  const numbers = pageNumbersOf(all)
  const blocks = all.filter((block) => !numbers.has(block))
  return blocks.flatMap((block, i): Passage[] => {
    if (block.kind === 'table')
      return block.rows.flatMap((row) => row.flatMap((cell) => (cell.text.value === '' ? [] : passageOf([cell.text]))))
    const before = blocks[i - 1]
    const goesOn = before?.kind === 'line' && !before.ended
    return block.ended ? [passageOf(goesOn ? [before.text, block.text] : [block.text])] : []
  })
}

interface Knowledge {
  words: Words
  /** Ends of sentences in the document. */
  known: ReadonlySet<string>
}

interface End {
  start: number
  to: string
  cost: number
}

/** Ways to end a sentence before `start`: with 。 behind a verb's kana, or with the kana as well where a kanji lacks it. */
function endsAt(folded: string, start: number, { words, known }: Knowledge): End[] {
  const stem = folded.slice(Math.max(0, start - reach), start)
  const seen = folded.slice(start)
  const last = stem.at(-1) ?? ''
  const kana = kanji.test(last) ? Object.keys(verbEnds).filter((c) => words.isWord(last + c)) : []
  const ends = verbEnds[last] === undefined ? kana : ['']
  return ends.map((end) => {
    const isLike = Array.from(verbEnds[end] ?? '').some((c) => seen.includes(c))
    const isKnown = known.has(`${(stem + end).slice(-3)}。`)
    const cost = words.pathCost(`${stem}${end}。`) - (isLike ? worth : 0) - (isKnown ? worth : 0)
    return { start, to: `${end}。`, cost }
  })
}

function correctEnd(evidence: Evidence, { text, folded }: Passage, knowledge: Knowledge): void {
  if (folded.length < shortest || stop.test(folded) || subtitle.test(folded) || !sentence.test(folded)) return
  const isOpen = (i: number): boolean => {
    const offset = text.offsets[i] as number
    if (offset < 0 || evidence.edits.has(offset)) return false
    const c = folded[i] as string
    return strange.test(c) || (kana.test(c) && evidence.recognition.confidenceAt(offset) < unsure)
  }
  const isSure = (i: number): boolean => {
    const offset = text.offsets[i] as number
    return offset < 0 || (!evidence.edits.has(offset) && evidence.recognition.confidenceAt(offset) >= unsure)
  }
  const found: End[] = []
  for (let start = folded.length - 1; start >= folded.length - longestTail && isOpen(start); start--)
    if (isSure(start - 1)) found.push(...endsAt(folded, start, knowledge))
  // The same end is found with more and with less of it taken for wrong.
  const readings = new Map<string, End>()
  for (const end of found) {
    const whole = folded.slice(0, end.start) + end.to
    if (!readings.has(whole)) readings.set(whole, end)
  }
  const [best, second] = [...readings.values()].sort((a, b) => a.cost - b.cost)
  if (!best) return
  const raw = knowledge.words.pathCost(folded.slice(Math.max(0, best.start - reach)))
  if (raw - best.cost < needed || (second && second.cost - best.cost < apart)) return
  correct(evidence, text, best.start, folded.length, best.to, 'word')
}

/** Puts back what sentences end with where something else was read for it: 行う。 for 行55, 行うぁ or 行の. */
export function correctSentenceEnds(evidence: Evidence, blocks: readonly Block[], words: Words): void {
  const texts = endingTexts(blocks)
  if (texts.filter(({ folded }) => folded.endsWith('。')).length < fewestStops) return
  const known = new Set(texts.flatMap(({ folded }) => folded.match(/.{3}。/gu) ?? []))
  for (const passage of texts) correctEnd(evidence, passage, { words, known })
}
