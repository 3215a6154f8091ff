import type { At, ParseResult } from '../packages/core/src/index.ts'
import { fold } from '../packages/core/src/text/fold.ts'

/** A value of a result with the pieces of the source that it says it was read from. */
export interface Place {
  path: string
  value: unknown
  /** A title that may stand before the value, where both have one place. */
  heading: string
  spans: (readonly [number, number])[]
  /** Takes its characters; the others only point to what a text holds: a reference inside a paragraph. */
  takes: boolean
}

/** Objects that point into running text which another field holds. */
const pointing = new Set([
  'parties',
  'region',
  'otherRegions',
  'definitions',
  'legalBasis',
  'references',
  'concludedOn',
  'updatedOn',
  'agreementsConcludedOn',
  'effectiveOn',
  'date',
  'period',
  'visionTerms',
])

type Node = Record<string, unknown>

/** Initiatives of an agreement that stand in no appended table stand in the items of its articles. */
const points = (node: Node, key: string): boolean =>
  pointing.has(key) || (key === 'initiatives' && Array.isArray(node.articles) && node.type === 'agreement')

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

const piecesOf = (at: At | undefined): (readonly [number, number])[] => at?.spans ?? (at?.span ? [at.span] : [])

/** What a node's own `at` is the place of: its text, or what it lists; undefined where it is the hull of its members. */
function valueAt(node: Node): unknown {
  if (typeof node.text === 'string') return node.text
  if (typeof node.mark === 'string') return node.mark
  if (typeof node.label === 'string') return node.label
  if (Array.isArray(node.items) && typeof node.party === 'string') return node.items
  return undefined
}

/** A role that two parties have together: one text under 乙及び丙の役割. */
const isJoint = (before: unknown, node: unknown): boolean =>
  isNode(before) && isNode(node) && typeof node.party === 'string' && before.at !== undefined && before.at === node.at

/** All places of a result's documents, members of lists in order. */
export function placesOf(result: ParseResult): Place[] {
  const places: Place[] = []
  const visit = (node: unknown, path: string, takes: boolean): void => {
    if (Array.isArray(node)) {
      node.forEach((child, i) => {
        visit(child, `${path}[${i}]`, takes && !isJoint(node[i - 1], child))
      })
    }
    if (!isNode(node)) return
    const value = valueAt(node)
    if (value !== undefined || !takes) {
      const spans = piecesOf(node.at as At | undefined)
      if (spans.length > 0)
        places.push({ path, value, heading: typeof node.title === 'string' ? node.title : '', spans, takes })
    }
    // A profile's members point into its text, which its sections hold.
    const tells = takes && node.type !== 'profile'
    for (const [key, at] of Object.entries((node.where ?? {}) as Record<string, At>)) {
      places.push({
        path: `${path}.${key}`,
        value: node[key],
        heading: '',
        spans: piecesOf(at),
        takes: tells && !points(node, key),
      })
    }
    for (const [key, child] of Object.entries(node)) {
      if (key !== 'at' && key !== 'where') visit(child, `${path}.${key}`, takes && !points(node, key))
    }
  }
  visit(result.documents, 'documents', true)
  return places
}

interface Nesting {
  path: string
  outer: readonly [number, number]
  inner: readonly [number, number]
}

/** Hulls of nodes that hold other nodes, with the hulls of what they hold. */
export function nestings(result: ParseResult): Nesting[] {
  const pairs: Nesting[] = []
  const visit = (node: unknown, path: string, outer: readonly [number, number] | undefined): void => {
    if (Array.isArray(node)) {
      node.forEach((child, i) => {
        visit(child, `${path}[${i}]`, outer)
      })
    }
    if (!isNode(node)) return
    const own = (node.at as At | undefined)?.span
    if (own && outer) pairs.push({ path, outer, inner: own })
    for (const [key, at] of Object.entries((node.where ?? {}) as Record<string, At>)) {
      const frame = valueAt(node) === undefined ? own : outer
      if (frame && at.span && at.spans === undefined)
        pairs.push({ path: `${path}.${key}`, outer: frame, inner: at.span })
    }
    const frame = valueAt(node) === undefined ? (own ?? outer) : outer
    for (const [key, child] of Object.entries(node)) {
      if (key !== 'at' && key !== 'where' && !pointing.has(key)) visit(child, `${path}.${key}`, frame)
    }
  }
  visit(result.documents, 'documents', undefined)
  return pairs
}

const tag = /<\/?[a-z][^<>\n]{0,80}>|&nbsp;/giu

/** A string without what parts words and values: space, width, radicals, punctuation, bars, bullets, HTML tags. */
export const bare = (text: string): string =>
  fold(text)
    .replace(tag, '')
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}\p{Cf}\ufffd]/gu, '')

const wordCharacter = /[\p{L}\p{N}]/u

/** Offsets of the letters and digits of a source, those inside HTML tags left out. */
export function* lettersOf(source: string): Generator<number> {
  const bareOfTags = source.replace(tag, (t) => ' '.repeat(t.length))
  for (let i = 0; i < bareOfTags.length; i++) if (wordCharacter.test(bareOfTags[i] as string)) yield i
}
