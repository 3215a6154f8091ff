import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreement, numbered, resultOf, script } from '../testing/articles.ts'
import { compare } from './compare.ts'
import { linesOf, reviseLines } from './revise.ts'
import { hasChanges } from './summary.ts'

const scripts = fc.record({
  seed: fc.nat(),
  size: fc.integer({ min: 1, max: 24 }),
  share: fc.double({ min: 0, max: 0.9, noNaN: true }),
})
const versions = ({ seed, size, share }: { seed: number; size: number; share: number }) => {
  const { old, new: revised } = script(seed, size, share)
  return [resultOf([agreement(numbered(old))]), resultOf([agreement(numbered(revised))])] as const
}
const count = (rows: readonly { status: string }[], status: string): number =>
  rows.filter((r) => r.status === status).length

test('a document compared with itself shows no change', () => {
  fc.assert(
    fc.property(scripts, (s) => !hasChanges(compare(versions(s)[0], versions(s)[0]))),
    { numRuns: 30 },
  )
})

test('the old version and the comparison give the new version', () => {
  fc.assert(
    fc.property(scripts, (s) => {
      const [old, revised] = versions(s)
      expect(reviseLines(old, compare(old, revised))).toEqual(linesOf(revised.documents[0]))
    }),
    { numRuns: 60 },
  )
})

test('swapping the sides swaps added and deleted', () => {
  fc.assert(
    fc.property(scripts, (s) => {
      const [old, revised] = versions(s)
      const there = compare(old, revised).articles
      const back = compare(revised, old).articles
      expect([count(back, 'added'), count(back, 'deleted')]).toEqual([count(there, 'deleted'), count(there, 'added')])
      expect(count(back, 'changed')).toBe(count(there, 'changed'))
    }),
    { numRuns: 60 },
  )
})

test('an excerpt has nothing deleted, and nothing is added to one', () => {
  fc.assert(
    fc.property(scripts, (s) => {
      const [old, revised] = versions(s)
      const articles = compare(old, revised, { excerpts: { old: true, new: true } }).articles
      return count(articles, 'deleted') + count(articles, 'added') === 0
    }),
    { numRuns: 20 },
  )
})
