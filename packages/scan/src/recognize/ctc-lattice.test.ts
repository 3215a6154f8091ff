import { expect, test } from 'vitest'
import { type Lattice, lettersOf, readLattice } from './ctc-lattice.ts'

const keys = ['1', '１', '7', '円', '']
const letters = lettersOf(keys, '17', (key) => key.normalize('NFKC'))
/** Each step gives the shares of nothing, 1, full-width 1, 7 and 円. */
const lattice = (...steps: number[][]): Lattice => ({
  steps: steps.length,
  classes: 6,
  shares: Float32Array.from(steps.flatMap((s) => [...s, 0])),
})
const valuesOf = (l: Lattice) =>
  readLattice(l, letters)
    .map((c) => c.value || '_')
    .join('')

test('the same letter over steps in a row is one character, after nothing it is another', () => {
  const one = [0.1, 0.9, 0, 0, 0]
  const nothing = [1, 0, 0, 0, 0]
  expect(valuesOf(lattice(one, one))).toBe('1')
  expect(valuesOf(lattice(one, nothing, one))).toBe('11')
  expect(valuesOf(lattice())).toBe('')
})

test('classes of one letter add up, and what is of no letter is told apart', () => {
  expect(valuesOf(lattice([0.3, 0.35, 0.3, 0, 0.05]))).toBe('1')
  expect(valuesOf(lattice([0.1, 0.1, 0, 0, 0.8]))).toBe('_')
})

test('a letter over several steps is as sure as in the surest of them', () => {
  const [read] = readLattice(lattice([0, 0.6, 0, 0.4, 0], [0, 0.7, 0, 0.3, 0]), letters)
  expect(read).toMatchObject({ value: '1', first: 0, end: 2 })
  expect(read?.confidence).toBeCloseTo(0.7)
})
