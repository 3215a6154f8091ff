import type { Rule } from '@kyoyaku/core'
import type { PageStrokes } from './find-rules.ts'

/** Rules as printed are black; colours of lines say nothing about tables. */
const color = '#000000'
const mostThickness = 3

/** The lines of a page in points. */
export function rulesOf({ horizontal, vertical }: PageStrokes, scale: number): Rule[] {
  const width = (thickness: number): number => Math.min(thickness / scale, mostThickness)
  return [
    ...horizontal.map(({ at, from, to, thickness }) => ({
      x0: from / scale,
      y0: at / scale,
      x1: to / scale,
      y1: at / scale,
      width: width(thickness),
      color,
    })),
    ...vertical.map(({ at, from, to, thickness }) => ({
      x0: at / scale,
      y0: from / scale,
      x1: at / scale,
      y1: to / scale,
      width: width(thickness),
      color,
    })),
  ]
}
