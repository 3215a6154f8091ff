import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { cutRegion } from '../number-regions.ts'
import type { Crop } from '../recognizer.ts'

/** A line or block drawn for the tests of the recognisers: `<name>.png` beside this file. */
export async function sample(name: 'amount' | 'prose' | 'block' | 'latin'): Promise<Crop> {
  const file = fileURLToPath(new URL(`${name}.png`, import.meta.url))
  const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}

/** A line with as much white around it as lines come with. */
export async function trimmed(name: 'amount' | 'latin' | 'prose'): Promise<Crop> {
  const crop = await sample(name)
  return cutRegion(crop, { x0: 4, y0: 4, x1: crop.width - 4, y1: crop.height - 4 })
}
