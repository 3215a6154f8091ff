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
  // From one pixel to the next along the rule, and across it.
  const [along, across] = step === 1 ? [1, width] : [width, 1]
  for (const stroke of strokes)
    for (const { at, from, to } of stroke.runs) {
      const before = at - paperDistance >= 0 ? -paperDistance * across : 0
      const after = at + paperDistance < most ? paperDistance * across : 0
      const low = Math.max(-greyEdge, -at)
      const high = Math.min(greyEdge, most - 1 - at)
      for (let i = from, k = at * across + from * along; i < to; i++, k += along) {
        const a = grey.data[k + before] as number
        const b = grey.data[k + after] as number
        const paper = Math.max(a, b)
        for (let d = low; d <= high; d++) {
          grey.data[k + d * across] = paper
          if (d >= -inkEdge && d <= inkEdge) ink.data[k + d * across] = 0
        }
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
