import type { Raster } from '../clean/raster.ts'
import { inkRuns } from '../ink/components.ts'
import { columnRuns, rowRuns } from './straight-runs.ts'
import { isThroughPrint } from './strikes.ts'
import { type Stroke, strokesOf } from './strokes.ts'

/** The ruled lines of a page, in pixels. */
export interface PageStrokes {
  horizontal: Stroke[]
  vertical: Stroke[]
  /** Strokes across that run through print and belong to no table. */
  through?: Stroke[]
}

/** Lengths in pixels at 300 dpi. A run this long along a row is no stroke of a character (7.6 mm) … */
const longEnough = 90
/** … a line shorter than that counts where both its ends touch lines across: cells are at least this wide and high (3 mm). */
const shortest = 38
/** Pieces of lines; slanted ones fall into runs of this length. */
const pieceLength = 24
/** Thicker than this (1.3 mm) it is a filled area. */
const thickest = 15
/** Lines that meet miss one another by no more than this many pixels. */
const meeting = 10
/** What is ruled in less than this many pixels each way (11 mm) is a large character. */
const smallestDrawing = 130

const touches = (end: number, at: number, others: readonly Stroke[]): boolean =>
  others.some((o) => Math.abs(o.at - end) <= meeting && at >= o.from - meeting && at <= o.to + meeting)

const bothEndsOn = (stroke: Stroke, others: readonly Stroke[]): boolean =>
  touches(stroke.from, stroke.at, others) && touches(stroke.to, stroke.at, others)

const isLong = (s: Stroke): boolean => s.to - s.from >= longEnough && s.longest >= longestRun

/** Strokes of neighbouring characters make a line of runs no longer than a character … */
const longestRun = 56
/** … and shorter than this, other strokes run out of it: beside a rule there is ink along no more than this share of it. */
const certainLength = 400
const beside = 0.25
/** Pixels from the edge of a line to where that ink is looked for. */
const besideDistance = 4

/** Whether strokes leave a line all along it: it is a row of characters that touch. */
function isWriting(stroke: Stroke, { width, height, data }: Raster, step: 1 | 0): boolean {
  if (stroke.to - stroke.from >= certainLength) return false
  const distance = stroke.thickness / 2 + besideDistance
  let inked = 0
  for (const side of [Math.round(stroke.at - distance), Math.round(stroke.at + distance)]) {
    if (side < 0 || side >= (step === 1 ? height : width)) continue
    for (let i = stroke.from; i < stroke.to; i++)
      inked += data[step === 1 ? side * width + i : i * width + side] as number
  }
  return inked > (stroke.to - stroke.from) * beside
}

/** Drops groups of crossing lines that are no larger than a character in large type. */
function withoutCharacters({ horizontal, vertical }: PageStrokes): PageStrokes {
  const all = [...horizontal, ...vertical]
  const boxes = all.map((s, i) =>
    i < horizontal.length ? { x0: s.from, x1: s.to, y0: s.at, y1: s.at } : { x0: s.at, x1: s.at, y0: s.from, y1: s.to },
  )
  const isSmall = (b: { x0: number; y0: number; x1: number; y1: number }): boolean =>
    b.x1 - b.x0 < smallestDrawing && b.y1 - b.y0 < smallestDrawing
  const large = boxes.filter((b) => !isSmall(b))
  const stays = (i: number): boolean => {
    const b = boxes[i] as (typeof boxes)[number]
    return (
      !isSmall(b) ||
      large.some(
        (l) => l.x0 <= b.x1 + meeting && l.x1 >= b.x0 - meeting && l.y0 <= b.y1 + meeting && l.y1 >= b.y0 - meeting,
      )
    )
  }
  return {
    horizontal: horizontal.filter((_, i) => stays(i)),
    vertical: vertical.filter((_, i) => stays(horizontal.length + i)),
  }
}

/** Finds the ruled lines of a page at 300 dpi by opening with long runs of ink. */
export function findRules(ink: Raster): PageStrokes {
  const thin = (s: Stroke): boolean => s.thickness <= thickest && s.to - s.from >= shortest
  const runs = inkRuns(ink)
  const rows = strokesOf(rowRuns(runs, pieceLength)).filter(thin)
  const columns = strokesOf(columnRuns(runs, ink.width, pieceLength)).filter(thin)
  const isCertain = (s: Stroke, step: 1 | 0): boolean => isLong(s) && !isWriting(s, ink, step)
  const certain = rows.filter((s) => isCertain(s, 1))
  const vertical = columns.filter((s) => isCertain(s, 0) || bothEndsOn(s, certain))
  // Over no holes: characters in a row nearly touch.
  const through = strokesOf(rowRuns(runs, longEnough, 0)).filter(
    (s) => isThroughPrint(s, ink) && !bothEndsOn(s, vertical),
  )
  const isThrough = (s: Stroke): boolean =>
    through.some((t) => Math.abs(t.at - s.at) <= thickest && t.from >= s.from && t.to <= s.to)
  const own = new Set(certain)
  const horizontal = rows.filter((s) => (own.has(s) && !isThrough(s)) || bothEndsOn(s, vertical))
  return { ...withoutCharacters({ horizontal, vertical }), through }
}
