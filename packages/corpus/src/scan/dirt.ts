import type { Random } from '../random.ts'
import type { Grey } from './bend.ts'
import type { ScanLook } from './scan-look.ts'

const clamp = (n: number): number => Math.max(0, Math.min(n, 255))
const between = (random: Random, [from, to]: readonly [number, number]): number => from + random.next() * (to - from)

/** Enough different values that no pattern of their order is seen; a power of two. */
const noiseValues = 1 << 16

/** Values of a normal distribution, by the method of Box and Muller (1958). */
function normalValues(random: Random, deviation: number): Float32Array {
  return Float32Array.from(
    { length: noiseValues },
    () => deviation * Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next()),
  )
}

/** Paper that is not white under light that is not even, ink that is not black, and a noisy sensor. */
export function expose(image: Grey, look: ScanLook, random: Random): void {
  const { width, height, data } = image
  const paper = between(random, look.paper)
  const ink = between(random, look.ink)
  const direction = random.next() * 2 * Math.PI
  const [ux, uy] = [Math.cos(direction) / width, Math.sin(direction) / height]
  const shade = random.next() * look.shade
  const noise = look.noise > 0 ? normalValues(random, look.noise) : undefined
  for (let y = 0; y < height; y++) {
    // Every row begins elsewhere in the values, or they would repeat as a pattern.
    let n = random.int(0, noiseValues - 1)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const light = paper - shade * (0.5 + (x - width / 2) * ux + (y - height / 2) * uy)
      const grey = ink + ((data[i] as number) / 255) * (light - ink)
      n = (n + 1) & (noiseValues - 1)
      data[i] = Math.round(clamp(grey + (noise ? (noise[n] as number) : 0)))
    }
  }
}

/** Most dots are of one pixel. */
const dotSides = [1, 1, 1, 2, 2, 3]

/** Dots of dirt, two dark ones for a light one. */
export function speckle({ width, height, data }: Grey, perMillion: number, random: Random): void {
  const count = Math.round((perMillion * width * height) / 1e6)
  for (let i = 0; i < count; i++) {
    const side = random.pick(dotSides)
    const grey = random.chance(0.67) ? random.int(20, 90) : random.int(245, 255)
    const [x0, y0] = [random.int(0, width - 1), random.int(0, height - 1)]
    for (let y = y0; y < Math.min(height, y0 + side); y++)
      for (let x = x0; x < Math.min(width, x0 + side); x++) data[y * width + x] = grey
  }
}

/** Lines down the page, a pixel or two wide, where the glass is dirty. */
export function streak({ width, height, data }: Grey, count: number, random: Random): void {
  for (let i = 0; i < count; i++) {
    const x0 = random.int(0, width - 2)
    const darker = random.int(25, 70)
    const side = random.int(1, 2)
    for (let y = 0; y < height; y++)
      for (let x = x0; x < x0 + side; x++) data[y * width + x] = clamp((data[y * width + x] as number) - darker)
  }
}
