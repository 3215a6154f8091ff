import { fold } from '../../../text/fold.ts'
import { concat, slice, type Text, trim } from '../../../text/text.ts'
import { yenOf } from '../budget/amount.ts'
import { sumCells } from '../budget/budget-cell.ts'
import { type BudgetColumns, isUnitCaption } from '../budget/budget-column.ts'
import { headOf, isSumOfAll } from '../budget/sum-head.ts'
import { yearLabelAt } from '../budget/year-label.ts'
import { isMark } from '../grid/mark.ts'
import type { Head as ValueHead } from '../indicator/indicator-head.ts'
import { looksLikeValue } from '../indicator/measure.ts'
import { bareOf, filled, type Row, type RowCell } from '../row.ts'
import { type Label as Centred, type RowKind, raiseLabels } from './centred-label.ts'
import { withPairsApart } from './pairs-apart.ts'
import { type FieldKind, isPartyGroup, type Label, labelOf, longestLabel, namesFollow } from './sheet-label.ts'
import { cutAside, tabular } from './side-label.ts'
import { unknownLabel } from './unknown-label.ts'

/** A field of a sheet: its printed label, which may be torn over lines, and the rows of its value. */
export interface Field {
  label: Label
  labels: Text[]
  rows: Row[]
  /** Columns of sums or of values, where a heading far above gives them. */
  sums?: BudgetColumns
  values?: ValueHead[]
}

/** A label found at a row, its texts, and those rows of its own without them. */
export interface LabelReading {
  label: Label
  labels: Text[]
  /** How many rows the label is torn over. */
  height: number
  rows: Row[]
  /** Columns of sums, where it heads a table with a row a year. */
  sums?: BudgetColumns
}

/** Labels are torn over no more rows than this. */
const tallestLabel = 5
/** First cells of one label begin within this many columns of one another. */
const sameColumn = 3
/** Values follow these on one line after a single space: 事業名 観光案内. */
const spaced = new Set<FieldKind>([
  'title',
  'participants',
  'purpose',
  'activities',
  'sdgs',
  'number',
  'roles',
  'budget',
  'schedule',
  'pillar',
  'initiative',
])

const numberAlone = /^(?:[0-9]{1,2}|[①-⑳]|\([0-9]{1,2}\))[.、]?$/u

const remarkAlone = /^\([^()]+\)$/u

const without = (row: Row, cell: RowCell): Row => ({ ...row, cells: row.cells.filter((c) => c !== cell) })
const labelCell = (row: Row): RowCell | undefined => {
  const first = row.table === undefined ? filled(row)[0] : row.cells[0]
  return first && first.bare !== '' ? first : undefined
}

const inline =
  /^(?:【([^【】]{1,24})】|[〔［]([^〔〕［］]{1,24})[〕］]|([^:：。、]{2,24})[:：]|[(（][^()（）]{2,12}[)）])[ 　]*/u

/** Cells of a line; a label spread by spaces before its colon is one with its value: ■目　的：観光の振興. */
function withWholeLabel(row: Row): RowCell[] {
  const cells = filled(row)
  const [first, second] = cells
  if (!row.line || !first || !second || first.bare.length > longestSpread || /[:：]/u.test(first.text.value))
    return cells
  const end = second.text.value.search(/[:：]/u)
  if (end < 1 || end > longestSpread) return cells
  const text = concat([first.text, second.text])
  return labelOf(bareOf(slice(text, 0, first.text.value.length + end))) === undefined
    ? cells
    : [{ ...first, text, bare: bareOf(text), to: second.to, wideTo: second.wideTo }, ...cells.slice(2)]
}
/** Letters of a label that a form spreads. */
const longestSpread = 4

/** 成果指標 受診率 現状値 45% 目標値 60%: a line of values, and no heading of names. */
const valued = /(?:現状|基準|目標)値[^ 　]*[ 　]+[0-9０-９]/u
const decorated = /^[◆◇■□●○◎▼▽▶・]/u
/** The label that a text begins with; before a mere space those of values are ones with a mark alone. */
function labelOver(text: Text, length: number, isSpaced: boolean): Label | undefined {
  const own = trim(slice(text, 0, length))
  const label = labelOf(bareOf(own))
  if (!label || !isSpaced) return label
  const isMeasured = decorated.test(own.value) || valued.test(text.value)
  const isOwn = spaced.has(label.kind) || (label.kind === 'indicators' && isMeasured)
  return isOwn && own.value.length >= 3 ? label : undefined
}

/** A line with its label and value in one cell, as two: 【事業名】観光案内, 事業名：観光案内, 事業名 観光案内. */
function parted(row: Row): { label: Label; cell: RowCell; row: Row } | undefined {
  const [first, ...others] = withWholeLabel(row)
  if (!first) return undefined
  const { value } = first.text
  const marked = inline.exec(value)?.[0].length ?? 0
  const space = value.slice(0, longestLabel).search(/[ 　]/u)
  // What a colon stands behind may be the first words of the value: 事業費 令和6年度：5,000千円.
  const length = [marked, space].find((at, i) => at > 0 && at < value.length && labelOver(first.text, at, i > 0)) ?? 0
  const label = length > 0 ? labelOver(first.text, length, length !== marked) : undefined
  if (!label) return undefined
  const labelText = trim(slice(first.text, 0, length))
  const rest = trim(slice(first.text, length))
  const at = (text: Text, from: number, to: number): RowCell => ({
    text,
    bare: bareOf(text),
    from,
    to,
    wideFrom: from,
    wideTo: to,
  })
  const start = length + Math.max(0, value.slice(length).search(/[^ 　]/u))
  const value2 = at(rest, first.from + start, first.to)
  return { label, cell: at(labelText, first.from, first.from + length), row: { ...row, cells: [value2, ...others] } }
}

const readings = new WeakMap<readonly Row[], (LabelReading | null | undefined)[]>()

/** Reads the label that begins at `rows[i]`, the longest of those it may be torn into; asked again, it answers from memory. */
export function labelAt(rows: readonly Row[], i: number): LabelReading | undefined {
  let known = readings.get(rows)
  if (!known) {
    known = []
    readings.set(rows, known)
  }
  const before = known[i]
  if (before !== undefined) return before ?? undefined
  const found = readLabelAt(rows, i)
  known[i] = found ?? null
  return found
}

function readLabelAt(rows: readonly Row[], i: number): LabelReading | undefined {
  const first = rows[i] && labelCell(rows[i] as Row)
  if (!first || !rows[i]) return undefined
  const years = yearLabelAt(rows, i)
  if (years) return years
  // A sum above a label is no number of it.
  if (yenOf(first.bare) !== undefined && labelOf(first.bare) === undefined) return undefined
  // A mark in a cell of its own is one, and no bullet of what stands below it.
  if (rows[i]?.table !== undefined && isMark(first.bare)) return undefined
  // （千円） goes on with a label, and begins none.
  if (remarkAlone.test(first.bare) && labelOf(first.bare) === undefined) return undefined
  const cells: RowCell[] = [first]
  let bare = first.bare
  let best: LabelReading | undefined
  for (let height = 1; bare.length <= longestLabel; height++) {
    const label = labelOf(bare)
    if (label && (height === 1 || label.kind !== 'role' || /の$/u.test(first.bare))) {
      const taken = rows.slice(i, i + height).map((row, n) => without(row, cells[n] as RowCell))
      best = { label, labels: cells.map((c) => c.text), height, rows: taken.filter((row) => filled(row).length > 0) }
    }
    // A number begins a heading, and no label is torn behind it.
    if (height === tallestLabel || numberAlone.test(first.bare)) break
    const row = rows[i + height]
    const adjoins = row?.gap === 0 || row?.line?.page !== rows[i + height - 1]?.line?.page
    const cell = row && row.table === rows[i]?.table && adjoins ? labelCell(row) : undefined
    if (!cell || cell.bare.length > 12 || Math.abs(cell.wideFrom - first.wideFrom) > sameColumn) break
    if (best && labelOf(cell.bare) && !fold(cell.text.value).startsWith('(')) break
    cells.push(cell)
    bare += cell.bare
  }
  if (best) return best
  const part = parted(rows[i] as Row)
  return part && { label: part.label, labels: [part.cell.text], height: 1, rows: [part.row] }
}

const bullet = /^[・･●○◎]/u

/** その他 is a source beside others, and a label of its own where it was one already. */
function isNextSource(field: Field | undefined, bare: string, isInner: boolean): boolean {
  if (headOf(bare)?.kind !== 'source') return false
  const sources = (field?.rows ?? []).flatMap((r) => filled(r)).filter((c) => headOf(c.bare)?.kind === 'source')
  return isInner || (sources.length > 0 && !sources.some((c) => c.bare === bare))
}

const yearsBesides = /^(?:年度|年次|区分)$/u

/** Whether a label inside the current field is its content: a party of a role (`isInner`: set in from the labels), a source of sums, the heading of a column; `leaves` where a table begins below the lines of the field. */
function isContent(
  current: Field | undefined,
  seen: ReadonlySet<FieldKind>,
  { label, labels, height, rows }: LabelReading,
  isInner: boolean,
  leaves: boolean,
  next: Row | undefined,
): boolean {
  const inside = current?.label.kind
  if (inside === 'roles' || inside === 'role') {
    // （費用）各市町が負担する: what roles are told apart by, unless their own label stands in such brackets; 重要業績評価指標（KPI） over two lines is none.
    const inRound = (texts: readonly Text[]): boolean => /^\([^()]+\)$/u.test(texts.map(bareOf).join(''))
    if (inRound(labels) && !inRound(current?.labels ?? [])) return true
    // ・費用負担, with nothing beside it, is what somebody does.
    if (label.kind === 'note' && rows.length === 0 && next?.table === undefined) return true
    if (isInner && label.kind === 'remarks' && isPartyGroup(labels.map(bareOf).join(''))) return true
    const isParty = isInner || seen.has('participants') || (next?.line !== undefined && bullet.test(next.line.folded))
    const isNames = labels.some((l) => namesFollow.includes(bareOf(l)))
    return label.kind === 'participants' && height === 1 && isParty && !isNames
  }
  const isYears = yearsBesides.test(labels.map(bareOf).join(''))
  if ((inside === 'budget' || (inside === 'indicators' && !leaves)) && isYears) return true
  if (inside === 'budget') return labels.every((l) => isNextSource(current, bareOf(l), isInner))
  if (inside === 'indicators')
    return label.kind === 'indicators' || labels.some((l) => /^(?:現状|基準|目標)値?$/u.test(bareOf(l)))
  return false
}

const isSum = (cell: RowCell): boolean => headOf(cell.bare) !== undefined || yenOf(cell.bare) !== undefined

/**
 * Whether a row of a table leaves the field of sums, roles or indicators before it: its label stands in the column of labels,
 * which rows of that field left blank, or it has one value that is no sum.
 */
function leavesTable(field: Field, row: Row): boolean {
  const [label, ...values] = filled(row)
  if (label?.from !== 0 || isSum(label) || values.length === 0) return false
  const kind = field.label.kind
  if (kind === 'indicators' && values.some((c) => looksLikeValue(c.bare))) return false
  if ((kind === 'roles' || kind === 'role') && (isPartyGroup(label.bare) || /[市町村区]$/u.test(label.bare)))
    return false
  const leftBlank = field.rows.some(
    ({ table, cells: [first] }) => table === row.table && first?.from === 0 && first.bare === '',
  )
  const isMoney = kind === 'budget' || kind === 'schedule'
  return leftBlank ? !(isMoney && values.some(isSum)) : isMoney && values.length === 1 && !values.some(isSum)
}

const rowKinds: Partial<Record<FieldKind, RowKind>> = { budget: 'sums', schedule: 'sums', indicators: 'indicators' }
const indicatorHead = /^(?:基準|現状|目標)(?:値|年度)/u

/** What a line shows itself to be: years or sums side by side, headings of values. */
function kindOf(row: Row): RowKind | undefined {
  const cells = filled(row)
  if (cells.length < 2) return undefined
  if (cells.every(isSum) || sumCells(row).every(isSum)) return 'sums'
  return cells.filter((c) => indicatorHead.test(c.bare)).length > 1 ? 'indicators' : undefined
}

/** Rows of a sheet printed as lines with labels beside the middle of their values, labels first. */
function inReadingOrder(rows: readonly Row[]): readonly Row[] {
  if (rows.some((r) => r.table !== undefined)) return rows
  const labels: Centred[] = []
  let inline = 0
  let column: number | undefined
  for (let i = 0; i < rows.length; ) {
    const cell = labelCell(rows[i] as Row)
    const found =
      cell && (column === undefined || Math.abs(cell.wideFrom - column) <= sameColumn) ? labelAt(rows, i) : undefined
    if (found && cell) {
      column ??= cell.wideFrom
      if ((found.labels[0]?.value.length ?? 0) < cell.text.value.length) inline++
      const holds = rowKinds[found.label.kind]
      labels.push({ row: i, height: found.height, ...(holds ? { holds } : {}) })
    }
    i += found?.height ?? 1
  }
  // Values in the cells of their labels, 目的：…, are beside no middle.
  if (inline * 2 > labels.length) return rows
  // Rows set in under their label, within its width, stand below it and not beside its middle.
  const headsBelow = labels.some(({ row, height }) => {
    const [label, ...values] = filled(rows[row] as Row)
    const below = rows[row + height] && filled(rows[row + height] as Row)[0]
    return label && below && values.length === 0 && below.wideFrom > label.wideFrom && below.wideFrom < label.wideTo
  })
  return column === undefined || headsBelow ? rows : raiseLabels(rows, labels, column + sameColumn, kindOf)
}

/** The fields of the rows of one sheet; what stands before any label makes a field of notes. */
export function fieldsOf(printed: readonly Row[]): Field[] {
  const rows = withPairsApart(inReadingOrder(printed))
  const fields: Field[] = []
  const seen = new Set<FieldKind>()
  let caption: Row[] = []
  /** Where the labels of a sheet printed as lines begin. */
  let column: number | undefined
  for (let i = 0; i < rows.length; ) {
    const row = rows[i] as Row
    if (isUnitCaption(row)) {
      const open = fields.at(-1)
      if (open?.label.kind === 'budget' && open.rows.length === 0) open.rows.push(row)
      else caption.push(row)
      i++
      continue
    }
    const found = labelAt(rows, i)
    const current = fields.at(-1)
    const start = labelCell(row)?.wideFrom
    const isInner = row.line !== undefined && start !== undefined && column !== undefined && start > column + sameColumn
    const leaves = row.table !== undefined && current?.rows.some((r) => filled(r).length > 0 && !r.table) === true
    if (found && !isContent(current, seen, found, isInner, leaves, rows[i + found.height])) {
      if (row.line) column ??= start
      const { label, labels, sums } = found
      // A unit above a field that has no sums is of those before it.
      if (!rowKinds[label.kind] || label.kind === 'indicators') current?.rows.push(...caption.splice(0))
      fields.push({ label, labels, rows: [...caption, ...found.rows], ...(sums ? { sums } : {}) })
      caption = []
      seen.add(found.label.kind)
      i += found.height
      continue
    }
    if (current?.label.kind === 'indicators' && isSumOfAll(row.line?.folded ?? '')) {
      fields.push({ label: { kind: 'remarks' }, labels: [], rows: [row] })
      i++
      continue
    }
    const unknown = unknownLabel(row, fields, column)
    if (unknown && !(current && tabular.has(current.label.kind) && !leavesTable(current, row))) {
      fields.push({ label: { kind: 'note' }, labels: [unknown.text], rows: [without(row, unknown)] })
    } else if (current) current.rows.push(row)
    else fields.push({ label: { kind: 'remarks' }, labels: [], rows: [row] })
    i++
  }
  fields.at(-1)?.rows.push(...caption)
  return fields.flatMap(cutAside)
}
