import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pageSize } from './resolution.ts'
import { tiffResolution } from './tiff-resolution.ts'

/** A page of a fax: twice as many columns as rows to the inch. */
const fax = (xres: number, yres: number): Promise<Buffer> =>
  sharp({ create: { width: 32, height: 16, channels: 3, background: 'white' } })
    .tiff({ xres: xres / 25.4, yres: yres / 25.4 })
    .toBuffer()

test('reads both resolutions of a TIFF', async () => {
  const found = tiffResolution(await fax(204, 98), 0)
  expect(found && found.x / found.y).toBeCloseTo(204 / 98, 2)
})

test.each([
  ['of no TIFF', new Uint8Array([1, 2, 3])],
  ['of a file that ends early', new Uint8Array([0x49, 0x49, 42, 0, 8, 0, 0, 0, 255, 255])],
])('knows nothing %s', (_, bytes) => expect(tiffResolution(bytes, 0)).toBeUndefined())

test('a coarse fax is as high as its sheet', () => {
  const { width, height } = pageSize(1728, 1145, 204, 204 / 98)
  expect(height / width).toBeCloseTo(1.38, 1)
})
