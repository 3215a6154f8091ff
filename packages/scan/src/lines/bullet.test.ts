import sharp from 'sharp'
import { expect, test } from 'vitest'
import { componentsOf, inkRuns } from '../ink/components.ts'
import { glyph } from '../page/drawn-image.ts'
import { withoutBullet } from './bullet.ts'
import { lineOf } from './ink-line.ts'

/** The bullet of a line that begins with a drawing, in a square of 40, and goes on with two characters. */
async function bulletOf(head: string): Promise<string | undefined> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="60"><rect width="100%" height="100%" fill="white"/>
    <g stroke="black" stroke-width="4" fill="none">${head}${glyph(62, 10)}${glyph(108, 10)}</g></svg>`
  const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true })
  const runs = inkRuns({
    width: info.width,
    height: info.height,
    data: Uint8Array.from(data, (v) => (v < 128 ? 1 : 0)),
  })
  return withoutBullet(lineOf(componentsOf(runs)), runs, 40).bullet?.value
}

test.each([
  ['a ring', '<circle cx="30" cy="30" r="17"/>', '○'],
  ['a disc', '<circle cx="30" cy="30" r="15" fill="black"/>', '●'],
  ['a dot', '<circle cx="30" cy="30" r="4" fill="black"/>', '・'],
])('takes %s off the head of a line', async (_, shape, value) => expect(await bulletOf(shape)).toBe(value))

test.each([
  ['0', '<ellipse cx="30" cy="30" rx="11" ry="17"/>'],
  ['a wide 0', '<ellipse cx="30" cy="30" rx="12.5" ry="18"/>'],
  ['a character', glyph(10, 10)],
])('leaves %s where it is', async (_, shape) => expect(await bulletOf(shape)).toBeUndefined())
