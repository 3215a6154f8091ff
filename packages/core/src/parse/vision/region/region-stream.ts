import { join } from '../../../text/clean.ts'
import { concat, emptyText, type Text } from '../../../text/text.ts'
import { isValueHead } from '../indicator/indicator-head.ts'
import { looksLikeValue } from '../indicator/measure.ts'
import { bareOf, cellsOf, filled, inColumn, type Row, type RowCell } from '../row.ts'
import { labelAt } from '../sheet/sheet-field.ts'
import type { RegionBlock } from './region-block.ts'
import {
  type Beside,
  besideOf,
  isYear,
  namesIndicators,
  type RegionColumns,
  regionColumns,
  strictHead,
} from './region-head.ts'
import { isUnderTargets } from './region-lines.ts'

/** Headings of such a list, and the fewest: a name and a target. */
const mostHeads = 12
const fewestHeads = 2
/** Longest name of an indicator, the lines of it and of what it belongs to, and the end of a name that wrapped. */
const longestName = 60
const mostNameLines = 5
const longestRest = 3
const longestUnit = 5
const bracketed = /^\([^()]{1,20}\)$/u
const number = /^[0-9][0-9,.]*\p{L}{0,3}(?:\([^()]*\))?$/u
const blank = /^[-―—－]+$/u
const owning = new Set<Beside>(['pillar', 'initiative', 'group'])
/** Lines behind a list within which a value shows that it goes on. */
const mostBehind = 6
/** No table of the document has this number. */
const streamTable = -3

const alone = (row: Row | undefined): RowCell | undefined => {
  const cells = row?.table === undefined && row?.line ? filled(row) : []
  return cells.length === 1 ? cells[0] : undefined
}

/** The headings that begin at row `i`, one a line: 指標 / 基準値 / 目標値 / 出典. */
function headsAt(
  rows: readonly Row[],
  i: number,
): { cells: RowCell[]; columns: RegionColumns; end: number } | undefined {
  const cells: RowCell[] = []
  let end = i
  for (; cells.length < mostHeads && alone(rows[end]); end++) {
    const own = cellsOf((rows[end] as Row).line?.printed ?? emptyText, 1)
    if (!own.every((c) => strictHead(c) || isYear(c) || besideOf(c.bare))) break
    cells.push(...own.map((c, n) => inColumn(c, cells.length + n)))
  }
  if (cells.length < fewestHeads || !(namesIndicators(cells) || isUnderTargets(rows, i))) return undefined
  const columns = regionColumns(cells)
  const [first] = columns?.heads ?? []
  if (!columns || first?.column !== 'name' || !columns.heads.some((h) => h.column === 'target')) return undefined
  // What stands before the name is printed once for several.
  const isOwner = columns.beside.every(({ kind, cell }) => cell.from > first.cell.from || owning.has(kind))
  return isOwner ? { cells, columns, end } : undefined
}

/** Whether a field of a sheet begins at a row; 分野 directly below a line is the end of it: …に係る政策 / 分野. */
function isLabel(rows: readonly Row[], k: number): boolean {
  const kind = labelAt(rows, k)?.label.kind
  return kind !== undefined && !(rows[k]?.gap === 0 && (kind === 'pillar' || kind === 'initiative'))
}

/** The cells of the lines from row `i`, those that one space parts each by itself, with the row of each. */
function* tokensFrom(rows: readonly Row[], i: number): Generator<Token> {
  for (let k = i; rows[k]; k++) {
    const row = rows[k] as Row
    if (row.table !== undefined || !row.line || isLabel(rows, k)) return
    const cells = row.line.letterSpaced ? filled(row) : cellsOf(row.line.printed, 1)
    for (const [n, cell] of cells.entries()) yield { cell, row: k, isFirst: n === 0, gap: n === 0 ? row.gap : 0 }
  }
}

const isValue = ({ bare }: RowCell): boolean => looksLikeValue(bare) || blank.test(bare)
const isUnit = ({ bare }: RowCell): boolean => bare.length <= longestUnit && !/[0-9]/u.test(bare)

type Kind = 'name' | 'unit' | 'value' | 'other'
const fits = (kind: Kind | undefined, cell: RowCell | undefined): boolean =>
  cell !== undefined && (kind === 'value' ? isValue(cell) : kind === 'unit' ? isUnit(cell) : true)

interface Token {
  cell: RowCell
  row: number
  isFirst: boolean
  /** Blank lines before its line. */
  gap: number
}

/** Reads a list of indicators whose cells stand one a line, as texts torn out of PDF have them: headings first, then each name with its values. */
export function regionStreamAt(rows: readonly Row[], i: number): RegionBlock | undefined {
  if (!alone(rows[i])) return undefined
  const found = headsAt(rows, i)
  if (!found) return undefined
  const { cells: labels, columns } = found
  const first = columns.heads[0]?.cell.from ?? 0
  const kinds = labels.slice(first).map((label): Kind => {
    const head = columns.heads.find((h) => h.cell.from === label.from)
    if (head?.column === 'name' || head?.column === 'unit') return head.column
    return head && (isValueHead(head) || head.period) ? 'value' : 'other'
  })
  const own: Row[] = []
  let { end } = found
  const tokens = tokensFrom(rows, end)
  const held: Token[] = []
  const peek = (n: number): Token | undefined => {
    while (held.length <= n) {
      const next = tokens.next()
      if (next.done) return undefined
      held.push(next.value)
    }
    return held[n]
  }
  const row = (texts: readonly Text[]): Row => ({
    cells: texts.map((text, n) =>
      inColumn({ text, bare: bareOf(text), from: n, to: n, wideFrom: n, wideTo: n }, first + n),
    ),
    table: streamTable,
    gap: 0,
  })
  for (let read = indicatorIn(kinds, peek); read; read = indicatorIn(kinds, peek)) {
    const { owner, name, values, used } = read
    if (owner) own.push(row([owner]))
    own.push(row([name, ...values]))
    const next = peek(used)
    if (next && !next.isFirst) return undefined
    end = (held[used - 1]?.row ?? end) + 1
    held.splice(0, used)
  }
  // Where values go on that no column has, the list is torn: half of it would be taken for all.
  const behind = rows.slice(end, end + mostBehind)
  const stop = behind.findIndex((r, n) => !alone(r) || isLabel(rows, end + n))
  const isTorn = behind
    .slice(0, stop < 0 ? undefined : stop)
    .some((r) => cellsOf(r.line?.printed ?? emptyText, 1).some(isValue))
  if (isTorn) return undefined
  return own.length === 0 ? undefined : { ...columns, labels, rows: own, end }
}

/** The lines of a name, those of what it belongs to before it; undefined where nothing says which they are. */
function namesIn(lines: readonly Token[]): { owner?: Text; name: Text } | undefined {
  const groups: Text[][] = []
  for (const [n, { cell, gap }] of lines.entries()) {
    const last = groups.at(-1)
    if (n === 0 || gap > 0 || !last) groups.push([cell.text])
    else last.push(cell.text)
  }
  const [name, owner, ...others] = groups.reverse().map((parts) => concat(parts))
  if (!name || others.length > 0) return undefined
  // Without blank lines between cells nothing tells a name that wraps from what it belongs to, but for its last letters.
  const isWrapped = lines.length > 1 && !owner && lines[0]?.gap === 0
  if (isWrapped && (lines.at(-1)?.cell.bare.length ?? 0) > longestRest) return undefined
  return { name, ...(owner ? { owner } : {}) }
}

interface Reading {
  owner?: Text
  name: Text
  values: Text[]
  used: number
}

/** The texts of one indicator by column, and how many cells they take; undefined where a column has none that fits it. */
function indicatorIn(kinds: readonly Kind[], peek: (n: number) => Token | undefined): Reading | undefined {
  // The name goes on until what stands behind it fits the columns.
  const lines: Token[] = []
  while (lines.length < mostNameLines) {
    const line = peek(lines.length)
    if (!line || (lines.length === 0 && (!line.isFirst || bracketed.test(line.cell.bare)))) return undefined
    // A heading or a value in a name's place: the cells are not in the order of the headings.
    if (strictHead(line.cell) || number.test(line.cell.bare)) return undefined
    lines.push(line)
    const bare = lines.map((l) => l.cell.bare).join('')
    if (bare.length > longestName) return undefined
    const values: Text[] = []
    let used = lines.length
    for (const kind of kinds.slice(1)) {
      const cell = peek(used)?.cell
      if (!cell || !fits(kind, cell)) break
      const parts = [cell.text]
      used++
      for (let more = peek(used)?.cell; more && bracketed.test(more.bare); more = peek(used)?.cell) {
        parts.push(more.text)
        used++
      }
      values.push(join(parts))
    }
    if (values.length < kinds.length - 1 || !/\p{L}{2}/u.test(bare)) continue
    const named = namesIn(lines)
    return named && { ...named, values, used }
  }
  return undefined
}
