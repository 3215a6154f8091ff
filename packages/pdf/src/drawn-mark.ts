import type { Box } from '@kyoyaku/core'

/** A shape of the size of a character, as programs paint marks in the cells of tables. */
export interface DrawnShape {
  kind: 'ring' | 'disc' | 'hole' | 'up' | 'up-filled' | 'rising' | 'falling'
  box: Box
}

/** Marks are as large as characters, in points. */
const smallest = 4
const largest = 30
/** Rings in low or narrow cells are ovals, with sides no further apart than this. */
const flattest = 0.6
/** Points of a circle lie on it within this share of its radius. */
const round = 0.08
/** Shapes with middles this close, as a share of the smaller one, are one mark. */
const sameMiddle = 0.2
/** More shapes than this on a page are a drawing. */
export const mostShapes = 5000

/** Whether a box has the size and the proportions of a mark. */
function isMarkSized([x0, y0, x1, y1]: Box): boolean {
  const [short, long] = x1 - x0 < y1 - y0 ? [x1 - x0, y1 - y0] : [y1 - y0, x1 - x0]
  return short >= smallest && long <= largest && short >= long * flattest
}

/** The hull of a circle or oval through points that curves lead along; undefined where they are none. */
export function circleThrough(points: ArrayLike<number>, count: number): Box | undefined {
  // A start and three curves are the least that a circle is painted by.
  if (count < 8) return undefined
  const last = count - 2
  const closes = Math.hypot(at(points, 0) - at(points, last), at(points, 1) - at(points, last + 1)) < 0.5
  const end = closes ? last : count
  const [x0, y0, x1, y1] = hullOf(points, end)
  const [x, y, a, b] = [(x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, (y1 - y0) / 2]
  let even = true
  let oval = true
  const radius = Math.hypot(at(points, 0) - x, at(points, 1) - y)
  for (let i = 0; i < end; i += 2) {
    const [dx, dy] = [at(points, i) - x, at(points, i + 1) - y]
    if (Math.abs(Math.hypot(dx, dy) - radius) > radius * round) even = false
    if (Math.abs(Math.hypot(dx / a, dy / b) - 1) > round) oval = false
  }
  if (!even && !oval) return undefined
  const box: Box = even ? [x - radius, y - radius, x + radius, y + radius] : [x0, y0, x1, y1]
  return isMarkSized(box) ? box : undefined
}

/** The hull of an upright triangle on its base; undefined where the points are none. */
export function triangleThrough(points: ArrayLike<number>, count: number): Box | undefined {
  const box = hullOf(points, count)
  if (!isMarkSized(box)) return undefined
  const [x0, y0, x1, y1] = box
  const near = (x1 - x0) * round
  const found = new Set<string>()
  for (let i = 0; i < count; i += 2) {
    const [x, y] = [at(points, i), at(points, i + 1)]
    if (Math.abs(y - y0) < near && Math.abs(x - (x0 + x1) / 2) < near) found.add('top')
    else if (Math.abs(y - y1) < near && Math.abs(x - x0) < near) found.add('left')
    else if (Math.abs(y - y1) < near && Math.abs(x - x1) < near) found.add('right')
    else return undefined
  }
  return found.size === 3 ? box : undefined
}

/** A slanted stroke that may be half of a cross. */
export function slantOf(ax: number, ay: number, bx: number, by: number): DrawnShape | undefined {
  const box: Box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
  if (!isMarkSized(box)) return undefined
  return { kind: (bx - ax) * (by - ay) > 0 ? 'falling' : 'rising', box }
}

const at = (points: ArrayLike<number>, i: number): number => points[i] as number

function hullOf(points: ArrayLike<number>, count: number): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < count; i += 2) {
    x0 = Math.min(x0, at(points, i))
    x1 = Math.max(x1, at(points, i))
    y0 = Math.min(y0, at(points, i + 1))
    y1 = Math.max(y1, at(points, i + 1))
  }
  return [x0, y0, x1, y1]
}

const middleOf = ([x0, y0, x1, y1]: Box): [number, number] => [(x0 + x1) / 2, (y0 + y1) / 2]

function areConcentric(a: Box, b: Box): boolean {
  const [ax, ay] = middleOf(a)
  const [bx, by] = middleOf(b)
  return Math.hypot(ax - bx, ay - by) <= Math.min(a[2] - a[0], b[2] - b[0]) * sameMiddle
}

/** What shapes about one middle are, by their kinds from the largest to the smallest; nothing where they are no mark. */
function characterOf(kinds: readonly DrawnShape['kind'][]): string | undefined {
  const [outer, ...inner] = kinds
  if (kinds.includes('rising') && kinds.includes('falling')) return kinds.length === 2 ? '×' : undefined
  if (outer === 'up') return inner.length === 0 ? '△' : undefined
  if (outer === 'up-filled') return '▲'
  if (outer === 'ring') return inner.some((k) => k === 'ring' || k === 'disc') ? '◎' : '○'
  if (outer !== 'disc') return undefined
  if (inner[0] !== 'hole') return '●'
  return inner.includes('disc') ? '◎' : '○'
}

/** Small images this often on a page are marks … */
const fewestImages = 3
/** … and of one size to within this many points, no larger than this. */
const sameSize = 0.5
const largestImage = 20

/** Small images that a page has several of: marks of which nothing is known but their places. */
export function imageMarksOf(images: readonly Box[]): { character: string; box: Box }[] {
  const bySize = new Map<string, Box[]>()
  for (const box of images) {
    const [wide, high] = [box[2] - box[0], box[3] - box[1]]
    if (!isMarkSized(box) || Math.max(wide, high) > largestImage) continue
    const size = `${Math.round(wide / sameSize)} ${Math.round(high / sameSize)}`
    const own = bySize.get(size)
    if (own) own.push(box)
    else bySize.set(size, [box])
  }
  const often = [...bySize.values()].filter((own) => own.length >= fewestImages).flat()
  return often.slice(0, mostShapes).map((box) => ({ character: '\ufffd', box }))
}

const width = ({ box }: DrawnShape): number => box[2] - box[0]

/** The marks that the shapes of a page are: shapes about one middle together. */
export function marksOf(shapes: readonly DrawnShape[]): { character: string; box: Box }[] {
  if (shapes.length > mostShapes) return []
  const fields = new Map<string, DrawnShape[][]>()
  const groups: DrawnShape[][] = []
  for (const shape of shapes.toSorted((a, b) => width(b) - width(a))) {
    const [x, y] = middleOf(shape.box).map((v) => Math.floor(v / largest)) as [number, number]
    const own = neighbours(fields, x, y).find(([first]) => first && areConcentric(first.box, shape.box))
    if (own) {
      own.push(shape)
      continue
    }
    const group = [shape]
    groups.push(group)
    const field = fields.get(`${x} ${y}`)
    if (field) field.push(group)
    else fields.set(`${x} ${y}`, [group])
  }
  return groups.flatMap((group) => {
    const character = characterOf(group.map(({ kind }) => kind))
    return character === undefined ? [] : [{ character, box: (group[0] as DrawnShape).box }]
  })
}

function neighbours(fields: ReadonlyMap<string, DrawnShape[][]>, x: number, y: number): DrawnShape[][] {
  const found: DrawnShape[][] = []
  for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) found.push(...(fields.get(`${x + dx} ${y + dy}`) ?? []))
  return found
}
