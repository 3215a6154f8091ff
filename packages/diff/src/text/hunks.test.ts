import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomOf } from '../testing/random.ts'
import { hunksOf } from './hunks.ts'

/** The second sequence, out of the first and what differs. */
const rebuilt = (a: readonly string[], b: readonly string[]): string[] => {
  const out: string[] = []
  let from = 0
  for (const [a0, a1, b0, b1] of hunksOf(a, b)) {
    out.push(...a.slice(from, a0), ...b.slice(b0, b1))
    from = a1
  }
  return [...out, ...a.slice(from)]
}

test('what differs turns one sequence into the other', () => {
  const words = fc.array(fc.constantFrom('甲', '乙', '及び', 'は', '、', '協議'), { maxLength: 60 })
  fc.assert(
    fc.property(words, words, (a, b) => {
      expect(rebuilt(a, b)).toEqual(b)
    }),
  )
})

test('also of long sequences of few words, in time near their length', () => {
  const random = randomOf(5)
  const word = (): string => `語${Math.floor(random() * 120)}`
  const a = Array.from({ length: 20_000 }, word)
  const b = a.flatMap((w) => {
    const x = random()
    return x < 0.07 ? [] : x < 0.14 ? [word()] : x < 0.2 ? [w, word()] : [w]
  })
  const start = process.cpuUsage()
  expect(rebuilt(a, b)).toEqual(b)
  const { user, system } = process.cpuUsage(start)
  // Without anchors this takes minutes; the bound only tells the two apart.
  expect((user + system) / 1e6).toBeLessThan(10)
  expect(hunksOf(a, b).reduce((n, [a0, a1]) => n + a1 - a0, 0)).toBeLessThan(a.length * 0.35)
})

test('has nothing to say of equal sequences', () => {
  expect(hunksOf(['甲', '乙'], ['甲', '乙'])).toEqual([])
})
