import { filled, type Row, type RowCell } from '../row.ts'
import type { LabelReading } from '../sheet/sheet-field.ts'
import { type Label, labelOf, longestLabel } from '../sheet/sheet-label.ts'
import { yenOf } from './amount.ts'
import { sumCells } from './budget-cell.ts'
import { spannedYearsAt } from './spanned-year.ts'
import { headOf } from './sum-head.ts'
import { yearsDownAt } from './years-down.ts'

/** 年度 | R6 | R7: a row of years above the label of their sums. */
function yearsRow(row: Row): LabelReading | undefined {
  const [first, ...years] = filled(row)
  if (!first || first.bare.length > longestLabel || years.length < 2 || !/^(?:年度|年次|区分)$/u.test(first.bare))
    return undefined
  if (row.table !== undefined && row.cells[0] !== first) return undefined
  if (!years.every((c) => headOf(c.bare)?.kind === 'year' || headOf(c.bare)?.kind === 'total')) return undefined
  return {
    label: { kind: 'schedule' },
    labels: [first.text],
    height: 1,
    rows: [{ ...row, cells: row.cells.filter((c) => c !== first) }],
  }
}

/** 年度 / R6 / R7 / 合計: years one a line below their label. */
function yearsBelow(rows: readonly Row[], i: number): LabelReading | undefined {
  const alone = (row: Row | undefined): RowCell | undefined => {
    const cells = row?.table === undefined && row ? filled(row) : []
    return cells.length === 1 ? cells[0] : undefined
  }
  const label = alone(rows[i])
  if (!label || !/^(?:年度|年次|区分)$/u.test(label.bare)) return undefined
  const isYear = [1, 2].every((n) => headOf(alone(rows[i + n])?.bare ?? '')?.kind === 'year')
  return isYear ? { label: { kind: 'schedule' }, labels: [label.text], height: 1, rows: [] } : undefined
}

/** R6 R7 合計, alone on a line above the label of their sums. */
function yearsAlone(rows: readonly Row[], i: number): LabelReading | undefined {
  const [row, next] = [rows[i], rows[i + 1]]
  if (!row?.line || !next?.line || next.gap > 0) return undefined
  const heads = sumCells(row).map((c) => headOf(c.bare)?.kind)
  if (heads.filter((kind) => kind === 'year').length < 2 || heads.some((kind) => kind !== 'year' && kind !== 'total'))
    return undefined
  const label = /^\S{2,24}/u.exec(next.line.folded)?.[0] ?? ''
  return labelOf(label)?.kind === 'budget'
    ? { label: { kind: 'schedule' }, labels: [], height: 1, rows: [row] }
    : undefined
}

/** Ｒ６事業費　3,600千円: the sum of one year under a label of its own. */
function sumsOfYear(row: Row): LabelReading | undefined {
  const [first, sum, ...others] = filled(row)
  if (!first || !sum || others.length > 0 || first.bare.length > longestLabel) return undefined
  if (!/(?:事業費|予算額?|決算額?)(?:\([^()]*\))?$/u.test(first.bare)) return undefined
  const head = headOf(first.bare.replace(/\([^()]*\)$/u, ''))
  if ((head?.kind !== 'year' && !/~/u.test(first.bare)) || head === undefined || yenOf(sum.bare) === undefined)
    return undefined
  return { label: { kind: 'budget' }, labels: [], height: 1, rows: [row] }
}

/** 令和６年度 | 1,200千円 | 令和７年度 | 1,300千円, R6予算：450千円　R7見込：500千円: years, each beside its sum and under no label. */
function yearsBesideSums(row: Row): LabelReading | undefined {
  const printed = filled(row)
  const [first] = printed
  const isTable = row.table !== undefined
  if (!first || (isTable ? row.cells[0] !== first : !ofSums.test(first.bare))) return undefined
  const cells = isTable ? printed : sumCells(row)
  if (cells.length % 2 === 1 || cells.some((c, i) => i % 2 === 1 && !c.bare.endsWith('円'))) return undefined
  const isPair = cells.every((c, i) => (i % 2 === 0 ? headOf(c.bare)?.kind === 'year' : yenOf(c.bare) !== undefined))
  return isPair ? { label: { kind: 'budget' }, labels: [], height: 1, rows: [row] } : undefined
}
const ofSums = /^[^:]{2,10}(?:予算|事業費|見込|計画|決算)額?:/u

/** 年度 | 財源 | 金額（千円） over sums of sources, their year beside the first: the heading labels them. */
function sourcesDown(rows: readonly Row[], i: number): LabelReading | undefined {
  const spanned = yearsColumn.test(filled(rows[i] as Row)[0]?.bare ?? '') ? spannedYearsAt(rows, i) : undefined
  if (!spanned || spanned.labels.length === 0) return undefined
  const { labels, unit } = spanned
  const label: Label = { kind: 'budget', ...(unit ? { unit } : {}) }
  return { label, labels: labels.map((c) => c.text), height: 1, rows: [] }
}
const yearsColumn = /^(?:年度|年次|会計年度)$/u

/** Reads years that head sums or steps as the label of a field: side by side, one a line, one a row, or one before its sum. */
export function yearLabelAt(rows: readonly Row[], i: number): LabelReading | undefined {
  const sources = sourcesDown(rows, i)
  if (sources) return sources
  const down = yearsDownAt(rows, i)
  if (down) return { ...down, rows: [] }
  const row = rows[i] as Row
  return yearsRow(row) ?? yearsBelow(rows, i) ?? yearsAlone(rows, i) ?? sumsOfYear(row) ?? yearsBesideSums(row)
}
