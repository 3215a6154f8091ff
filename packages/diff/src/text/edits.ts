import { type At, segmenterTokenizer, type Tokenizer } from '@kyoyaku/core'
import type { Noise } from '../schema/comparison.ts'
import type { Edit } from '../schema/edit.ts'
import { noiseReason, seenCharacters, skeletonOf } from './confusion.ts'
import { type Folding, foldedBy, foldingReason } from './folding.ts'
import { type Hunk, hunksOf } from './hunks.ts'
import { inOnePiece } from './one-piece.ts'
import { atSentenceEnds } from './sentence-ends.ts'
import { readable, type Side } from './slide.ts'
import { tokensOf, wordsOf } from './token.ts'

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

/** Words that a folding alone makes equal, each for itself, so that one way of writing is told as one however often it comes. */
function writtenOtherwise(
  with_: TextComparison,
  old: readonly string[],
  other: readonly string[],
  where: string,
): void {
  old.forEach((was, i) => {
    const is = other[i] as string
    // White space behind the last word parts it from what follows, which is told for itself.
    if (was === is || (i === old.length - 1 && was.trimEnd() === is.trimEnd())) return
    with_.noise.push({ where, old: was, new: is, reason: foldingReason(was, is) })
  })
}

function noiseOf(with_: TextComparison, old: string, other: string, where: string): void {
  const a = tokensOf(old, with_.tokenizer)
  const b = tokensOf(other, with_.tokenizer)
  for (const [a0, a1, b0, b1] of hunksOf(a, b)) {
    const [from, to] = [a.slice(a0, a1).join(''), b.slice(b0, b1).join('')]
    with_.noise.push({ where, old: from, new: to, reason: noiseReason(from, to) })
  }
}

/** White space that words of both sides end with belongs to neither change: 発行⏎ and 実施⏎ differ in the word alone. */
function withCommonSpace(edits: readonly Edit[]): Edit[] {
  const out: Edit[] = []
  edits.forEach((edit, i) => {
    const before = edits[i - 1]
    const space = edit.op === 'insert' && before?.op === 'delete' ? (/\s+$/u.exec(edit.text)?.[0] ?? '') : ''
    if (!before || space === '' || edit.text === space || before.text === space || !before.text.endsWith(space)) {
      out.push(edit)
      return
    }
    const cut = (e: Edit): Edit => ({
      ...e,
      text: e.text.slice(0, -space.length),
      ...(e.at ? { at: shorter(e.at, space.length) } : {}),
    })
    out.splice(-1, 1, cut(before), cut(edit), { op: 'equal', text: space })
  })
  return out.reduce<Edit[]>((joined, edit) => {
    const last = joined.at(-1)
    if (last?.op !== 'equal' || edit.op !== 'equal') {
      joined.push(edit)
      return joined
    }
    const old =
      last.old === undefined && edit.old === undefined ? {} : { old: (last.old ?? last.text) + (edit.old ?? edit.text) }
    joined[joined.length - 1] = { op: 'equal', text: last.text + edit.text, ...old }
    return joined
  }, [])
}

const shorter = (at: At, by: number): At =>
  at.span && !at.spans && at.span[1] - at.span[0] > by ? { ...at, span: [at.span[0], at.span[1] - by] } : at

const differences = (a: Side, b: Side): Hunk[] =>
  readable(atSentenceEnds(hunksOf(a.keys, b.keys), a.keys, b.keys), a, b)

/**
 * What became of a text, word by word; undefined where it is the same. Deleted and equal pieces joined give the old text,
 * inserted and equal ones the new text.
 */
export function editsOf(with_: TextComparison, old: Placed, other: Placed, where = ''): Edit[] | undefined {
  if (old.text === other.text) return undefined
  const folded = foldedBy(with_.folding, old.text) === foldedBy(with_.folding, other.text)
  if (folded) with_.folded.count++
  const from = with_.recognised ? denoised(with_, old.text, other.text, where) : old.text
  if (from === other.text) return undefined
  const a = wordsOf(from, with_)
  const b = wordsOf(other.text, with_)
  const edits: Edit[] = []
  const exact = from === old.text
  let [i, k, oldAt, newAt] = [0, 0, 0, 0]
  const equal = (untilA: number, untilB: number): void => {
    const [was, is] = [a.texts.slice(i, untilA), b.texts.slice(k, untilB)]
    const [before, text] = [was.join(''), is.join('')]
    if (before !== text) writtenOtherwise(with_, was, is, where)
    if (text !== '') edits.push({ op: 'equal', text, ...(before === text ? {} : { old: before }) })
    ;[oldAt, newAt] = [oldAt + before.length, newAt + text.length]
  }
  for (const [a0, a1, b0, b1] of differences(a, b)) {
    equal(a0, b0)
    const gone = a.texts.slice(a0, a1).join('')
    const come = b.texts.slice(b0, b1).join('')
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
  equal(a.texts.length, b.texts.length)
  if (edits.every((e) => e.op === 'equal')) return undefined
  if (!folded) {
    const placed = (side: 'old' | 'new', start: number, end: number): Pick<Edit, 'at'> => {
      const at = side === 'new' ? placeOf(other, start, end) : exact ? placeOf(old, start, end) : old.at
      return at ? { at } : {}
    }
    return withCommonSpace(inOnePiece(edits, placed))
  }
  with_.noise.push({ where, old: old.text, new: other.text, reason: foldingReason(old.text, other.text) })
  return undefined
}

/** All of a text as one edit. */
export const wholeEdit = (op: 'delete' | 'insert', { text, at }: Placed): Edit[] =>
  text === '' ? [] : [{ op, text, ...(at ? { at } : {}) }]

export const oldTextOf = (edits: readonly Edit[]): string =>
  edits
    .filter((e) => e.op !== 'insert')
    .map((e) => e.old ?? e.text)
    .join('')

export const newTextOf = (edits: readonly Edit[]): string =>
  edits
    .filter((e) => e.op !== 'delete')
    .map((e) => e.text)
    .join('')
