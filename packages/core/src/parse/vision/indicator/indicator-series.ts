import type { Measure } from '../../../schema/vision.ts'
import type { BudgetColumns } from '../budget/budget-column.ts'
import { labelledText } from '../labelled-text.ts'
import { filled, type Row, type RowCell } from '../row.ts'
import { type Draft, draft, ofResults, seriesOf } from './indicator-columns.ts'
import { looksLikeValue, periodOf } from './measure.ts'

/** 目標 | 12,000 | 12,500 and 実績 | 11,500 | 12,100, the years of neither being printed. */
function seriesIn(row: Row): { name: RowCell[]; label: RowCell; values: RowCell[] } | undefined {
  const cells = filled(row)
  const at = cells.findIndex((c) => seriesOf(c.bare) !== undefined)
  const label = cells[at]
  const values = cells.slice(at + 1)
  if (!label || at > 1 || values.length === 0 || !values.every((c) => looksLikeValue(c.bare))) return undefined
  return { name: cells.slice(0, at), label, values }
}

/** The years that stand above values, where the sums of the sheet have them in the same columns: of all values, or of none. */
function yearsOver(values: readonly RowCell[], years: BudgetColumns | undefined): (number | undefined)[] {
  const found = values.map((cell) => {
    const head = years?.inTable ? years.heads.find((h) => h.cell.from === cell.from)?.head : undefined
    return head?.kind === 'year' ? head.year : undefined
  })
  return found.includes(undefined) ? values.map(() => undefined) : found
}

/**
 * Rows without those of targets and of what became of them that no heading of their own gives years to: these become indicators, with
 * the name before or above them. The last target is the indicator's, those before it lead there. `years` head the sums of the same table.
 */
export function withoutSeries(rows: readonly Row[], spoken: Draft[], years?: BudgetColumns): readonly Row[] {
  const rest: Row[] = []
  let current: Draft | undefined
  for (const row of rows) {
    const found = seriesIn(row)
    const above = rest.at(-1)
    const own = found?.name ?? []
    if (found && (own.length > 0 || (!current && above && filled(above).length === 1))) {
      current = { ...draft(), name: (own.length > 0 ? own : filled(rest.pop() as Row)).map((c) => c.text) }
      spoken.push(current)
    }
    if (!found || !current) {
      current = undefined
      rest.push(row)
      continue
    }
    const { label, values } = found
    const over = yearsOver(values, years)
    const period = (i: number): Measure['period'] => (over[i] === undefined ? undefined : { from: String(over[i]) })
    const texts = values.map((c) => c.text)
    const last = values.at(-1)
    if (seriesOf(label.bare) === 'target' && current.target.length === 0 && last) {
      current.labels.push(label.text)
      current.target.push(last.text)
      current.periods.set('target', period(values.length - 1))
      for (const [i, cell] of values.slice(0, -1).entries()) {
        const of = period(i)
        current.milestones.set({ column: 'target', cell, ...(of ? { period: of } : {}) }, [cell.text])
      }
    } else if (ofResults.test(label.bare) && over[0] !== undefined) {
      current.labels.push(label.text)
      current.results.push(...texts.map((text, i) => ({ text, period: period(i) })))
    } else current.other.push(labelledText(label.text, texts))
  }
  return rest
}

/** Longest value in words: 未供用（R4）. */
const longestWords = 20
const ofYear = /.\(([^()]{2,10})\)$/u

const valueWord = /^(?:基準|現状|現況|目標)値/u

/** 供用開始 | 未供用（R4） | 供用（R8）: values in words, told by their years, as an indicator of their own. */
export function withoutWords(rows: readonly Row[], spoken: Draft[]): readonly Row[] {
  return rows.filter((row) => {
    const [name, from, to, ...more] = row.table === undefined ? [] : filled(row)
    if (!name || !from || !to || more.length > 0 || ofYear.test(name.bare)) return true
    const values = [from, to].map(({ bare }) => bare.length <= longestWords && periodOf(ofYear.exec(bare)?.[1] ?? ''))
    if (values.some((v) => !v) || looksLikeValue(from.bare) || valueWord.test(from.bare)) return true
    spoken.push({ ...draft(), name: [name.text], baseline: [from.text], target: [to.text] })
    return false
  })
}
