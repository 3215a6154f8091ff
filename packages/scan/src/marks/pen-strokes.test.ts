import type { PageImage } from '@kyoyaku/core'
import { expect, test } from 'vitest'
import { penStrokes } from './pen-strokes.ts'

type Color = readonly [number, number, number]
const blue: Color = [60, 70, 190]

/** White paper of 100 pixels to the inch with black print from column 100 to 500. */
function page(...spots: readonly (readonly [number, number, Color])[]): PageImage {
  const [width, height] = [600, 800]
  const data = new Uint8Array(width * height * 3).fill(245)
  const dot = (x: number, y: number, color: Color): void => {
    for (let dy = 0; dy < 3; dy++)
      for (let dx = 0; dx < 3; dx++) data.set(color, (Math.round(y + dy) * width + Math.round(x + dx)) * 3)
  }
  for (let y = 100; y < 700; y += 20) for (let x = 100; x < 500; x += 3) dot(x, y, [20, 20, 20])
  for (const [x, y, color] of spots) dot(x, y, color)
  return { number: 1, width, height, channels: 3, data, page: { width: 432, height: 576 } }
}
const ring = (x: number, y: number, rx: number, ry: number): [number, number, Color][] =>
  Array.from({ length: 400 }, (_, i) => [
    x + rx * Math.cos((i / 200) * Math.PI),
    y + ry * Math.sin((i / 200) * Math.PI),
    blue,
  ])
const frame = (x: number, y: number, w: number, h: number): [number, number, Color][] => [
  ...Array.from({ length: w }, (_, i): [number, number, Color][] => [
    [x + i, y, blue],
    [x + i, y + h, blue],
  ]).flat(),
  ...Array.from({ length: h }, (_, i): [number, number, Color][] => [
    [x, y + i, blue],
    [x + w, y + i, blue],
  ]).flat(),
]

test('finds rings over print and notes beside it', () => {
  expect(penStrokes(page(...ring(300, 410, 45, 16)))).toHaveLength(1)
  const note = [...ring(30, 300, 9, 9), ...ring(30, 322, 9, 9)]
  expect(penStrokes(page(...note))).toHaveLength(1)
})

test('takes neither coloured characters and frames, nor stamps, nor black pages for pens', () => {
  expect(penStrokes(page(...ring(300, 410, 6, 6), ...ring(316, 410, 6, 6)))).toEqual([])
  expect(penStrokes(page(...frame(200, 300, 150, 40)))).toEqual([])
  expect(penStrokes(page(...ring(300, 410, 45, 40)), [[240, 360, 360, 460]])).toEqual([])
  expect(penStrokes(page())).toEqual([])
})
