import { type Head, headOf, isResult, isValueHead } from '../indicator/indicator-head.ts'
import { periodOf } from '../indicator/measure.ts'
import { filled, type Row, type RowCell } from '../row.ts'
import { labelOf } from '../sheet/sheet-label.ts'

/** Columns beside names and values of a list of indicators: what they belong to, and what is said of them. */
export type Beside = 'pillar' | 'initiative' | 'group' | 'number' | 'source' | 'note'

export interface RegionColumns {
  heads: Head[]
  beside: { kind: Beside; cell: RowCell }[]
}

/** A heading says no more than what its column holds. */
const longestHead = 24
/** What is said behind 目標 in a sentence makes it no heading: 目標達成に向けた取組. */
const valueWords =
  /^(?:(?:(?:最終|中間|達成|到達|将来)?目標|基準|現状|現況|現在|実績|当初|直近|最新|初期)(?:の?(?:値|数値|年度?|年次|指標値?))?|(?:計画)?策定時点?(?:の?値)?|計画値|将来値|見込値?)$/u
const more: readonly (readonly [Head['column'], RegExp])[] = [
  ['baseline', /^(?:直近|最新|初期)の?(?:値|実績)?$|^策定時点$/u],
  ['target', /^(?:到達|将来|達成)目標値?$|^(?:目標の?方向性?|目指す(?:方向性?|値)|方向性?)$/u],
  [
    'name',
    /^(?:(?:重要業績|目標|達成|活動|成果|評価|数値|アウトカム|アウトプット)(?:評価)?(?:指標|項目)|指標の?名称?|評価項目|(?:重要業績評価指標|KPI)(?:・?(?:KPI|重要業績評価指標))?)$/u,
  ],
]
const remark = /\([^()]{0,20}\)$/u
const year = '(?:(?:令和|平成|[RHS])[元0-9]{1,2}|20[0-9]{2})年?度?(?:末|時点)?'
const leadingYear = new RegExp(`^\\(?${year}(?:\\((?:${year})\\))?(?:年度?)?\\)?の?(?=\\D)`, 'u')
const trailingYear = new RegExp(`(?<=値|標|状|準|績|年)${year}$`, 'u')
const group = /^(?:区分|分類|種別|項目|分野|視点|カテゴリー?|大項目|中項目|小項目|テーマ)$/u
const beside: readonly (readonly [Beside, RegExp])[] = [
  ['pillar', /^(?:役割|柱|基本方針|政策|(?:基本|政策|戦略)?目標の?柱|戦略)(?:の?区分|名)?$/u],
  ['source', /^(?:データの?)?(?:出典|出所|資料|情報源|把握方法|調査名|統計名|データ(?:名|元|ソース)?)(?:名|等)?$/u],
  ['number', /^(?:番号|No\.?|NO\.?|№|#|連番)$/u],
  [
    'note',
    /^(?:備考|摘要|注記?|特記事項|担当(?:課|部署|部局)?|所管(?:課|部署)?|考え方|設定(?:の?考え方|根拠|理由)|算出(?:方法|根拠)|算定方法|説明|定義|指標の?(?:説明|定義|考え方)|達成(?:率|度|状況)|進捗(?:率|状況)?|評価|増減率?|伸び率|SDGs|関連SDGs)$/u,
  ],
]
/** Fields of projects: a table with one of them is a list of projects or a sheet. */
const ofProjects = new Set(['title', 'participants', 'purpose', 'activities', 'budget', 'roles', 'role', 'schedule'])
/** What calls itself so is an indicator, whatever stands in the other columns. */
const called = /指標|KPI|数値目標/u

const wordOf = (bare: string): string =>
  (bare.replace(remark, '').replace(remark, '') || bare)
    .replace(leadingYear, '')
    .replace(trailingYear, '')
    .replace(/^\(|\)$/gu, '')

/** Reads a cell as the heading of a name or values, and of nothing that only begins like one. */
export function strictHead(cell: RowCell): Head | undefined {
  if (cell.bare.length > longestHead || /[。、]/u.test(cell.bare)) return undefined
  const word = wordOf(cell.bare)
  const own = more.find(([, words]) => words.test(word))
  const head = own ? { column: own[0], cell } : headOf(cell)
  if (!head || (isValueHead(head) && !own && !valueWords.test(word))) return undefined
  const period = periodOf(cell.bare)
  return { column: head.column, cell, ...(period ? { period } : {}) }
}

const bareYear = new RegExp(`^\\(?${year}(?:\\((?:${year}|[0-9]{4}|[RH][0-9]{1,2})年?度?\\))?(?:年度?)?\\)?$`, 'u')
export const isYear = (cell: RowCell): boolean => cell.bare.length <= longestHead && bareYear.test(cell.bare)

/** Whether a cell heads values. */
export const isValue = (cell: RowCell): boolean => {
  const head = strictHead(cell)
  return head !== undefined && isValueHead(head)
}

export const besideOf = (bare: string): Beside | undefined => {
  const word = bare.replace(remark, '')
  const said = beside.find(([, words]) => words.test(word))?.[0]
  if (said || group.test(word)) return said ?? 'group'
  const kind = labelOf(word)?.kind
  if (kind === 'pillar' || kind === 'initiative') return kind
  return /^(?:取組|取り組み|取組み|施策の?名称?)$/u.test(word) ? 'initiative' : undefined
}

/** Whether a heading alone says that its table is of indicators. */
export const namesIndicators = (cells: readonly RowCell[]): boolean =>
  cells.some((c) => c.bare.length <= longestHead && strictHead(c)?.column === 'name' && called.test(c.bare))

/**
 * Reads cells as the headings of a list of indicators: a name and targets, each maybe of a year, and what stands beside them; undefined
 * where a heading is of something else.
 */
export function regionColumns(cells: readonly RowCell[]): RegionColumns | undefined {
  if (cells.length < 2 || cells.length > mostColumns) return undefined
  const found: { cell: RowCell; head?: Head | undefined; kind?: Beside | undefined }[] = cells.map((cell) => {
    const head = strictHead(cell)
    if (head && head.column !== 'other' && !(head.column === 'name' && group.test(cell.bare))) return { cell, head }
    return isYear(cell) ? { cell } : { cell, kind: besideOf(cell.bare) ?? (head ? 'note' : undefined) }
  })
  if (!found.some(({ head }) => head?.column === 'name')) {
    // 項目 | 現状値 | 目標値: the last of groups is the name, where nothing else is.
    const last = found.findLast(({ kind }) => kind === 'group')
    if (!last) return undefined
    last.head = { column: 'name', cell: last.cell }
    delete last.kind
  }
  const names = found.filter(({ head }) => head?.column === 'name')
  for (const other of names.slice(0, -1)) {
    delete other.head
    other.kind = 'group'
  }
  const firstValue = found.findIndex(({ cell, head }) => isYear(cell) || (head && isValueHead(head)))
  if (firstValue < 0) return undefined
  for (const [i, one] of found.entries()) {
    if (one.head || one.kind || isYear(one.cell)) continue
    const kind = labelOf(one.cell.bare)?.kind
    if (i < firstValue || (kind !== undefined && ofProjects.has(kind)) || one.cell.bare.length > longestHead)
      return undefined
    one.kind = 'note'
  }
  const own = found.filter(({ kind }) => kind === undefined)
  // Years behind a baseline are of targets on the way; where there is none, nothing says what they are of.
  const baseline = own.findIndex(({ head }) => head?.column === 'baseline')
  const heads = own.map(({ cell, head }, i): Head => {
    if (head) return head
    const period = periodOf(cell.bare)
    return { column: baseline >= 0 && baseline < i ? 'target' : 'other', cell, ...(period ? { period } : {}) }
  })
  // What became of a target is no baseline.
  const targets = heads.filter((h) => h.column === 'target')
  const settled = heads.map(
    (h): Head => (h.column === 'baseline' && isResult(h, targets) ? { ...h, column: 'other' } : h),
  )
  return {
    heads: settled,
    beside: found.flatMap(({ kind, cell }) => (kind ? [{ kind, cell }] : [])),
  }
}
/** No table of indicators has more columns. */
const mostColumns = 30

/** Rows of a heading of two: years or kinds of values below a cell that spans them, or in brackets below each. */
export function belowHeads(first: readonly RowCell[], second: Row | undefined): RowCell[] {
  const cells = second ? filled(second) : []
  const all = cells.length > 0 && cells.every((c) => isYear(c) || isValue(c))
  return all && first.length > 0 ? cells : []
}
