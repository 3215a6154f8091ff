import type { Rule } from '@kyoyaku/core'

/** Dots that were drawn one after the other along a line, as dotted borders are. */
export interface DotRow {
  /** Until there are enough of them to be a line. */
  dots: Rule[]
  /** The line that they are; it grows with every further dot. */
  rule: Rule | undefined
  along: 'x' | 'y' | undefined
  last: Rule
  /** What the last one covers. */
  square: Square
}

/** A mark no longer than this, in points, is a dot of a dotted rule … */
const dotLength = 3.5
/** … whose dots stand no further apart than this … */
const dotGap = 3.5
/** … and lie on one line within this much … */
const straight = 0.2
/** … are of one size but for rounding … */
const alike = 0.05
/** … and which has at least this many of them. */
const fewestDots = 6

const isDot = (r: Rule): boolean => r.x1 - r.x0 <= dotLength && r.y1 - r.y0 <= dotLength

interface Square {
  x0: number
  x1: number
  y0: number
  y1: number
}

/** The square that a dot covers: its rule has no thickness. */
function squareOf(dot: Rule): Square {
  const half = dot.width / 2
  return dot.x1 - dot.x0 >= dot.y1 - dot.y0
    ? { x0: dot.x0, x1: dot.x1, y0: dot.y0 - half, y1: dot.y1 + half }
    : { x0: dot.x0 - half, x1: dot.x1 + half, y0: dot.y0, y1: dot.y1 }
}

const middle = (from: number, to: number): number => (from + to) / 2

/** Which way the row goes on from its last dot to another one; nothing where that is no part of it. */
function wayTo({ along, last, square: a }: DotRow, dot: Rule, b: Square): DotRow['along'] {
  if (dot.color !== last.color || Math.abs(dot.width - last.width) > alike) return undefined
  const level = Math.abs(middle(a.y0, a.y1) - middle(b.y0, b.y1)) <= straight
  const upright = Math.abs(middle(a.x0, a.x1) - middle(b.x0, b.x1)) <= straight
  if (level === upright) return undefined
  if (level) return along !== 'y' && Math.max(b.x0 - a.x1, a.x0 - b.x1) <= dotGap ? 'x' : undefined
  return along !== 'x' && Math.max(b.y0 - a.y1, a.y0 - b.y1) <= dotGap ? 'y' : undefined
}

function lineOf(dots: readonly Rule[], along: 'x' | 'y'): Rule {
  const squares = dots.map(squareOf)
  const { color, width } = dots[0] as Rule
  const [x0, x1] = [Math.min(...squares.map((s) => s.x0)), Math.max(...squares.map((s) => s.x1))]
  const [y0, y1] = [Math.min(...squares.map((s) => s.y0)), Math.max(...squares.map((s) => s.y1))]
  const [x, y] = [middle(x0, x1), middle(y0, y1)]
  return along === 'x' ? { x0, x1, y0: y, y1: y, width, color } : { x0: x, x1: x, y0, y1, width, color }
}

/** Where rules of a page are collected. */
export interface RuleList {
  rules: Rule[]
  row?: DotRow | undefined
}

/** Dots that came to no line stay dots. */
export function endRow(list: RuleList): void {
  if (list.row && !list.row.rule) list.rules.push(...list.row.dots)
  list.row = undefined
}

/**
 * Adds a rule. Dots in a row are one rule from the sixth on: pages with dotted borders have thousands of them, and
 * documents millions.
 */
export function addRule(list: RuleList, rule: Rule): void {
  if (!isDot(rule)) {
    list.rules.push(rule)
    return
  }
  const { row } = list
  const square = squareOf(rule)
  const way = row && wayTo(row, rule, square)
  if (!row || way === undefined) {
    endRow(list)
    list.row = { dots: [rule], rule: undefined, along: undefined, last: rule, square }
    return
  }
  row.along = way
  row.last = rule
  row.square = square
  if (row.rule) {
    lengthen(row.rule, square, way)
    return
  }
  row.dots.push(rule)
  if (row.dots.length < fewestDots) return
  row.rule = lineOf(row.dots, way)
  row.dots = []
  list.rules.push(row.rule)
}

function lengthen(rule: Rule, { x0, x1, y0, y1 }: Square, along: 'x' | 'y'): void {
  if (along === 'x') {
    if (x0 < rule.x0) rule.x0 = x0
    if (x1 > rule.x1) rule.x1 = x1
  } else {
    if (y0 < rule.y0) rule.y0 = y0
    if (y1 > rule.y1) rule.y1 = y1
  }
}
