import type { Component, InkRuns } from '../ink/components.ts'
import type { PageStrokes } from './find-rules.ts'
import type { StraightRun } from './straight-runs.ts'
import type { Stroke } from './strokes.ts'

/** Dots and dashes of a rule are no thicker and no longer than this, in pixels at 300 dpi, and no further apart than that. */
const thickest = 8
const longest = 40
const widestGap = 24
/** They stand in a line to within this many pixels, at least so many of them … */
const offLine = 3
const fewest = 8
/** … or so many dashes that are at least so long each … */
const fewestDashes = 4
const dash = 10
/** … and this share of the gaps between them is as wide as the middle one, to within so many pixels. */
const evenShare = 0.75
const evenWithin = 4
/** The ends of a dotted rule lie on ruled lines, or miss them by the dash that belongs to both and the gap before it. */
const meeting = 30

/** A dot in the frame of its rule: across, and from … to along it. */
interface Dot {
  at: number
  from: number
  to: number
  component: Component
}

function isEven(dots: readonly Dot[]): boolean {
  const gaps = dots.slice(1).map((d, i) => d.from - (dots[i] as Dot).to)
  const middle = gaps.toSorted((a, b) => a - b)[gaps.length >> 1] as number
  return gaps.filter((g) => Math.abs(g - middle) <= evenWithin).length >= gaps.length * evenShare
}

const isEnough = (dots: readonly Dot[]): boolean =>
  dots.length >= fewest || dots.filter((d) => d.to - d.from >= dash).length >= fewestDashes

/** Rows of dots, by going along them all at once from one end. */
function chainsOf(dots: Dot[]): Dot[][] {
  const open = new Map<number, Dot[][]>()
  const chains: Dot[][] = []
  for (const dot of dots.sort((a, b) => a.from - b.from)) {
    const key = Math.round(dot.at / offLine)
    let own: Dot[] | undefined
    for (let k = key - 1; k <= key + 1 && !own; k++)
      own = open.get(k)?.find((chain) => {
        const last = chain.at(-1) as Dot
        return Math.abs(last.at - dot.at) <= offLine && dot.from > last.to && dot.from - last.to <= widestGap
      })
    if (own) own.push(dot)
    else {
      own = [dot]
      chains.push(own)
      // What has ended is no longer looked at: a row holds few chains at a time.
      const alive = (open.get(key) ?? []).filter((c) => dot.from - (c.at(-1) as Dot).to <= widestGap)
      open.set(key, [...alive, own])
    }
  }
  return chains.filter((c) => isEnough(c) && isEven(c))
}

function strokeOf(dots: readonly Dot[], runs: InkRuns, step: 1 | 0): Stroke {
  const pieces: StraightRun[] = dots.flatMap(({ component: c, from, to }) =>
    step === 1
      ? Array.from(c.runs, (i) => ({
          at: runs.row[i] as number,
          from: runs.start[i] as number,
          to: runs.end[i] as number,
        }))
      : Array.from({ length: c.x1 - c.x0 }, (_, k) => ({ at: c.x0 + k, from, to })),
  )
  const first = dots[0] as Dot
  const last = dots.at(-1) as Dot
  const at = dots.reduce((sum, d) => sum + d.at, 0) / dots.length
  const { x0, x1, y0, y1 } = first.component
  return {
    at,
    from: first.from,
    to: last.to,
    thickness: step === 1 ? y1 - y0 : x1 - x0,
    longest: Math.max(...dots.map((d) => d.to - d.from)),
    runs: pieces,
  }
}

/** A stroke whose ends are drawn to the lines that they nearly meet; undefined where one end meets none. */
function between(stroke: Stroke, lines: readonly Stroke[]): Stroke | undefined {
  const met = (end: number): number | undefined =>
    lines.find((l) => Math.abs(l.at - end) <= meeting && stroke.at >= l.from - meeting && stroke.at <= l.to + meeting)
      ?.at
  const [from, to] = [met(stroke.from), met(stroke.to)]
  if (from === undefined || to === undefined || to <= from) return undefined
  // The dashes at crossings belong to two rules and to neither's dots: all along the rule is rule.
  const whole = { at: Math.round(stroke.at), from: Math.round(from), to: Math.round(to) }
  return { ...stroke, from, to, runs: [...stroke.runs, whole] }
}

/** Dotted and dashed rules between ruled lines; not those that stand alone, as leaders of tables of contents do. */
export function dottedRules(
  components: readonly Component[],
  runs: InkRuns,
  { horizontal, vertical }: PageStrokes,
): PageStrokes {
  const across: Dot[] = []
  const down: Dot[] = []
  for (const component of components) {
    const { x0, y0, x1, y1 } = component
    const [w, h] = [x1 - x0, y1 - y0]
    if (h <= thickest && w <= longest) across.push({ at: (y0 + y1) / 2, from: x0, to: x1, component })
    if (w <= thickest && h <= longest) down.push({ at: (x0 + x1) / 2, from: y0, to: y1, component })
  }
  // Dotted rules hold one another up: what meets nothing goes, until all that is left meets something at both ends.
  let kept: PageStrokes = {
    horizontal: chainsOf(across).map((c) => strokeOf(c, runs, 1)),
    vertical: chainsOf(down).map((c) => strokeOf(c, runs, 0)),
  }
  for (let count = -1; count !== kept.horizontal.length + kept.vertical.length; ) {
    count = kept.horizontal.length + kept.vertical.length
    const upright = [...vertical, ...kept.vertical]
    const level = [...horizontal, ...kept.horizontal]
    kept = {
      horizontal: kept.horizontal.filter((s) => between(s, upright)),
      vertical: kept.vertical.filter((s) => between(s, level)),
    }
  }
  const upright = [...vertical, ...kept.vertical]
  const level = [...horizontal, ...kept.horizontal]
  return {
    horizontal: kept.horizontal.flatMap((s) => between(s, upright) ?? []),
    vertical: kept.vertical.flatMap((s) => between(s, level) ?? []),
  }
}
