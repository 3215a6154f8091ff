import type { Block, Line } from '../../layout/block.ts'
import { cellOf } from '../../layout/text-blocks.ts'
import { withoutWhite } from '../../text/characters.ts'
import { closeLetterSpacing } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { filter, slice, type Text, trim } from '../../text/text.ts'
import { linesIn, withoutTags } from './markup.ts'
import { labelOf } from './sheet/sheet-label.ts'

/** A cell with its place in the row: the columns that it takes of a table, character and display columns in a line. */
export interface RowCell {
  text: Text
  /** Folded, without tags and with all spaces gone: what vocabulary is looked up by. */
  bare: string
  from: number
  to: number
  /** Display columns, full-width characters counting two; the same as `from` and `to` in tables. */
  wideFrom: number
  wideTo: number
  /** The same with circles and other marks counting two, as Japanese type sets them; in lines. */
  fullFrom?: number
  fullTo?: number
  /** Its lines as printed, where a table gives it several. */
  lines?: readonly Text[]
}

/** A row of a delimited table, or a line cut at its wide gaps. Empty cells of tables are kept. */
export interface Row {
  cells: RowCell[]
  /** Number of the table in the document; absent for lines. */
  table?: number
  line?: Line
  /** Blank lines before it. */
  gap: number
}

/** A cell as the one in that column of a table. */
export const inColumn = (cell: RowCell, index: number): RowCell => ({
  ...cell,
  from: index,
  to: index + 1,
  wideFrom: index,
  wideTo: index + 1,
})

/** Gaps of at least this many half-width columns part the cells of a line. */
const cellGap = 2

export const bareOf = (text: Text): string => withoutWhite(fold(withoutTags(text).value))

const isSpace = (c: string): boolean => c === ' ' || c === '\u3000' || c === '\t' || c === '\u00a0'
const widthOf = (c: string): number => (c === '\t' ? 2 : c.charCodeAt(0) >= 0x2e80 && c.charCodeAt(0) < 0xff61 ? 2 : 1)

/** Marks that are as wide as a character in Japanese type and as a letter elsewhere. */
const isWideMark = (c: string): boolean => c >= '\u2460' && c <= '\u27bf'

/** Cells of a line, parted by gaps of at least `gap` columns. */
export function cellsOf(printed: Text, gap: number): RowCell[] {
  const cells: RowCell[] = []
  const { value } = printed
  let wide = 0
  let marks = 0
  let start = -1
  let [wideStart, fullStart] = [0, 0]
  let end = 0
  let [wideEnd, fullEnd] = [0, 0]
  const close = (): void => {
    if (start < 0) return
    const { text } = cellOf(slice(printed, start, end))
    const full = { fullFrom: fullStart, fullTo: fullEnd }
    cells.push({ text, bare: bareOf(text), from: start, to: end, wideFrom: wideStart, wideTo: wideEnd, ...full })
    start = -1
  }
  for (let i = 0; i < value.length; i++) {
    const c = value[i] as string
    if (!isSpace(c)) {
      if (start >= 0 && wide - wideEnd >= gap) close()
      if (start < 0) {
        start = i
        wideStart = wide
        fullStart = wide + marks
      }
      if (isWideMark(c)) marks++
      end = i + 1
      wideEnd = wide + widthOf(c)
      fullEnd = wideEnd + marks
    }
    wide += widthOf(c)
  }
  close()
  return cells
}

/** Words of a form that are spread to the width of their cell are no longer than this: 指　　標, 事　　業　　費. */
const longestSpread = 5
const wideSpaces = /^\u3000{1,6}$/u
const narrowSpaces = /^ {2,12}$/u
/** A letter of such a word, behind a bullet where it is the first: ◆役　　割. */
const letter = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u
const firstLetter = /^[◆■●〇・▼□◇★☆]?[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]$/u

/** Cells of a line, a word spread by full-width spaces as one of them. */
function withoutSpreading(cells: RowCell[], printed: Text): RowCell[] {
  const joined: RowCell[] = []
  for (let i = 0; i < cells.length; ) {
    const first = cells[i] as RowCell
    let end = i + 1
    const gap = printed.value.slice(first.to, cells[end]?.from)
    const isNarrow = narrowSpaces.test(gap)
    if (firstLetter.test(first.bare) && (isNarrow || wideSpaces.test(gap))) {
      while (
        cells[end]?.bare.length === 1 &&
        printed.value.slice(cells[end - 1]?.to, cells[end]?.from) === gap &&
        end - i < longestSpread
      )
        end++
    }
    const last = cells[end - 1] as RowCell
    const letters = cells.slice(i, end)
    // Half-width spaces part columns too: only a label is known to be one word.
    const isWord =
      end - i > 1 &&
      letters.slice(1).every((c) => letter.test(c.bare)) &&
      (!isNarrow || labelOf(letters.map((c) => c.bare).join('')) !== undefined)
    if (isWord) {
      const text = closeLetterSpacing(slice(printed, first.from, last.to))
      joined.push({ ...last, ...first, to: last.to, wideTo: last.wideTo, text, bare: bareOf(text) })
      i = end
    } else {
      joined.push(first)
      i++
    }
  }
  return joined
}

/** Letters of a label between brackets that a form spreads to the width of its column. */
const longestBracketed = 8

/** Cells of a line, one that a label spread between brackets was cut in as one: 【目　　的】. */
function withWholeBrackets(cells: RowCell[], printed: Text): RowCell[] {
  const joined: RowCell[] = []
  for (let i = 0; i < cells.length; i++) {
    const first = cells[i] as RowCell
    let end = i
    if (/^【[^】]{1,4}$/u.test(first.bare)) {
      let bare = first.bare
      while (cells[end + 1] && !bare.includes('】') && bare.length <= longestBracketed) bare += cells[++end]?.bare
      if (!/^【[^】]{2,8}】/u.test(bare)) end = i
    }
    const last = cells[end] as RowCell
    const text = end > i ? closeLetterSpacing(slice(printed, first.from, last.to)) : first.text
    joined.push(end > i ? { ...last, ...first, to: last.to, wideTo: last.wideTo, text, bare: bareOf(text) } : first)
    i = end
  }
  return joined
}

/** Hashes of a Markdown heading. */
export const hashesOf = (line: Line): number => /^\s{0,8}(#{1,6})(?=\s)/u.exec(line.printed.value)?.[1]?.length ?? 0

/** **事業名**: what Markdown prints bold. */
const bold = /\*\*(?=[^*]{1,80}\*\*)|(?<=\*\*[^*]{1,80})\*\*/gu
function withoutBold(text: Text): Text {
  if (!text.value.includes('**')) return text
  const dropped = new Set([...text.value.matchAll(bold)].flatMap(({ index }) => [index, index + 1]))
  return filter(text, (i) => !dropped.has(i))
}
const plainLine = (line: Line): Line => {
  if (!line.printed.value.includes('**')) return line
  const text = withoutBold(line.text)
  return { ...line, text, folded: fold(text.value), printed: withoutBold(line.printed) }
}

/** Spaces as wide as a character, which programs draw for those of Japanese type. */
const otherWide = /[\u2001\u2003]/gu
const withWideSpaces = (line: Line): Line => {
  if (line.printed.value.search(otherWide) < 0) return line
  const wide = (text: Text): Text => ({ ...text, value: text.value.replace(otherWide, '\u3000') })
  return { ...line, text: wide(line.text), printed: wide(line.printed) }
}

const wholeLine = (line: Line): RowCell => ({
  text: line.text,
  bare: bareOf(line.text),
  from: 0,
  to: 1,
  wideFrom: 0,
  wideTo: 1,
})

/** 事業名　　：鉄道の利用促進: a value without the colon that parts it from its label. */
function withoutColon(cells: RowCell[]): RowCell[] {
  const [label, value, ...others] = cells
  const length = label && value ? (/^[:：] {0,2}\u3000{0,2}/u.exec(value.text.value)?.[0].length ?? 0) : 0
  if (!label || !value || length === 0 || label.bare.length > longestLabelled) return cells
  const text = trim(slice(value.text, length))
  if (text.value === '') return [label, ...others]
  const [from, wideFrom] = [value.from + length, value.wideFrom + length * 2]
  return [label, { ...value, text, bare: bareOf(text), from, wideFrom }, ...others]
}
const longestLabelled = 16

const rowOfLine = (line: Line): Row => ({
  cells:
    line.letterSpaced || hashesOf(line) > 0
      ? [wholeLine(line)]
      : withoutColon(withWholeBrackets(withoutSpreading(cellsOf(line.printed, cellGap), line.printed), line.printed)),
  line,
  gap: line.gap,
})

/** All blocks as rows, in order. */
export function rowsOf(blocks: readonly Block[]): Row[] {
  const rows: Row[] = []
  let tables = 0
  for (const block of blocks) {
    if (block.kind === 'line') {
      rows.push(rowOfLine(withWideSpaces(plainLine(block))))
      continue
    }
    const table = tables++
    for (const cells of block.rows) {
      rows.push({
        table,
        gap: 0,
        cells: cells.map(({ text: printed, lines, colSpan = 1 }, i) => {
          const text = withoutBold(printed)
          const cell: RowCell = { text, bare: bareOf(text), from: i, to: i + colSpan, wideFrom: i, wideTo: i + 1 }
          if (lines) cell.lines = lines
          return cell
        }),
      })
    }
  }
  return rows
}

/** The lines of a cell, as a table or its breaking tags give them. */
export const linesOf = ({ lines, text }: RowCell): readonly Text[] => lines ?? linesIn(text)

export const filled = (row: Row): RowCell[] => row.cells.filter((c) => c.bare !== '')
export const textsOf = (rows: readonly Row[]): Text[] => rows.flatMap((row) => filled(row).map((c) => c.text))

const middle = (from: number, to: number): number => (from + to) / 2

/** Where the cells of a column begin or end that is lined up on one side. */
const edges: readonly ((cell: RowCell) => number)[] = [(c) => c.wideFrom, (c) => c.wideTo]

/** For each cell the index of the head it stands under: by index in tables, by the nearest middle or side in lines, one to a head if that can be. */
export function columnsUnder(cells: readonly RowCell[], heads: readonly RowCell[], inTable: boolean): number[] {
  if (inTable) return cells.map((c) => heads.findIndex((h) => h.from === c.from))
  const nearest = (at: (c: RowCell) => number): { columns: number[]; distance: number; shared: boolean } => {
    let distance = 0
    const columns = cells.map((cell) => {
      const apart = heads.map((h) => Math.abs(at(h) - at(cell)))
      const best = apart.indexOf(Math.min(...apart))
      distance += apart[best] ?? 0
      return best
    })
    return { columns, distance, shared: new Set(columns).size < columns.length }
  }
  const measured = [...measures, ...edges].map(nearest)
  const apart = measured.filter((m) => !m.shared)
  return (apart.length > 0 ? apart : measured).reduce((best, m) => (m.distance < best.distance ? m : best)).columns
}

/** Where a cell of a line stands, by what its characters may count: display columns, with wide marks, characters. */
export const measures: readonly ((cell: RowCell) => number)[] = [
  (c) => middle(c.wideFrom, c.wideTo),
  (c) => middle(c.fullFrom ?? c.wideFrom, c.fullTo ?? c.wideTo),
  (c) => middle(c.from, c.to),
]
