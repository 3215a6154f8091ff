import { expect, test } from 'vitest'
import type { Component } from './components.ts'
import { withoutSpecks } from './specks.ts'

const box = (x: number, y: number, w: number, h: number, area = w * h): Component => ({
  x0: x,
  y0: y,
  x1: x + w,
  y1: y + h,
  area,
  runs: Int32Array.of(),
})
/** The lower part of a character, and a dot before the line that begins with it. */
const part = (y: number): Component => box(125, y + 10, 14, 26)
const dot = (y: number): Component => box(100, y + 14, 7, 7, 41)

test('keeps dots before the lines of a list, and drops one that stands in no column', () => {
  expect(withoutSpecks([dot(0), part(0), dot(50), part(50)])).toHaveLength(4)
  expect(withoutSpecks([dot(0), part(0)])).toHaveLength(1)
})

test('drops specks that are not round, that nothing is printed behind, or that stand amid a line', () => {
  const flat = (y: number): Component => box(100, y + 14, 7, 4)
  expect(withoutSpecks([flat(0), part(0), flat(50), part(50)])).toHaveLength(2)
  expect(withoutSpecks([dot(0), dot(50)])).toHaveLength(0)
  const left = (y: number): Component => box(75, y + 22, 14, 14)
  expect(withoutSpecks([left(0), dot(0), part(0), left(50), dot(50), part(50)])).toHaveLength(4)
})
