import type { Rule } from '../read/page-glyphs.ts'

/** A straight line along an axis: `at` on the other axis, from … to along its own. */
export interface Segment {
  at: number
  from: number
  to: number
}

export interface Segments {
  horizontal: Segment[]
  vertical: Segment[]
}

/** Rules drawn side by side for one line, as the sides of two cells, lie within this many points. */
const sameLine = 1
/** Pieces of one line leave no wider gap than this. */
const joint = 2
/** A mark no longer than this is a dot or a dash of a dotted rule … */
const dotLength = 3.5
/** … whose dots stand no further apart than this … */
const dotGap = 3.5
/** … and which has at least this many of them. */
const fewestDots = 6

interface Piece extends Segment {
  dot: boolean
}

/** Joins pieces that lie on one line; pieces must be sorted by `at`. */
function joinOnLine(pieces: Piece[]): Segment[] {
  pieces.sort((a, b) => a.from - b.from)
  const joined: Segment[] = []
  let current: (Segment & { dots: number; solid: boolean }) | undefined
  let weight = 0
  const close = (): void => {
    if (current && (current.solid || current.dots >= fewestDots))
      joined.push({ at: current.at, from: current.from, to: current.to })
  }
  for (const piece of pieces) {
    const reach = piece.dot && current && !current.solid ? dotGap : joint
    if (current && piece.from - current.to <= reach) {
      const length = piece.to - piece.from
      current.at = (current.at * weight + piece.at * length) / (weight + length || 1)
      weight += length
      current.to = Math.max(current.to, piece.to)
      current.dots++
      if (!piece.dot) current.solid = true
    } else {
      close()
      current = { at: piece.at, from: piece.from, to: piece.to, dots: 1, solid: !piece.dot }
      weight = piece.to - piece.from
    }
  }
  close()
  return joined
}

/** Places are told apart to this many parts of a point when they are sorted. */
const fine = 4096
const most = 2 ** 20

/** Pieces in the order of their `at`. A page has thousands where its borders are dotted: numbers sort without comparing by hand. */
function inOrder(pieces: Piece[]): Piece[] {
  if (pieces.length > most) return pieces.sort((a, b) => a.at - b.at)
  const keys = Float64Array.from(pieces, (piece, i) => Math.round(piece.at * fine) * most + i).sort()
  return Array.from(keys, (key) => pieces[((key % most) + most) % most] as Piece)
}

function joinAll(pieces: Piece[]): Segment[] {
  const sorted = inOrder(pieces)
  const result: Segment[] = []
  for (let i = 0; i < sorted.length; ) {
    const limit = (sorted[i] as Piece).at + sameLine
    let end = i + 1
    while (end < sorted.length && (sorted[end] as Piece).at <= limit) end++
    for (const segment of joinOnLine(sorted.slice(i, end))) result.push(segment)
    i = end
  }
  return result
}

/** The lines of a page: pieces joined, dots and dashes in a row made into one line, lone dots left out. */
export function segmentsOf(rules: readonly Rule[]): Segments {
  const horizontal: Piece[] = []
  const vertical: Piece[] = []
  for (const r of rules) {
    const dx = r.x1 - r.x0
    const dy = r.y1 - r.y0
    const x = (r.x0 + r.x1) / 2
    const y = (r.y0 + r.y1) / 2
    if (dx <= dotLength && dy <= dotLength) {
      // A dot may belong to a line either way; thin dashes tell by their length which way they lie.
      const half = Math.max(r.width, 0.1) / 2
      if (dx >= dy) horizontal.push({ at: y, from: r.x0, to: r.x1, dot: true })
      if (dx >= dy && dx <= r.width * 1.5) vertical.push({ at: x, from: y - half, to: y + half, dot: true })
      if (dy > dx) vertical.push({ at: x, from: r.y0, to: r.y1, dot: true })
      if (dy > dx && dy <= r.width * 1.5) horizontal.push({ at: y, from: x - half, to: x + half, dot: true })
    } else if (dx > dy) horizontal.push({ at: y, from: r.x0, to: r.x1, dot: false })
    else vertical.push({ at: x, from: r.y0, to: r.y1, dot: false })
  }
  return { horizontal: joinAll(horizontal), vertical: joinAll(vertical) }
}
