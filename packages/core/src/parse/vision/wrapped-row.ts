import { join } from '../../text/clean.ts'
import { fold } from '../../text/fold.ts'
import { isMark } from './grid/mark.ts'
import { headingOf } from './heading.ts'
import { looksLikeValue } from './indicator/measure.ts'
import { bareOf, filled, type Row } from './row.ts'
import { labelOf } from './sheet/sheet-label.ts'

/** Cells one after another show by blank lines where they end: before no fewer and no more than these shares of the lines. */
const fewestApart = 0.2
const mostApart = 0.9
/** Lines of one cell make up at least this share of such a text, and at least so many lines. */
const mostlySingle = 0.6
const fewestRows = 20

const isSingle = (row: Row): boolean => row.table === undefined && row.line !== undefined && filled(row).length === 1

/** Whether a text is printed a cell after the other, blank lines between them. */
function isCellFlow(rows: readonly Row[]): boolean {
  const lines = rows.filter((r) => r.table === undefined)
  const singles = lines.filter(isSingle)
  const apart = singles.filter((r) => r.gap > 0).length
  return (
    singles.length >= fewestRows &&
    singles.length >= lines.length * mostlySingle &&
    apart >= singles.length * fewestApart &&
    apart <= singles.length * mostApart
  )
}

/** A line that begins something: an item of a list, a sum, a heading, what a name before a colon says. */
const beginsItem =
  /^(?:[^:。、()0-9]{2,12}:(?=.)|[・●○◎※■◆◇▪★☆【〈《①-⑳]|\([0-9ア-ン]{1,2}\)|[-△▲]?[0-9][0-9,.]*(?:千円|百万円|万円|億円|円)?$)/u

/** No label is longer: beyond it a cell is text. */
const longestRead = 80

/** Marks on a line of their own, with the page behind them. */
const marksAlone = /^[〇◎●△▲×✕-]{2,60}[0-9]{0,3}$/u

/** Whether a line goes on a cell that begins so, on the same page: no blank line parts them, and it begins nothing of its own. */
function goesOn(bare: string, last: Row | undefined, row: Row): boolean {
  const [next] = filled(row)
  if (row.line?.page !== last?.line?.page || marksAlone.test(bare)) return false
  if (row.gap > 0 || !isSingle(row) || !next || beginsItem.test(next.bare) || isMark(bare) || isMark(next.bare))
    return false
  const whole = bare.length > longestRead ? undefined : labelOf(bare + next.bare)
  return whole !== undefined || (labelOf(bare) === undefined && labelOf(next.bare) === undefined)
}

/** Bullets and particles with which nothing ends. */
const bulleted = /^[・●○〇◎]/u
const hanging = /[をのにはがとで、]$/u

interface Known {
  /** Whether the document has a text as a cell or a heading, and whether it has it more than once. */
  has: (bare: string) => boolean
  isWhole: (bare: string) => boolean
}

/** 19人（平成29年: a page cut the cell inside its brackets. */
const isOpen = (bare: string): boolean => bare.lastIndexOf('(') > bare.lastIndexOf(')')
/** Words of values, which no line begins with the second half of. */
const valueWords = new Set(['以上', '以下', '未満', '程度', '年度'])
const isCut = (above: string, below: string): boolean => valueWords.has(`${above.slice(-1)}${below.charAt(0)}`)

/** What no word begins with: 安心に係 / る政策分野, 出前講座 / の共同開催. */
const noBeginning = /^(?:[をるれろんぁぃぅぇぉっゃゅょァィゥェォッャュョー、。）」]|の\p{sc=Han})/u

/** Whether a cell goes on overleaf: as a label that is known, a text that stands elsewhere, a value, or a sentence to its end. */
function goesOnOverleaf(a: Row, b: Row, known: Known): boolean {
  if (!isSingle(a) || !isSingle(b) || a.line?.page === b.line?.page) return false
  const [above, below] = [filled(a)[0]?.bare ?? '', filled(b)[0]?.bare ?? '']
  if (isMark(above) || isMark(below) || beginsItem.test(below)) return false
  const whole = above + below
  if (labelOf(below) === undefined && whole.length <= longestRead && labelOf(whole) !== undefined) return true
  if (
    whole.length <= longestRead &&
    looksLikeValue(whole) &&
    (isOpen(above) || below.startsWith('(') || isCut(above, below))
  )
    return true
  if (noBeginning.test(below) && !above.endsWith('。')) return true
  if (known.has(whole) && !(known.isWhole(above) && known.isWhole(below))) return true
  return below.endsWith('。') && (hanging.test(above) || (bulleted.test(above) && !above.endsWith('。')))
}

/** Cells that a page break cuts, as one; a row of a group that was joined keeps the page of its last line. */
function joinPages(groups: readonly Row[][]): Row[] {
  const rows = groups.map(joinRows)
  const known = new Map<string, number>()
  const add = (bare: string): void => void known.set(bare, (known.get(bare) ?? 0) + 1)
  for (const row of rows) {
    const title = headingOf(row)?.title
    if (isSingle(row)) add(filled(row)[0]?.bare ?? '')
    if (title) add(bareOf(title))
  }
  const names: Known = { has: (bare) => known.has(bare), isWhole: (bare) => (known.get(bare) ?? 0) > 1 }
  const joined: Row[] = []
  rows.forEach((row, i) => {
    const last = groups[i - 1]?.at(-1)
    const before = joined.at(-1)
    const upper = last?.line && before?.line && { ...before, line: { ...before.line, page: last.line.page } }
    if (upper && before && goesOnOverleaf(upper, row, names)) joined.splice(-1, 1, joinRows([before, row]))
    else joined.push(row)
  })
  return joined
}

function joinRows(rows: readonly Row[]): Row {
  const [first] = rows
  const cells = rows.flatMap(filled)
  if (!first?.line || !cells[0] || rows.length < 2) return first as Row
  const text = join(cells.map((c) => c.text))
  return {
    gap: first.gap,
    cells: [{ ...cells[0], text, bare: bareOf(text) }],
    line: { ...first.line, text, folded: fold(text.value), printed: text },
  }
}

/** The rows of a text printed a cell after the other, with the lines of each cell as one; other rows as they are. */
export function joinWrappedRows(rows: readonly Row[]): Row[] {
  if (!isCellFlow(rows)) return [...rows]
  const groups: Row[][] = []
  let bare = ''
  for (const row of rows) {
    const group = groups.at(-1)
    const own = filled(row)[0]?.bare ?? ''
    if (group?.[0] && isSingle(group[0]) && goesOn(bare, group.at(-1), row)) {
      group.push(row)
      bare = `${bare}${own}`.slice(0, longestRead + 1)
    } else {
      groups.push([row])
      bare = own.slice(0, longestRead + 1)
    }
  }
  return joinPages(groups)
}
