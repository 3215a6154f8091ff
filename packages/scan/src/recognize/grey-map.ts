import type { Crop } from './recognizer.ts'

/** A crop as a file of the simplest image format there is (PGM): engines read it, and nothing is spent on compressing it. */
export function greyMap(crop: Crop): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${crop.width} ${crop.height}\n255\n`)
  const file = new Uint8Array(head.length + crop.data.length)
  file.set(head)
  file.set(crop.data, head.length)
  return file
}

/** Less than this a side is no character; engines complain of such images. */
const leastSide = 3

/** Whether there is anything to hand to an engine: the stated size, of a size that can hold ink. */
export function isReadable(crop: Crop): boolean {
  return crop.width >= leastSide && crop.height >= leastSide && crop.data.length === crop.width * crop.height
}
