import type { Component } from '../ink/components.ts'

/** Characters in a row, by their ink; box in pixels. */
export interface InkLine {
  x0: number
  y0: number
  x1: number
  y1: number
  ink: Component[]
  /** Characters below one another. */
  vertical: boolean
}

export function lineOf(ink: Component[], vertical = false): InkLine {
  let [x0, y0, x1, y1] = [1e9, 1e9, 0, 0]
  for (const c of ink) {
    x0 = Math.min(x0, c.x0)
    y0 = Math.min(y0, c.y0)
    x1 = Math.max(x1, c.x1)
    y1 = Math.max(y1, c.y1)
  }
  return { x0, y0, x1, y1, ink, vertical }
}

/** Dots stand this close, in ems, to the middle of a vertical line. */
const dotReach = 0.2
/** What is as small as dirt, in pixels at 300 dpi, and stands beside the middle between two characters, is dirt. */
const speckSize = 7

const isSpeck = (c: Component): boolean => c.x1 - c.x0 <= speckSize && c.y1 - c.y0 <= speckSize

/** A vertical line with the dots between its characters, and without dirt there; other lines as they are. */
export function withDots(line: InkLine, dots: readonly Component[], em: number): InkLine {
  if (!line.vertical) return line
  const middle = (line.x0 + line.x1) / 2
  const isInMiddle = (c: Component): boolean => Math.abs((c.x0 + c.x1) / 2 - middle) <= dotReach * em
  const strokes = line.ink.filter((c) => !isSpeck(c))
  const isOfCharacter = (c: Component): boolean => strokes.some((s) => s.y0 < c.y1 && s.y1 > c.y0)
  const own = line.ink.filter((c) => !isSpeck(c) || isInMiddle(c) || isOfCharacter(c))
  const between = dots.filter((d) => d.y0 > line.y0 && d.y1 < line.y1 && isInMiddle(d))
  return own.length + between.length > 0 ? lineOf([...own, ...between], true) : line
}
