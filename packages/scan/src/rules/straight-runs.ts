import type { InkRuns } from '../ink/components.ts'

/** A stretch of ink along one row or column of pixels: `at` across, from … to (exclusive) along. */
export interface StraightRun {
  at: number
  from: number
  to: number
}

/** Holes in a line of no more than this many pixels are noise. */
const hole = 3

/** Runs along rows that are at least so long, over holes of so many pixels. */
export function rowRuns(ink: InkRuns, shortest: number, holes = hole): StraightRun[] {
  const runs: StraightRun[] = []
  const { row, start, end } = ink
  for (let i = 0; i < start.length; ) {
    const at = row[i] as number
    const from = start[i] as number
    let to = end[i++] as number
    while (i < start.length && row[i] === at && (start[i] as number) - to <= holes) to = end[i++] as number
    if (to - from >= shortest) runs.push({ at, from, to })
  }
  return runs
}

/** Runs along columns that are at least so long, by column; read row by row, as the pixels lie. */
export function columnRuns(ink: InkRuns, width: number, shortest: number): StraightRun[] {
  const from = new Int32Array(width).fill(-1)
  const last = new Int32Array(width).fill(-1)
  const runs: StraightRun[] = []
  const close = (x: number): void => {
    const start = from[x] as number
    const end = (last[x] as number) + 1
    if (start >= 0 && end - start >= shortest) runs.push({ at: x, from: start, to: end })
  }
  const { row, start, end } = ink
  for (let i = 0; i < start.length; i++) {
    const y = row[i] as number
    for (let x = start[i] as number; x < (end[i] as number); x++) {
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
