import { rootOf, unite } from '../ink/components.ts'
import type { StraightRun } from './straight-runs.ts'

/** A ruled line in pixels: where it runs across (mean) and along, its thickness, and the runs that it is made of. */
export interface Stroke {
  at: number
  from: number
  to: number
  thickness: number
  /** The longest of its runs. */
  longest: number
  runs: StraightRun[]
}

/** Runs belong to one line where they are this many pixels apart across … */
const across = 2
/** … and no further along: a line that is a little slanted or bent goes on in the next row of pixels. */
const along = 6

/** Runs that go on from one another, as lines. */
export function strokesOf(runs: readonly StraightRun[]): Stroke[] {
  const parent = Int32Array.from(runs, (_, i) => i)
  const reach: number[] = []
  // Runs come by their place across: of those few that are near, the ones beside are looked for.
  let first = 0
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i] as StraightRun
    while ((runs[first] as StraightRun).at < run.at - across) first++
    for (let k = first; k < i; k++) {
      const other = runs[k] as StraightRun
      if (other.from <= run.to + along && run.from <= other.to + along) unite(parent, i, k)
    }
    reach.push(first)
  }
  const groups = new Map<number, StraightRun[]>()
  runs.forEach((run, i) => {
    const root = rootOf(parent, i)
    const group = groups.get(root)
    if (group) group.push(run)
    else groups.set(root, [run])
  })
  return [...groups.values()].map((group) => {
    let [from, to, sum, weight, longest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0, 0]
    for (const run of group) {
      const length = run.to - run.from
      from = Math.min(from, run.from)
      to = Math.max(to, run.to)
      sum += run.at * length
      weight += length
      longest = Math.max(longest, length)
    }
    return { at: sum / weight + 0.5, from, to, thickness: weight / (to - from), longest, runs: group }
  })
}
