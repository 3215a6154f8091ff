import type { Block } from '../../layout/block.ts'
import { readMunicipalities } from '../../municipality/municipality-name.ts'
import type { Words } from '../../text/tokenizer.ts'
import { correct, type Evidence, settle } from '../corrections.ts'
import { type DocumentCharacters, documentCharacters, sureInDocument } from './document-characters.ts'
import { lookAlikes, misreadFor } from './look-alikes.ts'
import { type Passage, passagesOf } from './passages.ts'

/** Characters on either side of a place that its words are weighed with: beyond the next word but one nothing changes. */
const reach = 7
/** Longest word of the dictionary that is looked for around a place. */
const longestWord = 4
/** Words of two characters are many, and many of them names (菅引); longer ones are seldom made by a misreading. */
const longWord = 3

/** A character surer than this is questioned only for what has its very shape, or for what specks and strokes are read as. */
const sure = 0.98
/** A character less sure than this may be anything that makes a word. */
const unsure = 0.75

/**
 * What costs of paths are weighed with, in their unit: a word more in a sentence costs some 4,000, a character that is no word
 * 10,000 and more.
 */
const weights = {
  /** For a character of almost the same shape, and for one that engines are known to misread so. */
  known: 4000,
  /** … where what was read is unsure and makes no word. */
  unsureShape: 6000,
  /** For one of almost the same shape as a character that was surely read, and that makes a short word: names among them. */
  sureShape: 2500,
  /** For one that the document has in the same words; at most twice. */
  document: 2500,
  /** Against leaving out a sign that may be meant: a sentence with a word less costs less by itself. */
  omission: -3000,
}

/**
 * By how much a reading must be better than what was recognised: of some 39,000 recognised characters none that was right had a better
 * reading than this but beside a misread one. And by how much better than the next best, less where its shape speaks for it.
 */
const needed = 8000
/** A reading that another engine contradicts is right where the other one is worse by so much by its words alone. */
const settling = 3000
/** … and for leaving out what specks and strokes are read as. */
const neededByGhost = 6000
const apart = 2500
const apartKnown = 1400

/** Most readings of one place that are weighed. */
const mostReadings = 120

const japanese = /^[\u3005\u3041-\u3096\u30a1-\u30fc\u3400-\u9fff]$/u
/** Widest that one character is taken to be, in ems. */
const oneEm = 1.15

const hiragana = /^[\u3041-\u3096]$/u
const kanji = /^[\u3400-\u9fff]$/u
/** What specks, rules and parts of the next character are read as, and how sure engines may be of it. */
const ghosts = /^[人和上有ー一]$/u
/** Specks. */
const specks = /^[・、。]$/u
/** What may stand in Japanese text where a character was not recognised as one. */
const readable = /^[\u3005\u3041-\u3096\u30a1-\u30fc\u3400-\u9fff・:;$&<>»«*#@%=]$/u

/** Words that the dictionary lacks, by words of one kind that it has. */
const newWords: readonly (readonly [RegExp, string])[] = [
  [/令和/gu, '平成'],
  [/圏域/gu, '地域'],
]
const costOf = (words: Words, text: string): number =>
  words.pathCost(newWords.reduce((t, [pattern, known]) => t.replaceAll(pattern, known), text))

interface Reading {
  /** It stands for the characters up to this one. */
  end: number
  to: string
  score: number
  /** Whether shapes speak for it. */
  isKnown: boolean
}

interface Candidate {
  to: string
  end: number
  weight: number
}

interface Line {
  chars: string[]
  offsets: number[]
  starts: ReadonlySet<number>
  passage: Passage
  /** Where each character stands in its passage. */
  at: number[]
}

function lineOf(passage: Passage): Line {
  const line: Line = { chars: [], offsets: [], starts: new Set(), passage, at: [] }
  const starts = new Set<number>()
  for (let i = 0; i < passage.folded.length; i++) {
    if (passage.starts.has(i)) starts.add(line.chars.length)
    if (passage.folded[i] === '\n') continue
    line.chars.push(passage.folded[i] as string)
    line.offsets.push(passage.text.offsets[i] as number)
    line.at.push(i)
  }
  return { ...line, starts }
}

let singles: string[] | undefined
/** Kanji that the dictionary has, by themselves. */
function dictionaryKanji(words: Words): string[] {
  singles ??= Array.from({ length: 0x9fb0 - 0x4e00 }, (_, i) => String.fromCharCode(0x4e00 + i)).filter((c) =>
    words.isWord(c),
  )
  return singles
}

/** A word of the dictionary, or one that it lacks. */
const isWord = (words: Words, text: string): boolean =>
  words.isWord(text) || newWords.some(([pattern]) => pattern.source === text)

type IsWord = (words: Words, text: string) => boolean
/** Names of places and people are so many that a misreading is soon one of them (水樹, 菅引). */
const isCommonWord: IsWord = (words, text) => isWord(words, text) && !words.isName(text)

/** Whether a word of the dictionary, of at least so many characters, holds the place `[before.length, +c.length)`. */
function makesWord(
  words: Words,
  before: string,
  c: string,
  after: string,
  { fewest = 2, is = isWord }: { fewest?: number; is?: IsWord } = {},
): boolean {
  for (let left = Math.min(before.length, longestWord - 1); left >= 0; left--) {
    const most = Math.min(after.length, longestWord - left - c.length)
    for (let right = Math.max(0, fewest - left - c.length); right <= most; right++)
      if (is(words, before.slice(before.length - left) + c + after.slice(0, right))) return true
  }
  return false
}

/** Whether a character makes a word with its neighbours: a kanji with other kanji. */
function isInWord(words: Words, near: string, c: string, next: string, is: IsWord = isWord): boolean {
  if (!kanji.test(c)) return makesWord(words, near, c, next, { is })
  const [left = ''] = /[\u3400-\u9fff]*$/u.exec(near) ?? []
  const [right = ''] = /^[\u3400-\u9fff]*/u.exec(next) ?? []
  return makesWord(words, left, c, right, { is })
}

interface Weighing {
  words: Words
  /** Municipalities that the document names. */
  names: ReadonlySet<string>
  /** What another engine read in place of this character alone. */
  othersAt(offset: number): string[]
  document: DocumentCharacters
  confidenceAt(offset: number): number
  widthAt(offset: number): number | undefined
}

/** What may stand in the place of a character or two, the likeliest first, each with what it is better by than what was recognised. */
function readingsAt({ words, document, confidenceAt, widthAt, othersAt }: Weighing, line: Line, i: number): Reading[] {
  const { chars, offsets } = line
  const c = chars[i] as string
  if (!readable.test(c) && !specks.test(c)) return []
  const confidence = confidenceAt(offsets[i] as number)
  const before = chars.slice(Math.max(0, i - reach), i).join('')
  const after = chars.slice(i + 1, i + 1 + reach).join('')
  const near = before.slice(-longestWord)
  const next = after.slice(0, longestWord)
  const isJapanese = japanese.test(c)
  const isWordHere = isInWord(words, near, c, next)
  // A name is one that a document has again and again; so is a word that an engine misreads each time.
  const twins = isWordHere ? [] : [...lookAlikes(c)].filter((to) => isInWord(words, near, to, next, isCommonWord))
  const isSettled = isWordHere || (twins.length === 0 && document.support(near, c, next) > 1)
  if (confidence >= sure && isJapanese && !specks.test(c) && isSettled) return []

  const isKnownGhost = ghosts.test(c) && !makesWord(words, near, c, next)
  const candidates = new Map<string, Candidate>()
  const add = (to: string, weight: number, end = i + 1): void => {
    const known = candidates.get(`${end}${to}`)
    if (known) known.weight = Math.max(known.weight, weight)
    else if (candidates.size < mostReadings) candidates.set(`${end}${to}`, { to, end, weight })
  }
  const known = confidence < unsure && !isWordHere ? weights.unsureShape : weights.known
  const fits = (to: string): boolean => makesWord(words, near, to, next) || document.support(near, to, next) > 0
  if (confidence < unsure) for (const to of othersAt(offsets[i] as number)) if (fits(to)) add(to, weights.known)
  for (const to of lookAlikes(c))
    if (confidence < sure ? fits(to) : kanji.test(c) && twins.includes(to))
      add(to, confidence < sure || makesWord(words, near, to, next, { fewest: longWord }) ? known : weights.sureShape)
  if (confidence < sure || !isJapanese) for (const to of misreadFor(c)) if (fits(to)) add(to, known)
  // What is a word already is no other for a context alone.
  if (confidence < unsure && !isWordHere) {
    for (const to of document.between(near, next))
      if (to !== c && (kanji.test(to) ? kanji.test(c) || !isJapanese : japanese.test(to) && !isJapanese)) add(to, 0)
  }
  // Two of which neither is sure can be the halves of one.
  const nextOffset = offsets[i + 1]
  if (confidence < unsure && nextOffset !== undefined && confidenceAt(nextOffset) < unsure) {
    const half = chars[i + 1] as string
    const behind = chars.slice(i + 2, i + 2 + longestWord).join('')
    const isPair = makesWord(words, near, c + half, behind)
    for (const to of [...lookAlikes(c), ...misreadFor(c), ...lookAlikes(half), ...misreadFor(half)])
      if (!isPair && (makesWord(words, near, to, behind) || document.support(near, to, behind) > 0))
        add(to, weights.known, i + 2)
  }
  // Two characters in the room of one: one of them may be a part of the other.
  const isHalf = (at: number): boolean =>
    [at - 1, at].some((k) => (widthAt(offsets[k] ?? -1) ?? 1) + (widthAt(offsets[k + 1] ?? -1) ?? 1) <= oneEm)
  const isInside = japanese.test(near.slice(-1)) && japanese.test(next.slice(0, 1))
  if (isKnownGhost && japanese.test(next.slice(0, 1))) add('', 0)
  else if (isInside && specks.test(c)) add('', weights.omission)
  else if (isInside && isHalf(i) && hiragana.test(c)) add('', 0)

  // Last, since there may be more of them than are weighed.
  if (confidence < unsure && !isWordHere && (kanji.test(c) || !isJapanese))
    for (const to of dictionaryKanji(words))
      if (to !== c && (isWord(words, near.slice(-1) + to) || isWord(words, to + next.slice(0, 1)))) add(to, 0)

  const supportOf = (to: string, end: number): number => {
    const rest = chars.slice(end, end + longestWord).join('')
    // What follows stands here too where nothing was.
    const seen = to === '' ? document.support(near, rest.slice(0, 1), rest.slice(1)) : document.support(near, to, rest)
    return Math.min(2, seen)
  }
  // What it was read as here is no evidence for itself.
  const own = Math.min(2, Math.max(0, document.support(near, c, next) - (confidence >= sureInDocument ? 1 : 0)))
  const raw = costOf(words, before + c + after)
  const found = [...candidates.values()].map(({ to, end, weight }): Reading => {
    const rest = chars.slice(end, end + reach).join('')
    const cost = costOf(words, before + to + rest)
    const support = supportOf(to, end) - (twins.includes(to) ? 0 : own)
    const score = raw - cost + weight + support * weights.document
    return { end, to, score, isKnown: weight >= weights.known }
  })
  return found.sort((a, b) => b.score - a.score)
}

/** Lets the costs of words decide between what was recognised and what looks like it, stands in the same words elsewhere, or makes a word. */
export function correctReadings(evidence: Evidence, blocks: readonly Block[], words: Words): void {
  const passages = passagesOf(blocks)
  const { recognition } = evidence
  const weighing: Weighing = {
    words,
    names: new Set(passages.flatMap(({ folded }) => readMunicipalities(folded).map(({ name }) => name))),
    document: documentCharacters(recognition, passages),
    confidenceAt: (offset) => (offset < 0 ? 1 : recognition.confidenceAt(offset)),
    widthAt: (offset) => recognition.widthAt(offset),
    othersAt: (offset) =>
      recognition
        .othersIn(offset, offset + 1)
        .flatMap(({ span, text }) => (span[1] - span[0] === 1 && japanese.test(text) ? [text] : [])),
  }
  for (const passage of passages) {
    const line = lineOf(passage)
    correctPassage(evidence, weighing, line)
    settleContested(evidence, weighing, line)
  }
}

/** What two engines read differently is right where it makes a word and the other reading none, at a better price. */
function settleContested(
  evidence: Evidence,
  { words, othersAt }: Weighing,
  { chars, offsets, at, passage }: Line,
): void {
  chars.forEach((c, i) => {
    const offset = offsets[i] as number
    const others = offset < 0 || evidence.edits.has(offset) ? [] : othersAt(offset)
    if (others.length === 0) return
    const near = chars.slice(Math.max(0, i - longestWord), i).join('')
    const next = chars.slice(i + 1, i + 1 + longestWord).join('')
    if (!isInWord(words, near, c, next) || others.some((to) => isInWord(words, near, to, next))) return
    const before = chars.slice(Math.max(0, i - reach), i).join('')
    const after = chars.slice(i + 1, i + 1 + reach).join('')
    const cost = costOf(words, before + c + after)
    if (others.every((to) => costOf(words, before + to + after) - cost >= settling))
      settle(evidence, passage.text, at[i] as number, (at[i] as number) + 1)
  })
}

/** Whether a reading makes the name of a municipality that the document names nowhere: such a word is no likelier for being one. */
function namesAnother({ names }: Weighing, { chars }: Line, i: number, { to, end }: Reading): boolean {
  const before = chars.slice(Math.max(0, i - reach), i).join('')
  const made = readMunicipalities(before + to + chars.slice(end, end + reach).join(''))
  return made.some((n) => n.start <= before.length && n.end > before.length && !names.has(n.name))
}

/** The best reading of a place if it is good enough. */
function betterAt(evidence: Evidence, weighing: Weighing, line: Line, i: number): Reading | undefined {
  const offset = line.offsets[i] as number
  if (offset < 0 || evidence.edits.has(offset) || !evidence.recognition.isRecognized(offset)) return undefined
  const [best, second] = readingsAt(weighing, line, i)
  const seen = line.chars[i] as string
  const isGhost = best?.to === '' && (specks.test(seen) || ghosts.test(seen))
  if (!best || best.score < (isGhost ? neededByGhost : needed)) return undefined
  if (best.to !== '' && namesAnother(weighing, line, i, best)) return undefined
  return second && best.score - second.score < (best.isKnown ? apartKnown : apart) ? undefined : best
}

/** The best first, since what is right beside a misreading is the less likely for it; what it makes of its neighbours counts anew. */
function correctPassage(evidence: Evidence, weighing: Weighing, line: Line): void {
  // The dictionary lacks many municipalities.
  const names = readMunicipalities(line.chars.join(''))
  const isName = (i: number): boolean => names.some(({ start, end }) => i >= start && i < end)
  const better = line.chars.map((_, i) => (isName(i) ? undefined : betterAt(evidence, weighing, line, i)))
  for (const first of better.flatMap((reading, i) => (reading ? [i] : []))) {
    for (;;) {
      let top = first
      for (let k = first; k < Math.min(better.length, first + reach); k++)
        if ((better[k]?.score ?? 0) > (better[top]?.score ?? 0)) top = k
      const reading = better[top]
      if (!reading) break
      const end = (line.at[reading.end - 1] as number) + 1
      if (correct(evidence, line.passage.text, line.at[top] as number, end, reading.to, 'word'))
        for (let k = top; k < reading.end; k++) line.chars[k] = k === top ? reading.to : ''
      for (let k = Math.max(0, top - reach); k < Math.min(better.length, top + reach + 1); k++)
        better[k] = k === top ? undefined : better[k] && betterAt(evidence, weighing, line, k)
    }
  }
}
