import type { Rule } from '@kyoyaku/core'

/** Dots that were drawn one after the other along a line, as dotted borders are. */
export interface DotRow {
  /** Until there are enough of them to be a line. */
  dots: Rule[]
  /** The line that they are; it grows with every further dot. */
  rule: Rule | undefined
  along: Along
  color: string
  /** Thickness of the last one, and the square that it covers. */
  width: number
  x0: number
  x1: number
  y0: number
  y1: number
}

type Along = 'x' | 'y' | undefined

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

const middle = (from: number, to: number): number => (from + to) / 2

/** Which way the row goes on from its last dot to a square; nothing where that is no part of it. */
function wayTo(row: DotRow, x0: number, y0: number, x1: number, y1: number): Along {
  const level = Math.abs(middle(row.y0, row.y1) - middle(y0, y1)) <= straight
  const upright = Math.abs(middle(row.x0, row.x1) - middle(x0, x1)) <= straight
  if (level === upright) return undefined
  if (level) return row.along !== 'y' && Math.max(x0 - row.x1, row.x0 - x1) <= dotGap ? 'x' : undefined
  return row.along !== 'x' && Math.max(y0 - row.y1, row.y0 - y1) <= dotGap ? 'y' : undefined
}

/** Half the thickness that the square of a dot adds to its rule, which has none, along either axis. */
const halfAcross = (dot: Rule, axis: 'x' | 'y'): number =>
  dot.x1 - dot.x0 >= dot.y1 - dot.y0 === (axis === 'y') ? dot.width / 2 : 0

function lineOf(dots: readonly Rule[], along: 'x' | 'y'): Rule {
  const { color, width } = dots[0] as Rule
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const dot of dots) {
    const [dx, dy] = [halfAcross(dot, 'x'), halfAcross(dot, 'y')]
    x0 = Math.min(x0, dot.x0 - dx)
    x1 = Math.max(x1, dot.x1 + dx)
    y0 = Math.min(y0, dot.y0 - dy)
    y1 = Math.max(y1, dot.y1 + dy)
  }
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
  const { row } = list
  if (row && !row.rule) for (const dot of row.dots) list.rules.push(dot)
  list.row = undefined
}

/**
 * Adds a rule. Dots in a row are one rule from the sixth on: pages with dotted borders have thousands of them, and
 * documents millions.
 */
export function addRule(
  list: RuleList,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  width: number,
  color: string,
): void {
  const w = x1 - x0
  const h = y1 - y0
  if (w > dotLength || h > dotLength) {
    list.rules.push({ x0, y0, x1, y1, width, color })
    return
  }
  const dx = w >= h ? 0 : width / 2
  const dy = w >= h ? width / 2 : 0
  const { row } = list
  const way =
    row && color === row.color && Math.abs(width - row.width) <= alike
      ? wayTo(row, x0 - dx, y0 - dy, x1 + dx, y1 + dy)
      : undefined
  if (!row || way === undefined) {
    endRow(list)
    list.row = {
      dots: [{ x0, y0, x1, y1, width, color }],
      rule: undefined,
      along: undefined,
      color,
      width,
      x0: x0 - dx,
      x1: x1 + dx,
      y0: y0 - dy,
      y1: y1 + dy,
    }
    return
  }
  row.along = way
  row.width = width
  row.x0 = x0 - dx
  row.x1 = x1 + dx
  row.y0 = y0 - dy
  row.y1 = y1 + dy
  if (row.rule) {
    lengthen(row.rule, row, way)
    return
  }
  row.dots.push({ x0, y0, x1, y1, width, color })
  if (row.dots.length < fewestDots) return
  row.rule = lineOf(row.dots, way)
  row.dots = []
  list.rules.push(row.rule)
}

function lengthen(rule: Rule, { x0, x1, y0, y1 }: DotRow, along: 'x' | 'y'): void {
  if (along === 'x') {
    if (x0 < rule.x0) rule.x0 = x0
    if (x1 > rule.x1) rule.x1 = x1
  } else {
    if (y0 < rule.y0) rule.y0 = y0
    if (y1 > rule.y1) rule.y1 = y1
  }
}
