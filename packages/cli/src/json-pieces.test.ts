import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonPieces } from './json-pieces.ts'

const whole = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`

test('writes in pieces what would be one string', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect([...jsonPieces(value)].join('')).toBe(whole(value))
    }),
  )
})

test('leaves out what is undefined', () => {
  const value = { a: undefined, b: [1, { c: undefined, d: '一\n二' }], e: [] }
  expect([...jsonPieces(value)].join('')).toBe(whole(value))
})

test('parts long lists', () => {
  const value = { rows: Array.from({ length: 20_000 }, (_, i) => ({ name: `行${i}` })) }
  const pieces = [...jsonPieces(value)]
  expect(pieces.length).toBeGreaterThan(5)
  expect(pieces.join('')).toBe(whole(value))
})

test('parts what one document holds', () => {
  const document = {
    type: 'vision',
    projects: Array.from({ length: 20_000 }, (_, i) => ({ title: `事業${i}`, sdgs: [] })),
  }
  const value = { documents: [document], diagnostics: [] }
  const pieces = [...jsonPieces(value)]
  expect(pieces.length).toBeGreaterThan(5)
  expect(pieces.join('')).toBe(whole(value))
})
