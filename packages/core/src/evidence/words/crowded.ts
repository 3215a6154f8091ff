import type { Block } from '../../layout/block.ts'
import { slice } from '../../text/text.ts'
import type { Words } from '../../text/tokenizer.ts'
import { correct, type Evidence } from '../corrections.ts'
import { type Passage, passagesOf } from './passages.ts'

/** Two characters of full width in less room than this, in ems, are as often as not one that was read twice or in its parts: ごぁみ, 高速バパス. */
const room = 1.2
/** Characters on either side that the words are weighed with. */
const reach = 6
/**
 * By how much the text must be better without one of them, in costs of words: of pairs that were right none was by more than 3,900, of
 * the others eight in ten were by more than this. And by how much the other one must be worse.
 */
const needed = 4500
const apart = 1500
/** … and by how much where the engine was as sure of both: what is misread beside them can make as much of a difference. */
const sure = 0.98
const neededOfSure = 8000
/** By so much it may be: nothing is done, and it is said. */
const doubtful = 2500

const fullWidth = /^[\u3005\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff]$/u
/** Beside figures the words say nothing. */
const figure = /[0-9,.]/u

interface Place {
  c: string
  offset: number
  /** Where it stands in its passage. */
  at: number
}

function placesOf({ folded, text }: Passage): Place[] {
  const places: Place[] = []
  for (let at = 0; at < folded.length; at++)
    if (folded[at] !== '\n') places.push({ c: folded[at] as string, offset: text.offsets[at] as number, at })
  return places
}

function areCrowded({ recognition, edits }: Evidence, a: Place, b: Place): boolean {
  if (!fullWidth.test(a.c) || !fullWidth.test(b.c) || a.offset < 0 || b.offset < 0) return false
  if (edits.has(a.offset) || edits.has(b.offset)) return false
  const [first, second] = [recognition.widthAt(a.offset), recognition.widthAt(b.offset)]
  return first !== undefined && second !== undefined && first + second <= room
}

interface Gain {
  stray: Place
  /** By how much the text is better without it. */
  gain: number
}

interface Choice extends Gain {
  /** By how much less it is without another. */
  lead: number
}

/** A kana without its marks: ス of ズ. */
const base = (c: string): string => c.normalize('NFD').charAt(0)

/** Which of the two characters at an index in the room of one is none; undefined where they have their own room. */
function choiceAt(
  evidence: Evidence,
  places: readonly Place[],
  i: number,
  { starts }: Passage,
  words: Words,
): Choice | undefined {
  const [a, b] = [places[i], places[i + 1]]
  if (!a || !b || starts.has(b.at) || !areCrowded(evidence, a, b)) return undefined
  if (figure.test(places[i - 1]?.c ?? '') || figure.test(places[i + 2]?.c ?? '')) return undefined
  // バスズ: the one read twice may have the room, and its other reading none.
  const isTwin = (k: number, of: Place): boolean => base(places[k]?.c ?? '') === base(of.c)
  const candidates = [i, i + 1, ...(isTwin(i - 1, a) ? [i - 1] : []), ...(isTwin(i + 2, b) ? [i + 2] : [])]
  const first = Math.max(0, i - reach)
  const near = places.slice(first, i + 2 + reach)
  const textWithout = (k: number): string => near.map(({ c }, n) => (n + first === k ? '' : c)).join('')
  const whole = words.pathCost(textWithout(-1))
  const gains = candidates.map((k) => ({ stray: places[k] as Place, gain: whole - words.pathCost(textWithout(k)) }))
  const [best, second] = gains.sort((x, y) => y.gain - x.gain) as [Gain, Gain]
  return { ...best, lead: best.gain - second.gain }
}

/**
 * Leaves out the one of two characters in the room of one without which the words around them are much likelier, however sure the engine
 * was of it; where they are little likelier, the pair is in doubt.
 */
export function correctCrowded(evidence: Evidence, blocks: readonly Block[], words: Words): void {
  for (const passage of passagesOf(blocks)) {
    const places = placesOf(passage)
    for (let i = 0; i + 1 < places.length; i++) {
      const choice = choiceAt(evidence, places, i, passage, words)
      if (!choice) continue
      const next = choiceAt(evidence, places, i + 1, passage, words)
      // Of three the middle one is in two pairs.
      if (next && next.gain > choice.gain) continue
      const { stray, gain } = choice
      const lead = next && next.stray !== stray ? Math.min(choice.lead, gain - next.gain) : choice.lead
      const isSure = [i, i + 1].every((k) => evidence.recognition.confidenceAt(places[k]?.offset ?? -1) >= sure)
      if (gain >= (isSure ? neededOfSure : needed) && lead >= apart) {
        if (!correct(evidence, passage.text, stray.at, stray.at + 1, '', 'word')) continue
        places.splice(places.indexOf(stray), 1)
        i = Math.max(-1, i - 3)
      } else if (gain >= doubtful)
        evidence.crowded.push(slice(passage.text, places[i]?.at ?? 0, (places[i + 1]?.at ?? 0) + 1))
    }
  }
}
