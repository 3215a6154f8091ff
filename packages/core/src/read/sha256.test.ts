import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256 } from './sha256.ts'

it.each([0, 1, 200_000])('gives the sum of %d bytes in hexadecimal', async (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => i * 31)
  expect(await sha256(bytes)).toBe(hash('sha256', bytes))
})
