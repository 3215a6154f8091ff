import type { Raster } from '../clean/raster.ts'
import type { PageStrokes } from './find-rules.ts'
import type { Stroke } from './strokes.ts'

/** Pixels to either side of a rule that still belong to its edge, in the ink and in the grey of the page. */
const inkEdge = 2
const greyEdge = 3
/** How far from a rule the paper is looked for that it is painted over with. */
const paperDistance = 7

function eraseAcross(ink: Raster, grey: Raster, strokes: readonly Stroke[], step: 1 | 0): void {
  const { width, height } = ink
  const most = step === 1 ? height : width
  const index = (across: number, along: number): number =>
    step === 1 ? across * width + along : along * width + across
  const paperAt = (at: number, along: number): number => {
    const before = at - paperDistance >= 0 ? (grey.data[index(at - paperDistance, along)] as number) : 0
    const after = at + paperDistance < most ? (grey.data[index(at + paperDistance, along)] as number) : 0
    return Math.max(before, after)
  }
  for (const stroke of strokes)
    for (const { at, from, to } of stroke.runs)
      for (let i = from; i < to; i++) {
        const paper = paperAt(at, i)
        for (let k = Math.max(0, at - greyEdge); k <= Math.min(most - 1, at + greyEdge); k++) {
          grey.data[index(k, i)] = paper
          if (Math.abs(k - at) <= inkEdge) ink.data[index(k, i)] = 0
        }
      }
}

/** Takes ruled lines out of a page: paper where they were. */
export function whiten(
  ink: Raster,
  grey: Raster,
  { horizontal, vertical }: PageStrokes,
): { ink: Raster; grey: Raster } {
  const free = { ink: { ...ink, data: ink.data.slice() }, grey: { ...grey, data: grey.data.slice() } }
  eraseAcross(free.ink, free.grey, horizontal, 1)
  eraseAcross(free.ink, free.grey, vertical, 0)
  return free
}
