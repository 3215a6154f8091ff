import type { Raster } from '../clean/raster.ts'

/** A stretch of ink along one row or column of pixels: `at` across, from … to (exclusive) along. */
export interface StraightRun {
  at: number
  from: number
  to: number
}

/** Holes in a line of no more than this many pixels are noise. */
const hole = 3

/** Runs along rows that are at least so long. */
export function rowRuns({ width, height, data }: Raster, shortest: number): StraightRun[] {
  const runs: StraightRun[] = []
  for (let y = 0; y < height; y++) {
    const row = y * width
    let from = -1
    let last = -1
    for (let x = 0; x < width; x++) {
      if (data[row + x] === 0) continue
      if (from < 0 || x - last > hole + 1) {
        if (from >= 0 && last + 1 - from >= shortest) runs.push({ at: y, from, to: last + 1 })
        from = x
      }
      last = x
    }
    if (from >= 0 && last + 1 - from >= shortest) runs.push({ at: y, from, to: last + 1 })
  }
  return runs
}

/** Runs along columns that are at least so long, by column; read row by row, as the pixels lie. */
export function columnRuns({ width, height, data }: Raster, shortest: number): StraightRun[] {
  const from = new Int32Array(width).fill(-1)
  const last = new Int32Array(width).fill(-1)
  const runs: StraightRun[] = []
  const close = (x: number): void => {
    const start = from[x] as number
    const end = (last[x] as number) + 1
    if (start >= 0 && end - start >= shortest) runs.push({ at: x, from: start, to: end })
  }
  for (let y = 0; y < height; y++) {
    const row = y * width
    for (let x = 0; x < width; x++) {
      if (data[row + x] === 0) continue
      if ((from[x] as number) < 0 || y - (last[x] as number) > hole + 1) {
        close(x)
        from[x] = y
      }
      last[x] = y
    }
  }
  for (let x = 0; x < width; x++) close(x)
  return runs.sort((a, b) => a.at - b.at || a.from - b.from)
}
