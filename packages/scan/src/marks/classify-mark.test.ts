import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { componentsOf, inkRuns } from '../ink/components.ts'
import { classifyMark, type Mark } from './classify-mark.ts'
import { cutOut, outlineOf } from './outline.ts'

/** The mark that a shape drawn in a box of 100 is, seen with so many pixels across. */
async function seen(shape: string, pixels = 40): Promise<Mark | undefined> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 100 100">
    <rect width="100" height="100" fill="white"/><g stroke="black" stroke-width="8" fill="none">${shape}</g></svg>`
  const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true })
  const ink = { width: info.width, height: info.height, data: Uint8Array.from(data, (v) => (v < 128 ? 1 : 0)) }
  const runs = inkRuns(ink)
  const components = componentsOf(runs)
  return components.length === 0 ? undefined : classifyMark(outlineOf(cutOut(components, runs)))
}

describe('reads the shape', () => {
  const shapes: [string, string][] = [
    ['○', '<circle cx="50" cy="50" r="40"/>'],
    ['◎', '<circle cx="50" cy="50" r="42" stroke-width="6"/><circle cx="50" cy="50" r="22" stroke-width="6"/>'],
    ['●', '<circle cx="50" cy="50" r="40" fill="black"/>'],
    ['△', '<path d="M50 10L92 86H8Z"/>'],
    ['▲', '<path d="M50 10L92 86H8Z" fill="black"/>'],
    ['×', '<path d="M12 12L88 88M88 12L12 88"/>'],
    ['－', '<path d="M10 50H90"/>'],
  ]
  test.each(shapes)('%s', async (value, shape) => {
    for (const pixels of [60, 40, 28]) expect((await seen(shape, pixels))?.value).toBe(value)
  })
})

describe('reads what a hand drew', () => {
  test.each([
    ['an oval', '○', '<ellipse cx="50" cy="50" rx="42" ry="34" transform="rotate(20 50 50)"/>'],
    ['a ring that does not close', '○', '<path d="M58 12A39 39 0 1 0 84 30"/>'],
    ['a ring that overshoots', '○', '<path d="M40 12A40 39 0 1 0 62 12L40 16"/>'],
    ['a crooked cross', '×', '<path d="M14 10L84 90M90 16L10 84"/>'],
    ['a ring in short pieces', '○', '<circle cx="50" cy="50" r="40" stroke-dasharray="11 7"/>'],
    ['a ring of a thick pen', '○', '<circle cx="50" cy="50" r="38" stroke-width="22"/>'],
    [
      'two rings that touch',
      '◎',
      '<circle cx="50" cy="50" r="44" stroke-width="7"/><circle cx="56" cy="46" r="29" stroke-width="7"/>',
    ],
    ['a triangle on one foot', '△', '<path d="M48 10L92 82L10 88Z"/>'],
  ])('%s as %s', async (_, value, shape) => expect((await seen(shape))?.value).toBe(value))
})

describe('leaves alone', () => {
  test.each([
    ['計', '<path d="M10 20H44M10 40H44M10 60H44V86H10ZM50 40H92M71 8V92"/>'],
    ['0', '<ellipse cx="50" cy="50" rx="22" ry="40"/>'],
    ['日', '<path d="M24 10H76V90H24ZM24 50H76"/>'],
    ['の', '<path d="M56 20C50 60 30 86 20 66C10 40 40 14 66 20C94 30 94 76 58 86"/>'],
    [
      'a word in dense type',
      '<path d="M0 34H100M0 46H100M0 58H100M4 30V60M28 30V60M52 30V60M76 30V60" stroke-width="6"/>',
    ],
    ['1', '<path d="M36 24L54 10V90"/>'],
  ])('%s', async (_, shape) => expect(await seen(shape)).toBeUndefined())
})

test('is surer of a round ring than of a crooked one', async () => {
  const round = await seen('<circle cx="50" cy="50" r="40"/>')
  const crooked = await seen('<path d="M50 12C90 14 80 44 88 60C80 96 40 84 20 82C4 60 20 14 50 12Z"/>')
  expect(crooked?.confidence ?? 0).toBeLessThan(round?.confidence ?? 0)
})

test.each([70, 90, 110])('is sure of two rings that touch on a side of %s degrees', async (degrees) => {
  const touching = `M50 50m${-22} 0a22 22 0 1 0 44 0a22 22 0 1 0 -44 0`
  const wedge = (degrees * Math.PI) / 180
  const bridge = `M50 50L96 50A46 46 0 0 1 ${50 + 46 * Math.cos(wedge)} ${50 + 46 * Math.sin(wedge)}Z`
  const shape = `<circle cx="50" cy="50" r="43" stroke-width="6"/><path d="${bridge}" fill="black" stroke="none"/>
    <circle cx="50" cy="50" r="22" fill="white"/><path d="${touching}" stroke-width="6"/>`
  expect(await seen(shape)).toMatchObject({ value: '◎', confidence: 1 })
})

test('any shape is a mark with a confidence, or none', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      fc.infiniteStream(fc.boolean()),
      (w, h, bits) => {
        const data = Uint8Array.from({ length: w * h }, () => (bits.next().value ? 1 : 0))
        data[0] = 1
        const mark = classifyMark(outlineOf({ x0: 0, y0: 0, x1: w, y1: h, width: w, height: h, data }))
        if (mark) {
          expect(mark.confidence).toBeGreaterThanOrEqual(0)
          expect(mark.confidence).toBeLessThanOrEqual(1)
        }
      },
    ),
  ))
