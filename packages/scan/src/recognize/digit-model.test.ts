import { afterAll, expect, test } from 'vitest'
import { digitModel } from './digit-model.ts'
import { sample } from './samples/sample.ts'

const model = await digitModel()
afterAll(() => model.close())

test('reads the digits and commas of an amount, and knows what is none', async () => {
  const crop = await sample('amount')
  const read = await model.read(crop)
  expect(read.map((c) => c.value || '_').join('')).toMatch(/^12,480_{1,2}$/u)
  for (const { x0, x1, confidence } of read) {
    expect(x0).toBeGreaterThanOrEqual(0)
    expect(x1).toBeLessThanOrEqual(crop.width)
    expect(confidence).toBeLessThanOrEqual(1.001)
  }
  // What it was shown before it does not look at again.
  expect(await model.read(crop)).toBe(read)
})

test('sees no number in prose, in white, in nothing', async () => {
  expect((await model.read(await sample('prose'))).filter((c) => /\d/u.test(c.value))).toEqual([])
  expect(await model.read({ width: 40, height: 20, data: new Uint8Array(800).fill(255) })).toEqual([])
  expect(await model.read({ width: 0, height: 0, data: new Uint8Array() })).toEqual([])
})
