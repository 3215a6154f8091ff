import { findMunicipalities } from '@kyoyaku/core'
import { assign, likeness, type Scored } from '@kyoyaku/diff'
import type { Signature } from './diff-batch-signature.ts'

/** How alike two documents are, 0 to 1; what neither says or only one says has no part in it. */
export interface Likeness {
  score: number
  title: number
  parties?: number
  text?: number
}

export interface Pairing {
  old: number
  new: number
  likeness: Likeness
}

/** A document to pair; files of equal contents hold equal documents in equal order. */
export interface Candidate {
  signature: Signature
  sha256: string
  /** Place among the documents of its file. */
  index: number
  /** Name of its file: it decides between documents that are alike in everything else. */
  file: string
}

/** Weights of what is compared. Titles of a region's agreements are all the same, and texts are rewritten more than either. */
const weights = { title: 0.35, parties: 0.4, text: 0.25 } as const

/**
 * Of parties that both sides name so many must be the same. Two agreements of one template share the core city alone:
 * a third of the three names. A region that a municipality joined shares nearly all.
 */
const leastParties = 0.5

/** Below this two documents are no versions of one: unlike ordinances of one template reach about .5. */
const leastScore = 0.55

/** Without parties titles and texts decide, and one of them must be plain: 公民館条例 and 体育館条例 have much in common. */
const leastTitle = 0.75
const leastText = 0.5

/** What another term (第2期 against 第1期) and another name of the region take off, and what an equal file name adds. */
const otherTerm = 0.1
const otherRegion = 0.15
const sameFile = 0.02

/** Whether two names differ by a misread character, that is by one that makes the name none of a municipality. */
function isMisread(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3) return false
  let differing = 0
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) differing++
  return differing === 1 && (findMunicipalities(a).length === 0 || findMunicipalities(b).length === 0)
}

/** Names that both have among all names. */
function sharedParties(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const left = [...b].filter((name) => !a.has(name))
  let shared = b.size - left.length
  for (const name of a) {
    if (b.has(name)) continue
    const misread = left.findIndex((other) => isMisread(name, other))
    if (misread < 0) continue
    left.splice(misread, 1)
    shared++
  }
  return shared / (a.size + b.size - shared)
}

/** Share of equal hashes among the smallest of both samples: an estimate of Jaccard's index of the texts. */
function sharedText(a: Uint32Array, b: Uint32Array): number {
  const size = Math.max(a.length, b.length)
  let shared = 0
  let seen = 0
  for (let i = 0, k = 0; seen < size && i < a.length && k < b.length; seen++) {
    const [x, y] = [a[i] as number, b[k] as number]
    if (x === y) shared++
    if (x <= y) i++
    if (y <= x) k++
  }
  return seen === 0 ? 0 : shared / size
}

/** How alike two documents are; undefined where they cannot be versions of one. */
export function likenessOf(old: Candidate, other: Candidate): Likeness | undefined {
  const [a, b] = [old.signature, other.signature]
  if (a.family !== b.family) return undefined
  const found: Omit<Likeness, 'score'> = { title: 0 }
  if (a.parties.size > 0 && b.parties.size > 0) {
    found.parties = sharedParties(a.parties, b.parties)
    if (found.parties < leastParties) return undefined
  }
  found.title = likeness(a.titleProfile, b.titleProfile)
  if (a.sample.length > 0 && b.sample.length > 0) found.text = sharedText(a.sample, b.sample)
  if (found.parties === undefined && found.title < leastTitle && (found.text ?? 0) < leastText) return undefined
  let [sum, weight] = [0, 0]
  for (const key of ['title', 'parties', 'text'] as const) {
    if (found[key] === undefined) continue
    sum += weights[key] * found[key]
    weight += weights[key]
  }
  let score = sum / weight
  if (a.term !== undefined && b.term !== undefined && a.term !== b.term) score -= otherTerm
  if (a.region !== undefined && b.region !== undefined && a.region !== b.region) score -= otherRegion
  return score < leastScore ? undefined : { score, ...found }
}

/** Documents of files with equal contents: nothing has to be weighed. */
function equalFiles(olds: readonly Candidate[], news: readonly Candidate[]): Map<number, number> {
  const keyOf = ({ sha256, index }: Candidate): string => `${sha256} ${index}`
  const known = new Map(olds.map((old, i) => [keyOf(old), i]))
  const pairs = new Map<number, number>()
  for (const [n, other] of news.entries()) {
    const old = known.get(keyOf(other))
    if (old !== undefined && !pairs.has(old)) pairs.set(old, n)
  }
  return pairs
}

/**
 * Which documents are versions of one: equal ones first, then the assignment with the greatest likeness in all.
 * In order of the new documents.
 */
export function pairUp(olds: readonly Candidate[], news: readonly Candidate[]): Pairing[] {
  const equal = equalFiles(olds, news)
  const taken = new Set(equal.values())
  const found = new Map<string, Likeness>()
  const edges: Scored[] = []
  for (const [i, old] of olds.entries()) {
    if (equal.has(i)) continue
    for (const [n, other] of news.entries()) {
      const like = taken.has(n) ? undefined : likenessOf(old, other)
      if (!like) continue
      found.set(`${i} ${n}`, like)
      edges.push({ old: i, new: n, score: like.score + (old.file === other.file ? sameFile : 0) })
    }
  }
  const same: Likeness = { score: 1, title: 1, text: 1 }
  return [
    ...[...equal].map(([old, other]): Pairing => ({ old, new: other, likeness: same })),
    ...assign(edges).map((pair): Pairing => ({ ...pair, likeness: found.get(`${pair.old} ${pair.new}`) as Likeness })),
  ].sort((a, b) => a.new - b.new)
}
