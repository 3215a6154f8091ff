import { type AmendmentTarget, segmenterTokenizer, type Tokenizer } from '@kyoyaku/core'
import { hunksOf } from '../text/hunks.ts'
import { tokensOf } from '../text/token.ts'
import { passagesOf } from './passages.ts'
import { type Draft, step } from './step.ts'

/** Quoting more of a text than this share of it says less than writing it anew. */
const mostRewritten = 0.6
/** Changes parted by at most this many characters are one. */
const nearby = 3
/** A sentence with more changes than this is written anew. */
const mostChanges = 8

let light: Tokenizer | undefined
const lightTokenizer = (): Tokenizer => {
  light ??= segmenterTokenizer()
  return light
}

interface Change {
  from: string
  to: string
  /** Place in the old text. */
  at: number
  kind: 'replace' | 'insert' | 'delete'
}

const balanced = (text: string): boolean => {
  let depth = 0
  for (const c of text) {
    if (c === '「') depth++
    if (c === '」' && --depth < 0) return false
  }
  return depth === 0
}

/** Begins with a word that goes with the one before it. */
const hanging =
  /^(?:及び|又は|並びに|若しくは|[市町村県区郡](?!\p{sc=Han})|[、がをにはへとのでも](?![\p{sc=Hiragana}]))/u

/** What differs, as ranges of words; changes with little between them are one. */
function rangesOf(a: readonly string[], b: readonly string[]): [number, number, number, number][] {
  const ranges: [number, number, number, number][] = []
  for (const hunk of hunksOf(a, b)) {
    const last = ranges.at(-1)
    if (last && a.slice(last[1], hunk[0]).join('').length <= nearby) [last[1], last[3]] = [hunk[1], hunk[3]]
    else ranges.push([...hunk])
  }
  return ranges
}

const countOf = (text: string, words: string): number => text.split(words).length - 1

/**
 * The quotations that turn one text into the other, each standing once in the text as it is when its turn comes, and nowhere else in
 * `around`, the other texts of the place. Undefined where that says less than the new text.
 */
function changesOf(old: string, other: string, around: string, tokenizer: Tokenizer): Change[] | undefined {
  const a = tokensOf(old, tokenizer)
  const b = tokensOf(other, tokenizer)
  const ranges = rangesOf(a, b)
  if (ranges.length === 0 || ranges.length > mostChanges) return undefined
  const starts: number[] = [0]
  for (const token of a) starts.push((starts.at(-1) as number) + token.length)
  const changes: Change[] = []
  let current = old
  let shift = 0
  for (const [n, [a0, a1, b0, b1]] of ranges.entries()) {
    const come = b.slice(b0, b1).join('')
    const [left, right] = [ranges[n - 1]?.[1] ?? 0, ranges[n + 1]?.[0] ?? a.length]
    let change: Change | undefined
    // Words on either side until what is quoted stands in one place alone.
    let [i, k] = [a0, a1]
    for (;;) {
      const gone = a.slice(i, k).join('')
      const at = (starts[i] as number) + shift
      // 「甲及び乙」を「甲、乙及び丙」に, not 「及び乙」: the word that a particle or conjunction goes with is quoted too.
      if (i > left && hanging.test(gone) && !hanging.test(a[i - 1] as string)) {
        i--
        continue
      }
      const single =
        gone !== '' && countOf(current, gone) === 1 && current.indexOf(gone) === at && countOf(around, gone) === 0
      if (single) {
        const before = a.slice(i, a0).join('')
        const after = a.slice(a1, k).join('')
        const to = before + come + after
        const kind = come === '' && i === a0 && k === a1 ? 'delete' : a0 === a1 && k === a1 ? 'insert' : 'replace'
        change = kind === 'insert' ? { from: gone, to: come, at, kind } : { from: gone, to, at, kind }
        if (balanced(change.from) && balanced(change.to)) break
        change = undefined
      }
      if (i > left && (k - a1 >= a0 - i || k >= right)) i--
      else if (k < right) k++
      else break
    }
    if (!change) return undefined
    const result = change.kind === 'insert' ? change.from + change.to : change.kind === 'delete' ? '' : change.to
    current = current.slice(0, change.at) + result + current.slice(change.at + change.from.length)
    shift += result.length - change.from.length
    changes.push(change)
  }
  const quoted = changes.reduce((sum, c) => sum + c.from.length + c.to.length, 0)
  return current !== other || quoted > (old.length + other.length) * mostRewritten ? undefined : changes
}

/** All places of one word that became another: 「A」を「B」に改める once. */
function everywhere(old: string, other: string, tokenizer: Tokenizer): Change | undefined {
  const a = tokensOf(old, tokenizer)
  const b = tokensOf(other, tokenizer)
  const [first] = hunksOf(a, b)
  if (!first) return undefined
  const from = a.slice(first[0], first[1]).join('')
  const to = b.slice(first[2], first[3]).join('')
  if (from.length < 2 || countOf(old, from) < 2 || to === '' || !balanced(from) || !balanced(to)) return undefined
  return old.replaceAll(from, () => to) === other ? { from, to, at: 0, kind: 'replace' } : undefined
}

/** A sentence that excepts something from the one before it. */
const proviso = /^(?<main>[^\n]{1,20000}?。)(?<rest>ただし、[^\n]{1,20000})$/u

/** A ただし書 that one version alone has. */
function reviseProviso(draft: Draft, target: AmendmentTarget, old: string, other: string, group: string): boolean {
  if (target.appendedTable !== undefined) return false
  const place: AmendmentTarget = { ...target, part: 'proviso' }
  const [a, b] = [proviso.exec(old)?.groups, proviso.exec(other)?.groups]
  if (b && b.main === old)
    return step(draft, { kind: 'insert', target: place, content: { text: b.rest as string } }, group)
  return a?.main === other && step(draft, { kind: 'delete', target: place }, group)
}

/** Changes the words of one text of a place; false where it is better written anew. */
export function reword(draft: Draft, target: AmendmentTarget, old: string, other: string, group: string): boolean {
  const passages = passagesOf(draft.document, target)
  const own = passages?.findIndex((p) => p.get() === old) ?? -1
  if (!passages || own < 0 || old === '' || other === '') return false
  if (reviseProviso(draft, target, old, other, group)) return true
  const around = passages
    .filter((_, i) => i !== own)
    .map((p) => p.get())
    .join('\n')
  const all = everywhere(old, other, lightTokenizer())
  const changes = all && countOf(around, all.from) === 0 ? [all] : changesOf(old, other, around, lightTokenizer())
  if (!changes) return false
  return changes.every(({ kind, from, to }) =>
    step(draft, { kind, target, from, ...(kind === 'delete' ? {} : { to }) }, group),
  )
}
