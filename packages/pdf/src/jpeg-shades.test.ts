import { expect, test } from 'vitest'
import { drawJpeg } from './draw-jpeg.ts'
import { jpegShades } from './jpeg-shades.ts'

/** Fields of 16 by 16 pixels: two dark ones in three light ones. */
const fields = (x: number, y: number): number => (((x >> 4) + (y >> 4)) % 5 < 2 ? 40 : 220)
const size = { width: 320, height: 160 }
const whole = drawJpeg(size, fields)

test.each([
  ['grey', whole],
  ['in colour', drawJpeg({ ...size, color: true }, fields)],
  ['with restarts', drawJpeg({ ...size, color: true, restart: 7 }, fields)],
  ['whose last blocks jut out', drawJpeg({ width: 315, height: 155 }, fields)],
])('counts the shades of a picture %s', (_, bytes) => {
  const { counts, ends } = jpegShades(bytes) ?? {}
  const share = (from: number, to: number): number =>
    (counts ?? new Uint32Array()).slice(from, to).reduce((n, c) => n + c, 0) / 320 / 160
  expect([share(35, 46), share(215, 226), (ends?.length ?? 0) / 2]).toEqual([0.4, 0.6, 800])
})

test('tells squares with strokes from even ones', () => {
  const { ends } = jpegShades(drawJpeg({ width: 16, height: 8 }, (x) => (x < 4 ? 0 : 255))) ?? {}
  const [darkest = 255, lightest = 0, ...even] = ends ?? []
  expect([darkest < 9, lightest > 246, even]).toEqual([true, true, [255, 255]])
})

const replaced = (at: number, byte: number): Uint8Array => whole.map((b, i) => (i === at ? byte : b))
const frame = whole.indexOf(0xc0)

test.each([
  ['ends early', whole.slice(0, -100)],
  ['is cut and closed', Uint8Array.from([...whole.slice(0, -100), 0xff, 0xd9])],
  ['becomes sharper as it comes', replaced(frame, 0xc2)],
  ['has four colours', replaced(frame + 8, 4)],
  ['is none', Uint8Array.from(whole.slice(2))],
  [
    'lacks a restart',
    drawJpeg({ ...size, restart: 7 }, fields).filter((b, i, all) => b !== 0xd1 && !(b === 0xff && all[i + 1] === 0xd1)),
  ],
])('looks into none that %s', (_, bytes) => expect(jpegShades(bytes)).toBeUndefined())
