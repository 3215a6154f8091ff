import type { Source } from '../read/source.ts'
import type { Text } from '../text/text.ts'
import { type Recognition, recognitionOf } from './recognition.ts'

/**
 * What proves a correction: a sum or product that it closes, the words that forms have, the script of its neighbours, numbers that
 * follow on, the symbols of parties, the names of municipalities, words that the document has elsewhere, the way numbers are written,
 * the costs of the words of a dictionary, the list and the grid of who takes part.
 */
export type Proof =
  | 'sum'
  | 'product'
  | 'vocabulary'
  | 'script'
  | 'sequence'
  | 'party'
  | 'name'
  | 'document'
  | 'form'
  | 'word'
  | 'participation'

export interface Correction {
  from: string
  to: string
  proof: Proof
  /** The characters as they were recognised. */
  text: Text
}

/** What was found out about the recognised characters of a source. Offsets are those of the source text. */
export interface Evidence {
  readonly recognition: Recognition
  /** What stands for a character instead of itself; the empty text where it is none. */
  readonly edits: Map<number, string>
  /** Characters after which a gap is none: it stands inside a number. */
  readonly closed: Set<number>
  readonly corrections: Correction[]
  /** Characters that something proves, corrected or not. */
  readonly settled: Set<number>
  /** Numbers of sums that do not add up, whatever is done. */
  readonly disputed: Text[]
  /** Pairs of characters in the room of one, either of which may be none. */
  readonly crowded: Text[]
  /** Values that nothing proves and that were recognised with little confidence. */
  readonly doubts: Text[]
}

export function emptyEvidence(source: Source): Evidence | undefined {
  const recognition = recognitionOf(source)
  return (
    recognition && {
      recognition,
      edits: new Map(),
      closed: new Set(),
      corrections: [],
      settled: new Set(),
      disputed: [],
      crowded: [],
      doubts: [],
    }
  )
}

/** A text with what was found out about its characters; what is put in has no place. */
export function corrected(text: Text, { edits, closed }: Pick<Evidence, 'edits' | 'closed'>): Text {
  if (!text.offsets.some((o) => edits.has(o) || closed.has(o))) return text
  let value = ''
  let last = -1
  const offsets: number[] = []
  for (let i = 0; i < text.value.length; i++) {
    const offset = text.offsets[i] as number
    if (offset < 0 && closed.has(last)) continue
    last = offset < 0 ? last : offset
    const unit = edits.get(offset) ?? (text.value[i] as string)
    value += unit
    for (let k = 0; k < unit.length; k++) offsets.push(k === 0 ? offset : -1)
  }
  return { value, offsets: Int32Array.from(offsets) }
}

/** Characters of the text that stand somewhere, with their index in it. */
const placed = (text: Text, start: number, end: number): number[] => {
  const found: number[] = []
  for (let i = start; i < end; i++) if ((text.offsets[i] as number) >= 0) found.push(i)
  return found
}

/** Pairs the recognised characters with those that they should be, equal ones with equal ones where that can be. */
function aligned(from: string, to: string): string[] {
  const rows = from.length + 1
  const columns = to.length + 1
  const cost = new Uint16Array(rows * columns)
  for (let i = 0; i < rows; i++) cost[i * columns] = i
  for (let j = 0; j < columns; j++) cost[j] = j
  for (let i = 1; i < rows; i++)
    for (let j = 1; j < columns; j++)
      cost[i * columns + j] = Math.min(
        (cost[(i - 1) * columns + j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1),
        (cost[(i - 1) * columns + j] as number) + 1,
        (cost[i * columns + j - 1] as number) + 1,
      )
  const parts: string[] = Array.from({ length: from.length }, () => '')
  let pending = ''
  for (let i = from.length, j = to.length; i > 0 || j > 0; ) {
    const here = cost[i * columns + j] as number
    const same = i > 0 && j > 0 && from[i - 1] === to[j - 1] ? 0 : 1
    if (i > 0 && j > 0 && here === (cost[(i - 1) * columns + j - 1] as number) + same) {
      parts[i - 1] = (to[j - 1] as string) + pending
      pending = ''
      i--
      j--
    } else if (j > 0 && here === (cost[i * columns + j - 1] as number) + 1) {
      pending = (to[j - 1] as string) + pending
      j--
    } else {
      parts[i - 1] = pending
      pending = ''
      i--
    }
  }
  // What stands before the first character is said with it.
  if (pending !== '' && parts.length > 0) parts[0] = pending + parts[0]
  return parts
}

/**
 * Corrects [start, end) of a text to `to`. Refused where one of the characters was not recognised or is corrected already, so that
 * the first evidence stands. Returns whether it was done.
 */
export function correct(evidence: Evidence, text: Text, start: number, end: number, to: string, proof: Proof): boolean {
  const indices = placed(text, start, end)
  const from = indices.map((i) => text.value[i]).join('')
  if (from === to || indices.length === 0) return false
  const offsets = indices.map((i) => text.offsets[i] as number)
  if (offsets.some((o) => evidence.edits.has(o) || !evidence.recognition.isRecognized(o))) return false
  aligned(from, to).forEach((part, k) => {
    if (part !== from[k]) evidence.edits.set(offsets[k] as number, part)
  })
  for (let i = start + 1, before = offsets[0] as number; i < end; i++) {
    const offset = text.offsets[i] as number
    if (offset < 0) evidence.closed.add(before)
    else before = offset
  }
  if (proof !== 'form') settle(evidence, text, start, end)
  evidence.corrections.push({
    from,
    to,
    proof,
    text: { value: from, offsets: Int32Array.from(offsets) },
  })
  return true
}

/** Remembers that [start, end) of a text is right. */
export function settle({ settled }: Evidence, text: Text, start: number, end: number): void {
  for (let i = start; i < end; i++) if ((text.offsets[i] as number) >= 0) settled.add(text.offsets[i] as number)
}

/** The least confidence of the characters of a text that nothing proves. */
export function leastUnsettled(
  { recognition, settled }: Evidence,
  text: Text,
  start = 0,
  end = text.value.length,
): number {
  let least = 1
  for (let i = start; i < end; i++) {
    const offset = text.offsets[i] as number
    if (offset >= 0 && !/\s/u.test(text.value[i] as string) && !settled.has(offset))
      least = Math.min(least, recognition.confidenceAt(offset))
  }
  return least
}

/** Two digits say all that an engine knows. */
const rounded = (confidence: number): number => Math.round(confidence * 100) / 100

/**
 * How sure a value is: as sure as the least sure of its recognised characters, since one wrong digit makes a wrong sum; what evidence
 * proves counts as sure. Undefined where none of it was recognised.
 */
export function confidenceOf(evidence: Evidence, text: Text): number | undefined {
  if (!text.offsets.some((o) => evidence.recognition.isRecognized(o))) return undefined
  return rounded(leastUnsettled(evidence, text))
}
