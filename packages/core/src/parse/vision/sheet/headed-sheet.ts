import { slice, trim } from '../../../text/text.ts'
import { yenOf } from '../budget/amount.ts'
import { type Heading, headingOf } from '../heading.ts'
import { bareOf, filled, type Row } from '../row.ts'
import { type Field, labelAt } from './sheet-field.ts'
import { type FieldKind, tellingKinds } from './sheet-label.ts'

/** Fewest kinds of fields that tell a sheet; without one that proves it they prove none. */
const fewestKinds = 3
const proving = new Set<FieldKind>(['participants', 'budget', 'indicators'])
/** Rows within which they come. */
const provingRows = 24

/** Longest name of a project above its sheet. */
const longestName = 45
/** A wide space parts the name from its number. */
const longestNumber = 4
const numbers = /^(?:(?:事務)?(?:事業|取組|整理)?(?:番号|No\.?|NO\.?|№))?[0-9A-ZⅠ-Ⅻ][-.()0-9ア-ン]{0,11}$/u
/** No.2 合同就職説明会 */
const listed = /^(?:No\.?|NO\.?|№|(?:事業|取組|整理)?番号)[0-9]{1,3}(?:-[0-9]{1,3}){0,2}$/u
const marked = /^[■◆●◇□〇◎▼▶★☆・]+ ?/u
/** What heads a list of indicators, and no project. */
const measures =
  /(?:指標|KPI|数値目標)(?:等|一覧|の?(?:推移|一覧|状況|設定|実績|達成状況|進捗(?:状況)?))?(?:\(KPI\))?$/u
const named = /(?:事業|プロジェクト)(?:\([^()]{1,20}\))?$/u

/** 3 | 観光案内事業, alone in its row: the name of a project at the top of its table, or with its number anywhere in it. */
function nameInTable(rows: readonly Row[], i: number): Heading | undefined {
  const row = rows[i] as Row
  const cells = filled(row)
  const name = cells.at(-1)
  if (!name || cells[0] !== row.cells[0] || cells.length > 2 || name.bare.length > longestName) return undefined
  const isNumbered = cells.length === 2 && numbers.test(cells[0]?.bare ?? '')
  if (cells.length === 2 ? !isNumbered : rows[i - 1]?.table === row.table) return undefined
  if (rows[i + 1]?.table !== row.table || /[。、:]$/u.test(name.bare) || yenOf(name.bare) !== undefined)
    return undefined
  return { level: 4, title: name.text, whole: name.text }
}

/** 取組１　救急医療: a counted heading may be of one project as well as of several. */
const counted = /^(?:取組|施策)(?:[0-9]{1,2}(?:-[0-9]{1,2}){0,2}|\([0-9]{1,2}\)|[①-⑳])/u
const isCounted = ({ role, whole }: Heading): boolean =>
  role === 'initiative' && (counted.test(bareOf(whole)) || whole.value.startsWith('【'))

/** ＜取組２＞, 【事業３】救急医療: the number of a project in brackets, with its name behind it or none. */
const numberMark =
  /^([<〈《[(【])(?:取組|取り組み|取組み|(?:事務|連携|個別)?事業|施策|プロジェクト|個票)(?:番号|No\.?)? ?[0-9]{1,3}(?:-[0-9]{1,2}){0,2}[>〉》\])】] ?(.{0,40})$/u
export const isNumberMark = (row: Row): boolean => numberMark.test(row.line?.folded ?? '')

function numberedName({ line }: Row): Heading | undefined {
  const [, open = '', name = ''] = numberMark.exec(line?.folded ?? '') ?? []
  if (!line || open === '') return undefined
  const length = line.folded.length
  const title = trim(name === '' ? slice(line.text, 1, length - 1) : slice(line.text, length - name.length))
  return { level: 4, title, whole: line.text }
}

/** A line with a mark below another of its kind, or below a label alone, is an item of that list. */
function isItem(rows: readonly Row[], i: number): boolean {
  const [own, before] = [rows[i]?.line?.folded, rows[i - 1]]
  const mark = own === undefined ? undefined : /^[・○〇◇□☆]/u.exec(own)?.[0]
  if (mark === undefined || !before?.line || rows[i]?.gap !== 0) return false
  const label = labelAt(rows, i - 1)
  return before.line.folded.startsWith(mark) || (label?.label.kind === 'activities' && label.rows.length === 0)
}

/** A line that can name the project whose fields stand below it: a heading, a line with a mark, or one that calls itself 事業. */
function nameOf(rows: readonly Row[], i: number): Heading | undefined {
  const row = rows[i] as Row
  if (row.table !== undefined) return nameInTable(rows, i)
  const { line } = row
  const [number, ...others] = filled(row)
  if (!line || !number || others.length > (number.bare.length <= longestNumber || numbers.test(number.bare) ? 1 : 0))
    return undefined
  if (line.folded.length > longestName || /[。、:]$/u.test(line.folded)) return undefined
  const numbered = numberedName(row)
  if (numbered) return numbered
  const heading = headingOf(row)
  if (heading) return (heading.role === undefined && heading.level > 1) || isCounted(heading) ? heading : undefined
  const mark = marked.exec(line.folded)?.[0].length ?? 0
  const isListed = others[0] !== undefined && listed.test(number.bare)
  if (mark === 0 && !isListed && !named.test(line.folded)) return undefined
  const title = mark === 0 && others[0] && numbers.test(number.bare) ? others[0].text : trim(slice(line.text, mark))
  return { level: 4, title, whole: line.text }
}

/** A row above the fields of a table that heads its columns: 項目 | 内容. */
export const isColumnHead = (row: Row | undefined): boolean => {
  const cells = row ? filled(row) : []
  return row?.table !== undefined && cells.length > 1 && cells.every((c) => columnHead.test(c.bare))
}
const columnHead = /^(?:項目名?|内容|区分|事項|説明|記載内容|欄|詳細)$/u

/** Whether a field of another kind, as 現状と課題, stands above the telling ones, with no heading between. */
function tellsBelow(rows: readonly Row[], top: number): boolean {
  if (labelAt(rows, top)?.label.kind !== 'note') return false
  for (let k = top + 1; k < Math.min(rows.length, top + longestNote); k++) {
    const kind = labelAt(rows, k)?.label.kind
    if (kind !== undefined && kind !== 'note') return tellingKinds.has(kind)
    if (kind === undefined && (headingOf(rows[k] as Row) || nameOf(rows, k))) return false
  }
  return false
}
/** Rows of the fields above the first telling one. */
const longestNote = 12

/** The row with the first field below the name at row `i`. */
export const firstField = (rows: readonly Row[], i: number): number => (isColumnHead(rows[i + 1]) ? i + 2 : i + 1)

/**
 * Reads row `i` as the name of a project whose sheet has no label for it: fields of several kinds stand directly below, before
 * the next name, the first of them of kind `first` where that is known.
 */
export function headedSheetAt(rows: readonly Row[], i: number, first?: FieldKind): Heading | undefined {
  const row = rows[i]
  if (!row) return undefined
  const top = firstField(rows, i)
  const opening = labelAt(rows, top)?.label.kind
  if (
    opening === undefined ||
    !(tellingKinds.has(opening) || tellsBelow(rows, top)) ||
    (first !== undefined && opening !== first)
  )
    return undefined
  if (labelAt(rows, i) || isItem(rows, i)) return undefined
  const heading = nameOf(rows, i)
  if (!heading || measures.test(bareOf(heading.title))) return undefined
  // Sums of a year a row, below what calls itself 事業, are those of a project.
  if (labelAt(rows, top)?.sums && named.test(bareOf(heading.title))) return heading
  const kinds = new Set<FieldKind>()
  for (let k = top; k < Math.min(rows.length, i + 1 + provingRows); k++) {
    const kind = labelAt(rows, k)?.label.kind
    if (kind === 'title' || (kind === opening && kinds.size > 1)) break
    // The fields below the name of another project are its own, though it begins with the same one.
    if (k > top && kind === opening && headingOf(rows[k - 1] as Row) && nameOf(rows, k - 1) && !isItem(rows, k - 1))
      break
    // Below a heading of several projects stands the name of the first of them.
    if (k > top && heading.role && kind === undefined && nameOf(rows, k) && !isItem(rows, k)) break
    if (kind !== undefined && tellingKinds.has(kind)) kinds.add(kind)
  }
  return kinds.size >= fewestKinds && [...kinds].some((kind) => proving.has(kind)) ? heading : undefined
}

/** Whether fields of the sheet go on below row `i`, a heading among them: before the next sheet comes a label. */
function goesOn(rows: readonly Row[], i: number, first: FieldKind): boolean {
  for (let k = i + 1; k < Math.min(rows.length, i + provingRows); k++) {
    if (headedSheetAt(rows, k, first)) return false
    const kind = labelAt(rows, k)?.label.kind
    if (kind !== undefined) return tellingKinds.has(kind) && kind !== first
    if (rows[k]?.table !== rows[i]?.table) return false
  }
  return false
}

/** Whether row `i` names the next project under a heading of the same depth, or heads it from further out, whatever its fields begin with. */
function opensNext(rows: readonly Row[], i: number, level: number | undefined): boolean {
  const own = headingOf(rows[i] as Row)?.level
  if (own === undefined || level === undefined || own > level) return false
  if (own === level) return headedSheetAt(rows, i) !== undefined
  const below = rows[i + 1]
  return below !== undefined && headingOf(below)?.level === level && headedSheetAt(rows, i + 1) !== undefined
}

/** Where the sheet ends whose project row `start` names. */
export function headedSheetEnd(rows: readonly Row[], start: number, ends: (i: number) => boolean): number {
  const top = firstField(rows, start)
  const first = labelAt(rows, top)?.label.kind as FieldKind
  const level = headingOf(rows[start] as Row)?.level
  for (let i = top; i < rows.length; i++) {
    const row = rows[i] as Row
    if (labelAt(rows, i)) {
      if (i > top && ends(i)) return i
      continue
    }
    if (ends(i) || headedSheetAt(rows, i, first) || opensNext(rows, i, level)) return i
    const left = row.table !== rows[i - 1]?.table && rows[i - 1]?.table !== undefined
    if ((left || headingOf(row)) && !goesOn(rows, i, first)) return i
  }
  return rows.length
}

/** 1-(1)-ア */
const placed = /^[0-9A-ZⅠ-Ⅻ]{1,3}(?:-(?:[0-9]{1,2}|\([0-9]{1,2}\)|[①-⑳]|\(?[ア-ン]\)?)){2,3}[.:]?$/u

/** The fields of a project's name and number, or with the mark before the name as its label. */
export function nameFields(row: Row, { title, whole }: Heading): Field[] {
  const start = whole.offsets.indexOf(title.offsets[0] ?? -1)
  const [cell, other] = filled(row)
  const before = trim(slice(whole, 0, Math.max(start, 0)))
  if (cell && placed.test(bareOf(before)))
    return [
      {
        label: { kind: 'number' },
        labels: [],
        rows: [{ ...row, cells: [{ ...cell, text: before, bare: bareOf(before) }] }],
      },
      {
        label: { kind: 'title' },
        labels: [],
        rows: [{ ...row, cells: [{ ...cell, text: title, bare: bareOf(title) }] }],
      },
    ]
  const behind = start > 0 ? trim(slice(whole, start + title.value.length)) : undefined
  const name: Field = {
    label: { kind: 'title' },
    labels: start > 0 ? [before, ...(behind && behind.value !== '' ? [behind] : [])] : [],
    rows: cell ? [{ ...row, cells: [{ ...cell, text: title }] }] : [],
  }
  if (!cell || other?.text !== title) return [name]
  return [
    { label: { kind: 'number' }, labels: [], rows: [{ ...row, cells: [cell] }] },
    { ...name, labels: [] },
  ]
}
