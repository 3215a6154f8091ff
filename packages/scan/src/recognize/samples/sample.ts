import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { Crop } from '../recognizer.ts'

/** A line or block drawn for the tests of the recognisers: `<name>.png` beside this file. */
export async function sample(name: 'amount' | 'prose' | 'block' | 'latin'): Promise<Crop> {
  const file = fileURLToPath(new URL(`${name}.png`, import.meta.url))
  const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data }
}
