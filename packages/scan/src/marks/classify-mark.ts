import { type Outline, rayCount } from './outline.ts'

/** A shape as one of the marks of grids, and how far it is from being anything else (0 to 1). */
export interface Mark {
  value: string
  confidence: number
}

/** Sides of the box of a mark that is no dash differ by no more than this. */
const widestAspect = 1.35
/** A dash is at least this many times as wide as it is high. */
const dashAspect = 2.6
/** Mean distance of an outline from that of a shape, in halves of its box: up to this it is that shape. Drawn by hand it is .08. */
const farthest = 0.16
/** Rays without ink count as this far off. */
const missing = 0.5
/** A cross is two diagonals and nothing else: they hold this share of its ink. */
const crossed = 0.88
/** Ink in this share of the box of a dash, at least. */
const dashFill = 0.5

/** What is filled is ink for this share of its area: at low resolution a white speck stays in it. */
const filledShare = 0.82

/** The stroke of an open shape begins no further in than this share of the way to its outline. */
const hollow = 0.45

type Ray = (angle: number) => number

/** How far out a triangle reaches that fills its box with its tip up, from the middle of the box. */
const triangle: Ray = (angle) => {
  const [x, y] = [Math.cos(angle), Math.sin(angle)]
  // The sides are 2|x| − y = 1 … 0 ≤ 1 + y; the base is y = 1.
  const side = 2 * Math.abs(x) - y > 0 ? 1 / (2 * Math.abs(x) - y) : Number.POSITIVE_INFINITY
  const base = y > 0 ? 1 / y : Number.POSITIVE_INFINITY
  return Math.min(side, base)
}
const square: Ray = (angle) => 1 / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)))
const diamond: Ray = (angle) => 1 / (Math.abs(Math.cos(angle)) + Math.abs(Math.sin(angle)))

/** Outlines with the mark that they are, open and filled, and the share of the box that they fill. */
const shapes: readonly { ray: Ray; open: string; filled: string; area: number }[] = [
  { ray: () => 1, open: '○', filled: '●', area: 0.79 },
  { ray: triangle, open: '△', filled: '▲', area: 0.5 },
  { ray: (angle) => triangle(-angle), open: '▽', filled: '▼', area: 0.5 },
  { ray: square, open: '□', filled: '■', area: 1 },
  { ray: diamond, open: '◇', filled: '◆', area: 0.5 },
]

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

/** Whether rings lie inside a ring, by the rays that cross two strokes or come upon ink well inside. */
const doubled = ({ crossings, inner }: Outline): number =>
  share((k) => (crossings[k] as number) >= 2 && (inner[k] as number) < 0.75)

/**
 * What mark a shape is, by its outline: a circle (open, double, filled), a triangle, a cross, a dash. Drawn by hand it may be open,
 * oval or crooked. Undefined where it is like none of them.
 */
export function classifyMark(outline: Outline): Mark | undefined {
  const { width, height, fill, inner, outer } = outline
  if (width >= height * dashAspect && fill >= dashFill)
    return { value: '－', confidence: Math.min(1, width / height / 5) }
  if (Math.max(width / height, height / width) > widestAspect) return undefined
  const cross = crossOf(outline)
  if (cross >= 0.7 && fill < 0.6 && outline.diagonal >= crossed) return { value: '×', confidence: cross }
  const ranked = shapes.map((shape) => ({ shape, off: distance(outline, shape.ray) })).sort((a, b) => a.off - b.off)
  const [best, second] = ranked as [(typeof ranked)[number], (typeof ranked)[number]]
  if (best.off > farthest) return undefined
  const certain =
    Math.max(0, Math.min(1, (1 - best.off / farthest) * 1.5)) * Math.min(1, (second.off - best.off) / 0.06)
  const solid = share((k) => (inner[k] as number) < 0.3 && (outer[k] as number) > 0)
  if (solid > 0.75 && fill > best.shape.area * filledShare) return { value: best.shape.filled, confidence: certain }
  const double = doubled(outline)
  const round = best.shape.open === '○'
  if (round && double >= 0.5) return { value: '◎', confidence: certain * Math.min(1, (double - 0.3) / 0.4) }
  const open = share(
    (k) => (inner[k] as number) > (outer[k] as number) * hollow && (outline.crossings[k] as number) === 1,
  )
  if (open < 0.6) return undefined
  return { value: best.shape.open, confidence: certain * Math.min(1, (open - 0.4) / 0.45) * (1 - Math.min(1, double)) }
}
