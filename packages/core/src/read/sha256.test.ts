import { hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256 } from './sha256.ts'

it('is the sum that the platform takes, of any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      expect(await sha256(bytes)).toBe(hash('sha256', bytes))
    }),
  )
})

it.each([0, 55, 56, 63, 64, 65_536, 65_537, 200_000])('is that of %d bytes, short or long', async (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => i * 31)
  expect(await sha256(bytes)).toBe(hash('sha256', bytes))
})
