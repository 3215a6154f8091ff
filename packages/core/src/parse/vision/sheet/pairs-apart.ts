import { headOf } from '../budget/sum-head.ts'
import { filled, type Row, type RowCell } from '../row.ts'
import { type FieldKind, labelOf } from './sheet-label.ts'

/** Fields with tables of their own, where words of the vocabulary are headings unless each has its value beside it. */
const tabular = new Set<FieldKind>(['roles', 'role', 'indicators', 'budget', 'schedule'])
/** Rows with a known label in a column that prove the column one of labels. */
const provingRows = 2
/** Longest label that no vocabulary has. */
const longestUnknown = 12

const kindOf = ({ bare }: RowCell): FieldKind | undefined => {
  const label = labelOf(bare)
  // その他 beside 国 and 県 is a source.
  return label && headOf(bare) === undefined ? label.kind : undefined
}

/** Whether cells are a label and its value by turns; sums beside headings of years are a table's. */
const areByTurns = (cells: readonly RowCell[]): boolean =>
  cells.length % 2 === 0 && cells.every((c, i) => (i % 2 === 0) === (kindOf(c) !== undefined))

/** Where the labels of a row stand that has several, each before a value. */
function labelsIn(row: Row): RowCell[] {
  const cells = filled(row)
  const [first, value] = cells
  if (!first || !value || cells.length < 3 || row.cells[0] !== first) return []
  const opens = kindOf(first)
  if (opens === undefined || kindOf(value) !== undefined || opens === 'roles' || opens === 'role') return []
  const isTable = row.table !== undefined
  if ((tabular.has(opens) || !isTable) && !areByTurns(cells)) return []
  if (opens === 'budget' && headOf(value.bare) !== undefined) return []
  const inner = cells.filter((c, i) => {
    const kind = kindOf(c)
    const before = cells[i - 1]
    if (kind === undefined || kind === 'title' || !before || kindOf(before) !== undefined) return false
    // A value, though it is blank, has its own cell.
    return row.cells.indexOf(c) < row.cells.length - 1 && !(cells[i + 1] && kindOf(cells[i + 1] as RowCell))
  })
  return inner.length === 0 ? [] : [first, ...inner]
}

/** Unknown words in a column of labels, beside their value: 目的 | … | 事業区分 | 継続. */
function labelsInColumns(row: Row, columns: ReadonlySet<number>): RowCell[] {
  const [first, ...others] = row.cells
  const kind = first && kindOf(first)
  if (!first || kind === undefined || tabular.has(kind)) return []
  const inner = others.filter(
    (c, i) =>
      columns.has(c.from) &&
      c.bare !== '' &&
      c.bare.length <= longestUnknown &&
      !/[。、0-9]/u.test(c.bare) &&
      others[i - 1] !== undefined &&
      (others[i + 1]?.bare ?? '') !== '',
  )
  return inner.length === 0 ? [] : [first, ...inner]
}

const movedBy = (cell: RowCell, from: number, wide: number): RowCell => ({
  ...cell,
  from: cell.from - from,
  to: cell.to - from,
  wideFrom: cell.wideFrom - wide,
  wideTo: cell.wideTo - wide,
})

/** A row a label, each where the first of them stands. */
function cutAt(row: Row, labels: readonly RowCell[]): Row[] {
  const starts = labels.map((label) => row.cells.indexOf(label))
  const [first] = labels
  return labels.map((label, i) => {
    const cells = row.cells.slice(starts[i], starts[i + 1])
    const [from, wide] = [label.from - (first?.from ?? 0), label.wideFrom - (first?.wideFrom ?? 0)]
    return i === 0 ? { ...row, cells } : { ...row, gap: 0, cells: cells.map((c) => movedBy(c, from, wide)) }
  })
}

/** Rows with several labels, each beside its value, as a row of each: 目的 | … | 取組内容 | …. */
export function withPairsApart(rows: readonly Row[]): readonly Row[] {
  const found = rows.map(labelsIn)
  if (found.every((labels) => labels.length === 0)) return rows
  const counts = new Map<number | undefined, Map<number, number>>()
  for (const [i, labels] of found.entries()) {
    const table = rows[i]?.table
    const ofTable = counts.get(table) ?? new Map<number, number>()
    counts.set(table, ofTable)
    for (const { from } of labels.slice(1)) ofTable.set(from, (ofTable.get(from) ?? 0) + 1)
  }
  const provenIn = new Map(
    [...counts].map(([table, ofTable]) => [
      table,
      new Set([...ofTable].filter(([, count]) => count >= provingRows).map(([column]) => column)),
    ]),
  )
  return rows.flatMap((row, i) => {
    const labels = found[i] ?? []
    if (labels.length > 0) return cutAt(row, labels)
    const columns = row.table === undefined ? undefined : provenIn.get(row.table)
    const others = columns && columns.size > 0 ? labelsInColumns(row, columns) : []
    return others.length > 0 ? cutAt(row, others) : [row]
  })
}
