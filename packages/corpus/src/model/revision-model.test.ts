import { expect, test } from 'vitest'
import { createRandom } from '../random.ts'
import { reviseAgreement, reviseVision } from './revision-model.ts'

const seeds = Array.from({ length: 20 }, (_, i) => String(i))

test.each(seeds)('every article of both sides stands in one step (seed %s)', (seed) => {
  const pair = reviseAgreement(createRandom(seed))
  const numbers = (side: 'old' | 'new') => pair[side].truth[0]?.articles.map((a) => a.number).sort()
  expect(pair.articles.flatMap((s) => s.old ?? []).sort()).toEqual(numbers('old'))
  expect(pair.articles.flatMap((s) => s.new ?? []).sort()).toEqual(numbers('new'))
})

test('an article that was not edited has the text that it had', () => {
  for (const seed of seeds) {
    const pair = reviseAgreement(createRandom(seed))
    const text = (side: 'old' | 'new', number: string | undefined) =>
      pair[side].truth[0]?.articles.find((a) => a.number === number)?.paragraphs
    for (const s of pair.articles) {
      if (s.old === undefined || s.new === undefined) continue
      expect(JSON.stringify(text('old', s.old)) === JSON.stringify(text('new', s.new))).toBe(!s.edited)
    }
  }
})

test('the revisions of twenty seeds do all that revisions do', () => {
  const steps = seeds.flatMap((seed) => reviseAgreement(createRandom(seed)).articles)
  expect(new Set(steps.map((s) => s.status))).toEqual(new Set(['unchanged', 'changed', 'added', 'deleted']))
  expect(steps.some((s) => s.renumbered && !s.edited)).toBe(true)
  expect(steps.some((s) => s.moved)).toBe(true)
})

test.each(seeds)('every project of both sides stands in one step, and sums stay right (seed %s)', (seed) => {
  const pair = reviseVision(createRandom(seed))
  const [old, revised] = [pair.old.truth[0], pair.new.truth[0]]
  expect(pair.projects.flatMap((s) => s.old ?? [])).toEqual(old?.projects.map((p) => p.title))
  expect(pair.projects.flatMap((s) => s.new ?? [])).toEqual(revised?.projects.map((p) => p.title))
  for (const { budget } of revised?.projects ?? []) {
    const sum = budget?.years.reduce((n, y) => n + (y.yen ?? 0), 0)
    if (budget?.total?.yen) expect(budget.total.yen).toBe(sum)
  }
})
