import type { Line } from '../../layout/block.ts'
import { join } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { slice, type Text, trim } from '../../text/text.ts'
import { cellEnds, endsCell } from './cell-end.ts'
import { type Column, isRole } from './column.ts'
import type { Element } from './elements.ts'
import { gappedCells } from './gapped.ts'
import { withDescribed } from './initiative-word.ts'
import { columnsTaken, occupancy, startOf } from './print-columns.ts'
import { isRemark } from './remark.ts'
import type { Heading, Part, RoleTableReading, Row, RowCell } from './row.ts'
import { mergedRowsIn } from './row-headings.ts'
import { rowLabelOf, rowStartsOf } from './row-label.ts'
import { sectionsOf } from './sections.ts'

/** A table's columns as printed with spaces: where each ends. */
function boundaries(header: Line, labels: readonly Text[], lines: readonly Line[]): number[] | undefined {
  const grid = occupancy(header)
  const place = (offset: number): number => grid.indexOf(header.printed.offsets.indexOf(offset))
  const starts = labels.map((l) => place(l.offsets[0] as number))
  const ends = labels.map((l) => place(l.offsets.at(-1) as number))
  const used: number[] = []
  for (const line of lines) {
    const own = occupancy(line)
    for (let i = 0; i < own.length; i++) if ((own[i] as number) >= 0) used[i] = (used[i] ?? 0) + 1
  }
  const cuts: number[] = []
  for (let n = 0; n + 1 < labels.length; n++) {
    const from = cuts.at(-1) ?? (starts[n] as number)
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (
      let i = Math.max(from, (starts[n] as number) + 1);
      i <= (starts[n + 1] as number) + 40 && i <= (ends[n + 1] as number);
      i++
    ) {
      const n0 = (used[i] ?? 0) + (used[i - 1] ?? 0)
      const centre = Math.abs(i - ((ends[n] as number) + (starts[n + 1] as number)) / 2) / 1000
      if (n0 + centre < least) {
        least = n0 + centre
        best = i
      }
    }
    if (best < 0 || least > lines.length * 0.25) return undefined
    cuts.push(best)
  }
  return cuts
}

/** Share of a table's lines that reach under its second heading where its columns stand side by side. */
const alignedShare = 0.4

/** Whether the lines under a heading line stand in columns under its headings, as a layout-keeping extraction prints. */
export function isAligned(header: Line, labels: readonly Text[], lines: readonly Line[]): boolean {
  const second = labels[1] ? startOf(header, labels[1]) : -1
  return (
    second > 0 &&
    lines.length > 0 &&
    lines.filter((l) => columnsTaken(l) > second + 2).length >= lines.length * alignedShare
  )
}

/** A gap inside the first column that parts a title from its description in most rows. */
function innerCut(lines: readonly Line[], end: number): number | undefined {
  const used: number[] = Array.from({ length: end }, () => 0)
  for (const line of lines) {
    const grid = occupancy(line)
    for (let i = 0; i < end; i++) if ((grid[i] ?? -1) >= 0) used[i] = (used[i] as number) + 1
  }
  const first = used.findIndex((n) => n > 0)
  for (let i = first + 8; i + 8 < end; i++) if (used[i] === 0 && used[i + 1] === 0) return i + 1
  return undefined
}

function cutLine(line: Line, cuts: readonly number[]): (Text | undefined)[] {
  const grid = occupancy(line)
  const starts = [0, ...cuts]
  return starts.map((from, n) => {
    // A wide character over the cut belongs to the column that it begins in.
    const own = grid.slice(from, cuts[n]).filter((c) => c >= 0 && c !== (grid[from - 1] ?? -1))
    if (own.length === 0) return undefined
    const text = trim(slice(line.printed, own[0] as number, (own.at(-1) as number) + 1))
    return text.value === '' ? undefined : text
  })
}

/** A paragraph's first line stands in by this many columns. */
const paragraphIndent = 2

/**
 * Where a first cell that holds a title and, as a paragraph of its own, a description is to be cut: before the indented line after
 * the title. A title alone may have such a line too, but ends no sentence.
 */
function titleEnd(row: readonly Slot[]): number | undefined {
  const own = row.flatMap((s) => (s.texts[0] ? [{ text: s.texts[0], start: startOf(s.line, s.texts[0]) }] : []))
  const [first] = own
  if (!first || !own.at(-1)?.text.value.endsWith('。') || first.text.value.endsWith('。')) return undefined
  const cut = own.findIndex((t, i) => i > 0 && t.start >= first.start + paragraphIndent)
  return cut > 0 ? cut : undefined
}

/** Of two columns for titles (政策分野, 連携する取組) the first heads the rows; its place, -1 where there is one. */
const headingColumn = (columns: readonly Column[]): number => {
  const first = columns.findIndex((c) => c.kind === 'title')
  return columns.some((c, i) => i > first && c.kind === 'title') ? first : -1
}

/** Rows as parts: a new one where the column of headings says something. */
function partsFrom(headings: readonly Heading[], rows: readonly Row[], column: number): Part[] {
  const parts: Part[] = [{ headings: [...headings], rows: [] }]
  for (const row of rows) {
    const head = column < 0 ? undefined : row.cells[column]
    if (head) {
      const text = join(head.pieces)
      const heading = { text, form: rowLabelOf(fold(text.value))?.form ?? 'label' }
      const part = parts.at(-1) as Part
      if (part.rows.length === 0) part.headings.push(heading)
      else parts.push({ headings: [heading], rows: [] })
    }
    const kept = <T>(list: readonly T[]): T[] => list.filter((_, i) => i !== column)
    parts.at(-1)?.rows.push({ columns: kept(row.columns), cells: kept(row.cells) })
  }
  return parts
}

interface Slot {
  texts: (Text | undefined)[]
  line: Line
}

/** Where rows begin: at numbers; else where all cells so far have ended, or one that has text again, and a title stands. */
function rowsOf(
  slots: readonly Slot[],
  columns: readonly Column[],
  starts: ReadonlySet<Line>,
  titles: number,
  ends: ReturnType<typeof cellEnds>,
): Slot[][] {
  const rows: Slot[][] = []
  for (const slot of slots) {
    const row = rows.at(-1)
    const titled = slot.texts[titles] !== undefined
    const ended = columns.every((c, i) => {
      const last = row?.findLast((s) => s.texts[i])?.texts[i]
      return c.kind === 'title' || last === undefined || endsCell(last)
    })
    const more = slot.texts.filter((t) => t !== undefined).length > 1
    const last = row?.at(-1)
    const begins =
      starts.size > 0
        ? starts.has(slot.line)
        : titled &&
          ((ended && (more || slot.line.gap > 0)) || (last !== undefined && ends.cannotGoOn(last.texts, slot.texts)))
    if (!row || begins) rows.push([])
    rows.at(-1)?.push(slot)
  }
  return rows
}

/** The last text of a column in each run of lines from one with a first cell to the next. */
function lastTexts(slots: readonly (readonly (Text | undefined)[])[], column: number): string[] {
  const texts: string[] = []
  for (const slot of slots) {
    const text = slot[column]?.value
    if (slot[0] !== undefined) texts.push(text ?? '')
    else if (text !== undefined && texts.length > 0) texts[texts.length - 1] = text
  }
  return texts.filter((text) => text !== '')
}

/** A table whose columns stand side by side, parted by spaces. */
export function readAligned(
  elements: readonly Element[],
  header: Extract<Element, { kind: 'header' }>,
): RoleTableReading | undefined {
  const sections = sectionsOf(elements, true, mergedRowsIn(elements))
  const lines = sections.flatMap((s) =>
    s.elements.flatMap((e) => (e.kind === 'line' && !isRemark(e.line.folded) ? [e.line] : [])),
  )
  const cuts = boundaries(header.line, header.labels, lines)
  const cells = cuts ? (line: Line) => cutLine(line, cuts) : gappedCells(lines, header.columns.length)
  if (!cells) return undefined
  let columns: Column[] = withDescribed(
    header.columns,
    header.labels.map((l) => fold(l.value)),
    (i) => lastTexts(lines.map(cells), i),
  )
  const inner =
    !cuts || (columns.some((c) => c.kind === 'title') && columns.some((c) => c.kind === 'description'))
      ? undefined
      : innerCut(lines, cuts[0] as number)
  if (cuts && inner !== undefined) {
    cuts.unshift(inner)
    columns = [{ kind: 'title' }, { kind: 'description' }, ...columns.filter(isRole)]
  }
  const labels: Text[] = []
  const remarks: Text[] = []
  const heading = headingColumn(columns)
  const title = heading + 1
  const ends = cellEnds(lines.map(cells))
  const parts = sections.flatMap((section): Part[] => {
    const slots: Slot[] = []
    for (const e of section.elements) {
      if (e.kind === 'header') labels.push(...e.labels)
      else if (e.kind === 'label') labels.push(e.text)
      else if (e.kind === 'line' && isRemark(e.line.folded)) remarks.push(e.line.text)
      else if (e.kind === 'line') slots.push({ texts: cells(e.line), line: e.line })
    }
    const titles = slots.flatMap((s) => (s.texts[title] ? [{ folded: fold(s.texts[title].value), line: s.line }] : []))
    const starts = new Set([...rowStartsOf([titles])].map((t) => t.line))
    const rows = rowsOf(slots, columns, starts, title, ends).map((row) => rowOf(row, columns))
    return partsFrom(section.headings, rows, heading)
  })
  return { parts, left: [], labels, remarks }
}

function rowOf(slots: readonly Slot[], columns: readonly Column[]): Row {
  const cells = columns.map((_, i) => slots.flatMap((s) => s.texts[i] ?? []))
  const cut =
    columns.some((c) => c.kind === 'title') && columns.some((c) => c.kind === 'description')
      ? undefined
      : titleEnd(slots)
  if (cut === undefined) return { columns, cells: cells.map(filled) }
  const [first = [], ...others] = cells
  return {
    columns: [{ kind: 'title' }, { kind: 'description' }, ...columns.slice(1)],
    cells: [first.slice(0, cut), first.slice(cut), ...others].map(filled),
  }
}

const filled = (pieces: Text[]): RowCell | undefined => (pieces.length > 0 ? { pieces } : undefined)
