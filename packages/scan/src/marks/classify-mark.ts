import { largestTriangle, type Outline, rayCount } from './outline.ts'

/** A shape as one of the marks of grids, and how far it is from being anything else (0 to 1). */
export interface Mark {
  value: string
  confidence: number
}

/** Sides of the box of a mark that is no dash differ by no more than this; drawn in haste by more, but then a figure may look like it. */
const usualAspect = 1.35
const widestAspect = 1.6
const oddAspect = 0.6
/** A dash is at least this many times as wide as it is high. */
const dashAspect = 2.6
/** Mean distance of an outline from that of a shape, in halves of its box: up to this it is that shape. Drawn by hand it is .08. */
const farthest = 0.16
/** Rays without ink count as this far off. */
const missing = 0.5
/** Rings within a ring run into one another on no more of the rays than leave this share. */
const merged = 0.4
/** A cross is two diagonals and nothing else: they hold this share of its ink. */
const crossed = 0.88
/** Ink in this share of the box of a dash, at least, in hardly more than one stroke: words in dense type have several above one another. */
const dashFill = 0.5
const oneStroke = 1.3

/** What is filled is ink for this share of its area at least: at low resolution a white speck stays in it; nearly all of it where it is certain. */
const filledShare = 0.8
const certainlyFilled = 0.93

/** The stroke of an open shape begins no further in than this share of the way to its outline. */
const hollow = 0.45

/** The largest triangle in an outline takes this share of it where it is one (of a circle .41, of a square .5), and certainly so that one. */
const triangular = 0.7
const certainTriangle = 0.84
/** More than this, and the outline turns inwards: no triangle does. */
const convex = 1.1
/** An open triangle is certain where ink is no more of its area than this: thick strokes come near its middle. */
const openTriangle = 0.7
/** Outlines closer to a circle than this are not looked at for corners. */
const surelyRound = 0.08

type Ray = (angle: number) => number

const square: Ray = (angle) => 1 / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)))
const diamond: Ray = (angle) => 1 / (Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle)))

interface Kind {
  open: string
  filled: string
}
const circle: Kind & { ray: Ray } = { ray: () => 1, open: '○', filled: '●' }
/** Outlines by how far out they reach, with the mark that they are, open and filled. */
const shapes: readonly (Kind & { ray: Ray })[] = [
  circle,
  { ray: square, open: '□', filled: '■' },
  { ray: diamond, open: '◇', filled: '◆' },
]
const triangles = { 1: { open: '△', filled: '▲' }, [-1]: { open: '▽', filled: '▼' } } as const

const angleOf = (k: number): number => (k * 2 * Math.PI) / rayCount
const share = (test: (k: number) => boolean): number => {
  let n = 0
  for (let k = 0; k < rayCount; k++) if (test(k)) n++
  return n / rayCount
}

function distance(outline: Outline, ray: Ray): number {
  let sum = 0
  for (let k = 0; k < rayCount; k++) {
    const r = outline.outer[k] as number
    sum += r === 0 ? missing : Math.min(Math.abs(r - ray(angleOf(k))), missing)
  }
  return sum / rayCount
}

/** Rays near the diagonals meet ink up to the corners of a cross, and rays along the axes none but at its middle. */
function crossOf({ outer, inner }: Outline): number {
  const eighth = rayCount / 8
  let arms = 0
  let gaps = 0
  for (let k = 0; k < 4; k++) {
    const diagonal = eighth * (2 * k + 1)
    let reach = 0
    for (let d = -4; d <= 4; d++) reach = Math.max(reach, outer[(diagonal + d + rayCount) % rayCount] as number)
    if (reach > 1) arms++
    const axis = eighth * 2 * k
    let free = 2
    for (let d = -2; d <= 2; d++) free = Math.min(free, outer[(axis + d + rayCount) % rayCount] as number)
    if (free < 0.62) gaps++
  }
  const middle = share((k) => (inner[k] as number) > 0 && (inner[k] as number) < 0.3)
  return arms === 4 ? (gaps / 4) * Math.min(1, middle * 1.6) : 0
}

/** A ring inside of a ring lies between these shares of the way to the outline: further in is a dot. */
const innermost = 0.2
const outermost = 0.75
/** Where there is one on this share of the rays, with paper around it, … */
const parted = 0.2
/** … a stroke so thick that begins no further from where the inner ring usually does is both: at low resolution they touch. */
const twoStrokes = 0.3
const sameRing = 0.12

/** On how many of the rays, as a share, a ring lies inside of the ring. */
function doubled({ crossings, inner, outer }: Outline): number {
  const apart: number[] = []
  inner.forEach((r, k) => {
    if ((crossings[k] as number) >= 2 && r > innermost && r < outermost) apart.push(r)
  })
  const seen = apart.length / rayCount
  if (seen < parted) return seen
  const usual = apart.sort((a, b) => a - b)[apart.length >> 1] as number
  const touching = share((k) => {
    const from = inner[k] as number
    return crossings[k] === 1 && (outer[k] as number) - from >= twoStrokes && Math.abs(from - usual) <= sameRing
  })
  return seen + touching
}

/**
 * What mark a shape is, by its outline: a circle (open, double, filled), a triangle, a cross, a dash. Drawn by hand it may be open,
 * oval or crooked. Undefined where it is like none of them.
 */
export function classifyMark(outline: Outline): Mark | undefined {
  const { width, height, fill, inner, outer } = outline
  if (width >= height * dashAspect) {
    const isBar = fill >= dashFill && outline.strands <= oneStroke
    return isBar ? { value: '－', confidence: Math.min(1, width / height / 5) } : undefined
  }
  const aspect = Math.max(width / height, height / width)
  if (aspect > widestAspect) return undefined
  const cross = crossOf(outline)
  if (cross >= 0.7 && fill < 0.6 && outline.diagonal >= crossed) return { value: '×', confidence: cross }
  const found = kindOf(outline)
  if (!found) return undefined
  const { kind } = found
  const certain = found.certain * (aspect > usualAspect ? oddAspect : 1)
  const solid = share((k) => (inner[k] as number) < 0.3 && (outer[k] as number) > 0)
  if (solid > 0.75 && outline.solidity > filledShare)
    return { value: kind.filled, confidence: certain * ramp(outline.solidity, filledShare - 0.1, certainlyFilled) }
  const double = doubled(outline)
  if (kind === circle && double >= 0.5) return { value: '◎', confidence: certain * ramp(double, 0.3, 0.7) }
  const isTriangle = kind === triangles[1] || kind === triangles[-1]
  const isHollow = (k: number): boolean => isTriangle || (inner[k] as number) > (outer[k] as number) * hollow
  const open = share((k) => isHollow(k) && (outline.crossings[k] as number) === 1)
  if (isTriangle)
    return {
      value: kind.open,
      confidence: certain * ramp(open, 0.4, 0.85) * ramp(outline.solidity, filledShare, openTriangle),
    }
  if (open >= 0.6) return { value: kind.open, confidence: certain * ramp(open, 0.4, 0.85) * (1 - double) }
  // Rings that run into one another.
  return kind === circle && double >= merged ? { value: '◎', confidence: certain * ramp(double, 0, 0.7) } : undefined
}

const ramp = (value: number, none: number, all: number): number =>
  Math.max(0, Math.min(1, (value - none) / (all - none)))

/** What kind of shape an outline is, filled or not, and how certain that is. */
function kindOf(outline: Outline): { kind: Kind; certain: number } | undefined {
  const ranked = shapes.map((kind) => ({ kind, off: distance(outline, kind.ray) })).sort((a, b) => a.off - b.off)
  const [best, second] = ranked as [(typeof ranked)[number], (typeof ranked)[number]]
  if (best.kind !== circle || best.off > surelyRound) {
    const { share, tip } = largestTriangle(outline.outer)
    if (share >= triangular && share <= convex)
      return { kind: triangles[tip], certain: ramp(share, triangular - 0.1, certainTriangle) }
  }
  if (best.off > farthest) return undefined
  return {
    kind: best.kind,
    certain: Math.min(1, (1 - best.off / farthest) * 1.5) * Math.min(1, (second.off - best.off) / 0.06),
  }
}
