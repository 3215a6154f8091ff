import type { DrawnText, Sheet } from '../draw/sheet.ts'
import type { Random } from '../random.ts'

type Point = readonly [x: number, y: number]

/** What a person put on paper after it was printed. Lengths are points from the top left corner of the page. */
export interface PenMark {
  kind: 'strike' | 'underline' | 'ring' | 'note' | 'tick' | 'seal'
  /** How much red, green and blue light the ink lets through, 0 to 1. */
  ink: readonly [number, number, number]
  width: number
  strokes: readonly (readonly Point[])[]
  /** x0 y0 x1 y1 */
  box: readonly [number, number, number, number]
}

type Ink = PenMark['ink']
const red: Ink = [0.85, 0.15, 0.2]
const blue: Ink = [0.2, 0.25, 0.75]
const vermilion: Ink = [0.92, 0.3, 0.22]

function mark(kind: PenMark['kind'], ink: Ink, width: number, strokes: readonly (readonly Point[])[]): PenMark {
  const xs = strokes.flat().map(([x]) => x)
  const ys = strokes.flat().map(([, y]) => y)
  return { kind, ink, width, strokes, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] }
}

/** A hand trembles by so much of a point. */
const tremor = 0.5

function line(random: Random, [x0, y0]: Point, [x1, y1]: Point): Point[] {
  const steps = Math.max(2, Math.round(Math.hypot(x1 - x0, y1 - y0) / 8))
  const shake = (): number => (random.next() - 0.5) * 2 * tremor
  return Array.from({ length: steps + 1 }, (_, i): Point => {
    const t = i / steps
    return [x0 + t * (x1 - x0) + shake(), y0 + t * (y1 - y0) + shake()]
  })
}

function ring(random: Random, [x, y]: Point, rx: number, ry: number): Point[] {
  const from = random.next() * 2 * Math.PI
  return Array.from({ length: 33 }, (_, i): Point => {
    const angle = from + (i / 32) * 2.05 * Math.PI
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)]
  })
}

/** Four to seven short strokes in a square, as written characters have. */
function scrawl(random: Random, [x, y]: Point, size: number): Point[][] {
  const spot = (): Point => [x + random.next() * size * 0.9, y + random.next() * size]
  return Array.from({ length: random.int(4, 7) }, () => line(random, spot(), spot()))
}

/** A seal of a rounded square or a circle with characters in it, 18 to 24 mm across. */
function seal(random: Random, middle: Point): PenMark {
  const side = random.int(51, 68)
  const [x, y] = [middle[0] - side / 2, middle[1] - side / 2]
  const isRound = random.chance(0.4)
  const corners: Point[] = [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ]
  const edge = isRound
    ? [ring(random, middle, side / 2, side / 2)]
    : corners.slice(1).map((to, i) => line(random, corners[i] as Point, to))
  const rows = isRound ? 2 : 3
  const size = (side * (isRound ? 0.6 : 0.8)) / rows
  const start: Point = [middle[0] - (size * rows) / 2, middle[1] - (size * rows) / 2]
  const characters = Array.from({ length: rows * rows }, (_, i) =>
    scrawl(random, [start[0] + (i % rows) * size, start[1] + Math.floor(i / rows) * size], size * 0.8),
  ).flat()
  return mark('seal', vermilion, 1.6, [...edge, ...characters])
}

const widthOf = ({ text, size }: DrawnText): number =>
  [...text].reduce((n, c) => n + (c.charCodeAt(0) < 0x2e80 ? size / 2 : size), 0)

/** Shortest text that a pen strikes out or underlines, in points. */
const worthMarking = 50

/** What readers of a printed page put on it: a few pen marks of each kind, and now and then a seal. */
export function pensOn(sheet: Sheet, random: Random): PenMark[] {
  const long = sheet.texts.filter((t) => widthOf(t) >= worthMarking)
  const marks: PenMark[] = []
  const [struck, under, ringed, ticked] = random.sample(long, 4)
  const pen = random.pick([red, blue])
  if (struck && random.chance(0.7)) {
    const y = struck.y - struck.size * 0.35
    const end = struck.x + Math.min(widthOf(struck), random.int(60, 140))
    marks.push(mark('strike', red, 1.2, [line(random, [struck.x + 2, y], [end, y])]))
  }
  if (under) {
    const y = under.y + under.size * 0.25
    marks.push(mark('underline', pen, 1, [line(random, [under.x, y], [under.x + Math.min(150, widthOf(under)), y])]))
  }
  if (ringed && random.chance(0.6)) {
    const rx = Math.min(widthOf(ringed), 70) / 2 + 4
    const middle: Point = [ringed.x + rx - 4, ringed.y - ringed.size * 0.4]
    marks.push(mark('ring', pen, 1, [ring(random, middle, rx, ringed.size * 0.9)]))
  }
  if (ticked && random.chance(0.6)) {
    const [x, y] = [ticked.x - 16, ticked.y - ticked.size * 0.4]
    const foot: Point = [x + 4, y + 4]
    marks.push(mark('tick', red, 1.2, [[...line(random, [x, y], foot), ...line(random, foot, [x + 11, y - 8])]]))
  }
  if (random.chance(0.7)) {
    const size = 13
    const at: Point = [14, random.int(120, Math.round(sheet.height) - 200)]
    const note = Array.from({ length: random.int(2, 4) }, (_, i) =>
      scrawl(random, [at[0], at[1] + i * size * 1.2], size),
    )
    marks.push(mark('note', pen, 0.9, note.flat()))
  }
  if (random.chance(0.6) && long.length > 0) {
    const over = random.pick(long)
    marks.push(seal(random, [over.x + Math.min(widthOf(over), 200) * 0.8, over.y - over.size * 0.3]))
  }
  return marks
}
