import { type At, segmenterTokenizer, type Tokenizer } from '@kyoyaku/core'
import type { Noise } from '../schema/comparison.ts'
import type { Edit } from '../schema/edit.ts'
import { noiseReason, seenCharacters, skeletonOf } from './confusion.ts'
import { type Folding, foldedBy } from './folding.ts'
import { hunksOf } from './hunks.ts'
import { tokensOf } from './token.ts'

/** What texts are compared with. */
export interface TextComparison {
  tokenizer: Tokenizer
  folding: Folding
  /** A side was recognised from an image: confusions of characters are noise. */
  recognised: boolean
  noise: Noise[]
  /** Texts that a folding alone made equal. */
  folded: { count: number }
}

export const textComparison = (options: Partial<TextComparison> = {}): TextComparison => ({
  tokenizer: options.tokenizer ?? segmenterTokenizer(),
  folding: options.folding ?? {},
  recognised: options.recognised ?? false,
  noise: options.noise ?? [],
  folded: options.folded ?? { count: 0 },
})

/** The form in which a text is looked for in the other version. */
export const comparable = (with_: TextComparison, text: string): string => {
  const folded = foldedBy(with_.folding, text)
  return with_.recognised ? skeletonOf(folded) : folded
}

/** A text with its place. */
export interface Placed {
  text: string
  at?: At | undefined
}

/** The place of a part of a text: exact where the text stands in the source in one piece. */
function placeOf({ text, at }: Placed, start: number, end: number): At | undefined {
  if (!at?.span || at.spans || at.span[1] - at.span[0] !== text.length) return at
  return { ...at, span: [at.span[0] + start, at.span[0] + end] }
}

/** The old text with what recognition made of it taken from the new one; what that explains is noise. */
function denoised(with_: TextComparison, old: string, other: string, where: string): string {
  const a = seenCharacters(old)
  const b = seenCharacters(other)
  let out = ''
  let [i, k] = [0, 0]
  const keep = (untilA: number, untilB: number): void => {
    const from = [a.at[i] ?? old.length, b.at[k] ?? other.length] as const
    const oldPart = old.slice(i === 0 ? 0 : from[0], a.at[untilA] ?? old.length)
    const newPart = other.slice(k === 0 ? 0 : from[1], b.at[untilB] ?? other.length)
    if (skeletonOf(oldPart) !== skeletonOf(newPart)) {
      out += oldPart
      return
    }
    if (oldPart !== newPart) noiseOf(with_, oldPart, newPart, where)
    out += newPart
  }
  for (const [a0, a1, b0, b1] of hunksOf(a.keys, b.keys)) {
    if (a0 > i || b0 > k) keep(a0, b0)
    out += old.slice(a.at[a0] ?? old.length, a.at[a1] ?? old.length)
    ;[i, k] = [a1, b1]
  }
  if (i < a.at.length || k < b.at.length) keep(a.at.length, b.at.length)
  return out
}

function noiseOf(with_: TextComparison, old: string, other: string, where: string): void {
  const a = tokensOf(old, with_.tokenizer)
  const b = tokensOf(other, with_.tokenizer)
  for (const [a0, a1, b0, b1] of hunksOf(a, b)) {
    const [from, to] = [a.slice(a0, a1).join(''), b.slice(b0, b1).join('')]
    with_.noise.push({ where, old: from, new: to, reason: noiseReason(from, to) })
  }
}

/**
 * What became of a text, word by word; undefined where it is the same. Deleted and equal pieces joined give the old text
 * (under the folding), inserted and equal ones the new text.
 */
export function editsOf(with_: TextComparison, old: Placed, other: Placed, where = ''): Edit[] | undefined {
  if (old.text === other.text) return undefined
  if (foldedBy(with_.folding, old.text) === foldedBy(with_.folding, other.text)) {
    with_.folded.count++
    return undefined
  }
  const from = with_.recognised ? denoised(with_, old.text, other.text, where) : old.text
  if (from === other.text) return undefined
  const a = tokensOf(from, with_.tokenizer)
  const b = tokensOf(other.text, with_.tokenizer)
  const key = (token: string): string => foldedBy(with_.folding, token)
  const edits: Edit[] = []
  const exact = from === old.text
  let [i, k, oldAt, newAt] = [0, 0, 0, 0]
  const equal = (until: number): void => {
    const text = b.slice(k, until).join('')
    if (text !== '') edits.push({ op: 'equal', text })
  }
  for (const [a0, a1, b0, b1] of hunksOf(a.map(key), b.map(key))) {
    equal(b0)
    for (; i < a0; i++) oldAt += (a[i] as string).length
    for (; k < b0; k++) newAt += (b[k] as string).length
    const gone = a.slice(a0, a1).join('')
    const come = b.slice(b0, b1).join('')
    if (gone !== '') {
      const at = exact ? placeOf(old, oldAt, oldAt + gone.length) : old.at
      edits.push({ op: 'delete', text: gone, ...(at ? { at } : {}) })
    }
    if (come !== '') {
      const at = placeOf(other, newAt, newAt + come.length)
      edits.push({ op: 'insert', text: come, ...(at ? { at } : {}) })
    }
    ;[i, k, oldAt, newAt] = [a1, b1, oldAt + gone.length, newAt + come.length]
  }
  equal(b.length)
  return edits.every((e) => e.op === 'equal') ? undefined : edits
}

/** All of a text as one edit. */
export const wholeEdit = (op: 'delete' | 'insert', { text, at }: Placed): Edit[] =>
  text === '' ? [] : [{ op, text, ...(at ? { at } : {}) }]

export const oldTextOf = (edits: readonly Edit[]): string =>
  edits
    .filter((e) => e.op !== 'insert')
    .map((e) => e.text)
    .join('')

export const newTextOf = (edits: readonly Edit[]): string =>
  edits
    .filter((e) => e.op !== 'delete')
    .map((e) => e.text)
    .join('')
