import type { Raster } from './raster.ts'

/** Writing is this much lighter than the ground of a negative … */
const depth = 60
/** … whose tone is none of paper … */
const darkest = 128
/** … and there is so much more of that than of what is as much darker: paper seen in little light has its ink the other way. */
const clearly = 4
/** A page looked at in squares, so many across, has no more light ones than this: a slip on a dark lid is light as a whole. */
const squaresAcross = 40
const mostLight = 0.05
/** Every so many pixels one is looked at; a prime. */
const lookEvery = 13

function isNegative({ width, height, data }: Raster): boolean {
  const counts = new Uint32Array(256)
  for (let i = 0; i < data.length; i += lookEvery) counts[data[i] as number] = (counts[data[i] as number] as number) + 1
  const ground = counts.indexOf(Math.max(...counts))
  if (ground >= darkest) return false
  const sum = (from: number, to: number): number => counts.subarray(from, to).reduce((n, c) => n + c, 0)
  if (sum(ground + depth, 256) <= sum(0, Math.max(0, ground - depth)) * clearly) return false
  const side = Math.max(1, Math.floor(width / squaresAcross))
  let [light, all] = [0, 0]
  for (let top = 0; top + side <= height; top += side)
    for (let left = 0; left + side <= width; left += side) {
      let tone = 0
      for (let y = top; y < top + side; y++)
        for (let x = left; x < left + side; x++) tone += data[y * width + x] as number
      all++
      if (tone > (ground + depth) * side * side) light++
    }
  return light <= all * mostLight
}

/** A page that is light writing on a dark ground, as on microfilm and blueprints, with its tones turned; any other as it is. */
export const positive = (grey: Raster): Raster =>
  isNegative(grey) ? { ...grey, data: Uint8Array.from(grey.data, (v) => 255 - v) } : grey
