import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrated } from './calibration.ts'

test('what tesseract is hardly sure of is wrong half of the time', () => {
  expect(calibrated(0.85)).toBeCloseTo(0.575)
  expect(calibrated(0.97)).toBeCloseTo(0.95)
  expect(calibrated(0.995)).toBeGreaterThan(0.998)
})

test('a share that grows with what was said', () => {
  const share = fc.double({ min: -0.5, max: 1.5, noNaN: true })
  fc.assert(
    fc.property(share, share, (a, b) => {
      expect(calibrated(a)).toBeGreaterThanOrEqual(0.4)
      expect(calibrated(a)).toBeLessThan(1)
      if (a <= b) expect(calibrated(a)).toBeLessThanOrEqual(calibrated(b) + 1e-12)
    }),
  )
})
