import type { Diagnostic, ParseResult } from '@kyoyaku/core'
import { type Fact, type FactKind, plain } from './fact.ts'
import { factsOf } from './facts.ts'

/** Hits, what was wanted and what was found, from which precision, recall and F1 follow (van Rijsbergen 1979). */
export interface Tally {
  hit: number
  wanted: number
  found: number
}
export const f1 = ({ hit, wanted, found }: Tally): number => (wanted + found === 0 ? 1 : (2 * hit) / (wanted + found))
export const add = (a: Tally, b: Tally): Tally => ({
  hit: a.hit + b.hit,
  wanted: a.wanted + b.wanted,
  found: a.found + b.found,
})
export const noTally: Tally = { hit: 0, wanted: 0, found: 0 }

/** A fact that was missed, invented or read wrong. */
export interface Miss {
  kind: FactKind
  key: string
  want?: string
  got?: string
  /** No diagnostic speaks of it. */
  silent: boolean
}

export interface Comparison {
  tallies: Map<FactKind, Tally>
  misses: Miss[]
  /** How many values the truth has. */
  values: number
}

/** Text that a diagnostic quotes counts as spoken of when this many characters of it agree. */
const quoted = 8

/**
 * Whether a diagnostic speaks of a fact: by the name of its project or initiative, or by quoting text of it. What is spoken
 * of can be found and mended by a person; what is not is a silent error, the kind that a user cannot see.
 */
function speaksOf(diagnostic: Diagnostic, fact: Fact | undefined, parts: readonly string[]): boolean {
  const data = diagnostic.data ?? {}
  const names = [data.project, data.initiative].map((n) => (typeof n === 'string' ? plain(n) : ''))
  if (fact?.about !== undefined && fact.about !== '' && names.includes(fact.about)) return true
  const text = typeof data.text === 'string' ? plain(data.text) : ''
  if (text === '') return false
  return parts.some((part) => part.length > 0 && text.includes(part.slice(0, quoted)))
}

/** Whether a diagnostic points to a part of where a fact was read. A correction doubts nothing: it says that the value is right. */
const pointsTo = ({ code, at }: Diagnostic, fact: Fact | undefined): boolean =>
  code !== 'reading-corrected' &&
  at?.span !== undefined &&
  (fact?.spans ?? []).some(([from, to]) =>
    (at.spans ?? [at.span]).some((s) => s !== undefined && s[0] < to && s[1] > from),
  )

/**
 * Whether a mark stands under a head of which it is said that nobody bears the name, or is missed under the name that was meant,
 * which no grid has then; a row is spoken of that holds such a name.
 */
function isUnderStrange(kind: FactKind, key: string, got: Fact | undefined, read: Reading): boolean {
  if (kind === 'grid-row') return read.strange.some((name) => got?.value.includes(name))
  const name = key.slice(key.lastIndexOf('/') + 1)
  return kind === 'mark' && read.strange.length > 0 && (read.strange.includes(name) || !read.heads.has(name))
}

/** Heads of grids as they were read, and those of them that nobody bears. */
interface Reading {
  heads: ReadonlySet<string>
  strange: readonly string[]
}
const readingOf = ({ documents, diagnostics }: ParseResult): Reading => ({
  heads: new Set(
    documents.flatMap((d) => (d.type === 'vision' ? d.participationGrids : [])).flatMap((g) => g.municipalities),
  ),
  strange: diagnostics.flatMap((d) => (d.code === 'municipality-unknown' ? [String(d.data?.text)] : [])),
})

const partsOf = (fact: Fact | undefined): string[] =>
  (fact?.value ?? '').split('|').map((p) => p.replace(/^[^=]{1,12}=/u, ''))

/** Compares what was read with what is true, fact by fact; `seen` leaves of a fact what the form of the input can show. */
export function compareFacts(
  truth: Pick<ParseResult, 'documents'>,
  read: ParseResult,
  seen: (fact: Fact) => Fact = (fact) => fact,
): Comparison {
  const wanted = new Map(factsOf(truth.documents, seen).map((f) => [`${f.kind} ${f.key}`, f]))
  const found = new Map(factsOf(read.documents, seen).map((f) => [`${f.kind} ${f.key}`, f]))
  const reading = readingOf(read)
  const tallies = new Map<FactKind, Tally>()
  const misses: Miss[] = []
  for (const id of new Set([...wanted.keys(), ...found.keys()])) {
    const want = wanted.get(id)
    const got = found.get(id)
    const { kind, key } = (want ?? got) as Fact
    const hit = want !== undefined && got !== undefined && want.value === got.value
    tallies.set(kind, add(tallies.get(kind) ?? noTally, { hit: hit ? 1 : 0, wanted: want ? 1 : 0, found: got ? 1 : 0 }))
    if (hit) continue
    // A sum is no words: that some text has the same digits says nothing of it.
    const parts = kind === 'budget-cell' ? [] : [...partsOf(want), ...partsOf(got)]
    const silent =
      !isUnderStrange(kind, key, got, reading) &&
      !read.diagnostics.some((d) => speaksOf(d, want ?? got, parts) || pointsTo(d, got))
    misses.push({ kind, key, ...(want ? { want: want.value } : {}), ...(got ? { got: got.value } : {}), silent })
  }
  return { tallies, misses, values: wanted.size }
}
