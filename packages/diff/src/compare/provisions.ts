import { align } from '../align/align.ts'
import { inOrder, type Row } from '../align/in-order.ts'
import { movedPairs } from '../align/moved.ts'
import { clauseWeights, type Weights } from '../align/score.ts'
import { likeness, profileOf } from '../align/similarity.ts'
import { splitsAndMerges } from '../align/splits.ts'
import type { Pair, Unit } from '../align/unit.ts'
import { comparable } from '../text/edits.ts'
import type { Environment } from './environment.ts'
import { bodyOf, type ProvisionNode } from './provision-node.ts'

/** Provisions of one level with what alignment found, before their texts are compared. */
export interface AlignedRow {
  old?: ProvisionNode
  new?: ProvisionNode
  oldIndex?: number
  newIndex?: number
  moved: boolean
  /** Number of the unit of the other version that the text came from or went to. */
  splitFrom?: string
  mergedInto?: string
  /** Nothing below differs, nor the text itself. */
  same: boolean
  children: AlignedRow[]
}

/** Below the article there are no captions, texts are shorter, and a number says more. */
const lowerWeights: Weights = { caption: 0, body: 0.85, number: 0.15, threshold: 0.34, bareThreshold: 0.34 }

const unitOf = (env: Environment, side: 'old' | 'new', node: ProvisionNode): Unit => ({
  number: node.number,
  caption: comparable(env.text, env.symbolic[side](node.caption?.text ?? '')),
  body: comparable(env.text, env.symbolic[side](bodyOf(node))),
})

/** Leaving a pair in its place is worth one, and a little more the longer its text is. */
const weightOf =
  (units: readonly Unit[]) =>
  (pair: Pair): number =>
    1 + Math.min((units[pair.new] as Unit).body.length, 100_000) * 1e-9

/**
 * Units that are left between the same neighbours and have one number are one, rewritten: a short item whose only word was replaced.
 * Articles are not: one that says something else under its number was replaced.
 */
function pairLeftovers(
  olds: readonly Unit[],
  news: readonly Unit[],
  pairs: readonly Pair[],
  rows: readonly Row[],
): Pair[] {
  const more: Pair[] = []
  let gone: number[] = []
  let come: number[] = []
  const settle = (): void => {
    for (const i of gone) {
      const k = come.find((n) => (news[n] as Unit).number === (olds[i] as Unit).number)
      if (k === undefined) continue
      const [a, b] = [(olds[i] as Unit).body.length, (news[k] as Unit).body.length]
      if (Math.max(a, b) <= shortBody || gone.length + come.length === 2) more.push({ old: i, new: k })
    }
    gone = []
    come = []
  }
  for (const row of rows) {
    if (row.old === undefined) come.push(row.new)
    else if (row.new === undefined) gone.push(row.old)
    else settle()
  }
  settle()
  return more.length === 0 ? [...pairs] : [...pairs, ...more]
}

/** First sentences of a paragraph that is one and the same are at least so much alike. */
const leastOpening = 0.6

const openingOf = ({ body }: Unit): string => body.slice(0, body.indexOf('。') + 1)

/**
 * A first paragraph whose ただし書 became a paragraph of its own, or took one in, is still the first: the longer part of its text
 * went elsewhere, but it begins as it did.
 */
function pairOpenings(olds: readonly Unit[], news: readonly Unit[], pairs: readonly Pair[]): Pair[] {
  const [old, other] = [olds[0], news[0]]
  if (old?.number !== '1' || other?.number !== '1') return [...pairs]
  const [of, to] = [pairs.find((p) => p.old === 0), pairs.find((p) => p.new === 0)]
  if ((of === undefined) === (to === undefined)) return [...pairs]
  const [a, b] = [openingOf(old), openingOf(other)]
  if (a === '' || b === '' || likeness(profileOf(a), profileOf(b)) < leastOpening) return [...pairs]
  return [{ old: 0, new: 0 }, ...pairs.filter((p) => p !== of && p !== to)]
}

/** 第５条　削除: an article whose number is kept is the one that it was taken from, and the one that takes it up again. */
function pairStruck(olds: readonly Unit[], news: readonly Unit[], pairs: readonly Pair[]): Pair[] {
  const [kept, known] = [new Set(pairs.map((p) => p.old)), new Set(pairs.map((p) => p.new))]
  const isStruck = ({ caption, body }: Unit): boolean => caption === '' && body.trim() === '削除'
  const struck = news.flatMap((unit, k): Pair[] => {
    if (known.has(k)) return []
    const i = olds.findIndex((old, n) => old.number === unit.number && !kept.has(n))
    return i < 0 || !(isStruck(unit) || isStruck(olds[i] as Unit)) ? [] : [{ old: i, new: k }]
  })
  return struck.length === 0 ? [...pairs] : [...pairs, ...struck].sort((a, b) => a.new - b.new)
}

/** A text of so few characters keeps nothing in common when its one word changes. */
const shortBody = 24

/** Aligns the provisions of one level, and what stands below each pair. */
export function alignProvisions(
  env: Environment,
  olds: readonly ProvisionNode[],
  news: readonly ProvisionNode[],
  level: 'article' | 'below',
): AlignedRow[] {
  const a = olds.map((n) => unitOf(env, 'old', n))
  const b = news.map((n) => unitOf(env, 'new', n))
  let pairs = align(a, b, level === 'article' ? clauseWeights : lowerWeights)
  if (level === 'below' && pairs.length < Math.min(a.length, b.length))
    pairs = pairLeftovers(a, b, pairs, inOrder(pairs, a.length, b.length))
  if (level === 'article') pairs = pairStruck(a, b, pairs)
  else pairs = pairOpenings(a, b, pairs)
  const { splitFrom, mergedInto } = splitsAndMerges(a, b, pairs)
  const moved = movedPairs(pairs, weightOf(b))
  const pairOfNew = new Map(pairs.map((p) => [p.new, p]))
  return inOrder(pairs, a.length, b.length).map((row): AlignedRow => {
    const old = row.old === undefined ? undefined : (olds[row.old] as ProvisionNode)
    const other = row.new === undefined ? undefined : (news[row.new] as ProvisionNode)
    const pair = row.new === undefined ? undefined : pairOfNew.get(row.new)
    const from = row.old === undefined ? splitFrom.get(row.new) : undefined
    const into = row.new === undefined ? mergedInto.get(row.old) : undefined
    const same = old !== undefined && other !== undefined && isSame(env, old, other)
    return {
      ...(old ? { old, oldIndex: row.old as number } : {}),
      ...(other ? { new: other, newIndex: row.new as number } : {}),
      moved: pair !== undefined && moved.has(pair),
      ...(from === undefined ? {} : { splitFrom: (olds[from] as ProvisionNode).number }),
      ...(into === undefined ? {} : { mergedInto: (news[into] as ProvisionNode).number }),
      same,
      children: old && other && !same ? alignProvisions(env, old.children, other.children, 'below') : [],
    }
  })
}

function isSame(env: Environment, old: ProvisionNode, other: ProvisionNode): boolean {
  const { old: a, new: b } = env.symbolic
  return (
    a(old.text) === b(other.text) &&
    (old.caption === undefined) === (other.caption === undefined) &&
    a(old.caption?.text ?? '') === b(other.caption?.text ?? '') &&
    old.children.length === other.children.length &&
    old.children.every((child, n) => {
      const twin = other.children[n] as ProvisionNode
      return child.number === twin.number && isSame(env, child, twin)
    })
  )
}
