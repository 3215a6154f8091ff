import type { Text } from '../text/text.ts'
import type { Cell } from './block.ts'

/**
 * A line of a table that bars part into cells; one without cells is a rule between rows, one that is `ruled` has the cells left of a
 * rule that begins within it.
 */
export interface DrawnLine {
  cells: Cell[]
  ruled: boolean
}

/** A cell that goes on in the line below is at least this long; shorter ones that fill their column are labels. */
const shortestWrapped = 8

const figure = /^[△▲+-]? ?[0-9][0-9,.]* ?(?:千円|百万円|億円|円|人|件|回|%|箇所)?$|^[○◯〇●◎✓✔×―-]$/u

/** Whether cells of one column stand in rows of their own: figures and marks do not wrap. */
const areFigures = (above: Cell, below: Cell): boolean => figure.test(above.folded) && figure.test(below.folded)

/** Whether the text of a cell breaks off at the end of its column and goes on below. */
const isWrapped = (above: Cell, below: Cell): boolean =>
  below.folded !== '' && above.folded.length >= shortestWrapped && !/[。:)]$/u.test(above.folded)

const eachPair = (lines: readonly DrawnLine[], test: (above: Cell, below: Cell) => boolean): boolean =>
  lines.some(
    (line, n) =>
      n > 0 &&
      line.cells.some((cell, i) => {
        const above = lines[n - 1]?.cells[i]
        return above !== undefined && test(above, cell)
      }),
  )

/** The cells of lines that are one row, column by column. */
function joined(lines: readonly DrawnLine[], cellOf: (parts: readonly Text[]) => Cell): Cell[] {
  return (lines[0]?.cells ?? []).map(({ colSpan, covered }, i) => ({
    ...cellOf(lines.map((l) => (l.cells[i] as Cell).text)),
    ...(colSpan === undefined ? {} : { colSpan }),
    ...(covered ? { covered } : {}),
  }))
}

/** The number of a row: (1), ⑴, ア, ①. */
const numberStart = /^(?:\(?(?:[0-9]{1,2}|[ア-ン])[).]|[①-⑳⑴-⒇]|(?:[0-9]{1,2}|[ア-ン]) )/u

/** Whether lines are parted into the same cells, wide ones among them. */
const areAlike = (lines: readonly DrawnLine[]): boolean =>
  lines.every(({ cells }) => cells.every((cell, i) => cell.covered === lines[0]?.cells[i]?.covered))

/** Rows of lines that no rules part. Where every row begins with a number, a line that has its first cell alone and none goes on. */
function unruledRows(lines: readonly DrawnLine[], cellOf: (parts: readonly Text[]) => Cell): Cell[][] {
  const isNumbered = ({ cells }: DrawnLine): boolean => numberStart.test(cells[0]?.folded ?? '')
  const isAlone = ({ cells }: DrawnLine): boolean => cells.every((cell, i) => (cell.folded === '') === i > 0)
  const [first] = lines
  if (!first || !isNumbered(first) || !lines.every((line) => isNumbered(line) || isAlone(line)))
    return lines.map((l) => l.cells)
  const rows: DrawnLine[][] = []
  for (const line of lines) {
    if (isNumbered(line)) rows.push([])
    rows.at(-1)?.push(line)
  }
  return rows.map((row) => (row.length > 1 ? joined(row, cellOf) : (row[0] as DrawnLine).cells))
}

/** Rows whose first cells are one: lines between two rules, and the lines that rules within the span part. */
interface Span {
  groups: DrawnLine[][]
  /** Lines of the cells left of the rules, that stand beside one. */
  beside: DrawnLine[]
}

function spansOf(lines: readonly DrawnLine[]): Span[] {
  const spans: Span[] = [{ groups: [[]], beside: [] }]
  for (const line of lines) {
    const span = spans.at(-1) as Span
    if (line.cells.length === 0) spans.push({ groups: [[]], beside: [] })
    else if (line.ruled) {
      span.beside.push(line)
      span.groups.push([])
    } else span.groups.at(-1)?.push(line)
  }
  return spans.filter((s) => s.groups.some((g) => g.length > 0))
}

/**
 * A span whose upper lines have fewer cells right of the rules than the lower ones, as 役割分担 over 甲 and 乙: each goes over as many
 * columns. As it is where they do not come out even.
 */
function withWideCells(span: Span, cellOf: (parts: readonly Text[]) => Cell): Span {
  const wide = Math.min(...span.beside.map((l) => l.cells.length))
  const width = Math.max(...span.groups.flat().map((l) => l.cells.length))
  const spread = (line: DrawnLine): DrawnLine => {
    const over = (width - wide) / (line.cells.length - wide)
    if (line.cells.length <= wide || !Number.isInteger(over) || over === 1) return line
    const blanks = Array.from({ length: over - 1 }, () => cellOf([]))
    return { ...line, cells: line.cells.flatMap((cell, i) => (i < wide ? [cell] : [cell, ...blanks])) }
  }
  return { ...span, groups: span.groups.map((group) => group.map(spread)) }
}

/** The rows of a span: what stands in its first columns belongs to the first of them. */
function spannedRows({ groups, beside }: Span, cellOf: (parts: readonly Text[]) => Cell): Cell[][] {
  const wide = Math.min(...beside.map((l) => l.cells.length))
  const filled = groups.filter((g) => g.length > 0)
  const rows = filled.map((g) => joined(g, cellOf))
  const all = groups.flatMap((g, n) => [...g, ...(beside[n] ? [beside[n]] : [])])
  return rows.map((row, n) =>
    row.map((cell, i) => (i >= wide ? cell : cellOf(n > 0 ? [] : all.map((l) => (l.cells[i] as Cell).text)))),
  )
}

/**
 * The rows of a table that bars and rules are drawn in: lines between two rules are one row where every row has its rule, or where
 * their cells break off in their midst.
 */
export function drawnRows(lines: readonly DrawnLine[], cellOf: (parts: readonly Text[]) => Cell): Cell[][] {
  const spans = spansOf(lines).map((span) => (span.beside.length > 0 ? withWideCells(span, cellOf) : span))
  const everyRow = spans.length > 2 || spans.some((s) => s.beside.length > 0)
  return spans.flatMap((span) => {
    const [group = []] = span.groups
    const width = Math.max(...span.groups.flat().map((l) => l.cells.length))
    const even = span.groups.flat().every((l) => l.cells.length === width) && span.groups.every(areAlike)
    if (even && span.beside.length > 0 && !span.groups.some((g) => eachPair(g, areFigures)))
      return spannedRows(span, cellOf)
    const one =
      even &&
      spans.length > 1 &&
      span.beside.length === 0 &&
      group.length > 1 &&
      !eachPair(group, areFigures) &&
      (everyRow || eachPair(group, isWrapped))
    if (one) return [joined(group, cellOf)]
    if (even && span.beside.length === 0) return unruledRows(group, cellOf)
    return span.groups.flatMap((g, n) => [...g, ...(span.beside[n] ? [span.beside[n]] : [])].map((l) => l.cells))
  })
}
