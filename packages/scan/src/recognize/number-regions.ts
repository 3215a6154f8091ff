import type { Crop, ReadCharacter } from './recognizer.ts'

/** A part of a crop, in pixels. */
export interface Region {
  x0: number
  y0: number
  x1: number
  y1: number
}

export const digit = /^[0-9０-９]$/u
/** Letters that engines take digits for, where a counter follows: Rl年度. */
const lookalike = /^[OolI|Z]$/u
const counter = /^[年月日号条項章節人件回％%]$/u
/** Digits with at most this many characters between are seen at once: 令和8年4月1日. */
const reach = 3
/** White is sought this far beyond a number, in heights of its line. */
const farthest = 1.5
const nearest = 0.6
/** Darker than this is ink. */
const ink = 150

function isWhite({ width, data }: Crop, x: number, y0: number, y1: number): boolean {
  for (let y = y0; y < y1; y++) if ((data[y * width + x] as number) < ink) return false
  return true
}

/** The edge of a number: the first column without ink some way beyond it, so that no cut character looks like a digit. */
export function whiteEdge(crop: Crop, from: number, step: -1 | 1, line: Region): number {
  const height = line.y1 - line.y0
  const limit = Math.round(from + step * farthest * height)
  for (let x = Math.round(from + step * nearest * height); x !== limit; x += step) {
    if (x <= line.x0) return line.x0
    if (x >= line.x1 - 1) return line.x1
    if (isWhite(crop, x, line.y0, line.y1)) return x
  }
  return Math.max(line.x0, Math.min(line.x1, limit))
}

/** Whether a letter of a line stands for a digit, as its counter tells. */
export const isLookalike = (line: readonly ReadCharacter[], i: number): boolean =>
  lookalike.test(line[i]?.value ?? '') && counter.test(line[i + 1]?.value ?? '')

/** Where the digits of one line stand: stretches of digits that are near each other, out to the white around them. */
export function numberRegions(crop: Crop, line: readonly ReadCharacter[], bounds: Region): Region[] {
  const isDigit = (c: ReadCharacter, i: number): boolean => digit.test(c.value) || isLookalike(line, i)
  const places = line.flatMap((c, i) => (isDigit(c, i) ? [i] : []))
  const groups: [number, number][] = []
  for (const i of places) {
    const last = groups.at(-1)
    if (last && i - last[1] <= reach) last[1] = i
    else groups.push([i, i])
  }
  return groups.map(([from, to]) => ({
    x0: whiteEdge(crop, (line[from] as ReadCharacter).x0, -1, bounds),
    x1: whiteEdge(crop, (line[to] as ReadCharacter).x1, 1, bounds),
    y0: bounds.y0,
    y1: bounds.y1,
  }))
}

/** A region as a crop of its own; the crop itself where it is all of it. */
export function cutRegion(crop: Crop, { x0, y0, x1, y1 }: Region): Crop {
  const { width, data } = crop
  if (x1 - x0 === width && y1 - y0 === crop.height) return crop
  const own = { width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0) }
  const out = new Uint8Array(own.width * own.height)
  for (let y = y0; y < y1; y++) out.set(data.subarray(y * width + x0, y * width + x1), (y - y0) * own.width)
  return { ...own, data: out }
}
