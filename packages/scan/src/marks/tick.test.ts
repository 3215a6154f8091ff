import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { componentsOf, inkRuns } from '../ink/components.ts'
import { cutOut } from './outline.ts'
import { tickOf } from './tick.ts'

async function ticked(path: string, pixels = 40): Promise<boolean> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 100 100">
    <rect width="100" height="100" fill="white"/><path d="${path}" stroke="black" stroke-width="8" fill="none"/></svg>`
  const { data, info } = await sharp(Buffer.from(svg)).greyscale().raw().toBuffer({ resolveWithObject: true })
  const ink = { width: info.width, height: info.height, data: Uint8Array.from(data, (v) => (v < 128 ? 1 : 0)) }
  const runs = inkRuns(ink)
  return tickOf(cutOut(componentsOf(runs), runs)) > 0.7
}

describe('a tick', () => {
  test.each([
    ['printed', 'M10 52L36 86L90 12'],
    ['drawn with a swing', 'M12 50Q24 62 34 84Q56 40 92 8'],
    ['with a very short arm', 'M14 66L30 88L88 10'],
  ])('%s', async (_, path) => {
    for (const pixels of [60, 40, 28]) expect(await ticked(path, pixels)).toBe(true)
  })
})

describe('no tick', () => {
  test.each([
    ['V', 'M10 10L50 90L90 10'],
    ['a stroke', 'M20 86L80 10'],
    ['へ', 'M10 56L38 26L92 74'],
    ['し', 'M30 10V70Q34 90 60 86Q80 80 88 60'],
    ['×', 'M12 12L88 88M88 12L12 88'],
    ['a circle', 'M50 10A40 40 0 1 0 51 10'],
    ['a triangle', 'M50 10L92 86H8Z'],
    ['4', 'M60 10L12 66H88M64 30V92'],
  ])('%s', async (_, path) => expect(await ticked(path)).toBe(false))
})
