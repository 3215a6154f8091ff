import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from './sha256.ts'

const known = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000])('digests %i bytes as the machine does', (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => (i * 37) % 256)
  expect(sha256(bytes)).toBe(known(bytes))
})

test('digests any bytes as the machine does, from within others too', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(40), (bytes, start) => {
      const part = bytes.subarray(start)
      expect(sha256(part)).toBe(known(part))
    }),
  ))
