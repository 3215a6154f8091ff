import { afterAll, expect, test, vi } from 'vitest'
import type { CropHint, ReadCharacter } from './recognizer.ts'
import { sample, trimmed } from './samples/sample.ts'
import { tesseractJs } from './tesseract-js.ts'

const line: CropHint = { alphabet: 'any', layout: 'line' }
const amount: CropHint = { alphabet: 'amount', layout: 'line' }
const textOf = (characters: readonly ReadCharacter[]) => characters.map((c) => c.value).join('')

const recognizer = tesseractJs({ jobs: 1 })
afterAll(() => recognizer.close())

test('reads lines, amounts and Latin words, with their spaces, and prints nothing', async () => {
  const printed = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')]
  expect(textOf(await recognizer.recognize(await trimmed('prose'), line))).toBe(
    '地域の市町と協議の上、必要な費用を負担する。',
  )
  expect(textOf(await recognizer.recognize(await trimmed('amount'), amount))).toBe('12,480千円')
  expect(textOf(await recognizer.recognize(await trimmed('latin'), line))).toBe('Open Data Portal')
  for (const spy of printed) expect(spy).not.toHaveBeenCalled()
})

test('parts the lines of a block', async () => {
  const read = await recognizer.recognize(await sample('block'), { alphabet: 'any', layout: 'block' })
  expect(textOf(read)).toBe('地域医療の充実を図る。\n公共交通を維持する。')
})

test('gives every character a box inside the crop, from left to right', async () => {
  const crop = await trimmed('amount')
  const read = await recognizer.recognize(crop, amount)
  for (const { x0, y0, x1, y1, confidence } of read) {
    expect(x0).toBeLessThan(x1)
    expect(y0).toBeLessThan(y1)
    expect(Math.min(x0, y0, crop.width - x1, crop.height - y1)).toBeGreaterThanOrEqual(0)
    expect(confidence).toBeGreaterThan(0)
  }
  expect(read.map((c) => c.x0)).toEqual(read.map((c) => c.x0).toSorted((a, b) => a - b))
})

test('reads nothing in crops that hold no pixels, or not as many as they say', async () => {
  expect(await recognizer.recognize({ width: 0, height: 0, data: new Uint8Array() }, line)).toEqual([])
  expect(await recognizer.recognize({ width: 90, height: 30, data: new Uint8Array(9) }, line)).toEqual([])
})
