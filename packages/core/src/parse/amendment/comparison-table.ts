import type { Block, Cell, Line, Table } from '../../layout/block.ts'
import { comparisonColumns } from '../../layout/comparison-header.ts'
import { plainLine } from '../../layout/lines.ts'
import { splitAtSpaces } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { slice, type Text, trim } from '../../text/text.ts'
import { pitch } from '../role-table/print-columns.ts'
import { linesIn } from '../vision/markup.ts'

/** 新旧対照表: the provisions as they are and as they become, side by side. A line of a column knows its row. */
export interface ComparisonColumn {
  /** What heads it. */
  label?: Text
  lines: Line[]
  rows: number[]
}
export interface Comparison {
  old: ComparisonColumn
  now: ComparisonColumn
  /** Cells of other columns, and headings that are repeated: 備考. */
  others: Text[]
}

export const isComparison = (block: Block): block is Table =>
  block.kind === 'table' && block.rows.some((row) => comparisonColumns(row) !== undefined)

/** The words of a line with the column that each begins in; two spaces or a full-width one part them. */
function wordsIn(printed: string): { index: number; column: number; text: string }[] {
  const words: { index: number; column: number; text: string }[] = []
  let [column, at] = [0, 0]
  for (const word of printed.split(/((?:\s{2,}|\u3000)+)/u)) {
    if (word.trim() !== '') words.push({ index: at, column, text: word })
    for (const c of word) column += pitch(c.charCodeAt(0))
    at += word.length
  }
  return words
}

/** Where a printed column begins in a line, as an index; undefined where a character reaches over it. */
function indexOfColumn(printed: string, column: number): number | undefined {
  let at = 0
  for (let i = 0; i < printed.length; i++) {
    if (at >= column) return at === column || printed[i - 1]?.trim() === '' ? i : undefined
    at += pitch(printed.charCodeAt(i))
  }
  return printed.length
}

const cellOf = (text: Text): Cell => {
  const own = trim(text)
  return { text: own, folded: fold(own.value) }
}

/** A line that heads both columns. */
function headsColumns(block: Block): block is Line {
  if (block.kind !== 'line' || block.folded.length > longestHeader) return false
  const cells = splitAtSpaces(trim(block.printed), 2).map(cellOf)
  return cells.length === 2 && comparisonColumns(cells) !== undefined
}
const longestHeader = 120
/** White space between the columns takes at least as much as a full-width space. */
const narrowestGutter = 2
/** Lines of a page are no wider, in print columns. */
const widestLine = 400
/** Lines with text on both sides of a gutter, at the least. */
const fewestParted = 2

type Gap = readonly [from: number, to: number]

/** The print columns from `start` on in which a line has nothing. */
function gapsIn(printed: string, start: number): Gap[] {
  const gaps: Gap[] = []
  let [column, from] = [0, start]
  for (let i = 0; i < printed.length && column < widestLine; i++) {
    const next = column + pitch(printed.charCodeAt(i))
    if (printed[i]?.trim() !== '') {
      if (column - from >= narrowestGutter) gaps.push([from, column])
      from = Math.max(start, next)
    }
    column = next
  }
  return [...gaps, [from, widestLine]]
}

const shared = (a: readonly Gap[], b: readonly Gap[]): Gap[] =>
  a
    .flatMap(([x0, x1]) => b.map(([y0, y1]): Gap => [Math.max(x0, y0), Math.min(x1, y1)]))
    .filter(([x0, x1]) => x1 - x0 >= narrowestGutter)

/** Where the white space ends that the lines below a header share, up to a line across the page. */
function gutterEnd(body: readonly Line[], start: number): number | undefined {
  const isInner = ([, to]: Gap): boolean => to < widestLine
  let gaps: Gap[] = [[start, widestLine]]
  for (const line of body) {
    const left = shared(gaps, gapsIn(line.printed.value, start))
    if (left.length === 0 || (gaps.some(isInner) && !left.some(isInner))) break
    gaps = left
  }
  const [gutter] = gaps.filter(isInner).sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
  return gutter?.[1]
}

/** Where most lines have their last word, in columns that may touch. */
function commonColumn(body: readonly Line[], start: number): number | undefined {
  const counts = new Map<number, number>()
  for (const line of body)
    for (const { column } of wordsIn(line.printed.value).slice(-1)) counts.set(column, (counts.get(column) ?? 0) + 1)
  const [found] = [...counts].filter(([c]) => c > start).sort((a, b) => b[1] - a[1])
  return found && found[1] >= fewestParted ? found[0] : undefined
}

/** A 新旧対照表 whose columns spaces set apart, below the line that heads them; undefined where its lines have no gutter in common. */
function alignedTable(lines: readonly Line[]): { table: Table; height: number } | undefined {
  const [header, ...body] = lines
  const first = header && wordsIn(header.printed.value)[0]
  if (!first) return undefined
  const column = gutterEnd(body, first.column + 1) ?? commonColumn(body, first.column)
  if (column === undefined) return undefined
  const rows: Cell[][] = [splitAtSpaces(trim(header.printed), 2).map(cellOf)]
  for (const line of body) {
    const at = indexOfColumn(line.printed.value, column)
    if (at === undefined) break
    rows.push([cellOf(slice(line.printed, 0, at)), cellOf(slice(line.printed, at))])
  }
  const parted = rows.slice(1).filter((row) => row.every((c) => c.folded !== ''))
  return parted.length >= fewestParted
    ? { table: { kind: 'table', rows, page: header.page }, height: rows.length }
    : undefined
}

/** Blocks with the tables that spaces alone draw. */
export function withAlignedComparisons(blocks: readonly Block[]): Block[] {
  const found: Block[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block
    if (headsColumns(block)) {
      let end = i + 1
      while (end < blocks.length && isPart(blocks[end] as Block)) end++
      const aligned = alignedTable(blocks.slice(i, end).filter((b) => b.kind === 'line'))
      if (aligned) {
        found.push(aligned.table)
        i += aligned.height - 1
        continue
      }
    }
    found.push(block)
  }
  return found
}
const isPart = (block: Block): boolean => block.kind === 'line' && !/^附 ?則(?: |$)/u.test(block.folded)

/** Whether tables set provisions beside one another, and no plans. */
export const comparesArticles = (blocks: readonly Block[]): boolean =>
  withAlignedComparisons(blocks).some(
    (b) =>
      isComparison(b) &&
      b.rows.flat().some((c) => /^(?:[(【][^()【】]{1,60}[)】] ?)?第[0-9一二三四五六七八九十]{1,4}条/u.test(c.folded)),
  )

/** The columns of tables that go on over one another. */
export function comparisonOf(tables: readonly Table[]): Comparison {
  const found: Comparison = { old: { lines: [], rows: [] }, now: { lines: [], rows: [] }, others: [] }
  let columns: { old: number; now: number } | undefined
  let n = 0
  for (const table of tables) {
    for (const row of table.rows) {
      const header = comparisonColumns(row)
      if (header) {
        columns = header
        row.forEach((cell, i) => {
          const column = i === header.old ? found.old : i === header.now ? found.now : undefined
          if (column && !column.label) column.label = cell.text
          else if (cell.folded !== '') found.others.push(cell.text)
        })
        continue
      }
      n++
      row.forEach((cell, i) => {
        if (cell.folded === '') return
        const column = i === columns?.old ? found.old : i === columns?.now ? found.now : undefined
        if (!column) {
          found.others.push(cell.text)
          return
        }
        for (const text of (cell.lines ?? [cell.text]).flatMap(linesIn)) {
          column.lines.push(plainLine(text, table.page))
          column.rows.push(n)
        }
      })
    }
  }
  return found
}
