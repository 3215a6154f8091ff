import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  agreement,
  numbered,
  type Operation,
  recognisedDraft,
  resultOf,
  type Script,
  script,
} from '../testing/articles.ts'
import { randomOf } from '../testing/random.ts'
import { compare } from './compare.ts'

interface Tally {
  hit: number
  found: number
  wanted: number
}

/** Scores the operations found against those of the script, article by article. */
function score({ old, new: revised, truth }: Script, rate: number, tally: Tally): void {
  const random = randomOf(7)
  const read = rate > 0 ? revised.map((d) => recognisedDraft(random, d, rate)) : revised
  const { articles } = compare(
    resultOf([agreement(numbered(old))]),
    resultOf([agreement(numbered(read))], rate > 0 ? 'ocr' : 'plain'),
  )
  const found = new Set<string>()
  for (const a of articles) {
    const from = a.oldIndex === undefined ? undefined : old[a.oldIndex]?.id
    const to = a.newIndex === undefined ? undefined : revised[a.newIndex]?.id
    const id = from !== undefined && to !== undefined && from !== to ? `${from}/${to}` : (from ?? to)
    const ops: Operation[] =
      a.status === 'changed'
        ? (['renumbered', 'moved', 'edited'] as const).filter((op) => a[op])
        : a.status === 'not-in-excerpt'
          ? []
          : [a.status]
    for (const op of ops) found.add(`${id} ${op}`)
  }
  for (const [id, ops] of truth) {
    for (const op of ops) {
      tally.wanted++
      if (found.has(`${id} ${op}`)) tally.hit++
    }
  }
  tally.found += found.size
}

const f1 = ({ hit, found, wanted }: Tally): number => (2 * hit) / (found + wanted)

test('finds a generated edit script again: F1 of operations at least 0.98', () => {
  const tally: Tally = { hit: 0, found: 0, wanted: 0 }
  for (let seed = 1; seed <= 60; seed++) score(script(seed, 8 + (seed % 40)), 0, tally)
  expect(f1(tally)).toBeGreaterThanOrEqual(0.98)
})

test('finds it through 3 % of misread characters: at least 0.95', () => {
  const tally: Tally = { hit: 0, found: 0, wanted: 0 }
  for (let seed = 1; seed <= 40; seed++) score(script(seed, 8 + (seed % 40)), 0.03, tally)
  expect(f1(tally)).toBeGreaterThanOrEqual(0.95)
})

test('noise alone is no change', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 12 }), (seed, size) => {
      const { old } = script(seed, size, 0)
      const random = randomOf(seed)
      const read = old.map((d) => recognisedDraft(random, d, 0.03))
      const { articles } = compare(resultOf([agreement(numbered(old))]), resultOf([agreement(numbered(read))], 'ocr'))
      return articles.every((a) => a.status === 'unchanged')
    }),
    { numRuns: 40 },
  )
})
