import { expect, test } from 'vitest'
import { createRandom } from './random.ts'

const draw = (seed: string): number[] => {
  const random = createRandom(seed)
  return Array.from({ length: 5 }, () => random.int(0, 999))
}

test('the same seed gives the same choices, another seed others', () => {
  expect(draw('7')).toEqual(draw('7'))
  expect(draw('7')).not.toEqual(draw('8'))
})

test('a fork does not depend on what was drawn before', () => {
  const random = createRandom('7')
  const before = random.fork('a').next()
  random.next()
  expect(random.fork('a').next()).toBe(before)
})

test('samples are different ones', () => {
  expect(new Set(createRandom('1').sample([1, 2, 3, 4, 5], 4)).size).toBe(4)
  expect(createRandom('1').sample([1, 2], 9)).toHaveLength(2)
})
