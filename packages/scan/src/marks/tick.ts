import type { Shape } from './outline.ts'

/** The lowest point of a tick lies in this part of its width … */
const leftmost = 0.1
const rightmost = 0.55
/** … its short arm begins this far up its height, its long one ends this close to the top right corner. */
const shortestArm = 0.15
const longestArm = 0.8
const corner = 0.12
/** It is one thin stroke: ink in no more than this share of its box, and hardly ever two strokes above one another. */
const fullest = 0.4
const oneStroke = 1.25
/** Its long arm strays from the straight by no more than this share of its height, on average; a hand swings it by half of that. */
const straying = 0.14
/** It is no more than so many times as wide as it is high, or the other way round. */
const widestAspect = 1.9

/** By column the middle of the ink and its lowest row; −1 where there is none. */
function columnsOf({ width, height, data }: Shape): { middle: number[]; lowest: number[]; strands: number } {
  const middle: number[] = []
  const lowest: number[] = []
  let strands = 0
  for (let x = 0; x < width; x++) {
    let [first, last] = [-1, -1]
    for (let y = 0; y < height; y++) {
      if (data[y * width + x] === 0) continue
      if (first < 0) first = y
      if (y === 0 || data[(y - 1) * width + x] === 0) strands++
      last = y
    }
    middle.push(first < 0 ? -1 : (first + last) / 2)
    lowest.push(last)
  }
  return { middle, lowest, strands: strands / width }
}

/** How much a shape is a tick (✓): a short stroke down to the right and a longer one up from there; 0 for what is none. */
export function tickOf(shape: Shape): number {
  const { width, height, data } = shape
  if (Math.max(width / height, height / width) > widestAspect) return 0
  if (data.reduce((sum, v) => sum + v, 0) > fullest * width * height) return 0
  const { middle, lowest, strands } = columnsOf(shape)
  if (strands > oneStroke) return 0
  const foot = lowest.indexOf(Math.max(...lowest))
  if (foot < leftmost * width || foot > rightmost * width) return 0
  const end = Math.max(1, Math.round(width * corner))
  const begin = height - Math.min(...middle.slice(0, end).filter((y) => y >= 0))
  if (begin < shortestArm * height || begin > longestArm * height) return 0
  const tip = Math.min(...middle.slice(-end).filter((y) => y >= 0))
  if (tip > 2 * corner * height) return 0
  const from = middle[foot] as number
  let off = 0
  for (let x = foot; x < width; x++) {
    const straight = from + ((tip - from) * (x - foot)) / Math.max(1, width - 1 - foot)
    off += middle[x] === -1 ? 0 : Math.abs((middle[x] as number) - straight)
  }
  const share = off / (width - foot) / height
  return Math.max(0, Math.min(1, (1 - share / straying) * 2))
}
