import type { Component } from '../ink/components.ts'
import { type Band, bandsOf, downwards, rightwards } from './bands.ts'
import { type InkLine, lineOf } from './ink-line.ts'

/** Shares of the em. Strokes of one character leave gaps of up to this below one another … */
const strokeGap = 0.3
/** … and a band lower than this is part of a character, or a row of dots. */
const lowBand = 0.45
/** Two bands are one line where they are no higher together than this. */
const highLine = 1.25
/** A gap of so many ems parts the columns of a page, and texts that stand side by side. */
const columnGap = 1.8
/** Characters that stand below one another are no wider than this and their middles no further apart than that. */
const widestCharacter = 1.4
const sameMiddle = 0.45
/** A high band of one column is a character and not a row of figures. */
const characterHeight = 0.7
/** Characters of a vertical line leave gaps of up to this. */
const verticalGap = 1.2
/** Lines of vertical writing are so many ems long, stand so far apart, and nearly all ink of their band is such lines. */
const shortestColumn = 2.5
const lineGap = 0.12
const stackShare = 0.8
/** Regions are parted no more often than this one in another. */
const deepest = 12
/** Bands this much higher than the em hold two lines that touch. */
const doubleLine = 1.75

/** Typical height of characters: that which three quarters of what is no dot stay below. */
export function emOf(components: readonly Component[]): number {
  const heights: number[] = []
  for (const { x0, y0, x1, y1 } of components) {
    const [w, h] = [x1 - x0, y1 - y0]
    if (h >= 14 && h <= 100 && w >= 6 && w <= 120 && w / h < 3) heights.push(h)
  }
  if (heights.length === 0) return 40
  heights.sort((a, b) => a - b)
  return (heights[Math.floor(heights.length * 0.75)] as number) * 1.1
}

/** Puts strokes that a white row parts from their character back to it. */
function mergeBands(bands: readonly Band[], em: number): Band[] {
  const merged: Band[] = []
  for (const band of bands) {
    const last = merged.at(-1)
    const together =
      last !== undefined &&
      band.from - last.to < strokeGap * em &&
      Math.min(band.to - band.from, last.to - last.from) < lowBand * em &&
      band.to - last.from < highLine * em
    if (together) {
      last.ink.push(...band.ink)
      last.to = band.to
    } else merged.push({ ...band, ink: [...band.ink] })
  }
  return merged
}

/** Whether bands are the characters of one vertical line. */
function isStack(bands: readonly Band[], em: number): boolean {
  if (bands.length < 2) return false
  const lines = bands.map((b) => lineOf(b.ink))
  const middle = (l: InkLine): number => (l.x0 + l.x1) / 2
  const first = lines.reduce((a, b) => (b.x1 - b.x0 > a.x1 - a.x0 ? b : a))
  const high = lines.filter((l) => l.y1 - l.y0 >= characterHeight * em).length
  return (
    high * 2 >= lines.length &&
    lines.every(
      (l, i) =>
        l.x1 - l.x0 <= widestCharacter * em &&
        Math.abs(middle(l) - middle(first)) <= sameMiddle * em &&
        (i === 0 || l.y0 - (lines[i - 1] as InkLine).y1 <= verticalGap * em),
    )
  )
}

/** A band that holds two lines or more which touch is parted where the middles of its characters leave room. */
function untangle(band: Band, em: number): Band[] {
  const height = band.to - band.from
  if (height < doubleLine * em) return [band]
  const count = Math.round(height / (1.35 * em))
  const small = band.ink.filter((c) => c.y1 - c.y0 <= 1.3 * em)
  if (count < 2 || small.length < 4) return [band]
  const middles = small.map((c) => (c.y0 + c.y1) / 2).sort((a, b) => a - b)
  const cuts: number[] = []
  for (let i = 1; i < middles.length; i++) {
    const [a, b] = [middles[i - 1] as number, middles[i] as number]
    if (b - a > 0.28 * em) cuts.push((a + b) / 2)
  }
  if (cuts.length === 0) return [band]
  const parts: Component[][] = Array.from({ length: cuts.length + 1 }, () => [])
  for (const c of band.ink) parts[cuts.filter((y) => y < (c.y0 + c.y1) / 2).length]?.push(c)
  return parts
    .filter((p) => p.length > 0)
    .map((ink) => ({ from: Math.min(...ink.map((c) => c.y0)), to: Math.max(...ink.map((c) => c.y1)), ink }))
}

/** The lines of vertical writing, from the right; undefined where a band is none. */
function verticalLines(band: Band, em: number): InkLine[] | undefined {
  if (band.to - band.from < shortestColumn * em) return undefined
  const columns = bandsOf(band.ink, rightwards, Math.max(1, lineGap * em))
  const stacks = columns.filter((c) => isStack(mergeBands(bandsOf(c.ink, downwards, 1), em), em))
  if (columns.length < 2 || stacks.length < columns.length * stackShare) return undefined
  return columns.map((c) => lineOf(c.ink, true)).reverse()
}

/** The lines of a region: rows of ink, parted again where wide gaps run through them. */
export function splitLines(ink: readonly Component[], em: number, depth = 0): InkLine[] {
  if (ink.length === 0) return []
  const bands = mergeBands(bandsOf(ink, downwards, 1), em)
  if (isStack(bands, em)) return [lineOf([...ink], true)]
  return bands.flatMap((band) => {
    const columns = bandsOf(band.ink, rightwards, columnGap * em)
    const stacks = verticalLines(band, em)
    if (stacks) return stacks
    if (columns.length > 1 && depth < deepest) return columns.flatMap((c) => splitLines(c.ink, em, depth + 1))
    return untangle(band, em).map((b) => lineOf(b.ink))
  })
}
