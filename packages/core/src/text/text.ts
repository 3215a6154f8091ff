import type { At } from '../schema/at.ts'
import { isBlank } from './characters.ts'
import { fold } from './fold.ts'

/**
 * Characters with the place each was read from: `offsets[i]` is the offset of `value[i]` in the unmodified source text,
 * -1 where the character is synthesised. All functions are pure; `value` and `offsets` have one length.
 */
export interface Text {
  readonly value: string
  readonly offsets: Int32Array
}

export const emptyText: Text = { value: '', offsets: new Int32Array(0) }

/** The characters of `source` in [start, end). */
export function textOf(source: string, start: number, end: number): Text {
  const offsets = new Int32Array(end - start)
  for (let i = 0; i < offsets.length; i++) offsets[i] = start + i
  return { value: source.slice(start, end), offsets }
}

/** Half-open, as String.prototype.slice without negative indices. */
export function slice(text: Text, start: number, end = text.value.length): Text {
  if (start === 0 && end >= text.value.length) return text
  return {
    value: text.value.slice(start, end),
    offsets: text.offsets.subarray(start, Math.min(end, text.value.length)),
  }
}

export function concat(texts: readonly Text[]): Text {
  if (texts.length === 1) return texts[0] as Text
  const offsets = new Int32Array(texts.reduce((n, t) => n + t.offsets.length, 0))
  let n = 0
  for (const t of texts) {
    offsets.set(t.offsets, n)
    n += t.offsets.length
  }
  return { value: texts.map((t) => t.value).join(''), offsets }
}

/** Only the characters for which `keep` is true; called with the index into `text.value`. */
export function filter(text: Text, keep: (index: number) => boolean): Text {
  const { length } = text.value
  const offsets = new Int32Array(length)
  let value = ''
  let kept = 0
  let start = 0
  for (let i = 0; i < length; i++) {
    if (keep(i)) offsets[kept++] = text.offsets[i] as number
    else {
      if (start < i) value += text.value.slice(start, i)
      start = i + 1
    }
  }
  if (kept === length) return text
  return { value: value + text.value.slice(start), offsets: offsets.subarray(0, kept) }
}

export function trim(text: Text): Text {
  const start = text.value.length - text.value.trimStart().length
  return slice(text, start, Math.max(start, text.value.trimEnd().length))
}

/** The pieces of the source that the text was read from, in reading order; pieces parted by nothing but white space are one. */
function spansOf(text: Text, source: string): [number, number][] {
  const spans: [number, number][] = []
  const { offsets } = text
  let last: [number, number] | undefined
  for (let i = 0; i < offsets.length; i++) {
    const offset = offsets[i] as number
    if (offset < 0) continue
    if (
      last &&
      (offset === last[1] || (offset > last[1] && offset - last[1] < 400 && isBlank(source, last[1], offset)))
    )
      last[1] = offset + 1
    else {
      last = [offset, offset + 1]
      spans.push(last)
    }
  }
  return spans
}

/** Hull and pieces of a text as a place in the source. */
export function placeOf(text: Text, source: string): At {
  const spans = spansOf(text, source)
  if (spans.length === 0) return {}
  const hull: [number, number] = [Number.POSITIVE_INFINITY, 0]
  for (const span of spans) {
    hull[0] = Math.min(hull[0], span[0])
    hull[1] = Math.max(hull[1], span[1])
  }
  return spans.length === 1 ? { span: hull } : { span: hull, spans }
}

export const folded = (text: Text): string => fold(text.value)
