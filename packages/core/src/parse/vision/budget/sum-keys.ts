import { fiscalYear } from '../../../text/era-date.ts'
import type { Text } from '../../../text/text.ts'
import { bareOf } from '../row.ts'
import type { Head } from './sum-head.ts'

/** What a sum is of. */
export interface Keys {
  fiscalYear?: number
  source?: string
  total: boolean
}

export const keysOf = (heads: readonly (Head | undefined)[]): Keys => {
  const keys: Keys = { total: false }
  for (const head of heads) {
    if (head?.kind === 'year') keys.fiscalYear = head.year
    else if (head?.kind === 'source') keys.source = head.name
    else if (head?.kind === 'total') keys.total = true
  }
  if (keys.fiscalYear !== undefined) keys.total = false
  return keys
}

export const amountKeys = ({ fiscalYear, source }: Keys) => ({
  ...(fiscalYear === undefined ? {} : { fiscalYear }),
  ...(source === undefined ? {} : { source }),
})

/** 7,000千円（令和４年度） */
const yearBehind = /\(([^()]{2,12})\)$/u

/** What a sum under no heading is of: all, or the year that it names. */
export function loneKeys(sum: Text): Keys {
  const year = fiscalYear(yearBehind.exec(bareOf(sum))?.[1] ?? '')
  return year === undefined ? { total: true } : { total: false, fiscalYear: year }
}
