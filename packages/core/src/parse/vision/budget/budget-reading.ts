import type { Amount } from '../../../schema/vision.ts'
import type { Text } from '../../../text/text.ts'
import { type Context, furnish, leaf } from '../../context.ts'
import { bareOf } from '../row.ts'
import { holdsSeveral, yenOf } from './amount.ts'
import type { BudgetColumns } from './budget-column.ts'
import type { SourceSum } from './source-sum.ts'
import type { Head } from './sum-head.ts'
import { amountKeys, type Keys, keysOf, loneKeys } from './sum-keys.ts'

export interface BudgetReading {
  years: Amount[]
  total?: Amount
  sources: Amount[]
  /** 実績: what was spent. */
  results: Amount[]
  schedule: { fiscalYear: number; label: string; at?: Amount['at'] }[]
  unit?: string
  /** Text of the field that is neither a step, an amount nor a heading. */
  rest: Text[]
  columns?: BudgetColumns
  /** Sums under no heading, each alone on its line: the only one is the total. */
  lone: Text[]
  /** Sums of which nothing says what they are of, or that contradict others; they are in `rest` behind their label. */
  unread: Text[]
}

function amountOf(
  context: Context,
  text: Text,
  unit: string | undefined,
  key: { fiscalYear?: number; source?: string },
): Amount {
  const read = leaf(context, text)
  return { ...key, text: read.text, yen: holdsSeveral(text) ? null : (yenOf(bareOf(text), unit) ?? null), at: read.at }
}

interface Putting {
  /** Where a sum goes that finds its place taken. */
  left?: Text[]
  isResult?: boolean
  /** The unit of its row. */
  unit?: string | undefined
}

/** Writes a sum under its keys. A second total, or a second sum of one year, contradicts the first: it is kept as text. */
export function put(
  context: Context,
  reading: BudgetReading,
  text: Text,
  keys: Keys,
  { left = reading.rest, isResult = false, unit = reading.unit }: Putting = {},
): void {
  const { years, sources, results } = reading
  const blank = years.findIndex((a) => a.text === '' && a.fiscalYear === keys.fiscalYear)
  if (blank >= 0 && !isResult && !keys.total && keys.source === undefined) years.splice(blank, 1)
  const isSame = (a: Amount): boolean => a.fiscalYear === keys.fiscalYear && a.source === keys.source
  const taken = isResult
    ? results.find(isSame)
    : keys.source !== undefined
      ? sources.find(isSame)
      : keys.total
        ? reading.total
        : years.find(isSame)
  if (taken) {
    // 計 of the sources, printed again below them, says the same.
    const yen = yenOf(bareOf(text), unit) ?? null
    if (yen !== null && yen === taken.yen && /[1-9]/u.test(bareOf(text))) furnish(context, 'label', text)
    else left.push(text)
    return
  }
  const amount = amountOf(context, text, unit, amountKeys(keys))
  if (isResult) results.push(amount)
  else if (keys.source !== undefined) sources.push(amount)
  else if (keys.total) reading.total = amount
  else years.push(amount)
}

/** Years without a cell of their own in a row of sums are blank, which is an answer too. */
export function addBlanks(reading: BudgetReading): void {
  const years = reading.columns?.heads.flatMap(({ head }) => (head.kind === 'year' ? [head.year] : [])) ?? []
  if (reading.years.length === 0) return
  for (const year of years) {
    if (!reading.years.some((a) => a.fiscalYear === year)) reading.years.push({ fiscalYear: year, text: '', yen: null })
  }
  reading.years.sort((a, b) => (a.fiscalYear ?? 0) - (b.fiscalYear ?? 0))
}

/** The only sum of a field is its total, or that of the year it names; of several nothing says which is. */
export function settleLone(context: Context, reading: BudgetReading): void {
  const plain = reading.lone.filter((sum) => loneKeys(sum).total)
  for (const sum of reading.lone)
    if (plain.length > 1 && plain.includes(sum)) reading.rest.push(sum)
    else put(context, reading, sum, loneKeys(sum))
}

/** Sums with the names of their sources, all of the same year. */
export function readSources(
  context: Context,
  reading: BudgetReading,
  sums: readonly SourceSum[],
  of: readonly (Head | undefined)[],
  unit: string | undefined = reading.unit,
): void {
  for (const { source, name, sum } of sums) {
    furnish(context, 'label', name)
    put(context, reading, sum, keysOf([...of, { kind: 'source', name: source }]), { unit })
  }
}
