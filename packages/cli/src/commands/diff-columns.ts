import { fold, type Source, tables } from '@kyoyaku/core'
import { width } from '../text/columns.ts'

/** Both columns of a 新旧対照表, each as the text of a version. */
export interface Columns {
  old: string
  new: string
}

const heads: Readonly<Record<keyof Columns, RegExp>> = {
  new: /^(?:改正|変更|改定|改訂)(?:後|案|\(案\))(?:\(案\))?$|^新(?:条文|規定)?$/u,
  old: /^(?:改正|変更|改定|改訂)前$|^現行(?:条文|規定|協約|協定)?$|^旧(?:条文|規定)?$/u,
}

const headOf = (cell: string): keyof Columns | undefined => {
  const word = fold(cell).replace(/\s/gu, '')
  return heads.new.test(word) ? 'new' : heads.old.test(word) ? 'old' : undefined
}

/** What stands beside a provision that the other column alone has. */
const nothingHere = /[（(［[〔](?:新設|削る|削除|追加)[）)］\]〕]|^(?:新設|削る|削除)$/gu
/** （略） behind a number would be read as a caption. */
const omitted = /[（(［[〔]略[）)］\]〕]/gu
/** A provision of which a column says that it is left out; its number stands before it. */
const leftOut = /^(.{0,12}?)[\s　]*[（(［[〔]?(?:略|同左|同右)[）)］\]〕]?$/u

/** A line of both columns. What one of them leaves out, it has as the other has it. */
function bothOf(old: string, other: string): [string, string] {
  const said = (text: string): string => text.replace(nothingHere, '').replace(omitted, '略')
  const [a, b] = [said(old), said(other)]
  if (leftOut.test(a.trim()) && b.trim() !== '' && !leftOut.test(b.trim())) return [b, b]
  if (leftOut.test(b.trim()) && a.trim() !== '' && !leftOut.test(a.trim())) return [a, a]
  return [a, b]
}

/** Where a cell whose lines were joined began new ones: before captions with their articles, paragraphs and items. */
const provisions =
  /(?=[（(][^（()）]{1,40}[）)]\s*第[0-9０-９一二三四五六七八九十百]{1,5}条)|(?<=[）)])\s*(?=第[0-9０-９一二三四五六七八九十百]{1,5}条(?:の[0-9０-９一二三四五六七八九十]{1,3})?[\s　])|(?<=[。略）)])\s*(?=[0-9０-９]{1,2}(?:(?:及び|[～~-])[0-9０-９]{1,2})?[\s　])|(?<=\S)\s*(?=[（(][0-9０-９]{1,2}[）)][\s　])/gu
const linesOf = (cell: string): string => cell.replace(provisions, '\n')

/** Stands for the articles before the first one of a table. */
export const leftOutBefore = '第１条　略'

interface Row {
  old: string
  new: string
}

/** What a table without a title is called. */
const nameless = '規約'

/** The title above a table, without what says that it is one and that it amends: 協約の一部を変更する協約 is about the 協約. */
const titleOf = (text: string): string =>
  text
    .replace(/[（(][^（()）]{0,12}(?:傍線|下線|太線|太字)[^（()）]{0,40}[）)]/gu, '')
    .replace(/[\s　]*(?:新旧対照(?:条文)?表|参考資料)[\s　]*/gu, '')
    .replace(/の一部を(?:改正|変更)する(?:条例|規則|規約|協約|協定|規程|要綱)(?:[（(]案[）)])?(?:新旧)?$/u, '')
    .trim() || nameless

function columnsOf(rows: readonly Row[], title: string): Columns {
  const sides: Columns = { old: `${title}\n\n`, new: `${title}\n\n` }
  for (const row of rows) {
    const [old, other] = bothOf(row.old, row.new)
    if (old.trim() !== '') sides.old += `${old}\n`
    if (other.trim() !== '') sides.new += `${other}\n`
  }
  // A text of provisions begins with its first article; a table begins with the first that changes.
  if (!/^[\s　]*第[1１一]条/mu.test(sides.old + sides.new))
    for (const side of ['old', 'new'] as const) sides[side] = sides[side].replace('\n\n', `\n\n${leftOutBefore}\n`)
  return sides
}

/** The first lines of a text up to the one that heads the columns, as a title. */
function titleBefore(text: string): string {
  const lines = text.slice(0, 4000).split(/\r?\n/u)
  const head = lines.findIndex((line) => line.split(/[\t|]|[\s　]{2,}/u).filter(headOf).length >= 2)
  return titleOf(
    lines
      .slice(0, Math.max(0, head))
      .filter((line) => line.trim() !== '')
      .join(''),
  )
}

/** Rows of ruled tables and of those that tabs or signs part. */
async function fromTables(source: Source): Promise<Row[]> {
  const rows: Row[] = []
  for (const { cells } of (await tables(source)).tables) {
    const sides = new Map(cells.flatMap((c) => (c.row <= 1 && headOf(c.text) ? [[headOf(c.text), c] as const] : [])))
    const [old, other] = [sides.get('old'), sides.get('new')]
    if (!old || !other || old.row !== other.row) continue
    const byRow = new Map<number, Row>()
    for (const { row, col, colSpan, text } of cells) {
      if (row <= old.row || headOf(text)) continue
      const at = byRow.get(row) ?? { old: '', new: '' }
      byRow.set(row, at)
      // A cell over both columns heads what stands below it in either.
      if (col <= old.col && old.col < col + colSpan) at.old = linesOf(text)
      if (col <= other.col && other.col < col + colSpan) at.new = linesOf(text)
    }
    rows.push(...[...byRow].sort(([a], [b]) => a - b).map(([, row]) => row))
  }
  return rows
}

/** What begins a line of a provision: a caption, an article, a paragraph or an item. */
const beginsProvision =
  /^[\s　]*(?:[（(][^（()）]{1,40}[）)][\s　]*$|第[0-9０-９一二三四五六七八九十百]{1,5}条|[0-9０-９]{1,2}[\s　]|[（(][0-9０-９]{1,2}[）)])/u

/** A line amid rows of which no tab says in which column it stands: its cell was broken where none can tell. */
interface StrayLine {
  /** Counted from 1. */
  strayLine: number
}

/** Rows of a text whose cells tabs part. */
function fromTabs(text: string): Row[] | StrayLine {
  const lines = text.split(/\r?\n/u).map((line) => line.split('\t'))
  const head = lines.findIndex((cells) => new Set(cells.flatMap((cell) => headOf(cell) ?? [])).size === 2)
  if (head < 0) return []
  const last = lines.findLastIndex((cells) => cells.length > 1)
  const stray = lines.findIndex(
    (cells, i) => i > head && i < last && cells.length === 1 && beginsProvision.test(cells[0] ?? ''),
  )
  if (stray >= 0) return { strayLine: stray + 1 }
  const names = (lines[head] as string[]).map(headOf)
  const [old, other] = [names.indexOf('old'), names.indexOf('new')]
  return lines
    .slice(head + 1)
    .filter((cells) => cells.length > 1 && !cells.some(headOf))
    .map((cells): Row => ({ old: linesOf(cells[old] ?? ''), new: linesOf(cells[other] ?? '') }))
}

const gap = /[ 　\t]{2,}/gu

/** Where the parts of a line that gaps part begin, in columns. */
function partsOf(line: string): { at: number; text: string }[] {
  const parts: { at: number; text: string }[] = []
  let from = 0
  let column = 0
  const add = (to: number): void => {
    const text = line.slice(from, to)
    if (text.trim() !== '') parts.push({ at: column, text })
    for (const c of text) column += width(c)
  }
  for (const match of line.matchAll(gap)) {
    add(match.index)
    for (const c of match[0]) column += width(c)
    from = match.index + match[0].length
  }
  add(line.length)
  return parts
}

/** Rows of a text that keeps the columns of its page by spaces. */
function fromSpaces(text: string): Row[] {
  const lines = text.split(/\r?\n|\f/u)
  const head = lines.findIndex((line) => partsOf(line).filter((part) => headOf(part.text)).length === 2)
  // 改　正　案 is set apart by single spaces, 改  正  案 by double ones.
  if (head < 0) return []
  const [left, right] = partsOf(lines[head] as string).filter((part) => headOf(part.text))
  if (!left || !right) return []
  const starts = new Map<number, number>()
  const body = lines.slice(head + 1).map(partsOf)
  for (const parts of body)
    for (const part of parts.slice(1)) if (part.at > left.at) starts.set(part.at, (starts.get(part.at) ?? 0) + 1)
  const [edge] = [...starts].sort((a, b) => b[1] - a[1])[0] ?? []
  if (edge === undefined) return []
  // Wrapped lines are set in by a character or two, captions too.
  const from = edge - 6
  const leftSide = headOf(left.text) as keyof Columns
  const rightSide = headOf(right.text) as keyof Columns
  return (
    body
      // A number alone is that of a page.
      .filter((parts) => parts.length !== 1 || !/^\s*[-－]?\s*[0-9０-９]{1,3}\s*[-－]?\s*$/u.test(parts[0]?.text ?? ''))
      .filter((parts) => parts.filter((part) => headOf(part.text)).length < 2)
      .map((parts): Row => {
        const side = (of: typeof parts): string => of.map((part) => part.text).join('　')
        const row: Row = { old: '', new: '' }
        row[leftSide] = side(parts.filter((part) => part.at < from))
        row[rightSide] = side(parts.filter((part) => part.at >= from))
        return row
      })
  )
}

/** A cell in quotation marks, as spreadsheets copy those that hold line breaks. */
const quotedCell = /(?:^|\t)"/mu

/** The two versions that a 新旧対照表 holds; undefined where a file is none. */
export async function contrastColumns(source: Source): Promise<Columns | StrayLine | undefined> {
  const text = source.text
  if (!/[新改変現]/u.test(text)) return undefined
  const found = quotedCell.test(text) ? [] : fromTabs(text)
  if ('strayLine' in found) return found
  let rows = found
  if (rows.length === 0) rows = await fromTables(source)
  if (rows.length === 0) rows = fromSpaces(text)
  return rows.length === 0 ? undefined : columnsOf(rows, titleBefore(text))
}
